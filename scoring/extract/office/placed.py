"""In which order do shapes on a slide read? Authors draw them in any."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeVar

_SLACK = 0.15
"""Share of a shape's side that may overlap its neighbour and still stand beside it."""


@dataclass(frozen=True, slots=True)
class Box:
    """A place on a slide, in any one unit."""

    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Its right edge."""
        return self.left + self.width

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return self.top + self.height


Thing = TypeVar("Thing")
Placed = tuple[Box | None, Thing]


def in_order(things: Sequence[Placed[Thing]]) -> list[Thing]:
    """Things in the order drawn where that reads from the top and the left, else by their places.

    What has no place stands where it was drawn, after the thing before it.
    """
    groups: list[tuple[Box, list[Thing]]] = []
    first: list[Thing] = []
    for box, thing in things:
        if box is None:
            (groups[-1][1] if groups else first).append(thing)
        else:
            groups.append((box, [thing]))
    if any(_before(there, here) for (here, _), (there, _) in pairwise(groups)):
        groups = _cut(groups)
    return [*first, *(thing for _, held in groups for thing in held)]


def _before(there: Box, here: Box) -> bool:
    """Nobody reads ``there`` after ``here``: it lies above, and not in a column to the right."""
    above = there.bottom - _SLACK * there.height <= here.top and there.left < here.right
    level = there.top < here.bottom and here.top < there.bottom
    return above or (level and there.right - _SLACK * there.width <= here.left)


Group = tuple[Box, list[Thing]]
Side = Callable[[Box], tuple[float, float]]


def _cut(groups: list[Group[Thing]]) -> list[Group[Thing]]:
    """Split along the widest empty strip, and each part again; what overlaps goes by its corner."""
    if len(groups) < 2:
        return groups
    rows, down = _split(groups, lambda b: (b.top, b.bottom))
    columns, across = _split(groups, lambda b: (b.left, b.right))
    if len(rows) < 2 and len(columns) < 2:
        return sorted(groups, key=lambda g: (g[0].top, g[0].left))
    parts = rows if len(rows) > 1 and (len(columns) < 2 or down >= across) else columns
    return [group for part in parts for group in _cut(part)]


def _split(groups: list[Group[Thing]], side: Side) -> tuple[list[list[Group[Thing]]], float]:
    """The parts on both sides of the widest strip, and how wide it is (below 0: they overlap)."""
    ordered = sorted(groups, key=lambda g: (*side(g[0]), g[0].top, g[0].left))
    end, best, at = side(ordered[0][0])[1], float("-inf"), 0
    for number, (box, _) in enumerate(ordered[1:], 1):
        start, stop = side(box)
        if start - end > best:
            best, at = start - end, number
        end = max(end, stop)
    sizes = [side(box)[1] - side(box)[0] for box, _ in groups]
    if best < -_SLACK * min(sizes):
        return [ordered], best
    return [ordered[:at], ordered[at:]], best
