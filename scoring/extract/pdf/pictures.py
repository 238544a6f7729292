"""How many pictures and charts does a page show?"""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from scoring.extract.pdf.drawn import Drawn
from scoring.extract.pdf.places import Box
from scoring.extract.pdf.raw import Sheet

_SMALLEST_SHARE = 0.015
_SMALLEST_INSET = 0.03
_WHOLE_SHARE = 0.85
_SMALLEST_SIDE = 20.0
_FEWEST_CURVES = 3
_FEWEST_BARS = 3
_MANY_SEGMENTS = 12
_NEAR = 15.0
_MOST_PATHS = 3000
_FEWEST_REPEATS = 3


def pictures_of(sheet: Sheet, drawn: Sequence[Drawn]) -> tuple[Box, ...]:
    """Where images larger than icons are, and clusters of paths that make a chart.

    An image as large as the page is a background or a scan, and tells nothing beside the
    text. Curved shapes (pie sectors, rounded figures) close to each other make one chart; so
    do three or more filled bars that stand on one line and differ in height.
    """
    if not [thing for thing in drawn if thing[0] != "path" or thing[2] or thing[3]]:
        return ()  # nothing but lines, as on most pages
    page = max(1.0, sheet.width * sheet.height)
    images = [thing.box for thing in drawn if thing.kind in ("image", "shading")]
    shown = [box for box in images if _SMALLEST_SHARE <= _area(box) / page < _WHOLE_SHARE]
    charts = [box for box in _charts(drawn) if _area(box) / page >= _SMALLEST_SHARE]
    free = [box for box in charts if not any(_overlap(box, other) for other in shown)]
    # Programs cut one image into strips: neighbours without a gap are one picture.
    return (*map(_around, _clusters(shown, 1.0)), *free)


def insets_of(sheet: Sheet, drawn: Sequence[Drawn], lines: Sequence[Box]) -> tuple[Box, ...]:
    """Images large enough to show words, with no line of the page's own text upon them."""
    images = [thing.box for thing in drawn if thing[0] == "image"]
    if not images:
        return ()
    page = max(1.0, sheet.width * sheet.height)
    pieces = [box for box in images if _area(box) / page < _WHOLE_SHARE]
    whole = map(_around, _clusters(pieces, 1.0))
    return tuple(
        box
        for box in whole
        if _SMALLEST_INSET <= _area(box) / page < _WHOLE_SHARE
        and min(_sides(box)) >= 2 * _SMALLEST_SIDE
        and not any(_overlap(box, line) for line in lines)
    )


def count_pictures(pages: Sequence[Sequence[Box]]) -> int:
    """Pictures of a document; what stands at one place on most of its pages is furniture."""
    places = Counter(place for boxes in pages for place in set(map(_place, boxes)))
    least = max(_FEWEST_REPEATS, len(pages) / 2)
    return sum(places[_place(box)] < least for boxes in pages for box in boxes)


def _place(box: Box) -> tuple[int, ...]:
    return tuple(round(edge / 2) for edge in box)


def image_share(sheet: Sheet, drawn: Sequence[Drawn]) -> float:
    """Share of the page under images, 0..1: a scan is all image."""
    page = max(1.0, sheet.width * sheet.height)
    return min(1.0, sum(_area(thing.box) for thing in drawn if thing.kind == "image") / page)


def _charts(drawn: Sequence[Drawn]) -> list[Box]:
    paths = [thing for thing in drawn if thing.kind == "path"][:_MOST_PATHS]
    paths = [path for path in paths if path.curved or path.filled]
    if not paths:
        return []
    curved = [p.box for p in paths if p.curved and max(_sides(p.box)) >= _SMALLEST_SIDE]
    figures = [_around(group) for group in _clusters(curved, _NEAR) if len(group) >= _FEWEST_CURVES]
    # Office draws all bars of a series, or the area under a line, as one path.
    series = [
        p.box
        for p in paths
        if p.filled and p.segments >= _MANY_SEGMENTS and min(_sides(p.box)) >= _SMALLEST_SIDE
    ]
    bars = [p.box for p in paths if p.filled and not p.curved and min(_sides(p.box)) >= 4]
    return [_around(group) for group in _clusters([*figures, *series, *_bar_charts(bars)], _NEAR)]


def _bar_charts(bars: Sequence[Box]) -> list[Box]:
    """Bars that share a foot (or, lying, a left edge), equally thick, of different lengths."""
    found = []
    for foot, across in ((1, 0), (0, 1)):
        feet: dict[int, list[Box]] = {}
        for bar in bars:
            feet.setdefault(round(bar[foot]), []).append(bar)
        found += [_around(group) for group in feet.values() if _are_bars(group, foot, across)]
    return found


def _are_bars(group: Sequence[Box], foot: int, across: int) -> bool:
    """Cells of a shaded table and highlighted lines stand on one edge too, but touch."""
    lengths = {round(bar[foot + 2] - bar[foot]) for bar in group}
    if min(len(lengths), len(group)) < _FEWEST_BARS:
        return False
    thick = [bar[across + 2] - bar[across] for bar in group]
    ordered = sorted(group, key=lambda bar: bar[across])
    gaps = [after[across] - before[across + 2] for before, after in pairwise(ordered)]
    return max(thick) < 1.2 * min(thick) and min(gaps) > 0.05 * min(thick)


def _clusters(boxes: Sequence[Box], near: float) -> list[list[Box]]:
    """Groups of boxes that lie within ``near`` points of one another."""
    groups: list[tuple[Box, list[Box]]] = []
    for box in sorted(boxes):
        touching = [group for group in groups if _overlap(_grown(group[0], near), box)]
        members = [box, *(one for group in touching for one in group[1])]
        groups = [group for group in groups if group not in touching]
        groups.append((_around(members), members))
    return [members for _, members in groups]


def _area(box: Box) -> float:
    return max(0.0, box[2] - box[0]) * max(0.0, box[3] - box[1])


def _sides(box: Box) -> tuple[float, float]:
    return box[2] - box[0], box[3] - box[1]


def _around(boxes: Sequence[Box]) -> Box:
    lefts, bottoms, rights, tops = zip(*boxes, strict=True)
    return min(lefts), min(bottoms), max(rights), max(tops)


def _grown(box: Box, by: float) -> Box:
    return box[0] - by, box[1] - by, box[2] + by, box[3] + by


def _overlap(one: Box, two: Box) -> bool:
    return one[0] <= two[2] and two[0] <= one[2] and one[1] <= two[3] and two[1] <= one[3]
