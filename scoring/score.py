"""Findings x weights -> scores with bounds and coverage. Arithmetic only."""

from collections.abc import Iterable
from math import fsum

from scoring.model import Answered, Evidence, Finding, Score, Status
from scoring.rubric import Rubric

TOTAL = "total"


def scores(findings: Iterable[Finding], rubric: Rubric) -> tuple[Score, ...]:
    """Every region's score in total and by dimension, 0..100, unrounded, sorted by region.

    ``value`` is the mean of what was measured, by weight; ``low`` and ``high`` count every
    answer at its own bounds, an unknown from 0 to 1; ``coverage`` is the share of weight that
    was measured. What is not applicable leaves the sum. Source: rubric.md, "Answers".
    """
    by_region: dict[tuple[str, str], list[Finding]] = {}
    for finding in findings:
        by_region.setdefault((finding.region, finding.wave), []).append(finding)
    return tuple(
        score(region, wave, mine, rubric, dimension)
        for (region, wave), mine in sorted(by_region.items())
        for dimension in (TOTAL, *(d.id for d in rubric.dimensions))
    )


def score(
    region: str, wave: str, findings: Iterable[Finding], rubric: Rubric, dimension: str
) -> Score:
    """The score of one region's findings on one dimension, or in total."""
    asked = _weighed(findings, rubric, dimension)
    # Exact to the last digit, so that no order of findings can move it.
    whole = fsum(points for points, _ in asked)
    if not whole:
        return Score(region, wave, rubric.id, dimension, None, 0.0, 100.0, 0.0, ranked=False)
    value, low, high, seen = _mean(asked, whole)
    coverage = min(1.0, seen / whole)
    ranked = value is not None and coverage >= rubric.min_coverage
    return Score(region, wave, rubric.id, dimension, value, low, high, coverage, ranked)


def _mean(
    asked: Iterable[tuple[float, Answered]], whole: float
) -> tuple[float | None, float, float, float]:
    """The mean of what was measured, its bounds, and how much that weighs."""
    low = 100 * fsum([points * told.low for points, told in asked]) / whole
    high = 100 * fsum([points * told.high for points, told in asked]) / whole
    known = [(points, told) for points, told in asked if told.status is Status.MEASURED]
    seen = fsum([points for points, _ in known])
    if not seen:
        return None, low, high, seen
    mean = 100 * fsum([points * (told.value or 0.0) for points, told in known]) / seen
    # An unknown may be known to be at least a half: then even the mean of the rest may lie
    # outside what is possible, and the nearest possible score is the honest one.
    return min(max(mean, low), high), low, high, seen


class Gains:
    """What full marks would add to the total of one region, whose findings are weighed once."""

    def __init__(self, findings: Iterable[Finding], rubric: Rubric) -> None:
        self._points = rubric.points
        self._known = frozenset(c.id for c in rubric.criteria)
        self._told = [
            ((f.criterion, f.stage), (self._points[f.criterion, f.stage], f.answered))
            for f in findings
            if f.criterion in self._known and f.answered.status is not Status.NOT_APPLICABLE
        ]
        self._now = _total([one for _, one in self._told])

    def of(self, finding: Finding) -> float:
        """Points that full marks in place of this finding would add.

        An answer that was unknown counts from then on, so the mean of all may move with it.
        """
        asked = finding.criterion, finding.stage
        then = [one for question, one in self._told if question != asked]
        if finding.criterion in self._known:
            then.append((self._points[asked], _FULL))
        return max(0.0, _total(then) - self._now)


_FULL = Answered(Status.MEASURED, 1.0, 1.0, 1.0, "", (Evidence("", ""),))


def _total(asked: list[tuple[float, Answered]]) -> float:
    whole = fsum([points for points, _ in asked])
    return (_mean(asked, whole)[0] or 0.0) if whole else 0.0


def gain(finding: Finding, findings: Iterable[Finding], rubric: Rubric) -> float:
    """Points of the region's total that full marks in place of this finding would add.

    ``findings`` are all of the region in the wave, ``finding`` among them.
    """
    return Gains(findings, rubric).of(finding)


def _weighed(
    findings: Iterable[Finding], rubric: Rubric, dimension: str
) -> list[tuple[float, Answered]]:
    """Each answer with the points it weighs."""
    criteria = {c.id for c in rubric.criteria if dimension in (TOTAL, c.dimension)}
    points = rubric.points
    return [
        (points[f.criterion, f.stage], f.answered)
        for f in findings
        if f.criterion in criteria and f.answered.status is not Status.NOT_APPLICABLE
    ]
