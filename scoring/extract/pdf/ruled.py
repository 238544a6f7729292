"""Tables drawn with lines: which words stand in which cell."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, repeat
from operator import add

from scoring.extract.pdf.hyphens import joint
from scoring.extract.pdf.lines import WORD, Line
from scoring.extract.pdf.raw import Sheet
from scoring.extract.pdf.rules import Grid, gaps
from scoring.extract.spelling import tidy

Rows = tuple[tuple[str, ...], ...]
_MOST_CELLS = 20_000
_SLACK = 2.0


@dataclass(frozen=True, slots=True)
class Found:
    """A table found on a page, and the lines (by index) that are told in it."""

    rows: Rows
    lines: frozenset[int]
    top: float


def ruled_table(sheet: Sheet, text: str, lines: Sequence[Line], grid: Grid) -> Found | None:
    """The table of a grid; None when too few of its cells say anything (a frame, a chart)."""
    inside = _inside(lines, grid)
    width, height = len(grid.columns) - 1, len(grid.rows) - 1
    if len(inside) < 2 or width * height > _MOST_CELLS:
        return None
    owner = _merged(grid)
    told: dict[int, list[str]] = {}
    inner, floors = grid.columns[1:-1], grid.rows[1:-1]
    for index in inside:
        line = lines[index]
        start = bisect_right(floors, (line.box[1] + line.box[3]) / 2) * width
        following = lines[index + 1].text if line.joined and index + 1 < len(lines) else ""
        last = joint(line, following) if line.joined else " "
        for column, said in _pieces(sheet, text, line, inner, last):
            told.setdefault(owner[start + column], []).append(said)
    rows = _rows(told, owner, width, height)
    if not _is_table(rows) or not _are_boxes(owner, told, width):
        return None
    return Found(rows, frozenset(inside), grid.box[3])


def _pieces(
    sheet: Sheet, text: str, line: Line, inner: Sequence[float], last: str
) -> Iterator[tuple[int, str]]:
    """What a line says in each column: (column, text with the joint to what follows).

    ``inner`` are the edges between columns.
    """
    # Asking PDFium where a word is costs more than all else: most lines stand in one column.
    column = bisect_right(inner, line.box[0])
    if column == bisect_right(inner, line.box[2]):
        as_it_is = len(line.text) == line.end - line.start
        yield column, (line.text if as_it_is else tidy(text[line.start : line.end])) + last
        return
    ends = [match.span() for match in WORD.finditer(text, line.start, line.end)]
    if not ends:
        return
    begins, stops = ends[0]
    before, *slots = _slots(sheet, ends, inner)
    for (first, end), slot in zip(ends[1:], slots, strict=True):
        if slot != before:
            yield before, f"{_said(text[begins:stops])} "
            begins, before = first, slot
        stops = end
    yield before, _said(text[begins:stops]) + last


def _said(piece: str) -> str:
    return piece if piece.isalnum() else tidy(piece)


def _slots(sheet: Sheet, ends: Sequence[tuple[int, int]], inner: Sequence[float]) -> list[int]:
    """The column of every word, by its middle letter.

    What stands between two words of one column is not asked about.
    """
    middles = [(first + end) // 2 for first, end in ends]
    doubled = [edge * 2 for edge in inner]
    if len(middles) < 3:
        return _columns(sheet, middles, doubled)
    one, other = _columns(sheet, (middles[0], middles[-1]), doubled)
    if one == other:
        return [one] * len(ends)
    return [one, *_columns(sheet, middles[1:-1], doubled), other]


def _columns(sheet: Sheet, signs: Sequence[int], doubled: Sequence[float]) -> list[int]:
    """The column in which the middle of each sign stands: its sides are added, edges doubled."""
    return list(map(bisect_right, repeat(doubled), map(add, *sheet.sides(signs))))


def _rows(told: dict[int, list[str]], owner: Sequence[int], width: int, height: int) -> Rows:
    cells = {slot: "".join(parts).strip() for slot, parts in told.items()}
    said = [cells.get(root, "") for root in owner]
    starts = range((height - 1) * width, -1, -width)
    return tuple(row for start in starts if any(row := tuple(said[start : start + width])))


def _is_table(rows: Rows) -> bool:
    """Two rows and two columns that speak; else it is a frame around text."""
    if len(rows) < 2 or sum(map(any, zip(*rows, strict=True))) < 2:
        return False
    different = sum(len({*row, ""}) > 2 for row in rows)
    return different * 3 >= len(rows)


def _are_boxes(owner: Sequence[int], told: Collection[int], width: int) -> bool:
    """Cells are rectangles; the lines of a chart enclose other shapes."""
    sizes = Counter(owner)
    large = {root for root in told if sizes[root] > 1}
    ends: dict[int, tuple[int, int, int]] = {}
    for slot, root in enumerate(owner if large else ()):
        if root in large:
            row, column = divmod(slot, width)
            left, right, _ = ends.get(root, (column, column, row))
            ends[root] = (min(left, column), max(right, column), row)
    return all(
        (row - root // width + 1) * (right - left + 1) == sizes[root]
        for root, (left, right, row) in ends.items()
    )


def _inside(lines: Sequence[Line], grid: Grid) -> list[int]:
    """The lines whose middle is in the grid, by index."""
    left, bottom, right, top = grid.box
    left, right = (left - _SLACK) * 2, (right + _SLACK) * 2
    return [
        index
        for index, (_, box, *_) in enumerate(lines)
        if left <= box[0] + box[2] <= right and bottom * 2 <= box[1] + box[3] <= top * 2
    ]


def _merged(grid: Grid) -> list[int]:
    """For each slot of the grid the first slot of its cell: no line between them, one cell."""
    width, height = len(grid.columns) - 1, len(grid.rows) - 1
    owner = list(range(width * height))
    along = _middles(grid.rows)
    for column in range(1, width):
        for row in gaps(grid.upright[column], along):
            _join(owner, row * width + column - 1, row * width + column)
    across = _middles(grid.columns)
    for row in range(1, height):
        for column in gaps(grid.level[row], across):
            _join(owner, (row - 1) * width + column, row * width + column)
    return [root if owner[root] == root else _root(owner, root) for root in owner]


def _middles(edges: Sequence[float]) -> list[float]:
    return [(one + two) / 2 for one, two in pairwise(edges)]


def _join(owner: list[int], one: int, two: int) -> None:
    first, second = sorted((_root(owner, one), _root(owner, two)))
    owner[second] = first


def _root(owner: list[int], slot: int) -> int:
    while owner[slot] != slot:
        owner[slot] = owner[owner[slot]]
        slot = owner[slot]
    return slot
