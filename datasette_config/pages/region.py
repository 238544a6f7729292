"""The scorecard of one region: its standing, its answers, and everything they rest on."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from datasette_config.asked import Asked
from datasette_config.criteria import Dimension, by_dimension, stage_weights
from datasette_config.direct import directly
from datasette_config.editions import Owed, Refused, owed, refused
from datasette_config.encounters import Met, met
from datasette_config.findings import STAGES, Answer, answers
from datasette_config.gains import Gain, gains
from datasette_config.happened import Change, changes
from datasette_config.links import href, shown
from datasette_config.pages.data import Published, ratings
from datasette_config.ranking import Standing, ranking
from datasette_config.reply import contact
from datasette_config.signs import Signal, signals
from datasette_config.timeline import Timeline, timeline
from datasette_config.trend import Moment, trend

_MOST_CHANGES = 10
_HOME = "select home from regions where id = :region"
_BAND = """
select b.title_ru as ru, b.title_en as en from ranks k
join bands b on b.rubric = k.rubric and b.id = k.band
where k.region = :region and k.wave = :wave and k.rubric = :rubric
"""


@dataclass(frozen=True, slots=True)
class Scorecard:
    """One region in a rating. ``gains`` is the advice, what wins most first."""

    standing: Standing
    ranked_of: int
    band: Mapping[str, str]
    home: str
    home_shown: str
    dimensions: Sequence[Dimension]
    answers: Mapping[str, Mapping[str, Answer]]
    gains: Sequence[Gain]
    trend: Sequence[Moment]
    owed: Mapping[str, Owed]
    timeline: Timeline | None
    refused: Sequence[Refused]
    signals: Sequence[Signal]
    met: Met
    changes: Sequence[Change]
    contact: str
    ratings: Sequence[Published]


@directly
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
    dimensions = await by_dimension(db, rating.rubric)
    found = await answers(db, rating, region)
    due = await owed(db, rating, region)
    every = [c for d in dimensions for c in d.criteria]
    return Scorecard(
        standing,
        len(table.ranked),
        dict(band) if band else {},
        href(home),
        shown(home),
        dimensions,
        found,
        gains(every, found, await stage_weights(db, rating.rubric)),
        await trend(db, rating, region),
        due,
        timeline([due[stage] for stage in STAGES if stage in due], rating.as_of),
        await refused(db, rating, region),
        await signals(db, rating, region),
        await met(db, region),
        (await changes(db, region=region, most=_MOST_CHANGES))[0],
        await contact(db),
        await ratings(db),
    )
