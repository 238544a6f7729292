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
    away = [
        (above[1] - box[3]) / size
        for above, box, size in zip(boxes, boxes[1:], sizes[1:], strict=False)
    ]
    gap = _gap(away)
    # Lines follow one another without a larger gap or a jump up the page, or others begin.
    begins = [0, *[n for n, share in enumerate(away, 1) if not -1 < share <= gap], len(lines)]
    rights = [box[2] for box in boxes]
    edges: list[float] = []
    few: list[int] = []
    for first, end in pairwise(begins):
        edges += [max(rights[first:end])] * (end - first)
        if end - first < _FEW_LINES:
            few += range(first, end)
    if few:
        _widen(edges, few, boxes)
    return Setting(gap, dict(zip(starts, edges, strict=True)))


def _widen(edges: list[float], few: Sequence[int], boxes: Sequence[Box]) -> None:
    """A few short lines by themselves are no column: the edge of others that begin there is."""
    widest: dict[int, float] = {}
    places = [round(box[0] / 10) for box in boxes]
    for place, box in zip(places, boxes, strict=True):
        if box[2] > widest.get(place, 0.0):
            widest[place] = box[2]
    for index in few:
        right, left = widest.get(places[index], 0.0), boxes[index][0]
        if edges[index] - left < _NARROW * (right - left):
            edges[index] = right


def _gap(away: Sequence[float]) -> float:
    """A quarter more than the usual gap: single spacing and double both occur."""
    # In tenths of the size of type: whole numbers are rounded to in a quarter of the time.
    gaps = [round(10 * share) for share in away if -0.5 < share < 2.0]
    if len(gaps) < _FEW_GAPS:
        return _USUAL_GAP
    counts: dict[int, int] = {}
    for gap in gaps:
        counts[gap] = counts.get(gap, 0) + 1
    return max(0, max(sorted(counts), key=counts.__getitem__)) / 10 * 1.25 + 0.25
