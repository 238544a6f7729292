"""The ruled lines of a page, joined into grids: where its drawn tables are."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from scoring.extract.pdf.drawn import THIN, Drawn
from scoring.extract.pdf.places import Box

_LONG = 5.0
_SAME = 3.0
_MOST = 6000


class Rule(NamedTuple):
    """A ruled line: at ``at`` on its own axis, from ``start`` to ``end`` on the other."""

    at: float
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Grid:
    """A table drawn with lines: edges of its columns (left to right) and rows (bottom up)."""

    columns: tuple[float, ...]
    rows: tuple[float, ...]
    upright: tuple[tuple[tuple[float, float], ...], ...]
    level: tuple[tuple[tuple[float, float], ...], ...]

    @property
    def box(self) -> Box:
        """The whole table."""
        return self.columns[0], self.rows[0], self.columns[-1], self.rows[-1]


def grids_of(drawn: Iterable[Drawn]) -> list[Grid]:
    """Grids of at least two rows and two columns, from the top of the page down."""
    upright, level = _rules(drawn)
    bands = _connected(upright, level)
    grids = [grid for band in bands if (grid := _grid(band.upright, band.level)) is not None]
    return sorted(grids, key=lambda grid: (-grid.box[3], grid.box[0]))


def crossed(spans: Sequence[tuple[float, float]], at: float) -> bool:
    """Does a ruled line stand at this place along its edge?"""
    index = bisect_right(spans, (at, float("inf"))) - 1
    return index >= 0 and spans[index][0] - _SAME <= at <= spans[index][1] + _SAME


def _rules(drawn: Iterable[Drawn]) -> tuple[list[Rule], list[Rule]]:
    upright: list[Rule] = []
    level: list[Rule] = []
    for thing in drawn:
        if thing.kind != "path" or thing.curved or len(upright) + len(level) > _MOST:
            continue
        left, bottom, right, top = thing.box
        wide, high = right - left, top - bottom
        if wide <= THIN and high >= _LONG:
            upright.append(Rule((left + right) / 2, bottom, top))
        elif high <= THIN and wide >= _LONG:
            level.append(Rule((bottom + top) / 2, left, right))
        elif thing.stroked and wide >= _LONG and high >= _LONG:
            # A cell drawn as a rectangle: its four sides. Filled ones are mostly highlights.
            upright += [Rule(left, bottom, top), Rule(right, bottom, top)]
            level += [Rule(bottom, left, right), Rule(top, left, right)]
    return upright, level


@dataclass(slots=True)
class _Band:
    """Rules that touch one another, and the box around them."""

    around: Box
    upright: list[Rule]
    level: list[Rule]


def _connected(upright: list[Rule], level: list[Rule]) -> list[_Band]:
    """Rules that touch one another belong to one table; found by sweeping down the page."""
    # A line between two cells is often drawn twice, as an edge of each.
    boxes = [((r.at, r.start, r.at, r.end), r, True) for r in set(upright)]
    boxes += [((r.start, r.at, r.end, r.at), r, False) for r in set(level)]
    done: list[_Band] = []
    open_ones: list[_Band] = []
    for box, rule, stands in sorted(boxes, key=lambda item: (-item[0][3], item[0])):
        touching = [band for band in open_ones if _touch(band.around, box)]
        band = touching[0] if touching else _Band(box, [], [])
        for other in touching[1:]:
            band.upright += other.upright
            band.level += other.level
            band.around = _union(band.around, other.around)
        band.around = _union(band.around, box)
        (band.upright if stands else band.level).append(rule)
        if len(touching) != 1:
            merged = set(map(id, touching))
            low = box[3] + _SAME
            done += [one for one in open_ones if one.around[1] > low]
            open_ones = [one for one in open_ones if id(one) not in merged and one.around[1] <= low]
            open_ones.append(band)
    return done + open_ones


def _grid(upright: list[Rule], level: list[Rule]) -> Grid | None:
    columns, standing = _edges(upright)
    rows, lying = _edges(level)
    if len(columns) < 3 or len(rows) < 3:
        return None
    return Grid(columns, rows, standing, lying)


def _edges(
    rules: list[Rule],
) -> tuple[tuple[float, ...], tuple[tuple[tuple[float, float], ...], ...]]:
    """Edges, each with the stretches along which it is drawn."""
    edges: list[list[Rule]] = []
    for rule in sorted(rules, key=lambda rule: (rule.at, rule.start, rule.end)):
        if edges and rule.at - edges[-1][0].at <= _SAME:
            edges[-1].append(rule)
        else:
            edges.append([rule])
    places = tuple(edge[0].at for edge in edges)
    return places, tuple(_stretches(edge) for edge in edges)


def _stretches(edge: list[Rule]) -> tuple[tuple[float, float], ...]:
    joined: list[tuple[float, float]] = []
    for start, end in sorted((rule.start, rule.end) for rule in edge):
        if joined and start <= joined[-1][1] + _SAME:
            joined[-1] = (joined[-1][0], max(joined[-1][1], end))
        else:
            joined.append((start, end))
    return tuple(joined)


def _touch(one: Box, two: Box) -> bool:
    return (
        one[0] <= two[2] + _SAME
        and two[0] <= one[2] + _SAME
        and one[1] <= two[3] + _SAME
        and two[1] <= one[3] + _SAME
    )


def _union(one: Box, two: Box) -> Box:
    return min(one[0], two[0]), min(one[1], two[1]), max(one[2], two[2]), max(one[3], two[3])
