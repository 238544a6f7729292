"""Tables drawn with lines: which words stand in which cell."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import pairwise

from scoring.extract.pdf.hyphens import joint
from scoring.extract.pdf.lines import WORD, Line
from scoring.extract.pdf.raw import Sheet
from scoring.extract.pdf.rules import Grid, gaps
from scoring.extract.spelling import tidy
from scoring.quick import quickly

Rows = tuple[tuple[str, ...], ...]
_MOST_CELLS = 20_000
_SLACK = 2.0


@quickly
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
    spread = _spread(sheet, text, lines, inside, inner)
    for index in inside:
        line = lines[index]
        box = line.box
        start = bisect_right(floors, (box[1] + box[3]) / 2) * width
        if index in spread:
            *before, (column, said) = spread[index]
            for slot, piece in before:
                told.setdefault(owner[start + slot], []).append(f"{piece} ")
        else:
            column = bisect_right(inner, box[0])
            said = line.text
            if len(said) != line.end - line.start:
                said = tidy(text[line.start : line.end])
        last = joint(line, _following(lines, index)) if line.joined else " "
        told.setdefault(owner[start + column], []).append(said + last)
    rows = _rows(told, owner, width, height)
    if not _is_table(rows) or not _are_boxes(owner, told, width):
        return None
    return Found(rows, frozenset(inside), grid.box[3])


def _following(lines: Sequence[Line], index: int) -> str:
    return lines[index + 1].text if index + 1 < len(lines) else ""


Pieces = list[tuple[int, str]]
"""What a line says in each column."""


def _spread(
    sheet: Sheet, text: str, lines: Sequence[Line], inside: Sequence[int], inner: Sequence[float]
) -> dict[int, Pieces]:
    """The lines that reach over an edge between columns, by index; ``inner`` are those edges.

    Asking PDFium where a word is costs more than all else: most lines stand in one column, and
    of the rest all words are asked for in one go, each by its middle letter.
    """
    words: dict[int, list[str]] = {}
    rough: list[int] = []
    asked: list[int] = []
    for index in inside:
        line = lines[index]
        left, _, right, _ = line.box
        if bisect_right(inner, left) == bisect_right(inner, right):
            continue
        place, end = line.start, line.end
        if len(line.text) == end - place:
            own = words[index] = line.text.split(" ")
            for word in own:
                size = len(word)
                asked.append(place + size // 2)
                place += size + 1
        else:
            spans = [match.span() for match in WORD.finditer(text, place, end)]
            words[index] = [text[first:last] for first, last in spans]
            rough.append(index)
            asked += [(first + last) // 2 for first, last in spans]
    if not words:
        return {}
    slots = [bisect_right(inner, middle) for middle in sheet.middles(asked)]
    first = 0
    told: dict[int, Pieces] = {}
    for index, own in words.items():
        told[index] = _pieces(own, slots[first : first + len(own)])
        first += len(own)
    for index in rough:
        told[index] = [(slot, tidy(said)) for slot, said in told[index]]
    return told


def _pieces(words: Sequence[str], slots: Sequence[int]) -> Pieces:
    """Words one after another that stand in one column, together."""
    first, slot = 0, slots[0]
    if slot == slots[-1]:  # what stands between two words of one column is in it
        return [(slot, " ".join(words))]
    pieces: Pieces = []
    for index, other in enumerate(slots):
        if other != slot:
            pieces.append((slot, " ".join(words[first:index])))
            first, slot = index, other
    return [*pieces, (slot, " ".join(words[first:]))]


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
    if len(set(owner)) == len(owner):
        return True  # no cell reaches over others
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
    left, bottom, right, top = (left - _SLACK) * 2, bottom * 2, (right + _SLACK) * 2, top * 2
    return [
        index
        for index, line in enumerate(lines)
        if bottom <= (box := line.box)[1] + box[3] <= top and left <= box[0] + box[2] <= right
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
