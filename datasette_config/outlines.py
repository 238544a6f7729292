"""The regions' outlines on a map of Russia: made once from GeoJSON, carried as data.

``python -m datasette_config.outlines regions.geojson`` writes ``outlines.json``: for each ISO
3166-2 code the path of an SVG in a room of WIDTH by about half as much. The source is Natural
Earth, 1:50m admin-1 states and provinces, which is in the public domain.
"""

import itertools
import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from math import cos, hypot, log, radians, sin, tan
from pathlib import Path
from typing import Any

WIDTH = 960
_FILE = Path(__file__).with_name("outlines.json")
_TOLERANCE = 1.1  # pixels a simplified line may stray
_SMALLEST = 3.0  # square pixels; a smaller island is left out, unless it is all there is
# Lambert's conformal conic with the parallels usual for maps of Russia (Snyder 1987, 15-1..15-5).
_NORTH, _SOUTH, _MIDDLE = radians(64), radians(52), radians(100)
_CUT = -30  # degrees: longitudes west of it lie beyond the date line, in the far east

Point = tuple[float, float]


@cache
def outlines() -> Mapping[str, str]:
    """Paths by ISO 3166-2 code; regions without an outline are not in it."""
    shapes: Mapping[str, str] = json.loads(_FILE.read_text("utf-8"))["shapes"]
    return shapes


@cache
def height() -> int:
    """The height of the map, where its width is WIDTH."""
    tall: int = json.loads(_FILE.read_text("utf-8"))["height"]
    return tall


def project(longitude: float, latitude: float) -> Point:
    """Degrees to the plane; x grows to the east and y to the south, units of no importance."""
    turned = longitude + 360 if longitude < _CUT else longitude
    cone = log(cos(_SOUTH) / cos(_NORTH)) / log(_half(_NORTH) / _half(_SOUTH))
    away = 1 / _half(radians(latitude)) ** cone
    angle = cone * (radians(turned) - _MIDDLE)
    return away * sin(angle), away * cos(angle)


def _half(angle: float) -> float:
    return tan(radians(45) + angle / 2)


def simplified(line: Sequence[Point], tolerance: float) -> list[Point]:
    """The line with fewer points, none further from it than ``tolerance``.

    Douglas and Peucker, Cartographica 10 (1973).
    """
    if len(line) < 3:
        return list(line)
    far, at = max((_distance(p, line[0], line[-1]), i) for i, p in enumerate(line[1:-1], 1))
    if far <= tolerance:
        return [line[0], line[-1]]
    return simplified(line[: at + 1], tolerance)[:-1] + simplified(line[at:], tolerance)


def _distance(point: Point, begin: Point, end: Point) -> float:
    along = end[0] - begin[0], end[1] - begin[1]
    length = hypot(*along)
    if not length:
        return hypot(point[0] - begin[0], point[1] - begin[1])
    return abs(along[0] * (begin[1] - point[1]) - along[1] * (begin[0] - point[0])) / length


def _rings(geometry: Mapping[str, Any]) -> list[list[Point]]:
    parts = geometry["coordinates"]
    many = parts if geometry["type"] == "MultiPolygon" else [parts]
    return [[project(x, y) for x, y in ring] for part in many for ring in part]


def _area(ring: Sequence[Point]) -> float:
    pairs = itertools.pairwise([*ring, ring[0]])
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in pairs)) / 2


def _path(rings: Iterable[Sequence[Point]]) -> str:
    """Whole pixels, each step told from the point before: the shortest way to write it."""
    said = ""
    for ring in rings:
        whole = [(round(x), round(y)) for x, y in simplified(ring, _TOLERANCE)]
        steps = [(b[0] - a[0], b[1] - a[1]) for a, b in itertools.pairwise(whole[:-1])]
        line = "".join(f"{dx} {dy}" if not i and dx >= 0 else f"{' ' if dx >= 0 else ''}{dx}"
                       f"{' ' if dy >= 0 else ''}{dy}" for i, (dx, dy) in enumerate(steps)
                       if dx or dy)  # fmt: skip
        said += f"M{whole[0][0]} {whole[0][1]}l{line}z" if line else ""
    return said.replace(" -", "-")


def make(source: Path) -> Mapping[str, object]:
    """What ``outlines.json`` holds."""
    features = json.loads(source.read_text("utf-8"))["features"]
    rings = {f["properties"]["iso"]: _rings(f["geometry"]) for f in features}
    every = [p for shape in rings.values() for ring in shape for p in ring]
    west, north = min(p[0] for p in every), min(p[1] for p in every)
    scale = (WIDTH - 4) / (max(p[0] for p in every) - west)
    shapes = {}
    for iso, shape in sorted(rings.items()):
        placed = [[(2 + (x - west) * scale, 2 + (y - north) * scale) for x, y in r] for r in shape]
        placed.sort(key=_area, reverse=True)
        shapes[iso] = _path(r for i, r in enumerate(placed) if not i or _area(r) >= _SMALLEST)
    tall = round((max(p[1] for p in every) - north) * scale) + 4
    about = (
        "Natural Earth 1:50m admin-1 (public domain), simplified; Moscow and its oblast put right"
    )
    return {"source": about, "height": tall, "shapes": shapes}


if __name__ == "__main__":
    _FILE.write_text(json.dumps(make(Path(sys.argv[1])), indent=0) + "\n", "utf-8")
