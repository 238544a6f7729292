"""Rules one under another, as wide as one another: where tables are whose columns nothing parts."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from scoring.extract.pdf.lines import Line
from scoring.extract.pdf.places import Box
from scoring.extract.pdf.rules import Rule

_SAME = 3.0
_NARROWEST = 120.0
_FEWEST = 2
_MOST = 400
_LOOSE = 1.6
_HIGHEST = 14.0
"""Sizes of type: that no word stands in, and that a row is high. In tables both are less."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """Rules from the top down, and the lines between two of them, by index."""

    left: float
    right: float
    edges: tuple[float, ...]
    bands: tuple[tuple[int, ...], ...]


def shelves_of(level: Iterable[Rule], grids: Sequence[Box], lines: Sequence[Line]) -> list[Shelf]:
    """Shelves of a row or more that are full of words, outside the grids."""
    stacks: list[tuple[float, float, list[float]]] = []
    free = [rule for rule in level if rule[2] - rule[1] >= _NARROWEST]
    for grid in grids:
        free = _outside(free, grid)
    for at, left, right in sorted(free, reverse=True):
        for begin, end, edges in stacks:
            if abs(begin - left) <= _SAME and abs(end - right) <= _SAME:
                if edges[-1] - at > _SAME:
                    edges.append(at)
                break
        else:
            stacks.append((left, right, [at]))
    high = [stack for stack in stacks if _FEWEST <= len(stack[2]) <= _MOST]
    return [shelf for stack in high for shelf in _full(*stack, lines)]


def _outside(rules: Iterable[Rule], grid: Box) -> list[Rule]:
    west, south, east, north = grid
    south, north = south - _SAME, north + _SAME
    return [
        rule
        for rule in rules
        if not (south <= rule[0] <= north and rule[1] < east and west < rule[2])
    ]


def _full(
    left: float, right: float, edges: Sequence[float], lines: Sequence[Line]
) -> Iterator[Shelf]:
    """Where a band is not filled by its words, one table ends and another may begin."""
    held: list[tuple[int, ...]] = []
    since = 0
    for number, (above, below) in enumerate(pairwise(edges)):
        inside = _between(lines, left, right, above, below)
        if inside and _is_tight([lines[index] for index in inside], above, below):
            held.append(inside)
            continue
        yield from _shelf(left, right, edges[since : number + 1], held)
        held, since = [], number + 1
    yield from _shelf(left, right, edges[since:], held)


def _shelf(
    left: float, right: float, edges: Sequence[float], held: Sequence[tuple[int, ...]]
) -> Iterator[Shelf]:
    if len(held) >= _FEWEST - 1:
        yield Shelf(left, right, tuple(edges), tuple(held))


def _between(
    lines: Sequence[Line], left: float, right: float, above: float, below: float
) -> tuple[int, ...]:
    return tuple(
        index
        for index, line in enumerate(lines)
        if below < (line.box[1] + line.box[3]) / 2 < above
        and left - _SAME <= line.box[0]
        and line.box[2] <= right + _SAME
    )


def _is_tight(lines: Sequence[Line], above: float, below: float) -> bool:
    """Words from rule to rule, with no more room than lines of text leave."""
    foot = above
    size = min(line.size for line in lines)
    room = _LOOSE * size
    if above - below > _HIGHEST * size:
        return False
    for line in sorted(lines, key=lambda line: -line.box[3]):
        if foot - line.box[3] > room:
            return False
        foot = min(foot, line.box[1])
    return foot - below <= room
