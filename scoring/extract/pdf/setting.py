"""How a page is set: how far apart its lines stand, how wide its columns are."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from scoring.extract.pdf.lines import Line

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
    gap = _gap(lines)
    rights: dict[int, float] = {}
    for line in lines:
        left, _, right, _ = line.box
        key = round(left / 10)
        if right > rights.get(key, 0.0):
            rights[key] = right
    edges: dict[int, float] = {}
    for run in _runs(lines, gap):
        reach = max([line.box[2] for line in run])
        few = len(run) < _FEW_LINES
        for line in run:
            edges[line.start] = reach
            if few:
                # A few short lines by themselves are no column.
                widest, left = rights.get(_left(line), 0.0), line.box[0]
                if reach - left < _NARROW * (widest - left):
                    edges[line.start] = widest
    return Setting(gap, edges)


def _gap(lines: Sequence[Line]) -> float:
    """A quarter more than the usual gap: single spacing and double both occur."""
    gaps = [
        round(gap, 1)
        for above, line in pairwise(lines)
        if -0.5 < (gap := (above.box[1] - line.box[3]) / line.size) < 2.0
    ]
    if len(gaps) < _FEW_GAPS:
        return _USUAL_GAP
    counts = Counter(gaps)
    return max(0.0, max(sorted(counts), key=lambda gap: counts[gap])) * 1.25 + 0.25


def _runs(lines: Sequence[Line], gap: float) -> list[list[Line]]:
    """Lines that follow one another without a larger gap or a jump up the page."""
    runs: list[list[Line]] = []
    for line in lines:
        if runs and -line.size < runs[-1][-1].box[1] - line.box[3] <= gap * line.size:
            runs[-1].append(line)
        else:
            runs.append([line])
    return runs


def _left(line: Line) -> int:
    return round(line.box[0] / 10)
