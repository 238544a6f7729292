"""The criteria of a rubric, by dimension, in both languages."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from sqlite3 import Row

from datasette_config.ranking import dimensions
from datasette_config.reading import Database
from datasette_config.remembered import remembered
from datasette_config.words import LANGUAGES

_CRITERIA = "select * from criteria where rubric = :rubric order by position"
_STAGES = "select stage, weight from stage_weights where rubric = :rubric"


@dataclass(frozen=True, slots=True)
class Criterion:
    """One question of a rubric."""

    id: str
    dimension: str
    weight: float
    stages: Sequence[str]
    question: Mapping[str, str]
    why: Mapping[str, str]
    remedy: Mapping[str, str]
    grounds: str


@dataclass(frozen=True, slots=True)
class Dimension:
    """A dimension with its criteria."""

    id: str
    title: Mapping[str, str]
    criteria: Sequence[Criterion]

    @property
    def weight(self) -> float:
        """The sum of its criteria's weights."""
        return sum(c.weight for c in self.criteria)


@remembered
async def by_dimension(db: Database, rubric: str) -> Sequence[Dimension]:
    """Every criterion of a rubric in the rubric's order."""
    every = await criteria(db, rubric)
    return [
        Dimension(d.id, d.words, [c for c in every if c.dimension == d.id])
        for d in await dimensions(db, rubric)
    ]


async def criteria(db: Database, rubric: str) -> Sequence[Criterion]:
    """Every criterion of a rubric in the rubric's order, whatever its dimension."""
    return [_criterion(row) for row in await db.execute(_CRITERIA, {"rubric": rubric})]


@remembered
async def stage_weights(db: Database, rubric: str) -> Mapping[str, float]:
    """How the stages weigh inside a criterion."""
    return {row["stage"]: row["weight"] for row in await db.execute(_STAGES, {"rubric": rubric})}


def _criterion(row: Row) -> Criterion:
    return Criterion(
        row["id"],
        row["dimension"],
        row["weight"],
        row["stages"].split(),
        _both(row, "question"),
        _both(row, "why"),
        _both(row, "remedy"),
        row["grounds"],
    )


def _both(row: Row, text: str) -> Mapping[str, str]:
    return {lang: row[f"{text}_{lang}"] for lang in LANGUAGES}
