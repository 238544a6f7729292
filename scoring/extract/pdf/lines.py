"""Lines of a page as PDFium reads them, each with its place and the height of its font."""

import re
from typing import NamedTuple

from scoring.extract.pdf.places import Box
from scoring.extract.pdf.raw import Sheet
from scoring.extract.spelling import tidy

# PDFium ends a line with \r\n and puts U+FFFE where a hyphen joined two of them.
_LINE = re.compile("[^\r\n\ufffe\u0002]+")
HYPHENS = frozenset("\ufffe\u0002")
WORD = re.compile(r"[^\s\u00a0\u202f]+")
_BLANK = " \t\u00a0\u00ad\u200b\ufeff"


class Line(NamedTuple):
    """A line of a page. ``box`` is as high as its type, ``size``, in points.

    ``start``..``end`` are its signs; ``joined``: a hyphen ends it; ``bold`` is asked last, of
    lines that no table tells.
    """

    text: str
    box: Box
    size: float
    start: int
    end: int
    joined: bool
    bold: bool = False


class Word(NamedTuple):
    """A word of a line with its edges; ``apart`` when no space is written before it."""

    text: str
    left: float
    right: float
    apart: bool = False


def lines_of(sheet: Sheet, text: str) -> list[Line]:
    """All lines that say something, in PDFium's order of reading; ``text`` is the sheet's."""
    found = []
    for match in _LINE.finditer(text):
        raw = match[0]
        start = match.start() + len(raw) - len(raw.lstrip(_BLANK))
        end = match.end() - (len(raw) - len(raw.rstrip(_BLANK)))
        said = tidy(text[start:end])
        if not said or start >= end:
            continue
        box, size = _placed(sheet, text, start, end - 1)
        joined = text[match.end() : match.end() + 1] in HYPHENS and match.end() < len(text)
        found.append(Line(said, box, size, start, end, joined))
    return found


def _placed(sheet: Sheet, text: str, first: int, last: int) -> tuple[Box, float]:
    """The line's box by the feet of its letters: ink alone says "acme" is lower than "Ябд"."""
    middle = (first + last) // 2
    size = max(1.0, sheet.size(first if text[middle].isspace() else middle))
    left, right = sheet.box(first), sheet.box(last)
    foot = end = sheet.foot(first)[1]
    # Most lines lie level; a raised footnote mark or a line set upright does not.
    if abs(left[1] - right[1]) > 0.15 * size:
        end = sheet.foot(last)[1]
    if abs(foot - end) > size:  # set upright: its feet are on a standing line
        low, high = min(left[1], right[1]), max(left[3], right[3])
    else:
        low, high = min(foot, end) - 0.22 * size, max(foot, end) + 0.78 * size
    return (min(left[0], right[0]), low, max(left[2], right[2]), high), size


def words_of(sheet: Sheet, text: str, line: Line) -> list[Word]:
    """The words of a line with their edges; costs two calls a word, so asked only for tables."""
    found = []
    for match in WORD.finditer(text, line.start, line.end):
        first, end = match.span()
        left = sheet.box(first)
        right = sheet.box(end - 1) if end - first > 1 else left
        apart = first > line.start and sheet.put_in(first - 1)
        found.append(Word(tidy(match[0]), left[0], right[2], apart))
    return [word for word in found if word.text]
