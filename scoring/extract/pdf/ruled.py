"""Tables drawn with lines: which words stand in which cell."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from scoring.extract.pdf.hyphens import joint
from scoring.extract.pdf.lines import WORD, Line
from scoring.extract.pdf.raw import Sheet
from scoring.extract.pdf.rules import Grid, crossed
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
    inside = [index for index, line in enumerate(lines) if _within(line, grid)]
    width, height = len(grid.columns) - 1, len(grid.rows) - 1
    if len(inside) < 2 or width * height > _MOST_CELLS:
        return None
    owner = _merged(grid)
    told: dict[int, list[str]] = {}
    for index in inside:
        line = lines[index]
        row = _slot(grid.rows, (line.box[1] + line.box[3]) / 2)
        following = lines[index + 1].text if index + 1 < len(lines) else ""
        for column, said in _pieces(sheet, text, line, grid.columns, joint(line, following)):
            told.setdefault(owner[row * width + column], []).append(said)
    rows = _rows(told, owner, width, height)
    if not _is_table(rows) or not _are_boxes(owner, told, width):
        return None
    return Found(rows, frozenset(inside), grid.box[3])


def _pieces(
    sheet: Sheet, text: str, line: Line, columns: Sequence[float], last: str
) -> Iterator[tuple[int, str]]:
    """What a line says in each column: (column, text with the joint to what follows)."""
    ends = [match.span() for match in WORD.finditer(text, line.start, line.end)]
    if not ends:
        return
    slots = _slots(sheet, ends, columns)
    first = 0
    for index in range(1, len(ends) + 1):
        if index < len(ends) and slots[index] == slots[first]:
            continue
        said = tidy(text[ends[first][0] : ends[index - 1][1]])
        yield slots[first], said + (last if index == len(ends) else " ")
        first = index


def _slots(sheet: Sheet, ends: Sequence[tuple[int, int]], columns: Sequence[float]) -> list[int]:
    """The column of every word, by its middle letter.

    Asking PDFium where a word is costs more than all else: what stands between two words of
    one column is not asked about.
    """
    most = len(columns) - 2
    outer = sheet.middles([sum(ends[0]) // 2, sum(ends[-1]) // 2])
    one, other = (max(0, min(bisect_right(columns, at) - 1, most)) for at in outer)
    if one == other:
        return [one] * len(ends)
    inner = sheet.middles([(first + end) // 2 for first, end in ends[1:-1]])
    return [one, *(max(0, min(bisect_right(columns, at) - 1, most)) for at in inner), other]


def _rows(told: dict[int, list[str]], owner: Sequence[int], width: int, height: int) -> Rows:
    cells = {slot: "".join(parts).strip() for slot, parts in told.items()}
    rows = (
        tuple(cells.get(owner[row * width + column], "") for column in range(width))
        for row in reversed(range(height))
    )
    return tuple(row for row in rows if any(row))


def _is_table(rows: Rows) -> bool:
    """Two rows and two columns that speak; else it is a frame around text."""
    columns = {index for row in rows for index, cell in enumerate(row) if cell}
    different = sum(len(set(filter(None, row))) >= 2 for row in rows)
    return len(rows) >= 2 and len(columns) >= 2 and different * 3 >= len(rows)


def _are_boxes(owner: Sequence[int], told: Collection[int], width: int) -> bool:
    """Cells are rectangles; the lines of a chart enclose other shapes."""
    sizes = Counter(owner)
    ends: dict[int, tuple[int, int]] = {}
    for slot, root in enumerate(owner):
        column = slot % width
        left, right = ends.get(root, (column, column))
        ends[root] = (min(left, column), max(right, column))
    rows = {root: slot // width - root // width + 1 for slot, root in enumerate(owner)}
    return all(rows[slot] * (ends[slot][1] - ends[slot][0] + 1) == sizes[slot] for slot in told)


def _within(line: Line, grid: Grid) -> bool:
    left, bottom, right, top = grid.box
    x, y = (line.box[0] + line.box[2]) / 2, (line.box[1] + line.box[3]) / 2
    return left - _SLACK <= x <= right + _SLACK and bottom <= y <= top


def _slot(edges: Sequence[float], at: float) -> int:
    return max(0, min(bisect_right(edges, at) - 1, len(edges) - 2))


def _merged(grid: Grid) -> list[int]:
    """For each slot of the grid the first slot of its cell: no line between them, one cell."""
    width, height = len(grid.columns) - 1, len(grid.rows) - 1
    owner = list(range(width * height))
    for row, middle in enumerate(_middles(grid.rows)):
        for column in range(1, width):
            if not crossed(grid.upright[column], middle):
                _join(owner, row * width + column - 1, row * width + column)
    for column, middle in enumerate(_middles(grid.columns)):
        for row in range(1, height):
            if not crossed(grid.level[row], middle):
                _join(owner, (row - 1) * width + column, row * width + column)
    return [_root(owner, slot) for slot in range(width * height)]


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
