"""Tables of data, told apart from tables that only lay a page out (old sites do)."""

from selectolax.lexbor import LexborNode

from scoring.extract.html.flow import flowing
from scoring.extract.spelling import tidy

_MOST_CELLS = 200_000
_WIDEST = 200
_LONG_CELL = 500
_STRUCTURE = "table, form, nav, h1, h2, ul ul, article, section, header, footer"


def rows_of(table: LexborNode) -> tuple[tuple[str, ...], ...]:
    """Rows of cells as text; a cell that spans rows or columns is repeated in each.

    Empty where the table is one of layout: it holds other tables, headings or forms, has one
    row or one column, or one cell holds most of a long text.
    """
    if (table.attributes.get("role") or "") in ("presentation", "none"):
        return ()
    if table.css_first("tr") is None or table.css_first(f"td:has({_STRUCTURE})") is not None:
        return ()
    rows = _grid(table)
    return rows if _is_data(table, rows) else ()


def caption_of(table: LexborNode) -> str:
    """What the table says of itself in <caption> or summary."""
    caption = table.css_first("caption")
    if caption is not None:
        return tidy(flowing(caption, 1000))
    return tidy(table.attributes.get("summary") or "")[:300]


def _is_data(table: LexborNode, rows: tuple[tuple[str, ...], ...]) -> bool:
    width = max((len(row) for row in rows), default=0)
    filled = [row for row in rows if any(row)]
    if width < 2 or not filled:
        return False
    if table.css_first("th, caption, thead") is not None:
        return True
    if len(filled) < 2:
        return False
    cells = [len(cell) for row in filled for cell in set(row)]
    return max(cells) <= _LONG_CELL or max(cells) * 2 < sum(cells)


def _grid(table: LexborNode) -> tuple[tuple[str, ...], ...]:
    rows: list[tuple[str, ...]] = []
    hanging: Hanging = {}
    left = _MOST_CELLS
    for row in table.css("tr"):
        cells, hanging = _row(row, hanging)
        left -= len(cells)
        if left < 0:
            break
        rows.append(tuple(cells))
    return tuple(row for row in rows if row)


Hanging = dict[int, tuple[int, str]]
"""What hangs down into the next row: column -> (rows to go, text)."""


def _row(row: LexborNode, hanging: Hanging) -> tuple[list[str], Hanging]:
    cells: list[str] = []
    below: Hanging = {}
    for cell in row.iter():
        if cell.tag in ("td", "th"):
            _place(cell, cells, hanging, below)
    _hang(cells, hanging, below)
    return cells, below


def _place(cell: LexborNode, cells: list[str], hanging: Hanging, below: Hanging) -> None:
    text = tidy(flowing(cell))
    down = _span(cell, "rowspan", 1000)
    for _ in range(_span(cell, "colspan", 100)):
        _hang(cells, hanging, below)
        if len(cells) >= _WIDEST:
            break
        if down > 1:
            below[len(cells)] = (down - 1, text)
        cells.append(text)


def _hang(cells: list[str], hanging: Hanging, below: Hanging) -> None:
    """Cells of rows above that reach down to here stand before the row's own next one."""
    while len(cells) in hanging:
        rows_left, text = hanging[len(cells)]
        if rows_left > 1:
            below[len(cells)] = (rows_left - 1, text)
        cells.append(text)


def _span(cell: LexborNode, name: str, most: int) -> int:
    value = (cell.attributes.get(name) or "1").strip()
    return max(1, min(int(value), most)) if value.isdecimal() and len(value) < 6 else 1
