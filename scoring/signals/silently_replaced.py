"""Has a file changed under the same address and the same printed date?"""

from collections.abc import Iterator
from datetime import date

from scoring.checks.answers import in_file
from scoring.editions.linked import address
from scoring.language.ru.normal import normal
from scoring.model import BlockKind, Document, Dossier, Edition, EditionFile, Evidence, Stage
from scoring.sign import Told
from scoring.signals.said import edition_or_told, met, unknown, unmet
from scoring.totals.money import cell, sums

Pair = tuple[EditionFile, EditionFile]


def silently_replaced(dossier: Dossier, stage: Stage) -> Told:
    """Met when the text is another and no day shown to the reader says so.

    Bytes alone do not tell: some sites make the same file anew for every reader. Of a page only
    its sums count, for all else on it may be furniture.
    """
    edition = edition_or_told(dossier, stage)
    if isinstance(edition, Told):
        return edition
    then = next((e for e in dossier.former if e.id == edition.id), None)
    changed = [*_changed(then, edition)] if then else []
    if then is None or not changed:
        return unmet(("Замены файлов не видно.", "No file was seen replaced."))
    before, now = changed[0]
    proof = (in_file(before), in_file(now), *_shown_proof(then), *_shown_proof(edition))
    if not _shown(then):
        return unknown(("Файл заменён, но даты нет.", "Replaced, but there is no date."), proof)
    if _shown(then) != _shown(edition) or _updated(edition, before):
        return unmet(("О замене сказано датой.", "The date tells of the change."), proof)
    return met(
        (
            f"По адресу {now.capture.url} лежит другой файл, чем {before.capture.fetched_at[:10]}, "
            "а напечатанная дата прежняя.",
            f"At {now.capture.url} there is another file than on "
            f"{before.capture.fetched_at[:10]}, under the same printed date.",
        ),
        proof,
    )


def _changed(then: Edition, now: Edition) -> Iterator[Pair]:
    places = {(address(f.capture.url), f.member): f for f in now.files}
    for before in then.files:
        after = places.get((address(before.capture.url), before.member))
        other = after and after.document.sha256 != before.document.sha256
        if after and other and _text(before.document) != _text(after.document):
            yield before, after


def _text(document: Document) -> tuple[str, ...]:
    """What of a file would be another if it were replaced."""
    main = [b.text for b in document.blocks if b.kind is not BlockKind.BOILERPLATE]
    cells = [text for table in document.tables for row in table.rows for text in row]
    if "html" in document.media_type:
        told = [text[s.start : s.end] for text in main for s in sums(text) if s.unit]
        return tuple(sorted({*told, *(text for text in cells if cell(text) is not None)}))
    if not main and not cells:
        return (str(document.pages), document.created, document.modified)
    return tuple(normal(text) for text in (*main, *cells))


def _shown(edition: Edition) -> set[date]:
    return {p.latest for p in edition.publication.pieces if p.rung == "printed" and p.latest}


def _shown_proof(edition: Edition) -> tuple[Evidence, ...]:
    return tuple(p.evidence for p in edition.publication.pieces if p.rung == "printed")[:2]


def _updated(edition: Edition, before: EditionFile) -> bool:
    """The page says it was renewed on a day since."""
    since = before.capture.fetched_at[:10]
    stamps = (p for p in edition.publication.pieces if p.rung == "last-modified")
    told = (p for p in stamps if not p.evidence.quote.startswith("Last-Modified"))
    return any(p.latest and p.latest.isoformat() >= since for p in told)
