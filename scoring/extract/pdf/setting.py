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
    edges: dict[int, float] = {}
    few: list[tuple[list[Line], float]] = []
    for run in _runs(lines, gap):
        reach = max([box[2] for _, box, *_ in run])
        edges.update(dict.fromkeys([line[3] for line in run], reach))
        if len(run) < _FEW_LINES:
            few.append((run, reach))
    if few:
        edges.update(_beside(few, lines))
    return Setting(gap, edges)


def _beside(few: Sequence[tuple[list[Line], float]], lines: Sequence[Line]) -> dict[int, float]:
    """A few short lines by themselves are no column: the edge of others that begin there is."""
    rights: dict[int, float] = {}
    for _, (left, _, right, _), *_ in lines:
        key = round(left / 10)
        if right > rights.get(key, 0.0):
            rights[key] = right
    edges = {}
    for run, reach in few:
        for _, (left, *_), _, start, *_ in run:
            widest = rights.get(round(left / 10), 0.0)
            if reach - left < _NARROW * (widest - left):
                edges[start] = widest
    return edges


def _gap(lines: Sequence[Line]) -> float:
    """A quarter more than the usual gap: single spacing and double both occur."""
    gaps = [
        round(gap, 1)
        for (_, above, *_), (_, box, size, *_) in pairwise(lines)
        if -0.5 < (gap := (above[1] - box[3]) / size) < 2.0
    ]
    if len(gaps) < _FEW_GAPS:
        return _USUAL_GAP
    counts = Counter(gaps)
    return max(0.0, max(sorted(counts), key=lambda gap: counts[gap])) * 1.25 + 0.25


def _runs(lines: Sequence[Line], gap: float) -> list[list[Line]]:
    """Lines that follow one another without a larger gap or a jump up the page."""
    runs: list[list[Line]] = []
    low = 0.0
    for line in lines:
        _, (_, bottom, _, top), size, *_ = line
        if runs and -size < low - top <= gap * size:
            runs[-1].append(line)
        else:
            runs.append([line])
        low = bottom
    return runs
