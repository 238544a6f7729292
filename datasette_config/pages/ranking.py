"""The front page: every region of a wave, ranked or set aside with the reason."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from datasette_config.asked import Asked
from datasette_config.direct import directly
from datasette_config.outlines import outlines
from datasette_config.pages.data import Published, ratings
from datasette_config.ranking import Ranking, Standing, ranking

SORTS = ("rank", "name", "change", "coverage")


@dataclass(frozen=True, slots=True)
class Front:
    """The regions shown: ``ranked`` in the order asked for, ``unranked`` by name.

    ``district`` is "" for all of them; ``disputed`` tells whether such territories are shown.
    ``outlines`` are paths of an SVG by region, for those that have one on the map.
    """

    table: Ranking
    ranked: Sequence[Standing]
    unranked: Sequence[Standing]
    sort: str
    district: str
    districts: Sequence[Mapping[str, str]]
    disputed: bool
    map: str
    outlines: Mapping[str, str]
    ratings: Sequence[Published]


@directly
async def read(asked: Asked) -> Front:
    """The ranking of the rating asked for, sorted and filtered as asked."""
    table = await ranking(asked.db, asked.rating, asked.lang)
    disputed = asked.choices.get("disputed", "") != "hide"
    if not disputed:
        table = without_disputed(table)
    named = {s.district["ru"]: s.district for s in table.by_id.values() if s.district["ru"]}
    district = asked.choices.get("district", "")
    district = district if district in named else ""
    sort = asked.choices.get("sort", "")
    sort = sort if sort in (*SORTS, *(d.id for d in table.dimensions)) else SORTS[0]
    drawn = outlines()
    shapes = {s.id: drawn[s.iso] for s in table.by_id.values() if s.iso in drawn}
    shown = "outlines" if shapes and asked.choices.get("map", "") == "outlines" else "tiles"
    return Front(
        table,
        _sorted([s for s in table.ranked if _in(s, district)], sort, asked.lang),
        [s for s in table.unranked if _in(s, district)],
        sort,
        district,
        sorted(named.values(), key=lambda d: d[asked.lang]),
        disputed,
        shown,
        shapes,
        await ratings(asked.db),
    )


def without_disputed(table: Ranking) -> Ranking:
    """The ranking as if territories whose status is disputed were not in it.

    A place is one more than the number of regions before it (scoring.ranking), so each loses
    as many as were taken out before it.
    """
    out = [s for s in table.ranked if s.disputed]
    kept = [s for s in table.ranked if not s.disputed]
    return replace(
        table,
        ranked=[_moved(s, out) for s in kept],
        unranked=[s for s in table.unranked if not s.disputed],
    )


def _moved(s: Standing, out: Sequence[Standing]) -> Standing:
    value = s.total.value or 0
    return replace(
        s,
        rank=(s.rank or 0) - sum((o.total.value or 0) > value for o in out),
        rank_low=(s.rank_low or 0) - sum(o.total.low > s.total.high for o in out),
        rank_high=(s.rank_high or 0) - sum(o.total.high > s.total.low for o in out),
    )


def _in(standing: Standing, district: str) -> bool:
    return not district or standing.district["ru"] == district


def _sorted(standings: Sequence[Standing], sort: str, lang: str) -> Sequence[Standing]:
    """By rank, by name, or by a number, the largest first; equals by rank."""
    by_name = sorted(standings, key=lambda s: (s.names[lang], s.id))
    if sort == "name":
        return by_name
    by_rank = sorted(by_name, key=lambda s: s.rank or 0)
    if sort == "rank":
        return by_rank
    return sorted(by_rank, key=lambda s: _number(s, sort), reverse=True)


def _number(standing: Standing, sort: str) -> float:
    if sort == "change":
        return float("-inf") if standing.change is None else standing.change
    if sort == "coverage":
        return standing.total.coverage
    points = standing.points.get(sort)
    return -1.0 if points is None or points.value is None else points.value
