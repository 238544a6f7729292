"""Rows of how crawls went: the state of sources, the politeness ledger, what has changed."""

import json
from collections.abc import Iterator

from scoring.release import Release
from scoring.tables.cells import Row, listing, seconds


def health(release: Release) -> Iterator[Row]:
    """One row a source of a crawl; a region nobody judged has no page to show it on."""
    judged = release.regions
    for h in release.health:
        if h.region in judged:
            yield {
                "run": h.run,
                "region": h.region,
                "source": h.source,
                "expected_pages": h.expected_pages,
                "expected_documents": h.expected_documents,
                "found_pages": h.found_pages,
                "found_documents": h.found_documents,
                "last_good": h.last_good,
                "outcomes": json.dumps(dict(sorted(h.outcomes))),
                "requests": h.requests,
                "bytes": h.bytes,
                "broken": h.broken,
                "compared_run": h.compared_run,
                "was_pages": h.was_pages,
                "was_documents": h.was_documents,
                "gap_min": seconds(h.gap_min),
                "gap_median": seconds(h.gap_median),
                "robots_denied": h.robots_denied,
                "not_modified": h.not_modified,
                "tls": h.tls,
                "blocked_by": h.blocked_by,
            }


def hosts(release: Release) -> Iterator[Row]:
    """One row a host of a crawl and region."""
    judged = release.regions
    for h in release.hosts:
        if h.region not in judged:
            continue
        f = h.facts
        yield {
            "run": h.run,
            "region": h.region,
            "host": h.host,
            "requests": f.requests,
            "bytes": f.bytes,
            "gap_min": seconds(f.gap_min),
            "gap_median": seconds(h.gap_median),
            "at_once": f.at_once,
            "robots_denied": f.robots_denied,
            "not_modified": f.not_modified,
            "delay_asked": seconds(f.delay_asked),
            "delay_kept": seconds(f.delay_kept),
            "slowed": f.slowed,
            "retry_after": f.retry_after,
            "retry_after_longest": seconds(f.retry_after_longest),
            "blocked_by": listing(f.blocked_by),
            "tls": f.tls,
            "tls_problem": f.tls_problem,
            "first_request": f.first,
            "last_request": f.last,
            "vantage": h.vantage,
        }


def changes(release: Release) -> Iterator[Row]:
    """One row an address that vanished or gives something else."""
    judged = release.regions
    for note, f in release.changes:
        if note.region not in judged:
            continue
        yield {
            "run": note.run,
            "region": note.region,
            "kind": str(note.kind),
            "url": note.subject,
            "before_at": f.before_at,
            "now_at": f.now_at,
            "outcome": f.outcome,
            "reason": f.reason,
            "capture_before": f.before,
            "capture_now": f.now,
            "sha256_before": f.sha256_before,
            "sha256_now": f.sha256_now,
            "media_type_before": f.media_type_before,
            "media_type_now": f.media_type_now,
        }
