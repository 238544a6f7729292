"""The heads of a table without lines: which words stand over which of its columns."""

from collections.abc import Callable, Sequence
from itertools import pairwise

from scoring.extract.pdf.lines import Line
from scoring.extract.pdf.words import Piece

Column = tuple[float, float]
"""Left and right edge of what stands in a column."""

Parted = Callable[[Line], Sequence[Piece]]
_MOST_LINES = 6
_FAR = 2.2
_LONGEST = 60
_ENDS = (".", ";", ":", "!", "?")


def heads_over(
    lines: Sequence[Line],
    first: int,
    free: Callable[[int], bool],
    columns: Sequence[Column],
    label: Column,
    parted: Parted,
) -> tuple[list[tuple[str, ...]], list[int]]:
    """Rows of heads from the top down and the lines they were read from, by index.

    ``lines[first]`` is the table's first; ``free`` says which lines no table tells. Lines
    above are heads as long as each of their parts stands over columns and says little.
    """
    bands: list[list[int]] = []
    size = lines[first].size
    edge = foot = lines[first].box[3] - 0.8 * size
    for index in range(first - 1, max(-1, first - 1 - _MOST_LINES), -1):
        line = lines[index]
        if not free(index) or not edge < line.box[1] < foot + (_FAR + 0.8) * size:
            break
        if not _is_head(line, parted(line)):
            break
        if bands and abs(lines[bands[-1][0]].box[1] - line.box[1]) < 0.5 * size:
            bands[-1].append(index)
        else:
            bands.append([index])
        foot = max(foot, line.box[3] - 0.8 * size)
    bands.sort(key=lambda band: lines[band[0]].box[1])
    told = [_row([p for i in sorted(band) for p in parted(lines[i])], columns, label)
            for band in reversed(bands)]  # fmt: skip
    while told and not any(told[0][1:]):
        told.pop(0)
        bands.pop()
    return _joined(told), [index for band in bands for index in band]


def _is_head(line: Line, parts: Sequence[Piece]) -> bool:
    if line.text.endswith(_ENDS) and not line.text.endswith("руб."):
        return False
    return all(len(part.text) <= _LONGEST for part in parts)


def _row(parts: Sequence[Piece], columns: Sequence[Column], label: Column) -> tuple[str, ...]:
    """A row of heads; where one stands over several columns alike, it is repeated in each."""
    over = sorted((p for p in parts if _over_numbers(p, columns, label)), key=lambda p: p.left)
    cells = [""] * (len(columns) + 1)
    for part in parts:
        if part not in over:
            cells[0] = f"{cells[0]} {part.text}".strip()
    if over and len(columns) > len(over) and len(columns) % len(over) == 0 and len(over) > 1:
        wide = len(columns) // len(over)
        for number, part in enumerate(over):
            cells[1 + number * wide : 1 + (number + 1) * wide] = [part.text] * wide
        return tuple(cells)
    for part in over:
        slot = 1 + max(range(len(columns)), key=lambda n: _shared(part, columns[n]))
        cells[slot] = f"{cells[slot]} {part.text}".strip()
    return tuple(cells)


def _over_numbers(part: Piece, columns: Sequence[Column], label: Column) -> bool:
    edge = min(columns[0][0], max(label[1], columns[0][0] - 60))
    return part.right > columns[0][0] and (part.left + part.right) / 2 > min(edge, label[1])


def _shared(part: Piece, column: Column) -> float:
    """How much of a head stands over a column; else how near it is."""
    shared = min(part.right, column[1]) - max(part.left, column[0])
    return shared if shared > 0 else -abs(part.left + part.right - column[0] - column[1]) / 2


def _joined(rows: list[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """Lines of one head are one row; a row over another that parts its columns is two.

    The label's head belongs to all rows of heads, as a cell that spans them.
    """
    joined: list[tuple[str, ...]] = []
    for row in rows:
        if joined and _goes_on(joined[-1], row):
            joined[-1] = tuple(f"{a} {b}".strip() for a, b in zip(joined[-1], row, strict=True))
        else:
            joined.append(row)
    label = " ".join(row[0] for row in joined if row[0])
    return [(label, *row[1:]) for row in joined]


def _goes_on(above: tuple[str, ...], row: tuple[str, ...]) -> bool:
    """A small letter or a bracket goes on; heads that repeat over columns are parted below."""
    said = [(a, b) for a, b in zip(above[1:], row[1:], strict=True) if b]
    if not said or not any(above[1:]):
        return True
    if any(a and a == b for a, b in pairwise(above[1:])):
        return False
    staggered = len(said) < len(row) - 1
    return staggered or all(b[:1].islower() or b[:1] == "(" for _, b in said)
