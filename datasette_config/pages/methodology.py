"""How is judged: the rubric in words, from the tables of criteria."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from datasette_config.asked import Asked
from datasette_config.criteria import Dimension, by_dimension, stage_weights


@dataclass(frozen=True, slots=True)
class Methodology:
    """A rubric: its dimensions with their criteria, and the weights of the stages 0..1."""

    dimensions: Sequence[Dimension]
    stages: Mapping[str, float]


async def read(asked: Asked) -> Methodology:
    """The rubric of the rating asked for."""
    return Methodology(
        await by_dimension(asked.db, asked.rating.rubric),
        await stage_weights(asked.db, asked.rating.rubric),
    )
