"""How a page is set: how far apart its lines stand, how wide its columns are."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from scoring.extract.pdf.lines import Line
from scoring.extract.pdf.places import Box

_USUAL_GAP = 0.85
_FEW_GAPS = 5
_FEW_LINES = 4
_NARROW = 0.6


@dataclass(frozen=True, slots=True)
class Setting:
    """``gap``: between lines of one paragraph at most, as a share of the size of type.

    ``edges``: the right edge of the column a line stands in, by the line's first sign.
    """

    gap: float
    edges: Mapping[int, float]


def setting_of(lines: Sequence[Line]) -> Setting:
    """The setting of a page, from its lines in reading order."""
    if not lines:
        return Setting(_USUAL_GAP, {})
    # The lines in columns: taking each of hundreds of lines apart costs more than all else here.
    _, boxes, sizes, starts, *_ = zip(*lines, strict=True)
    gap = _gap(boxes, sizes)
    begins = [*_begins(boxes, sizes, gap), len(lines)]
    rights = [box[2] for box in boxes]
    edges: dict[int, float] = {}
    few: list[tuple[int, int, float]] = []
    for first, end in pairwise(begins):
        reach = max(rights[first:end])
        edges.update(dict.fromkeys(starts[first:end], reach))
        if end - first < _FEW_LINES:
            few.append((first, end, reach))
    if few:
        edges.update(_beside(few, boxes, starts))
    return Setting(gap, edges)


def _beside(
    few: Sequence[tuple[int, int, float]], boxes: Sequence[Box], starts: Sequence[int]
) -> dict[int, float]:
    """A few short lines by themselves are no column: the edge of others that begin there is."""
    widest: dict[int, float] = {}
    places = [round(box[0] / 10) for box in boxes]
    for place, box in zip(places, boxes, strict=True):
        if box[2] > widest.get(place, 0.0):
            widest[place] = box[2]
    edges = {}
    for first, end, reach in few:
        for index in range(first, end):
            right, left = widest.get(places[index], 0.0), boxes[index][0]
            if reach - left < _NARROW * (right - left):
                edges[starts[index]] = right
    return edges


def _gap(boxes: Sequence[Box], sizes: Sequence[float]) -> float:
    """A quarter more than the usual gap: single spacing and double both occur."""
    gaps = [
        round(gap, 1)
        for (above, box), size in zip(pairwise(boxes), sizes[1:], strict=True)
        if -0.5 < (gap := (above[1] - box[3]) / size) < 2.0
    ]
    if len(gaps) < _FEW_GAPS:
        return _USUAL_GAP
    counts: dict[float, int] = {}
    for gap in gaps:
        counts[gap] = counts.get(gap, 0) + 1
    return max(0.0, max(sorted(counts), key=counts.__getitem__)) * 1.25 + 0.25


def _begins(boxes: Sequence[Box], sizes: Sequence[float], gap: float) -> list[int]:
    """The first of lines that follow one another without a larger gap or a jump up the page."""
    found = [0]
    low = boxes[0][1]
    for index, (_, bottom, _, top) in enumerate(boxes):
        size = sizes[index]
        if index and not -size < low - top <= gap * size:
            found.append(index)
        low = bottom
    return found
