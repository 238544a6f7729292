"""The figures the editions state, and what they come to for each resident, to be compared."""

from collections.abc import Sequence
from dataclasses import dataclass

from datasette_config.asked import Asked
from datasette_config.budgets import CONCEPTS, Budget, budgets
from datasette_config.findings import STAGES

_USUAL = "adopted"
_EACH = "per-resident"
_SORTS = ("name", *CONCEPTS, _EACH)


@dataclass(frozen=True, slots=True)
class Amounts:
    """The budgets of a stage, sorted; of a number the largest first, those without it last.

    ``per_resident``: can it be told for any region? ``each``: does any edition tell it itself?
    """

    stage: str
    sort: str
    concepts: Sequence[str]
    budgets: Sequence[Budget]
    per_resident: bool
    each: bool


async def read(asked: Asked) -> Amounts:
    """The sums of the stage asked for, by default of the law, the largest budgets first."""
    stage = asked.choices.get("stage", _USUAL)
    stage = stage if stage in STAGES else _USUAL
    sort = asked.choices.get("sort", "")
    sort = sort if sort in _SORTS else "expenditure"
    found = (await budgets(asked.db, asked.rating, stage)).values()
    ordered = sorted(found, key=lambda b: (b.names[asked.lang], b.region))
    if sort != "name":
        ordered.sort(key=lambda b: _number(b, sort), reverse=True)
    stated = [c for c in CONCEPTS if any(c in b.figures for b in ordered)]
    known = any(b.per_resident is not None for b in ordered)
    return Amounts(stage, sort, stated, ordered, known, any(b.each for b in ordered))


def _number(budget: Budget, sort: str) -> float:
    if sort == _EACH:
        said = budget.per_resident
    else:
        stated = budget.figures.get(sort)
        if stated is None and sort == "expenditure":
            stated = budget.figures.get("revenue")
        said = stated.value if stated else None
    return float("-inf") if said is None else said
