"""The ruled lines of a page, joined into grids: where its drawn tables are."""

from collections.abc import Sequence
from dataclasses import dataclass

from scoring.extract.pdf.drawn import THIN, Drawn
from scoring.extract.pdf.places import Box

_LONG = 5.0
_HIGHEST = 150.0
"""A higher ground is a page's or a box's, and no row's."""
_SAME = 3.0
_MOST = 6000
_FEWEST = 3
"""Edges of two columns, or of two rows."""


Rule = tuple[float, float, float]
"""A ruled line: at the first number on its own axis, between the others on the other axis."""


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


def grids_of(upright: list[Rule], level: list[Rule]) -> list[Grid]:
    """Grids of at least two rows and two columns, from the top of the page down."""
    if len(upright) < _FEWEST or len(level) < _FEWEST:
        return []
    bands = _connected(upright, level)
    grids = [grid for band in bands if (grid := _grid(band.upright, band.level)) is not None]
    return sorted(grids, key=lambda grid: (-grid.box[3], grid.box[0]))


def gaps(spans: Sequence[tuple[float, float]], places: Sequence[float]) -> list[int]:
    """Which of the places along an edge, in their order, no ruled line stands at, by index."""
    if len(spans) == 1:  # true of most
        begin, end = spans[0][0], spans[0][1] + _SAME
        if begin <= places[0] and places[-1] <= end:
            return []
        return [index for index, at in enumerate(places) if not begin <= at <= end]
    found = []
    following = 0
    end = float("-inf")
    for index, at in enumerate(places):
        while following < len(spans) and spans[following][0] <= at:
            end = spans[following][1] + _SAME
            following += 1
        if at > end:
            found.append(index)
    return found


def rules_of(drawn: Sequence[Drawn]) -> tuple[list[Rule], list[Rule], list[Rule]]:
    """Upright rules, level ones, and edges of painted grounds; those that go on are one."""
    upright: list[Rule] = []
    level: list[Rule] = []
    painted: list[Rule] = []
    stands, lies = upright.append, level.append
    crowded = len(drawn) * 4 > _MOST
    for thing in drawn:
        kind, (left, bottom, right, top), curved, filled, stroked, _ = thing
        if kind != "path" or curved:
            continue
        if crowded and len(upright) + len(level) > _MOST:
            break
        wide, high = right - left, top - bottom
        if wide <= THIN and high >= _LONG:
            stands(((left + right) / 2, bottom, top))
        elif high <= THIN and wide >= _LONG:
            lies(((bottom + top) / 2, left, right))
        elif stroked and wide >= _LONG and high >= _LONG:
            # A cell drawn as a rectangle: its four sides. Filled ones are mostly highlights.
            upright += [(left, bottom, top), (right, bottom, top)]
            level += [(bottom, left, right), (top, left, right)]
        elif filled and wide >= _LONG and _LONG <= high <= _HIGHEST:
            painted += [(bottom, left, right), (top, left, right)]
    return _whole(upright), _whole(level), _whole(painted)


def _whole(rules: list[Rule]) -> list[Rule]:
    """Rules that go on in one another, as one: each cell may have drawn its own edges."""
    if not rules:
        return []
    joined: list[Rule] = []
    (at, begin, reach), *others = sorted(rules)
    for place, start, end in others:
        if place == at and start <= reach + _SAME:
            if end > reach:
                reach = end
        else:
            joined.append((at, begin, reach))
            at, begin, reach = place, start, end
    return [*joined, (at, begin, reach)]


@dataclass(slots=True)
class _Band:
    """Rules that touch one another, and the box around them."""

    around: Box
    upright: list[Rule]
    level: list[Rule]


def _connected(upright: list[Rule], level: list[Rule]) -> list[_Band]:
    """Rules that touch one another belong to one table; found by sweeping down the page."""
    ruled = [(-end, at, start, at, (at, start, end), True) for at, start, end in upright]
    ruled += [(-at, start, at, end, (at, start, end), False) for at, start, end in level]
    done: list[_Band] = []
    open_ones: list[_Band] = []
    for minus, left, bottom, right, rule, stands in sorted(ruled):
        box = (left, bottom, right, -minus)
        if len(open_ones) == 1:
            band = open_ones[0]
            west, south, east, _ = band.around
            # True of most; from the top down none is higher.
            if south <= _SAME - minus and west <= right + _SAME and left <= east + _SAME:
                if not (west <= left and south <= bottom and right <= east):
                    band.around = _union(band.around, box)
                (band.upright if stands else band.level).append(rule)
                continue
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
    if len(upright) < _FEWEST or len(level) < _FEWEST:
        return None
    columns, standing = _edges(upright)
    rows, lying = _edges(level)
    if len(columns) < _FEWEST or len(rows) < _FEWEST:
        return None
    return Grid(columns, rows, standing, lying)


def _edges(
    rules: list[Rule],
) -> tuple[tuple[float, ...], tuple[tuple[tuple[float, float], ...], ...]]:
    """Edges, each with the stretches along which it is drawn."""
    edges: list[list[Rule]] = []
    places: list[float] = []
    last = float("-inf")
    for rule in sorted(rules):
        if rule[0] - last <= _SAME:
            edges[-1].append(rule)
        else:
            last = rule[0]
            places.append(last)
            edges.append([rule])
    return tuple(places), tuple(map(_stretches, edges))


def _stretches(edge: list[Rule]) -> tuple[tuple[float, float], ...]:
    if len(edge) == 1:
        return (edge[0][1:],)
    joined: list[tuple[float, float]] = []
    (begin, reach), *others = sorted([rule[1:] for rule in edge])
    for start, end in others:
        if start <= reach + _SAME:
            if end > reach:
                reach = end
        else:
            joined.append((begin, reach))
            begin, reach = start, end
    return (*joined, (begin, reach))


def _touch(one: Box, two: Box) -> bool:
    left, bottom, right, top = one
    left2, bottom2, right2, top2 = two
    return (
        bottom <= top2 + _SAME
        and bottom2 <= top + _SAME
        and left <= right2 + _SAME
        and left2 <= right + _SAME
    )


def _union(one: Box, two: Box) -> Box:
    left, bottom, right, top = one
    left2, bottom2, right2, top2 = two
    return (
        left if left <= left2 else left2,
        bottom if bottom <= bottom2 else bottom2,
        right if right >= right2 else right2,
        top if top >= top2 else top2,
    )
