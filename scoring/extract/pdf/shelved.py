"""Tables whose rows are parted by rules and whose columns by room alone."""

from collections.abc import Iterator, Sequence

from scoring.extract.pdf.hyphens import joint
from scoring.extract.pdf.lines import Line
from scoring.extract.pdf.raw import Sheet
from scoring.extract.pdf.ruled import Found
from scoring.extract.pdf.shelves import Shelf
from scoring.extract.pdf.words import Piece, Words

_GUTTER = 2.0
"""Points between two columns in which no row has a word."""
_MOST_COLUMNS = 40
_CLOSE, _SET, _LARGER = 1.1, 0.6, 1.15
"""Sizes of type: from a rule to words, between lines of a row; and how much larger headings are."""

Column = tuple[float, float]
Band = Sequence[int]


def shelved_table(
    sheet: Sheet, text: str, lines: Sequence[Line], shelf: Shelf, taken: frozenset[int]
) -> Found | None:
    """The table of a shelf; None when its rows have no columns (text between rules, a chart)."""
    inside = [index for band in shelf.bands for index in band]
    if taken.intersection(inside):
        return None
    words = Words(sheet, text)
    words.read([lines[index] for index in inside])
    columns = _columns([[p for i in band for p in words.pieces(lines[i])] for band in shelf.bands])
    if not 2 <= len(columns) <= _MOST_COLUMNS:
        return None
    head, foot = (_beyond(lines, shelf, taken, words, columns, over=over) for over in (True, False))
    if len(shelf.bands) == 1 and not head:
        return None  # a painted title with text under it
    bands = [band for band in (head, *shelf.bands, foot) if band]
    rows = [_row(lines, band, words, columns) for band in bands]
    if not _is_table(rows[1:] if head else rows):
        return None
    top = max((lines[index].box[3] for index in head), default=shelf.edges[0])
    return Found(tuple(rows), frozenset(index for band in bands for index in band), top)


def _columns(rows: Sequence[Sequence[Piece]]) -> list[Column]:
    """What no row's words reach out of; a row of one piece may be said over all columns."""
    told = [row for row in rows if len({round(piece.left) for piece in row}) > 1]
    columns: list[Column] = []
    for _, left, right in sorted(
        (piece for row in told for piece in row), key=lambda piece: piece.left
    ):
        if columns and left < columns[-1][1] + _GUTTER:
            columns[-1] = (columns[-1][0], max(columns[-1][1], right))
        else:
            columns.append((left, right))
    return columns


def _beyond(
    lines: Sequence[Line],
    shelf: Shelf,
    taken: frozenset[int],
    words: Words,
    columns: Sequence[Column],
    *,
    over: bool,
) -> list[int]:
    """The row over the first rule or under the last, by the index of its lines; [] for none.

    Its lines are set like those of other rows and stand close. Heads stand beside one another or
    name a year (a unit over a table stands alone), and no word of a last row leaves its column.
    """
    size = max(lines[index].size for band in shelf.bands for index in band)
    at = shelf.edges[0] if over else shelf.edges[-1]
    away = sorted(
        (line.box[1] - at if over else at - line.box[3], index)
        for index, line in enumerate(lines)
        if ((line.box[1] + line.box[3]) / 2 > at) == over
        and shelf.left - size <= line.box[0]
        and line.box[2] <= shelf.right + size
    )
    row: list[int] = []
    reach = 0.0
    for far, index in away:
        line = lines[index]
        close = far - reach <= (_CLOSE if not row else _SET) * size
        if index in taken or not close or line.size > _LARGER * size:
            break
        row.append(index)
        reach = max(reach, far + line.box[3] - line.box[1])
    said = [piece for index in row for piece in words.pieces(lines[index])]
    beside = len({round(piece.left) for piece in said}) > 1
    if over:
        beside |= any(map(str.isdigit, "".join(piece.text for piece in said)))
    else:
        beside &= all(_stands_in_one(piece, columns) for piece in said)
    return sorted(row) if beside else []


def _stands_in_one(piece: Piece, columns: Sequence[Column]) -> bool:
    left, right = piece.left - _GUTTER, piece.right + _GUTTER
    return sum(left < end and begin < right for begin, end in columns) == 1


def _row(
    lines: Sequence[Line],
    band: Band,
    words: Words,
    columns: Sequence[Column],
) -> tuple[str, ...]:
    cells: list[list[str]] = [[] for _ in columns]
    for index in sorted(band, key=lambda index: (-lines[index].box[3], index)):
        line = lines[index]
        *before, last = words.pieces(line)
        for piece in before:
            for slot in _slots(piece, columns):
                cells[slot].append(f"{piece.text} ")
        after = joint(line, lines[index + 1].text) if line.joined else " "
        for slot in _slots(last, columns):
            cells[slot].append(last.text + after)
    return tuple("".join(cell).strip() for cell in cells)


def _slots(piece: Piece, columns: Sequence[Column]) -> Iterator[int]:
    """The column a piece stands in; those it reaches over wholly when they are several."""
    within = [
        slot
        for slot, (left, right) in enumerate(columns)
        if min(piece.right, right) - max(piece.left, left) > 0.6 * (right - left)
    ]
    if len(within) > 1:
        yield from within
    else:
        yield max(range(len(columns)), key=lambda slot: _shared(piece, columns[slot]))


def _shared(piece: Piece, column: Column) -> float:
    shared = min(piece.right, column[1]) - max(piece.left, column[0])
    return shared if shared > 0 else -abs(piece.left + piece.right - column[0] - column[1]) / 2


def _is_table(rows: Sequence[tuple[str, ...]]) -> bool:
    """Most rows say of what and how much: two cells at least, the first among them."""
    full = sum(bool(row[0]) and sum(map(bool, row)) > 1 for row in rows)
    return full * 3 >= len(rows) * 2
