"""Rows of cells where merged cells are repeated in each place they cover."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

WIDEST = 200
"""Columns of a table in a text; spreadsheets have bounds of their own."""
TALLEST = 20_000
_LONG_CELL = 500

Rows = list[tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell as written: ``across`` and ``down`` are how many places it covers.

    ``down`` is 0 for one that only continues the cell above it.
    """

    text: str
    across: int = 1
    down: int = 1


def spread(rows: Iterable[Iterable[Cell]]) -> Rows:
    """Cells with their spans as full rows."""
    done: Rows = []
    hanging: dict[int, tuple[int, str]] = {}
    for row in rows:
        if len(done) >= TALLEST:
            break
        cells, hanging = _row(row, hanging, done[-1] if done else ())
        done.append(tuple(cells))
    return done


def is_data(rows: Sequence[Sequence[str]]) -> bool:
    """A table of data, not one that only lays a page out: two rows and columns, no long prose."""
    width = max((len(row) for row in rows), default=0)
    filled = [row for row in rows if any(row)]
    if width < 2 or len(filled) < 2 or not any(len(set(filter(None, row))) > 1 for row in filled):
        return False
    cells = [len(cell) for row in filled for cell in set(row)]
    return max(cells) <= _LONG_CELL or max(cells) * 2 < sum(cells)


def _row(
    row: Iterable[Cell], hanging: dict[int, tuple[int, str]], above: Sequence[str]
) -> tuple[list[str], dict[int, tuple[int, str]]]:
    cells: list[str] = []
    below: dict[int, tuple[int, str]] = {}
    for cell in row:
        for _ in range(max(1, min(cell.across, WIDEST))):
            _hang(cells, hanging, below)
            if len(cells) >= WIDEST:
                break
            if cell.down > 1:
                below[len(cells)] = (cell.down - 1, cell.text)
            continued = cell.down == 0 and len(cells) < len(above)
            cells.append(above[len(cells)] if continued else cell.text)
    _hang(cells, hanging, below)
    return cells, below


def _hang(
    cells: list[str], hanging: dict[int, tuple[int, str]], below: dict[int, tuple[int, str]]
) -> None:
    """Cells of rows above that reach down to here stand before the row's own next one."""
    while len(cells) in hanging and len(cells) < WIDEST:
        left, text = hanging[len(cells)]
        if left > 1:
            below[len(cells)] = (left - 1, text)
        cells.append(text)
