"""Lines of a page as PDFium reads them, each with its place and the height of its font."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from scoring.extract.pdf.places import Box
from scoring.extract.pdf.raw import Sheet
from scoring.extract.spelling import tidy

# PDFium ends a line with \r\n and puts U+FFFE where a hyphen joined two of them.
_LINE = re.compile("[^\r\n\ufffe\u0002]+")
HYPHENS = frozenset("\ufffe\u0002")
# What typesetters put where they break a word: a hyphen that is no part of it.
_BREAKS = frozenset("\u2010\u00ad")
_DASHES = frozenset("-–—")
_DASH = re.compile(r"[-–—](?: |$)")
_LONGEST_MARK = 3
_MARK = re.compile(r"\d{1,2}\)?$|\*{1,3}$")
WORD = re.compile(r"[^\s\u00a0\u202f]+")
_SPACE = re.compile(r"(?<=\w) (?=\w)")
_SPACES_ASKED = 60
_NARROWEST, _WIDEST = 0.14, 0.91
_BLANK = " \t\u00a0\u200b\ufeff"


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
    found: list[Line] = []
    for first, last in _stretches(sheet, text):
        raw = text[first:last]
        shown = raw.strip(_BLANK)
        if not shown:
            continue
        start, end = first, last
        if len(shown) < len(raw):
            start += raw.index(shown[0])
            end = start + len(shown)
        joined = text[last : last + 1] in HYPHENS
        if shown[-1] in _BREAKS and end - start > 2 and shown[-2].isalpha():
            end, shown, joined = end - 1, shown[:-1], True
        said = tidy(shown)
        if not said:
            continue
        box, size = _placed(sheet, text, start, end - 1)
        line = Line(said, box, size, start, end, joined)
        if found and len(said) <= _LONGEST_MARK and _is_mark(found[-1], line):
            found[-1] = _grown(found[-1], line, "")
        elif found and said[0] in _DASHES and _is_empty_cell(found[-1], line):
            found[-1] = _grown(found[-1], line, " ")
        else:
            found.append(line)
    return found


def _stretches(sheet: Sheet, text: str) -> Iterator[tuple[int, int]]:
    """Lines as PDFium parts them; on a page that is shown turned it runs rows together."""
    if not sheet.turned:
        yield from (match.span() for match in _LINE.finditer(text))
        return
    for match in _LINE.finditer(text):
        start = match.start()
        foot: float | None = None
        for word in WORD.finditer(text, *match.span()):
            stands = sheet.foot(word.start())[1]
            moved = 0.0 if foot is None else abs(stands - foot)
            if moved > 0 and moved > 0.6 * sheet.size(word.start()):
                yield start, word.start()
                start = word.start()
            foot = stands
        yield start, match.end()


def _is_mark(last: Line, line: Line) -> bool:
    """The small raised number of a note, set just behind the word it belongs to?"""
    if not _MARK.match(line.text) or line.size > 0.8 * last.size:
        return False
    behind = -0.3 * last.size < line.box[0] - last.box[2] < 0.5 * last.size
    return behind and last.box[1] < line.box[1] < last.box[3]


def _is_empty_cell(last: Line, line: Line) -> bool:
    """A dash that stands for nothing, in the row of the line before: PDFium sees a new line."""
    if not _DASH.match(line.text):
        return False
    level = abs(line.box[1] - last.box[1]) < 0.2 * last.size
    return level and line.box[0] > last.box[2] + 0.5 * last.size


def _grown(last: Line, line: Line, between: str) -> Line:
    left, low, _, high = last.box
    return last._replace(
        text=f"{last.text}{between}{line.text}",
        box=(left, low, line.box[2], high),
        end=line.end,
        joined=line.joined,
    )


def _placed(sheet: Sheet, text: str, first: int, last: int) -> tuple[Box, float]:
    """The line's box by the feet of its letters: ink alone says "acme" is lower than "Ябд"."""
    middle = (first + last) // 2
    left, right, foot, size = sheet.span(first, last, first if text[middle].isspace() else middle)
    size = max(1.0, size)
    x, low, x2, high = left
    x3, low2, x4, high2 = right
    end = foot
    # Most lines lie level; a raised footnote mark or a line set upright does not.
    if abs(low - low2) > 0.15 * size:
        end = sheet.foot(last)[1]
    if abs(foot - end) > size:  # set upright: its feet are on a standing line
        low, high = min(low, low2), max(high, high2)
    elif foot < end:
        low, high = foot - 0.22 * size, end + 0.78 * size
    else:
        low, high = end - 0.22 * size, foot + 0.78 * size
    return (x if x <= x3 else x3, low, x2 if x2 >= x4 else x4, high), size


def lying(lines: Sequence[Line], sheet: Sheet) -> int:
    """Quarters by which to turn a page whose text lies on its side; 0 for most pages.

    Wide tables are set so on upright pages, for readers who turn their head or the sheet.
    """
    upright = [
        line
        for line in lines
        if line.end - line.start > 3
        and line.box[3] - line.box[1] > 2 * line.size
        and line.box[2] - line.box[0] < 1.6 * line.size
    ]
    if sum(len(line.text) for line in upright) * 2 < sum(len(line.text) for line in lines):
        return 0
    climbing = sum(sheet.foot(line.end - 1)[1] > sheet.foot(line.start)[1] for line in upright)
    return 1 if climbing * 2 > len(upright) else 3


def words_of(sheet: Sheet, text: str, line: Line, *, tells: bool = True) -> list[Word]:
    """The words of a line with their edges; costs two calls a word, so asked only for tables.

    ``tells``: does it mean anything here that a space is not written?
    """
    spans = [match.span() for match in WORD.finditer(text, line.start, line.end)]
    found: list[Word] = []
    before, size = 0.0, line.size
    for (first, end), (left, right) in zip(spans, sheet.ends(spans), strict=True):
        said = text[first:end]
        if not said.isprintable():
            said = tidy(said)
            if not said:
                continue
        apart = False
        # The narrowest gaps and the widest mean one thing, whether a space is written or not.
        if tells and found and _NARROWEST < (left - before) / size < _WIDEST:
            apart = sheet.put_in(first - 1)
        found.append(Word(said, left, right, apart))
        before = right
    return found


def writes_spaces(sheet: Sheet, text: str) -> bool:
    """Does the program that made the page write spaces? Browsers only leave room for them."""
    spaces = islice(_SPACE.finditer(text), _SPACES_ASKED)
    return any(not sheet.put_in(space.start()) for space in spaces)
