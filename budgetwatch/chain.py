"""From a quote to the bytes: its page, the capture it was read from, the record that holds it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from crawler.archive import Archive
from crawler.model import Capture
from scoring.locator import at, inside, leaf
from scoring.model import Document, Evidence
from scoring.reader import Reader

BYTES_OF = ("response", "resource", "metadata", "conversion")
"""Kinds of record that may hold what a capture received, the likeliest first."""


@dataclass(frozen=True, slots=True)
class Record:
    """A record of a WARC file: ``offset`` in bytes; ``id`` as the file has it, "" when damaged."""

    file: Path
    offset: int
    id: str
    kind: str
    trouble: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """One piece of evidence followed down; None where the archive no longer has it."""

    evidence: Evidence
    capture: Capture | None
    record: Record | None


class Follower:
    """Follows evidence into the archive under ``data``; without an archive it ends at the capture.

    Documents are read again only where the build no longer remembers them.
    """

    def __init__(self, data: Path, archive: Archive | None, captures: Mapping[str, Capture]):
        self._data, self._archive, self._captures = data, archive, captures

    def follow(self, evidence: Evidence) -> Link:
        """The capture and the record behind a piece of evidence."""
        capture = self._captures.get(evidence.capture)
        return Link(evidence, capture, self._record(capture) if capture else None)

    def _record(self, capture: Capture) -> Record | None:
        if self._archive is None:
            return None
        file = self._data / "archive" / capture.warc_file
        try:
            found = self._archive.records(capture)
        except (LookupError, OSError) as damage:
            return Record(file, capture.warc_offset, "", "", str(damage))
        main = next((r for r in found if r.offset == capture.warc_offset), None)
        if main is None:
            return Record(file, capture.warc_offset, "", "")
        headers = {name.lower(): value for name, value in main.headers}
        return Record(file, main.offset, headers.get("warc-record-id", ""), main.kind)

    def page(self, link: Link) -> tuple[str, tuple[str, ...]]:
        """The locator of the page a quote stands on, and its lines; no lines when it is lost.

        Where a document has no pages, or nothing is pointed at, the page is the whole document.
        """
        capture, evidence = link.capture, link.evidence
        if capture is None or self._archive is None or not evidence.sha256:
            return "", ()
        reader = Reader(self._data / "build" / "documents", processes=1)
        wanted = {evidence.sha256: (capture.final_url, capture.media_type)}
        try:
            document = reader.read(wanted, self._archive.body)[evidence.sha256]
        except LookupError as lost:
            return "", (str(lost),)
        place = leaf(evidence.locator)
        return place, tuple(_lines(document, place, evidence.locator))


def _lines(document: Document, place: str, locator: str) -> Iterator[str]:
    if place:
        yield from at(document, place).text.splitlines()
        return
    member, _ = inside(locator)
    packed = next((m.document for m in document.members if m.path == member), document)
    for block in packed.blocks:
        yield from block.text.splitlines()
    for table in packed.tables:
        yield from ("\t".join(row) for row in table.rows)
