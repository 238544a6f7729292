"""Rows of a table of words that was told column by column, cells of several lines among them."""

from collections.abc import Sequence
from dataclasses import replace
from statistics import median_high

from scoring.ocr.table import Line

_FEWEST = 4
"""Rows at least."""
_APART = 2.1
"""Heights of a letter from row to row at least: the lines of one cell stand nearer."""

Row = tuple[list[Line], list[Line]]


def by_rows(lines: Sequence[Line]) -> list[Line]:
    """The lines, two columns of cells among them told row by row, each row as a paragraph.

    Rows stand apart in both columns at once, and every label at the left begins anew: paragraphs
    of two columns of text keep no such order.
    """
    told = list(lines)
    for at in range(1, len(lines)):
        if _jumps(lines[at - 1], lines[at]):
            first, last = _left_from(lines, at), _right_to(lines, at)
            rows = _rows(lines[first:at], lines[at:last])
            if len(rows) >= _FEWEST and all(map(_is_row, rows)):
                told[first:last] = _told(rows, str(first))
    return told


def _jumps(last: Line, line: Line) -> bool:
    """Up the page and to the right of it: another column begins."""
    return line.middle < last.middle - line.height and line.left > last.right


def _left_from(lines: Sequence[Line], at: int) -> int:
    """The first line of the column that ends before ``lines[at]``, as high as that is."""
    first, top = at - 1, lines[at].middle - _APART * lines[at].height
    while first and top < lines[first - 1].middle < lines[first].middle:
        if lines[first - 1].right >= lines[at].left:
            break
        first -= 1
    return first


def _right_to(lines: Sequence[Line], at: int) -> int:
    """The line after the last of the column that begins with ``lines[at]``, as low as its left."""
    last, low = at + 1, lines[at - 1].middle + _APART * lines[at].height
    while last < len(lines) and lines[last - 1].middle < lines[last].middle < low:
        if lines[last].left < lines[at].left - lines[at].height:
            break
        last += 1
    return last


def _rows(left: Sequence[Line], right: Sequence[Line]) -> list[Row]:
    """Lines of both columns parted where neither has one."""
    told = [(line.middle, 0, line) for line in left] + [(line.middle, 1, line) for line in right]
    apart = _APART * median_high(line.height for _, _, line in told)
    rows: list[Row] = []
    last = float("-inf")
    for middle, side, line in sorted(told, key=lambda one: one[:2]):
        if middle - last > apart:
            rows.append(([], []))
        rows[-1][side].append(line)
        last = middle
    return rows


def _is_row(row: Row) -> bool:
    label, said = row
    return bool(label and said) and _begins(label[0].words[0].text[0])


def _begins(sign: str) -> bool:
    return sign.isupper() or sign.isdecimal()


def _told(rows: Sequence[Row], table: str) -> list[Line]:
    """The lines of each row, a paragraph by itself."""
    return [
        replace(line, paragraph=("row", table, str(number)))
        for number, row in enumerate(rows)
        for side in row
        for line in side
    ]
