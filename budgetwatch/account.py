"""Where a region's points went: every question of a rubric with what its answer costs."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import fsum

from scoring.judgement import Judgement, RegionFacts
from scoring.model import Finding, Rank, Score, Status
from scoring.rubric import Criterion, Rubric
from scoring.score import TOTAL


@dataclass(frozen=True, slots=True)
class Cost:
    """One answer and the points of the total it costs, unrounded.

    ``lost`` is such that all of a region's sum to what it lacks of 100; ``open`` are the points
    that an unknown answer leaves open.
    """

    finding: Finding
    lost: float
    open: float


@dataclass(frozen=True, slots=True)
class Line:
    """A criterion with its answers in the order of stages."""

    criterion: Criterion
    costs: tuple[Cost, ...]

    @property
    def lost(self) -> float:
        """Points of the total that its answers cost together."""
        return fsum(cost.lost for cost in self.costs)

    @property
    def open(self) -> float:
        """Points that its unknown answers leave open."""
        return fsum(cost.open for cost in self.costs)


@dataclass(frozen=True, slots=True)
class Account:
    """A region under one rubric: its total, its place if it has one, its lines weakest first."""

    facts: RegionFacts
    total: Score
    rank: Rank | None
    ranked: int
    lines: tuple[Line, ...]


def account(judgement: Judgement, rubric: Rubric, region: str) -> Account:
    """The account of a region of the judgement; LookupError when it was not judged."""
    facts = next((f for f in judgement.regions if f.region.id == region), None)
    if facts is None:
        raise LookupError(region)
    findings = [f for f in judgement.findings if f.region == region]
    total = next(s for s in judgement.scores if s.region == region and s.dimension == TOTAL)
    rank = next((r for r in judgement.ranks if r.region == region), None)
    return Account(facts, total, rank, len(judgement.ranks), lines(findings, rubric))


def lines(findings: Sequence[Finding], rubric: Rubric) -> tuple[Line, ...]:
    """The answers of one region by criterion, the costliest first, then the widest open."""
    weights = {f.id: rubric.weighs(rubric.criterion(f.criterion), f.stage) for f in findings}
    asked = [f for f in findings if f.answered.status is not Status.NOT_APPLICABLE]
    whole = fsum(weights[f.id] for f in asked)
    known = fsum(weights[f.id] for f in asked if f.answered.status is Status.MEASURED)
    told = [
        Line(
            criterion,
            tuple(
                _cost(f, weights[f.id], known, whole)
                for f in findings
                if f.criterion == criterion.id
            ),
        )
        for criterion in rubric.criteria
    ]
    return tuple(sorted((t for t in told if t.costs), key=lambda t: (-t.lost, -t.open)))


def _cost(finding: Finding, weight: float, known: float, whole: float) -> Cost:
    value = finding.answered.value
    if value is not None:
        return Cost(finding, 100 * weight * (1 - value) / known, 0.0)
    if finding.answered.status is Status.NOT_APPLICABLE:
        return Cost(finding, 0.0, 0.0)
    return Cost(finding, 0.0, 100 * weight / whole)
