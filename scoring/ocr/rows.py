"""Rows of a table: its columns of figures are put back beside the labels they belong to.

A table is often taken for columns of text by tesseract: all labels are told first, then all
figures of each column.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from scoring.ocr.table import Line

_FEWEST = 3
_MOST_WORDS = 4
_NONE = frozenset("-–—")
"""What stands in a cell where there is no figure."""


def in_rows(lines: Sequence[Line]) -> list[Line]:
    """The lines, each column of three figures or more joined to the lines at its left.

    A figure is a short line that begins with a number or is a dash; a column has one edge in
    common, and every figure of it a line at its own height further left.
    """
    beside = _beside(lines)
    columns = _columns(lines, [index for index in beside if _is_figure(lines[index])])
    moved = {index for column in columns for index in column}
    rows = {index: [line] for index, line in enumerate(lines) if index not in moved}
    for index in sorted(moved, key=lambda index: lines[index].left):
        at = index
        while at in moved:
            at = beside[at]
        rows[at].append(lines[index])
    return [_joined(row) for row in rows.values()]


def _beside(lines: Sequence[Line]) -> dict[int, int]:
    """For each line the nearest one at its left that stands at its height, by index."""
    found: dict[int, int] = {}
    level = sorted(range(len(lines)), key=lambda index: lines[index].middle)
    for place, index in enumerate(level):
        line = lines[index]
        near = [
            other
            for way in (range(place + 1, len(level)), range(place - 1, -1, -1))
            for other in _level_with(line, (level[at] for at in way), lines)
            if lines[other].right <= line.left
        ]
        if near:
            found[index] = max(near, key=lambda other: lines[other].right)
    return found


def _level_with(line: Line, way: Iterable[int], lines: Sequence[Line]) -> list[int]:
    found = []
    for other in way:
        if abs(lines[other].middle - line.middle) > 0.5 * line.height:
            break
        found.append(other)
    return found


def _is_figure(line: Line) -> bool:
    first = line.words[0].text
    return len(line.words) <= _MOST_WORDS and (first[0].isdecimal() or first in _NONE)


def _columns(lines: Sequence[Line], figures: Sequence[int]) -> list[list[int]]:
    """Figures under one another that begin or end at one place."""
    columns: list[list[int]] = []
    for index in sorted(figures, key=lambda index: lines[index].middle):
        own = next((c for c in columns if _one_edge(lines[c[-1]], lines[index])), None)
        if own is None:
            columns.append([index])
        else:
            own.append(index)
    return [column for column in columns if len(column) >= _FEWEST]


def _one_edge(above: Line, line: Line) -> bool:
    apart = min(abs(above.left - line.left), abs(above.right - line.right))
    return apart < 0.5 * line.height and above.left < line.right and line.left < above.right


def _joined(row: Sequence[Line]) -> Line:
    if len(row) == 1:
        return row[0]
    first = min(row, key=lambda line: line.left)
    return replace(first, words=tuple(w for line in row for w in line.words))
