"""Tables of OpenDocument: repeated and covered cells as full rows, bounded."""

from collections.abc import Callable, Iterator

from scoring.extract.office.grid import Cell, spread
from scoring.extract.office.markup import Element, local, value

_GROUPS = frozenset({"table-header-rows", "table-rows", "table-row-group"})
_CELLS = frozenset({"table-cell", "covered-table-cell"})
_HIDDEN = ("collapse", "filter")


def rows_of(table: Element) -> Iterator[Element]:
    """Its rows, those of groups and heads too."""
    for one in table:
        if local(one) == "table-row":
            yield one
        elif local(one) in _GROUPS:
            yield from rows_of(one)


def cells_of(row: Element) -> list[Element]:
    """Its cells, covered ones too."""
    return [cell for cell in row if local(cell) in _CELLS]


def rows(table: Element, text: Callable[[Element], str]) -> list[tuple[str, ...]]:
    """The rows of a table in a text: repeats spelled out, merged cells repeated."""
    return spread(
        [
            Cell(
                text(cell),
                count(cell, "number-columns-spanned"),
                count(cell, "number-rows-spanned"),
            )
            for cell in cells_of(row)
            # A covered cell's place is filled by the cell that covers it.
            if local(cell) == "table-cell"
            for _ in range(min(count(cell, "number-columns-repeated"), 200))
        ]
        for row in rows_of(table)
        for _ in range(min(count(row, "number-rows-repeated"), 1000))
    )


def count(element: Element, name: str) -> int:
    """A number of repeats or spans, at least 1."""
    text = value(element, name)
    return max(1, int(text)) if text.isascii() and text.isdigit() and len(text) < 9 else 1


def is_hidden(row: Element) -> bool:
    """A row its author folded away."""
    return value(row, "visibility") in _HIDDEN
