"""What a careful reader said of each criterion, beside what the judge found."""

from collections.abc import Iterator
from dataclasses import dataclass

from benchmarks.labels.due import DUE, on_time
from benchmarks.labels.matching import Matched
from benchmarks.labels.model import Labelled
from benchmarks.labels.vocabulary import COARSE
from scoring.judgement import Judgement
from scoring.model import Finding, Stage

_EXACT, _NEAR, _SLIP = 0.02, 0.25, 1e-9


@dataclass(frozen=True, slots=True)
class Pair:
    """One criterion of one edition; ``ours`` is None where the judge gave no value.

    ``found`` tells whether we know the edition by its stage and year; ``status`` is the finding's;
    ``reason`` and ``quote`` are for whoever mends the rule.
    """

    criterion: str
    region: str
    stage: Stage
    path: str
    format: str
    truth: float
    ours: float | None
    found: bool
    status: str
    reason: str
    quote: str

    @property
    def agrees(self) -> bool:
        """The same answer, as near as the criterion allows."""
        if self.ours is None:
            return False
        allowed = _NEAR if self.criterion in COARSE else _EXACT
        return abs(self.ours - self.truth) <= allowed + _SLIP


def pairs(region: Labelled, found: list[Matched], judgement: Judgement) -> Iterator[Pair]:
    """Pairs for every criterion that the rubric carries and the labels answer."""
    findings = {
        (f.criterion, f.stage): f for f in judgement.findings if f.region == region.region.id
    }
    due = {one.truth.stage: one for one in found if one.due}
    for stage in DUE:
        one = due.get(stage)
        for criterion, truth in _answers(one).items():
            finding = findings.get((criterion, stage))
            if finding is not None:
                yield _pair(finding, one, truth)


def _answers(one: Matched | None) -> dict[str, float]:
    """The labels' values with what follows from them."""
    if one is None:
        return {"edition-published": 0.0}
    truth, calendar = one.truth, one.region.calendar
    in_time = on_time(truth.stage, truth.published, calendar)
    derived = {"edition-published": 1.0, "on-time": in_time}
    return derived | truth.criteria


def _pair(finding: Finding, one: Matched | None, truth: float) -> Pair:
    answered = finding.answered
    path, kind = (one.truth.files[0], one.format) if one else ("/", "none")
    quotes = [proof.quote for proof in answered.evidence if proof.quote]
    return Pair(
        finding.criterion,
        finding.region,
        finding.stage,
        path,
        kind,
        truth,
        answered.value,
        one is not None and one.named,
        str(answered.status),
        answered.reason_en or answered.reason,
        " | ".join(quotes[:3]),
    )
