"""Lines of a page as PDFium reads them, each with its place and the height of its font."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice, repeat
from typing import NamedTuple

from scoring.extract.pdf.places import Box
from scoring.extract.pdf.raw import Sheet
from scoring.extract.spelling import tidy

# PDFium ends a line with \r\n and puts U+FFFE where a hyphen joined two of them.
_LINE = re.compile("[^\r\n\ufffe\u0002]+")
HYPHENS = frozenset("\ufffe\u0002")
# What typesetters put where they break a word: a hyphen that is no part of it.
_BREAKS = frozenset("\u2010\u00ad")
_CELL = re.compile(r"[-–—xхXХ\d](?: |$)")
_LONGEST_MARK = 3
_MARK = re.compile(r"\d{1,2}\)?$|\*{1,3}$")
WORD = re.compile(r"[^\s\u00a0\u202f]+")
_BLANK = " \t\u00a0\u200b\ufeff"
NOTHING = "\u200b"
_DOUBLED, _SOFT = "  ", "\u2010"


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


_line = tuple.__new__
"""A NamedTuple called by its name costs twice as much, and a page has hundreds."""
_Written = tuple[str, int, int, bool]
"""What a line says, its first sign, the one after its last, and does a hyphen join it."""


def lines_of(sheet: Sheet, text: str) -> list[Line]:
    """All lines that say something, in PDFium's order of reading; ``text`` is the sheet's."""
    written = None if sheet.turned else _plain(text)
    if written is None:
        written = list(_written(sheet, text))
    if not written:
        return []
    said, starts, ends, joined = zip(*written, strict=True)
    boxes, sizes = _placed(sheet, text, starts, [end - 1 for end in ends])
    bold = [False] * len(said)
    told = zip(said, boxes, sizes, starts, ends, joined, bold, strict=True)
    return _whole(list(map(_line, repeat(Line), told)))


def _whole(lines: list[Line]) -> list[Line]:
    """The lines, those joined that PDFium parted; few pages have any."""
    parted = [
        index
        for index, line in enumerate(lines)
        if (len(line[0]) <= _LONGEST_MARK or line[0][1] == " ")
        and index
        and _between(lines[index - 1], line) is not None
    ]
    if not parted:
        return lines
    found = lines[: parted[0]]
    for line in lines[parted[0] :]:
        between = _between(found[-1], line)
        if between is None:
            found.append(line)
        else:
            found[-1] = _grown(found[-1], line, between)
    return found


def _between(last: Line, line: Line) -> str | None:
    """What stands between two lines that are one; None where they are two."""
    said = line[0]
    if len(said) <= _LONGEST_MARK and _is_mark(last, line):
        return ""
    return " " if said[1:2] in " " and _is_cell(last, line) else None


def _plain(text: str) -> list[_Written] | None:
    """The lines of a page whose signs are all as they should be; None where some are not.

    Nothing stands on such a page but printable signs, single spaces and ends of lines.
    """
    if _DOUBLED in text or _SOFT in text:
        return None
    ends, parted = 2, text.split("\r\n")
    if not "".join(parted).isprintable():
        ends, parted = 1, text.replace("\r", "\n").split("\n")
        if not "".join(parted).isprintable():
            return None
    found: list[_Written] = []
    first = 0
    for raw in parted:
        if shown := raw.strip(" "):
            start = first + 1 if raw[0] == " " else first
            found.append((shown, start, start + len(shown), False))
        first += len(raw) + ends
    return found


def _written(sheet: Sheet, text: str) -> Iterator[_Written]:
    """What each line says and its signs, as far as the text alone tells them."""
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
        if said := tidy(shown):
            yield said, start, end, joined


def _stretches(sheet: Sheet, text: str) -> Iterator[tuple[int, int]]:
    """Lines as PDFium parts them; on a page that is shown turned it runs rows together."""
    lines = [match.span() for match in _LINE.finditer(text)]
    if not sheet.turned:
        yield from lines
        return
    words = [[word.start() for word in WORD.finditer(text, *line)] for line in lines]
    feet = iter(sheet.feet([start for line in words for start in line]))
    moved: dict[int, float] = {}
    for line in words:
        stands = list(islice(feet, len(line)))
        for word, foot, before in zip(line[1:], stands[1:], stands, strict=False):
            if foot != before:
                moved[word] = abs(foot - before)
    sizes = sheet.sizes([*moved])
    rows = {word for (word, by), size in zip(moved.items(), sizes, strict=True) if by > 0.6 * size}
    for (start, end), line in zip(lines, words, strict=True):
        for word in line:
            if word in rows:
                yield start, word
                start = word
        yield start, end


def _is_mark(last: Line, line: Line) -> bool:
    """The small raised number of a note, set just behind the word it belongs to?"""
    if not _MARK.match(line.text) or line.size > 0.8 * last.size:
        return False
    behind = -0.3 * last.size < line.box[0] - last.box[2] < 0.5 * last.size
    return behind and last.box[1] < line.box[1] < last.box[3]


def _is_cell(last: Line, line: Line) -> bool:
    """A dash, a cross, a digit alone in the row of the line before: PDFium sees a new line."""
    if not _CELL.match(line.text):
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


def _placed(
    sheet: Sheet, text: str, firsts: Sequence[int], lasts: Sequence[int]
) -> tuple[list[Box], list[float]]:
    """Where the lines are, by the feet of their letters: ink alone says "acme" is lower than "Ябд".

    What is asked is asked of all lines in one go: of their first signs and their last.
    """
    ends, count = [*firsts, *lasts], len(firsts)
    middles = _middles(text, firsts, lasts)
    sizes = [size if size >= 1.0 else 1.0 for size in sheet.sizes(middles)]
    feet = sheet.feet(ends)
    if feet[:count] == feet[count:]:  # true of most pages: all lines lie level
        lefts, rights = sheet.sides(ends)
        level = zip(lefts, lefts[count:], rights, rights[count:], feet, sizes, strict=False)
        return [
            (x if x <= x3 else x3, at - 0.22 * size, x2 if x2 >= x4 else x4, at + 0.78 * size)
            for x, x3, x2, x4, at, size in level
        ], sizes
    lefts, lows, rights, highs = sheet.edges(ends)
    boxes: list[Box] = []
    for index, (x, x3, x2, x4, foot, end, size) in enumerate(
        zip(lefts, lefts[count:], rights, rights[count:], feet, feet[count:], sizes, strict=False)
    ):
        left, right = x if x <= x3 else x3, x2 if x2 >= x4 else x4
        if foot != end:
            low, low2 = lows[index], lows[index + count]
            if not -size <= foot - end <= size and not _level(low, low2, size):
                # Set upright: its feet are on a standing line.
                high = max(highs[index], highs[index + count])
                boxes.append((left, min(low, low2), right, high))
                continue
            # Most lines lie level; a raised footnote mark does not.
            if _level(low, low2, size):
                end = foot
            elif foot > end:
                foot, end = end, foot
        boxes.append((left, foot - 0.22 * size, right, end + 0.78 * size))
    return boxes, sizes


def _middles(text: str, firsts: Sequence[int], lasts: Sequence[int]) -> list[int]:
    """The sign in the middle of each line, its first where that one is a blank."""
    return [
        first
        if (sign := text[middle := (first + last) // 2]).isspace() or sign == NOTHING
        else middle
        for first, last in zip(firsts, lasts, strict=True)
    ]


def _level(low: float, low2: float, size: float) -> bool:
    """Does the ink of two signs begin at about one height?"""
    return -0.15 * size <= low - low2 <= 0.15 * size


def with_weight(sheet: Sheet, lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines with ``bold`` asked; a line is as heavy as its first sign."""
    weights = sheet.bold([line.start for line in lines])
    if True not in weights:
        return tuple(lines)
    return tuple(
        [
            _line(Line, (*line[:6], True)) if bold else line
            for line, bold in zip(lines, weights, strict=True)
        ]
    )


def lying(lines: Sequence[Line], sheet: Sheet) -> int:
    """Quarters by which to turn a page whose text lies on its side; 0 for most pages.

    Wide tables are set so on upright pages, for readers who turn their head or the sheet.
    """
    high = [line for line in lines if (box := line.box)[3] - box[1] > 2 * line.size]
    if lines and not high:  # most pages
        return 0
    upright = [
        line
        for line in high
        if line.end - line.start > 3 and line.box[2] - line.box[0] < 1.6 * line.size
    ]
    if sum(len(line.text) for line in upright) * 2 < sum(len(line.text) for line in lines):
        return 0
    firsts, lasts = [line.start for line in upright], [line.end - 1 for line in upright]
    ends = zip(sheet.feet(firsts), sheet.feet(lasts), strict=True)
    climbing = sum(end > start for start, end in ends)
    return 1 if climbing * 2 > len(upright) else 3
