"""What the picture of a region says, in one language."""

from collections.abc import Sequence
from dataclasses import dataclass

from datasette_config.ranking import UNSEEN, Points, Ranking, Standing
from datasette_config.rating import Rating
from datasette_config.words import Words


@dataclass(frozen=True, slots=True)
class Bar:
    """A line of the column of dimensions: its name, its number in words, its points."""

    name: str
    said: str
    points: Points


@dataclass(frozen=True, slots=True)
class Card:
    """What is written. ``place`` is the rank with its interval, or that there is none and why."""

    brand: str
    wave: str
    name: str
    score: str
    total: Points
    bounds: str
    place: str
    ranked: bool
    bars: Sequence[Bar]
    foot: str


def card(standing: Standing, table: Ranking, rating: Rating, t: Words) -> Card:
    """The picture of a standing in the words of a language."""
    total = standing.total
    return Card(
        t("site.name"),
        t("ranking.wave", wave=rating.wave),
        standing.names[t.lang],
        _number(total, t),
        total,
        t("region.bounds", low=t.number(total.low, 1), high=t.number(total.high, 1)),
        _place(standing, len(table.ranked), t),
        standing.rank is not None,
        [
            Bar(d.words[t.lang], _number(points, t), points)
            for d in table.dimensions
            for points in [standing.points.get(d.id, UNSEEN)]
        ],
        t("site.demo") if rating.fictional else f"{t('site.tagline')} · {t.day(rating.as_of)}",
    )


def _number(points: Points, t: Words) -> str:
    return "?" if points.value is None else t.number(points.value, 1)


def _place(standing: Standing, ranked: int, t: Words) -> str:
    if standing.rank is None:
        share = t.percent(standing.total.coverage)
        seen = (
            t.code("reason", standing.blind) if standing.blind else t("ranking.thin", share=share)
        )
        return f"{t('region.unranked')}: {seen}"
    low, high = standing.rank_low, standing.rank_high
    if low == high:
        return f"{t('region.rank', rank=low)} {t('region.of', n=ranked)}"
    return f"{t('region.rank_interval', low=low, high=high)} {t('region.of', n=ranked)}"
