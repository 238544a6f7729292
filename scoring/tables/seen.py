"""Rows of what was seen: crawls, captures, documents, editions, dates, sums."""

from collections.abc import Iterator

from scoring.release import Release
from scoring.tables.cells import Row, day, listing, numbered, pointer, points, share


def runs(release: Release) -> Iterator[Row]:
    """One row a crawl."""
    for run in release.runs.values():
        yield {
            "id": run.id,
            "started": run.started,
            "finished": run.finished,
            "tool": run.tool,
            "regions": len(run.regions),
            "vantage": run.vantage,
        }


def captures(release: Release) -> Iterator[Row]:
    """One row a capture."""
    for c in release.captures.values():
        yield {
            "id": c.id,
            "run": c.run,
            "region": c.region,
            "url": c.url,
            "final_url": c.final_url,
            "fetched_at": c.fetched_at,
            "outcome": str(c.outcome),
            "reason": c.reason,
            "http_status": c.http_status,
            "media_type": c.media_type,
            "sha256": c.sha256,
            "bytes": c.bytes,
            "warc_file": c.warc_file,
            "warc_offset": c.warc_offset,
            "source": c.source,
            "via": c.via,
            "clicks": c.clicks,
            "link_texts": listing(c.link_texts),
            "promise": share(c.promise),
            "last_modified": c.last_modified,
            "content_disposition": c.content_disposition,
            "tls": c.tls,
            "tls_problem": c.tls_problem,
            "drawn": c.drawn,
        }


def documents(release: Release) -> Iterator[Row]:
    """One row a document."""
    for d in release.documents.values():
        layer = d.text_layer_share
        yield {
            "sha256": d.sha256,
            "media_type": d.media_type,
            "title": d.title,
            "pages": d.pages,
            "words": d.words,
            "pictures": d.pictures,
            "text_layer_share": None if layer is None else share(layer),
            "created": d.created,
            "modified": d.modified,
            "unreadable": d.unreadable,
            "detail": d.detail,
            "ocr_pages": d.ocr_pages,
            "ocr_confidence": d.ocr_confidence,
        }


def members(release: Release) -> Iterator[Row]:
    """One row a file of an archive."""
    for m in release.members.values():
        yield {
            "archive": m.archive,
            "path": m.path,
            "sha256": m.sha256,
            "bytes": m.bytes,
            "unreadable": m.unreadable,
            "detail": m.detail,
        }


def twins(release: Release) -> Iterator[Row]:
    """One row a pair of documents that are alike."""
    for t in release.twins.values():
        yield {
            "document_a": t.one,
            "document_b": t.two,
            "similarity_kept": share(t.kept),
            "similarity_masked": share(t.masked),
            "figures": share(t.figures),
        }


def editions(release: Release) -> Iterator[Row]:
    """One row an edition."""
    due = release.due
    for e in release.editions.values():
        yield {
            "id": e.id,
            "region": e.region,
            "stage": str(e.stage),
            "fiscal_year": e.fiscal_year,
            "due": int(e.id in due),
            "title": e.title,
            "url": e.url,
            "published_earliest": day(e.published_earliest),
            "published_latest": day(e.published_latest),
            "published_basis": e.published_basis,
            "contradictions": listing(e.contradictions),
            "why_capture": e.why.capture,
            "why_locator": e.why.locator,
            "why_quote": e.why.quote,
        }


def edition_files(release: Release) -> Iterator[Row]:
    """One row a file of an edition, the main one first."""
    for e in release.editions.values():
        yield from numbered(
            {
                "edition": e.id,
                "sha256": f.sha256,
                "url": f.url,
                "role": f.role,
                "capture": f.capture,
                "member": f.member,
            }
            for f in e.files
        )


def edition_dates(release: Release) -> Iterator[Row]:
    """One row a piece of evidence about the day of publication."""
    for e in release.editions.values():
        yield from numbered(
            {
                "edition": e.id,
                "rung": piece.rung,
                "earliest": day(piece.earliest),
                "latest": day(piece.latest),
                **pointer(piece.evidence),
            }
            for piece in e.dated
        )


def amounts(release: Release) -> Iterator[Row]:
    """One row a sum an edition states."""
    for stated in release.amounts.values():
        yield from numbered(
            {
                "edition": a.edition,
                "concept": a.concept,
                "label": a.label,
                "kind": a.kind,
                "fiscal_year": a.fiscal_year,
                "value_rub": points(a.value_rub),
                "quote": a.quote,
                "sha256": a.sha256,
                "locator": a.locator,
            }
            for a in stated
        )
