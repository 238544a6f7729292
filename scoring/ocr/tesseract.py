"""tesseract, called as a program in a cage: a picture in, words with how sure it is of each out."""

import re
import threading
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from scoring.document import Block, BlockKind, Scan, Table
from scoring.extract.caption import above
from scoring.locator import written
from scoring.ocr.cells import by_rows
from scoring.ocr.columns import in_columns
from scoring.ocr.grid import grids
from scoring.ocr.rows import in_rows
from scoring.ocr.table import Line, lines_of, paragraphs, rows_of
from scoring.program import Cage, found, run

INSTALL = "tesseract-ocr tesseract-ocr-rus"
LOWEST = 60.0
"""Mean confidence of a page below which its words are guesses: docs/decisions.md has figures."""
_CAGE = Cage(seconds=60, cpu_seconds=40, memory=2 << 30, file_size=16 << 20, answer=8 << 20)
_LACKS_LANGUAGE = re.compile(r"rus\.traineddata|loading language")
_AS_IT_IS, _TURNED, _ONE_BLOCK = "3", "1", "6"
"""Ways of looking at a page: as it lies, after finding out how it lies, and line by line."""
_WORD = re.compile(r"\w")


Told = tuple[tuple[tuple[str, ...], ...], int]
"""The rows of a table, and how many texts stand before it."""


@dataclass(frozen=True, slots=True)
class Recognised:
    """A page: its paragraphs with the mean confidence of its words, or the reason of its silence.

    ``pages`` are those of a picture of several pages. ``tables`` stand after so many
    of its texts. ``rows`` are its words that stand at one height, from the top down.
    """

    texts: tuple[str, ...] = ()
    confidence: float = 0.0
    words: int = 0
    reason: str = ""
    pages: "tuple[Recognised, ...]" = field(default=(), repr=False)
    tables: tuple[Told, ...] = field(default=(), repr=False)
    rows: tuple[tuple[str, ...], ...] = field(default=(), repr=False)

    def scan(self, page: int) -> Scan:
        """What is told of the page."""
        return Scan(page, self.confidence, self.words, self.reason)

    def blocks(self, page: int) -> tuple[Block, ...]:
        """Its paragraphs, marked."""
        kept = () if self.reason else self.texts
        return tuple(Block(BlockKind.PARAGRAPH, text, self._where(page)) for text in kept)

    def shown(self, page: int, before: int) -> tuple[Table, ...]:
        """Its tables, marked; ``before`` it are so many blocks."""
        said, kept = self.blocks(page), () if self.reason else self.tables
        return tuple(
            Table(rows, self._where(page), above(said[:after]), after=before + after)
            for rows, after in kept
        )

    def _where(self, page: int) -> str:
        return written(page=page, ocr=round(self.confidence))


def installed() -> bool:
    """Is the program there? Whether it knows Russian, only running it tells."""
    return bool(found("tesseract"))


def recognise(picture: bytes, dpi: int, stop: threading.Event) -> Recognised:
    """Recognise a picture of Russian text; ``dpi`` 0 leaves it to the picture to tell.

    A page nothing sure is read on may have been scanned on its side: it is looked at once more,
    with its turn found out first.
    """
    first = _looked_at(picture, dpi, stop, _AS_IT_IS)
    if first.reason != "low-confidence" or len(first.pages) > 1:
        return first
    turned = _looked_at(picture, dpi, stop, _TURNED)
    return first if turned.reason and turned.reason != "stopped" else turned


def glimpsed(picture: bytes, dpi: int, stop: threading.Event) -> Recognised:
    """Recognise what a picture among text says: it lies as it should, and is no page of columns."""
    return _looked_at(picture, dpi, stop, _ONE_BLOCK)


def _looked_at(picture: bytes, dpi: int, stop: threading.Event, way: str) -> Recognised:
    """One thread each: two processes of one thread are ten times as fast as two of several."""
    ran = run(
        ["tesseract", "stdin", "stdout", "-l", "rus", "--psm", way, *_dots(dpi), "tsv"],
        given={},
        stdin=picture,
        environment={"OMP_THREAD_LIMIT": "1"},
        cage=_CAGE,
        stop=stop,
    )
    if ran.reason == "crashed" and _LACKS_LANGUAGE.search(ran.detail):
        return Recognised(reason="missing-program")
    if ran.reason:
        return Recognised(reason=ran.reason)
    pages = tuple(_page(lines) for lines in lines_of(ran.said.decode("utf-8", "replace")))
    if not pages:
        return Recognised(reason="empty")
    return replace(pages[0], pages=pages)


def _dots(dpi: int) -> tuple[str, ...]:
    return ("--dpi", str(dpi)) if dpi else ()


def _page(lines: tuple[Line, ...]) -> Recognised:
    """Weighed by length: a dash the program is sure of says little about the page."""
    words = [word for line in lines for word in line.words if _WORD.search(word.text)]
    letters = sum(len(word.text) for word in words)
    if not letters:
        return Recognised(reason="empty")
    mean = round(sum(word.confidence * len(word.text) for word in words) / letters, 1)
    reason = "low-confidence" if mean < LOWEST else ""
    texts, tables = _told(in_rows(lines))
    return Recognised(texts, mean, len(words), reason, tables=tables, rows=rows_of(lines))


def _told(lines: Sequence[Line]) -> tuple[tuple[str, ...], tuple[Told, ...]]:
    """Paragraphs, and the tables among them."""
    texts: list[str] = []
    tables: list[Told] = []
    at = 0
    for grid in grids(lines):
        texts += _texts(lines[at : grid.first])
        tables.append((grid.rows, len(texts)))
        at = grid.end
    texts += _texts(lines[at:])
    return tuple(texts), tuple(tables)


def _texts(lines: Sequence[Line]) -> tuple[str, ...]:
    return paragraphs(in_columns(by_rows(lines)))
