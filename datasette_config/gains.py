"""What a region would win by each piece of advice, the most first."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from datasette_config.criteria import Criterion
from datasette_config.findings import Answer


@dataclass(frozen=True, slots=True)
class Gain:
    """An answer that is not full, and the points of 100 full marks in its place would add."""

    criterion: Criterion
    answer: Answer
    points: float


def gains(
    criteria: Sequence[Criterion],
    answers: Mapping[str, Mapping[str, Answer]],
    stages: Mapping[str, float],
) -> Sequence[Gain]:
    """Every answer with advice, by what it would win; ``stages`` are weights of the stages.

    The rating's own arithmetic (scoring.score.gain): the mean of what was measured with this
    answer at 1, less the mean as it is. An answer that was unknown counts from then on.
    """
    asked = [(c, a) for c in criteria for a in answers.get(c.id, {}).values() if a.verdict != "na"]
    known = [(c, a) for c, a in asked if a.value is not None]
    seen = sum(_weight(c, a.stage, stages) for c, a in known)
    got = sum(_weight(c, a.stage, stages) * (a.value or 0) for c, a in known)
    found = []
    for criterion, answer in asked:
        weight = _weight(criterion, answer.stage, stages)
        if answer.value == 1 or not answer.advice["ru"]:
            continue
        more = weight * (1 - (answer.value or 0))
        whole = seen if answer.value is not None else seen + weight
        points = 100 * ((got + more) / whole - (got / seen if seen else 0)) if whole else 0.0
        found.append(Gain(criterion, answer, max(0.0, points)))
    return sorted(found, key=lambda g: (-g.points, g.criterion.id, g.answer.stage))


def _weight(criterion: Criterion, stage: str, stages: Mapping[str, float]) -> float:
    """The weight of one stage of a criterion: renormalised over the stages it is asked of."""
    whole = sum(stages.get(s, 0) for s in criterion.stages)
    return criterion.weight * stages.get(stage, 0) / whole if whole else 0.0
