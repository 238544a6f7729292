"""Merged cells repeated in every place they cover."""

from collections.abc import Sequence

from scoring.extract.office.script import MOST_CELLS

Range = tuple[tuple[int, int], tuple[int, int]]
_MOST = 100_000


def filled(
    rows: list[list[str]], corner: tuple[int, int], ranges: Sequence[Range] | None
) -> list[list[str]]:
    """The rows with each range filled by its first cell, as far as the rows reach."""
    top, left = corner
    width = max(map(len, rows), default=0)
    budget = MOST_CELLS
    for (first, start), (last, end) in list(ranges or ())[:_MOST]:
        down, across = first - top, start - left
        if not (0 <= down < len(rows) and 0 <= across < len(rows[down])):
            continue
        said = rows[down][across]
        height = min(last - top, len(rows) - 1)
        wide = min(end - left, width - 1)
        budget -= (height - down + 1) * (wide - across + 1)
        if budget < 0 or not said:
            continue
        for row in rows[down : height + 1]:
            row[across : wide + 1] = [said] * len(row[across : wide + 1])
    return rows
