"""Text recognised in pictures: pages of a PDF without a text layer, and pictures by themselves.

What is recognised is marked: the locators of its blocks end in ``ocr=87``, how sure the program
was of the page. It never makes a text layer: a citizen still cannot select, search or hear it.
"""

import threading
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from scoring.document import Block, Document, Inset, Scan, Table
from scoring.extract.archives.packed import Packed, unframed
from scoring.locator import parts
from scoring.ocr import tesseract
from scoring.ocr.tesseract import INSTALL, Recognised, recognise
from scoring.sandbox import NoAnswer, Sandbox, SandboxEndedError

MOST_PAGES = 60
"""Pages of one document that are tried, the first ones: a page takes a second or two."""
MOST_OF_ARCHIVE = 180
"""Pages of all files of an archive together."""
SMALLEST = 6_000
"""Bytes of a picture below which it shows a sign or a button, and no page."""
MOST_SLOW = 3
"""Pages that may take all their time before the rest is left."""
PICTURES = frozenset(
    {"image/png", "image/jpeg", "image/tiff", "image/webp", "image/bmp", "image/gif"}
)
_PDF = "application/pdf"


def wanted(document: Document) -> bool:
    """Is there text in it that only a picture shows, as far as is known?"""
    if document.media_type in PICTURES:
        return document.unreadable == "unsupported-format"
    return document.media_type == _PDF and any(s.reason == "no-text-layer" for s in document.scans)


def recognised(
    document: Document, body: bytes, sandbox: Sandbox, most: int = MOST_PAGES
) -> Document:
    """The Document with what was recognised: blocks in the order of pages, ``scans`` told.

    At most ``most`` pages are tried. Raises SandboxEndedError when the sandbox was ended meanwhile.
    """
    if document.media_type in PICTURES:
        return _picture(document, body, sandbox.ended) if most > 0 else document
    tried = [scan.page for scan in document.scans[: max(0, min(most, MOST_PAGES))]]
    found = dict(_pages(body, tried, sandbox))
    scans = tuple(
        found[scan.page].scan(scan.page) if scan.page in found else scan for scan in document.scans
    )
    return _among(replace(document, scans=scans), found)


def _among(document: Document, found: Mapping[int, Recognised]) -> Document:
    """What the pages say, put between the words of the pages before and after."""
    blocks, tables, insets = list(document.blocks), list(document.tables), list(document.insets)
    for page, one in sorted(found.items(), reverse=True):
        at = sum(_page_of(block) <= page for block in blocks)
        said = one.blocks(page)
        blocks[at:at] = said
        tables = [replace(t, after=t.after + len(said) * (_page_of(t) > page)) for t in tables]
        insets = [replace(i, after=i.after + len(said) * (_page_of(i) > page)) for i in insets]
        tables += one.shown(page, at)
    return replace(
        document,
        blocks=tuple(blocks),
        tables=tuple(sorted(tables, key=lambda table: table.after)),
        insets=tuple(insets),
    )


def _picture(document: Document, body: bytes, stop: threading.Event) -> Document:
    """A picture is a page of its own; of a fax in TIFF, each of its pages is one."""
    if len(body) < SMALLEST:
        return replace(document, unreadable="empty", detail="a picture too small to show a page")
    one = _done(recognise(body, 0, stop))
    pages = one.pages[:MOST_PAGES] or (one,)
    scans = tuple(page.scan(number) for number, page in enumerate(pages, 1))
    read = _among(document, dict(enumerate(pages, 1)))
    reason = "" if read.blocks or read.tables else scans[0].reason
    detail = document.detail
    if reason == "missing-program":
        detail = f"{detail}: tesseract recognises it: apt-get install {INSTALL}"
    return replace(
        read,
        pages=len(pages),
        pictures=len(pages),
        scans=scans,
        text_layer_share=0.0,
        unreadable=reason,
        detail=detail if reason else "",
    )


def _pages(body: bytes, pages: Sequence[int], sandbox: Sandbox) -> Iterator[tuple[int, Recognised]]:
    if not tesseract.installed():
        yield from ((page, Recognised(reason="missing-program")) for page in pages)
        return
    slow = 0
    for picture in _drawn(body, pages, sandbox):
        if picture.reason:
            one = Recognised(reason=picture.reason)
        elif slow >= MOST_SLOW:
            one = Recognised(reason="too-slow")
        else:
            one = _done(recognise(picture.body, int(picture.detail), sandbox.ended))
        slow += one.reason == "too-slow"
        yield int(picture.path), one
        if one.reason == "missing-program":
            yield from ((page, one) for page in pages)
            return


def _drawn(body: bytes, pages: Sequence[int], sandbox: Sandbox) -> Iterator[Packed]:
    """Pictures of the pages; those that cannot be drawn have a reason."""
    left = list(pages)
    while left:
        answer = sandbox.ask("scoring.extract.pdf.render:render", body, _understood, pages=left)
        if isinstance(answer, NoAnswer):
            # One page too much for the process must not hide the others.
            yield Packed(str(left.pop(0)), b"", answer.reason, answer.detail)
            continue
        for picture in answer[: len(left)]:
            yield replace(picture, path=str(left.pop(0)))


def _understood(answer: bytes) -> tuple[Packed, ...] | None:
    read = unframed(answer)
    if read is None or not read[0]:
        return None
    drawn = all(p.reason or (p.detail.isdecimal() and p.body[:2] == b"P5") for p in read[0])
    return read[0] if drawn else None


def _done(one: Recognised) -> Recognised:
    if one.reason == "stopped":
        raise SandboxEndedError
    return one


def _page_of(thing: Block | Table | Inset) -> int:
    page = parts(thing.locator).get("page", "")
    return int(page) if page.isdecimal() else 0


def tried(document: Document) -> int:
    """How many of its pages were looked at."""
    return sum(scan.reason != "no-text-layer" for scan in document.scans)


def lacks_program(scans: Sequence[Scan]) -> bool:
    """Did a page wait for the program?"""
    return any(scan.reason == "missing-program" for scan in scans)
