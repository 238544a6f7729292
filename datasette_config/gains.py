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
    asked = [
        (criterion, answer, weight * stages.get(answer.stage, 0))
        for criterion, weight in ((c, _weight(c, stages)) for c in criteria)
        for answer in answers.get(criterion.id, {}).values()
        if answer.verdict != "na"
    ]
    seen = sum(weight for _, answer, weight in asked if answer.value is not None)
    got = sum(weight * (answer.value or 0) for _, answer, weight in asked)
    found = []
    for criterion, answer, weight in asked:
        if answer.value == 1 or not answer.advice["ru"]:
            continue
        more = weight * (1 - (answer.value or 0))
        whole = seen if answer.value is not None else seen + weight
        points = 100 * ((got + more) / whole - (got / seen if seen else 0)) if whole else 0.0
        found.append(Gain(criterion, answer, max(0.0, points)))
    return sorted(found, key=lambda g: (-g.points, g.criterion.id, g.answer.stage))


def by_criterion(several: Sequence[Gain]) -> Sequence[tuple[Criterion, Sequence[Gain]]]:
    """The gains of one criterion together, in the order in which criteria first come."""
    together: dict[str, list[Gain]] = {}
    for gain in several:
        together.setdefault(gain.criterion.id, []).append(gain)
    return [(gains[0].criterion, gains) for gains in together.values()]


def _weight(criterion: Criterion, stages: Mapping[str, float]) -> float:
    """What a criterion weighs for each unit of a stage: renormalised over those it is asked of."""
    whole = sum(stages.get(stage, 0) for stage in criterion.stages)
    return criterion.weight / whole if whole else 0.0
