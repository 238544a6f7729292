"""Tables on a recognised page: lines of cells that stand apart, one below the other."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from scoring.ocr.chart import is_figure
from scoring.ocr.rouble import signed
from scoring.ocr.table import DOUBTED, Line, Word

_APART = 1.3
"""Heights of a letter between two cells at least: words of a sentence stand nearer."""
_FEWEST = 3
"""Rows at least: two lines with a gap are no table yet."""
_FAR = 4.0
"""Heights from row to row at most."""
_MOSTLY = 0.6
_MOST_HEADS = 2
_RULES = frozenset("|[]{}_")


@dataclass(frozen=True, slots=True)
class Cell:
    """Words of a line that stand together."""

    text: str
    left: float
    right: float

    @property
    def middle(self) -> float:
        """Where it stands from left to right."""
        return (self.left + self.right) / 2


@dataclass(frozen=True, slots=True)
class Grid:
    """A table made of the lines from ``first`` up to ``end``."""

    first: int
    end: int
    rows: tuple[tuple[str, ...], ...]


def grids(lines: Sequence[Line]) -> Iterator[Grid]:
    """The tables among lines in the order of reading: rows of a label and figures, with heads.

    A line of one cell between two rows is a group's name, or the first half of a long label.
    """
    cells = [_cells(line) for line in lines]
    at = 0
    while at < len(lines):
        end = _run(lines, cells, at)
        rows = [n for n in range(at, end) if _is_row(cells[n])]
        if len(rows) < _FEWEST:
            at += 1
            continue
        end = rows[-1] + 1
        first = _headed(lines, cells, at)
        yield Grid(first, end, _table([cells[n] for n in range(first, end)], _edges(cells, rows)))
        at = end


def _run(lines: Sequence[Line], cells: Sequence[list[Cell]], at: int) -> int:
    """How far rows go on below one another from a first one."""
    if not _is_row(cells[at]):
        return at
    end = at + 1
    while end < len(lines) and _follows(lines[end - 1], lines[end]):
        alone = len(cells[end]) == 1 and (end + 1 < len(lines) and _is_row(cells[end + 1]))
        if not (_is_row(cells[end]) or alone):
            break
        end += 1
    return end


def _follows(above: Line, line: Line) -> bool:
    return 0 < line.middle - above.middle < _FAR * max(above.height, line.height)


def _headed(lines: Sequence[Line], cells: Sequence[list[Cell]], at: int) -> int:
    """The first of the lines over a table that stand in its columns."""
    first = at
    while first and at - first < _MOST_HEADS and len(cells[first - 1]) > 1:
        if not _follows(lines[first - 1], lines[first]):
            break
        first -= 1
    return first


def _is_row(cells: Sequence[Cell]) -> bool:
    """A label, and what mostly begins in a figure: "14 230 ₽ в месяц"."""
    others = cells[1:]
    figures = sum(is_figure(cell.text) or cell.text[:1].isdecimal() for cell in others)
    return bool(figures) and figures >= _MOSTLY * len(others) and not is_figure(cells[0].text)


def _cells(line: Line) -> list[Cell]:
    held: list[list[Word]] = []
    for word in line.words:
        if set(word.text) <= _RULES or word.confidence < DOUBTED:
            continue
        if held and word.left - held[-1][-1].right < _APART * line.height:
            held[-1].append(word)
        else:
            held.append([word])
    return [
        Cell(signed(" ".join(w.text for w in words)).strip("|"), words[0].left, words[-1].right)
        for words in held
    ]


def _edges(cells: Sequence[list[Cell]], rows: Sequence[int]) -> list[float]:
    """Where the columns stand: the middles of the cells of the rows that have most of them."""
    most = max(len(cells[n]) for n in rows)
    full = [cells[n] for n in rows if len(cells[n]) == most]
    return [median(row[k].middle for row in full) for k in range(most)]


def _table(lines: Sequence[list[Cell]], edges: Sequence[float]) -> tuple[tuple[str, ...], ...]:
    return tuple(_row(line, edges) for line in lines)


def _row(cells: Sequence[Cell], edges: Sequence[float]) -> tuple[str, ...]:
    """Cells under the columns they stand nearest to; a first cell far left is the label."""
    said = [""] * len(edges)
    for number, cell in enumerate(cells):
        label = number == 0 and not is_figure(cell.text) and cell.left < edges[0]
        at = 0 if label else min(range(len(edges)), key=lambda k: abs(edges[k] - cell.middle))
        said[at] = f"{said[at]} {cell.text}".strip()
    return tuple(said)
