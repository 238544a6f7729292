"""What a region's page shows, brought together."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from datasette_config.asked import Asked
from datasette_config.criteria import Dimension, by_dimension
from datasette_config.editions import Owed, Refused, owed, refused
from datasette_config.findings import Answer, answers
from datasette_config.links import href, shown
from datasette_config.ranking import Standing, ranking

_HOME = "select home from regions where id = :region"
_BAND = """
select b.title_ru as ru, b.title_en as en from ranks k
join bands b on b.rubric = k.rubric and b.id = k.band
where k.region = :region and k.wave = :wave and k.rubric = :rubric
"""
_LEDGER = """
select outcome, count(*) from captures where region = :region
group by outcome order by count(*) desc, outcome
"""


@dataclass(frozen=True, slots=True)
class Scorecard:
    """One region in a rating: standing, answers, editions, and what the crawler met."""

    standing: Standing
    ranked_of: int
    band: Mapping[str, str]
    home: str
    home_shown: str
    dimensions: Sequence[Dimension]
    answers: Mapping[str, Mapping[str, Answer]]
    owed: Mapping[str, Owed]
    refused: Sequence[Refused]
    ledger: Sequence[tuple[str, int]]


async def read(asked: Asked) -> Scorecard | None:
    """Everything about a region; None when the database does not know it."""
    db, rating, region = asked.db, asked.rating, asked.place["region"]
    table = await ranking(db, rating, asked.lang)
    standing = table.by_id.get(region)
    if standing is None:
        return None
    which = {"region": region, "wave": rating.wave, "rubric": rating.rubric}
    band = (await db.execute(_BAND, which)).first()
    home = (await db.execute(_HOME, which)).single_value()
    return Scorecard(
        standing,
        len(table.ranked),
        dict(band) if band else {},
        href(home),
        shown(home),
        await by_dimension(db, rating.rubric),
        await answers(db, rating, region),
        await owed(db, rating, region),
        await refused(db, rating, region),
        [(outcome, number) for outcome, number in await db.execute(_LEDGER, which)],
    )
