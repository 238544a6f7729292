"""The pieces of evidence for a publication date, one function a rung."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from email.utils import parsedate_to_datetime

from crawler.model import Capture, Outcome
from scoring.dating.printed import days, plausible
from scoring.dating.shown import met
from scoring.dating.zone import Zone
from scoring.editions.linked import address, links_to
from scoring.model import Dated, Document, EditionFile, Evidence

_ARCHIVED = re.compile(r"web\.archive\.org/web/(\d{8})\d{0,6}[a-z_]{0,3}/(.+)$")

Documents = Mapping[str, Document]


def seen(
    files: Sequence[EditionFile], captures: Sequence[Capture], documents: Documents, zone: Zone
) -> Iterator[Dated]:
    """Since when our own crawls saw it, and until when they saw that it was not there.

    Both are whole days of the region: at what hour of them we came tells nothing about it.
    """
    sightings = sorted(_sightings(files, captures), key=lambda c: (c.fetched_at, c.id))
    if not sightings:
        return
    first = sightings[0]
    absent = [
        c for c in captures if c.fetched_at < first.fetched_at and _lacks(c, files, documents)
    ]
    last = max(absent, key=lambda c: (c.fetched_at, c.id), default=None)
    yield Dated("first-seen", None, zone.seen(first), met(first, f"first seen {first.fetched_at}"))
    if last is not None:
        proof = met(last, f"not there yet {last.fetched_at}")
        yield Dated("first-seen", zone.seen(last), None, proof)


def web_archive(files: Sequence[EditionFile], captures: Iterable[Capture]) -> Iterator[Dated]:
    """Copies a public web archive made, when one of them is in our archive."""
    own = {address(file.capture.url) for file in files}
    shas = {file.capture.sha256 for file in files}
    for capture in captures:
        match = _ARCHIVED.search(capture.final_url)
        if not match or not capture.outcome.readable:
            continue
        stamp = parsed(match[1])
        if stamp and (address(match[2]) in own or capture.sha256 in shas):
            yield Dated("web-archive", None, stamp, met(capture, match[0]))


def sitemap(
    files: Sequence[EditionFile], captures: Iterable[Capture], documents: Documents
) -> Iterator[Dated]:
    """The last change a site map states for an address of the edition: it was out by then."""
    own = {address(file.capture.url) for file in files}
    for capture in captures:
        document = documents.get(capture.sha256)
        if document is None or "sitemap" not in capture.url.lower():
            continue
        for text, locator in _entries(document):
            found = days(text)
            if found and any(
                address(url) in own for url in re.findall(r"https?://[^\s<\"]+", text)
            ):
                proof = Evidence(capture.id, capture.url, capture.sha256, locator, text[:300])
                yield Dated("sitemap", None, found[-1].day, proof)


def last_modified(files: Iterable[EditionFile], zone: Zone) -> Iterator[Dated]:
    """The server's word for the last change of a file, and what a page tells machines."""
    for file in files:
        seen_on = zone.seen(file.capture)
        stamp = _http_day(file.capture.last_modified, zone)
        if stamp and plausible(stamp, seen_on):
            quote = f"Last-Modified: {file.capture.last_modified}"
            yield Dated("last-modified", None, stamp, met(file.capture, quote))
        for where, iso in file.document.page_dates:
            day = parsed(iso)
            if day and plausible(day, seen_on) and not _shown(file.document, day):
                yield Dated("last-modified", None, day, met(file.capture, f"{where}: {iso}"))


def metadata(files: Iterable[EditionFile], zone: Zone) -> Iterator[Dated]:
    """The making of the files: none was out before, so the first made bounds them all."""
    made = [
        (day, file)
        for file in files
        if file.role in ("brochure", "slides") and (day := _made(file.document))
    ]
    silent = [f for f in files if f.role in ("brochure", "slides") and not _made(f.document)]
    usable = [(day, f) for day, f in made if plausible(day, zone.seen(f.capture))]
    if usable and not silent:
        day, file = min(usable, key=lambda pair: (pair[0], pair[1].capture.url))
        yield Dated("file-metadata", day, None, met(file.capture, f"created: {day.isoformat()}"))


def _sightings(files: Sequence[EditionFile], captures: Sequence[Capture]) -> Iterator[Capture]:
    """Captures of the very bytes of the edition, wherever they stood.

    Other bytes at its addresses may have been another year's edition and prove nothing.
    """
    shas = {file.capture.sha256 for file in files}
    return (c for c in captures if c.sha256 in shas and c.outcome.readable)


def _lacks(capture: Capture, files: Sequence[EditionFile], documents: Documents) -> bool:
    """An answer that proves absence: "not found", or its listing without the link."""
    addresses = {address(file.capture.url) for file in files}
    if capture.outcome is Outcome.NOT_FOUND:
        return len(addresses) == 1 and address(capture.url) in addresses
    pages = {address(file.capture.via) for file in files if file.capture.via}
    document = documents.get(capture.sha256)
    if document is None or not document.links or address(capture.url) not in pages:
        return False
    return not any(links_to(capture, document, file.capture) for file in files)


def _entries(document: Document) -> Iterator[tuple[str, str]]:
    yield from ((block.text, block.locator) for block in document.blocks)
    yield from ((f"{link.href} {link.context}", link.locator) for link in document.links)
    yield from ((" ".join(row), table.locator) for table in document.tables for row in table.rows)


def _shown(document: Document, day: date) -> bool:
    return any(found.day == day for b in document.blocks for found in days(b.text))


def _made(document: Document) -> date | None:
    return min((d for d in map(parsed, (document.created, document.modified)) if d), default=None)


def parsed(stamp: str) -> date | None:
    """The day of a stamp made for machines, ISO or digits alone."""
    try:
        return date.fromisoformat(stamp[:10] if "-" in stamp else stamp[:8])
    except ValueError:
        return None


def _http_day(header: str, zone: Zone) -> date | None:
    try:
        stamp: datetime = parsedate_to_datetime(header)
        return zone.day(stamp)
    except (TypeError, ValueError, OverflowError):
        return None
