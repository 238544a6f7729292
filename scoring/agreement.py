"""How far each criterion agrees with a careful reader, as last measured, for all to see."""

import json
from dataclasses import dataclass
from functools import cache
from importlib import resources

from pydantic import BaseModel, ConfigDict

BAR = 0.85
"""Below this share of agreement a criterion is marked as indicative."""
HALF = "held_out"
"""The half of the labelled editions that no rule was written by."""


class _Share(BaseModel):
    model_config = ConfigDict(frozen=True)

    n: int
    right: int
    share: float | None
    low: float
    high: float


class _Criterion(BaseModel):
    model_config = ConfigDict(frozen=True)

    agreement: _Share
    of_found: _Share
    alpha: float | None


class _Half(BaseModel):
    model_config = ConfigDict(frozen=True)

    editions: int
    due: int
    criteria: dict[str, _Criterion]
    mean_alpha: float | None


class _Measured(BaseModel):
    """What ``python -m benchmarks.labels --json`` writes; more stands there than is read here."""

    model_config = ConfigDict(frozen=True)

    rubric: str
    measured: str
    halves: dict[str, _Half]


@dataclass(frozen=True, slots=True)
class Agreement:
    """Of ``n`` answers ``right`` agree; ``low`` and ``high`` bound the share with 95 % (Wilson).

    ``alpha`` is Krippendorff's, None where all answers are the same. ``day`` is when it was
    measured, on editions no rule was written by.
    """

    n: int
    right: int
    share: float
    low: float
    high: float
    alpha: float | None
    day: str

    @property
    def indicative(self) -> bool:
        """Too weak to be leaned on alone."""
        return self.share < BAR


@cache
def measured(rubric: str) -> dict[str, Agreement]:
    """By criterion, {} for a rubric that was never measured."""
    file = resources.files("scoring") / "measured" / f"{rubric}.json"
    if not file.is_file():
        return {}
    told = _Measured.model_validate(json.loads(file.read_text("utf-8")))
    half = told.halves[HALF]
    return {
        id_: Agreement(
            one.agreement.n,
            one.agreement.right,
            one.agreement.share or 0.0,
            one.agreement.low,
            one.agreement.high,
            one.alpha,
            told.measured,
        )
        for id_, one in sorted(half.criteria.items())
        if one.agreement.n
    }
