"""Where each region's tile stands: a grid that keeps neighbours near and gives all equal room."""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import ceil, sqrt

from datasette_config.assignment import assign

# How much of a coordinate is its place in the queue, how much its real distance. All
# distance crowds European Russia into a corner, all queue forgets the shape of the country.
_QUEUE = 0.65
_ROOM = 2.0  # cells for each region, so that coasts and gaps remain
_ASPECT = 1.9


@dataclass(frozen=True, slots=True)
class Tile:
    """A region's cell; column 0 is west, row 0 is north."""

    id: str
    column: int
    row: int


@dataclass(frozen=True, slots=True)
class Grid:
    """All the tiles, and how many columns and rows they take."""

    columns: int
    rows: int
    tiles: tuple[Tile, ...]


@lru_cache(maxsize=8)
def grid(points: tuple[tuple[str, float, float], ...]) -> Grid:
    """Place regions given as (id, latitude, longitude) in degrees; the same always alike."""
    if not points:
        return Grid(0, 0, ())
    rows = max(1, round(sqrt(_ROOM * len(points) / _ASPECT)))
    columns = ceil(_ROOM * len(points) / rows)
    east = _spread(_unwrapped([p[2] for p in points]))
    south = _spread([-p[1] for p in points])
    cells = [(c, r) for r in range(rows) for c in range(columns)]
    cost = [
        [(c - x * (columns - 1)) ** 2 + (r - y * (rows - 1)) ** 2 for c, r in cells]
        for x, y in zip(east, south, strict=True)
    ]
    return _cropped([p[0] for p in points], [cells[i] for i in assign(cost)])


def _cropped(ids: Sequence[str], cells: Sequence[tuple[int, int]]) -> Grid:
    west, north = min(c for c, _ in cells), min(r for _, r in cells)
    tiles = tuple(Tile(i, c - west, r - north) for i, (c, r) in zip(ids, cells, strict=True))
    return Grid(1 + max(t.column for t in tiles), 1 + max(t.row for t in tiles), tiles)


def _spread(values: Sequence[float]) -> list[float]:
    """Each value as 0..1, between its place in the queue and its distance."""
    ordered = sorted(values)
    span = ordered[-1] - ordered[0] or 1.0
    last = max(1, len(ordered) - 1)
    return [
        _QUEUE * ordered.index(v) / last + (1 - _QUEUE) * (v - ordered[0]) / span for v in values
    ]


def _unwrapped(longitudes: Sequence[float]) -> list[float]:
    """Longitudes counted from the widest gap: Chukotka lies east of Kamchatka, not of Alaska."""
    ring = sorted(longitudes)
    gaps = [(b - a, b) for a, b in itertools.pairwise(ring)]
    gaps.append((ring[0] + 360 - ring[-1], ring[0]))
    start = max(gaps)[1]
    return [(v - start) % 360 for v in longitudes]
