"""How a region's score went from wave to wave, and where the points of its line stand."""

from collections.abc import Sequence
from dataclasses import dataclass

from datasette_config.ranking import Points
from datasette_config.rating import Rating
from datasette_config.reading import Database

_TREND = """
select s.wave, w.as_of, s.value, s.low, s.high, s.coverage, s.ranked
from scores s join waves w on w.id = s.wave
where s.region = :region and s.rubric = :rubric and s.dimension = 'total'
order by w.as_of, w.id
"""


@dataclass(frozen=True, slots=True)
class Moment:
    """A region's total in one wave; ``x`` is where it stands, 0..100 from left to right."""

    wave: str
    as_of: str
    points: Points
    ranked: bool
    x: float


async def trend(db: Database, rating: Rating, region: str) -> Sequence[Moment]:
    """The totals of a region by the same rubric, oldest wave first."""
    rows = list(await db.execute(_TREND, {"region": region, "rubric": rating.rubric}))
    last = max(1, len(rows) - 1)
    return [
        Moment(r["wave"], r["as_of"], Points(*r[2:6]), bool(r["ranked"]), 100 * i / last)
        for i, r in enumerate(rows)
    ]
