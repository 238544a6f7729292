"""The politeness ledger: stretches of how a host was treated, added up. It touches no network."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import replace

from crawler.model import Run
from crawler.notes import HostFacts, HostLedger, Note

FINE, MIDDLE = 1.0, 10.0
LONGEST = 600.0


def rounded(gap: float) -> float:
    """A gap as it is counted: to 0.01 s below one second, to 0.1 s below ten, else to a second."""
    digits = 2 if gap < FINE else 1 if gap < MIDDLE else 0
    return round(min(gap, LONGEST), digits)


def joined(one: HostFacts, two: HostFacts) -> HostFacts:
    """Two stretches as one; of words that differ (the TLS rung) the later stretch's count."""
    gaps = Counter(dict(one.gaps))
    gaps.update(dict(two.gaps))
    times = sorted(filter(None, (one.first, one.last, two.first, two.last)))
    return HostFacts(
        source=one.source if one.source == two.source else "",
        requests=one.requests + two.requests,
        bytes=one.bytes + two.bytes,
        gap_min=min((g for g in (one.gap_min, two.gap_min) if g is not None), default=None),
        gaps=tuple(sorted(gaps.items())),
        at_once=max(one.at_once, two.at_once),
        robots_denied=one.robots_denied + two.robots_denied,
        not_modified=one.not_modified + two.not_modified,
        delay_asked=max(one.delay_asked, two.delay_asked),
        delay_kept=max(one.delay_kept, two.delay_kept),
        slowed=one.slowed + two.slowed,
        retry_after=one.retry_after + two.retry_after,
        retry_after_longest=max(one.retry_after_longest, two.retry_after_longest),
        blocked_by=tuple(sorted({*one.blocked_by, *two.blocked_by})),
        tls=two.tls or one.tls,
        tls_problem=two.tls_problem or one.tls_problem,
        first=times[0] if times else "",
        last=times[-1] if times else "",
    )


def hosts(notes: Iterable[Note], runs: Iterable[Run]) -> tuple[HostLedger, ...]:
    """Every host of every run and region, its stretches added up; other notes are passed over."""
    vantages = {run.id: run.vantage for run in runs}
    found: dict[tuple[str, str, str], HostFacts] = {}
    for note in notes:
        if isinstance(note.facts, HostFacts):
            key = (note.run, note.region, note.subject)
            mine = replace(note.facts, source="")
            found[key] = joined(found[key], mine) if key in found else mine
    return tuple(
        HostLedger(*key, facts, vantages.get(key[0], "")) for key, facts in sorted(found.items())
    )


def of_sources(notes: Iterable[Note], run: str) -> dict[tuple[str, str], HostFacts]:
    """The same of one run, by region and registry source instead of by host."""
    found: dict[tuple[str, str], list[HostFacts]] = defaultdict(list)
    for note in notes:
        if isinstance(note.facts, HostFacts) and note.run == run:
            found[note.region, note.facts.source].append(note.facts)
    added = {}
    for key, parts in found.items():
        added[key] = parts[0]
        for part in parts[1:]:
            added[key] = joined(added[key], part)
    return added
