"""Numbers a narrow cell broke in two: «24» over «310,5», beside a label set between them."""

import re
from collections.abc import Sequence

from scoring.extract.pdf.lines import Line
from scoring.extract.pdf.raw import Sheet

_TALL, _HIGHEST = 1.3, 2.2
_LEAST, _MOST = 0.9, 1.7
_SAME, _LEVEL, _APART = 0.3, 0.2, 0.5
"""Shares of the size of type: a line whose words stand on two levels is so high; so far down the
rest of a number is; edges of one cell, feet of one line, and the room between two cells."""
_LONGEST_ROW = 60
_BEGUN = re.compile(r"(?:^|(?<=\s))[-–—]?\d{1,3}(?: \d{3})*$")
_REST = re.compile(r"\d{3}(?: \d{3})*(?:[.,]\d+)?(?=\s|$)")
_NUMBER = re.compile(r"[-–—]?\d{1,3}(?: \d{3})*(?=\s|$)")


def unwrapped(
    sheet: Sheet, text: str, lines: Sequence[Line], taken: frozenset[int]
) -> list[tuple[int, ...]]:
    """Lines that are one row of a table, by index: each with those it goes on in; most alone.

    A number broken in two makes of a row two or three lines, and of «33 717,5» a 33. Where the
    label is set between both halves, PDFium runs words of two levels together: of such lines,
    which are higher than their type, some are looked at.
    """
    rows: list[list[int]] = []
    for index, line in enumerate(lines):
        if rows and taken.isdisjoint((index, rows[-1][-1])) and len(rows[-1]) < _LONGEST_ROW:
            row = [lines[one] for one in rows[-1]]
            if _goes_on(sheet, text, row, line):
                rows[-1].append(index)
                continue
        rows.append([index])
    return [tuple(row) for row in rows]


def whole(row: Sequence[Line]) -> Line:
    """The lines of a row as one."""
    if len(row) == 1:
        return row[0]
    lefts, lows, rights, highs = zip(*[line.box for line in row], strict=True)
    return row[0]._replace(
        text=" ".join([line.text for line in row]),
        box=(min(lefts), min(lows), max(rights), max(highs)),
        end=row[-1].end,
        joined=row[-1].joined,
    )


def any_tall(lines: Sequence[Line]) -> bool:
    """Are there lines whose words stand on two levels? Most pages have none."""
    high = [line for line in lines if (box := line[1])[3] - box[1] > _TALL * line[2]]
    return any(map(_is_tall, high))


def _is_tall(line: Line) -> bool:
    _, low, _, high = line[1]
    return _TALL * line[2] < high - low < _HIGHEST * line[2]


def _goes_on(sheet: Sheet, text: str, row: Sequence[Line], line: Line) -> bool:
    """Does the line hold the rest of the row's last number, or the next cell's first half?"""
    last = row[-1]
    begun = _BEGUN.search(last.text)
    if begun and _REST.match(line.text) and (_is_tall(last) or _is_tall(line) or len(row) > 1):
        return _is_rest(sheet, text, last, last.end - len(begun[0]), line)
    if len(row) > 1 and _NUMBER.match(line.text):
        first, half = sheet.feet((line.start, row[0].end - 1))
        edge = max(one.box[2] for one in row)
        level = abs(first - half) < _LEVEL * line.size
        return level and line.box[0] > edge + _APART * line.size
    return False


def _is_rest(sheet: Sheet, text: str, last: Line, begun: int, line: Line) -> bool:
    """Do the digits a line begins with stand right under those the last one ends in?"""
    rest = _REST.match(line.text)
    if rest is None or text[line.start : line.start + len(rest[0])] != rest[0]:
        return False
    ends = (begun, last.end - 1, line.start, line.start + len(rest[0]) - 1)
    lefts, rights = sheet.sides(ends)
    upper, lower = sheet.feet((last.end - 1, line.start))
    down = _LEAST * line.size < upper - lower < _MOST * line.size
    left, right = abs(lefts[0] - lefts[2]), abs(rights[1] - rights[3])
    middle = abs(lefts[0] + rights[1] - lefts[2] - rights[3]) / 2
    return down and min(left, right, middle) < _SAME * line.size
