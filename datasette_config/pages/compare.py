"""Up to four regions side by side."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from datasette_config.asked import Asked
from datasette_config.budgets import CONCEPTS, Budget, budgets
from datasette_config.criteria import Dimension, by_dimension
from datasette_config.findings import Answers, answers
from datasette_config.ranking import Standing, ranking

PLACES = ("a", "b", "c", "d")


@dataclass(frozen=True, slots=True)
class Comparison:
    """The regions ``chosen`` (one for each filled place of the form) and all there are.

    ``budgets`` are what their editions of the law state, by region, where they state sums.
    """

    chosen: Sequence[Standing]
    answers: Mapping[str, Answers]
    dimensions: Sequence[Dimension]
    every: Sequence[Standing]
    concepts: Sequence[str]
    budgets: Mapping[str, Budget]


async def read(asked: Asked) -> Comparison:
    """The comparison asked for; a region twice or one that is not known is left out."""
    table = await ranking(asked.db, asked.rating, asked.lang)
    known = table.by_id
    wanted = dict.fromkeys(asked.choices.get(place, "") for place in PLACES)
    chosen = [known[region] for region in wanted if region in known]
    stated = await budgets(asked.db, asked.rating, "adopted") if chosen else {}
    sums = {s.id: stated[s.id] for s in chosen if s.id in stated}
    return Comparison(
        chosen,
        {s.id: await answers(asked.db, asked.rating, s.id) for s in chosen},
        await by_dimension(asked.db, asked.rating.rubric),
        sorted(known.values(), key=lambda s: (s.names[asked.lang], s.id)),
        [c for c in CONCEPTS if any(c in b.figures for b in sums.values())],
        sums,
    )
