"""What the ranking page shows: every region's standing, and the tiles of the map."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from sqlite3 import Row

from datasette_config.labels import labels
from datasette_config.rating import Rating
from datasette_config.reading import Database
from datasette_config.remembered import remembered
from datasette_config.signs import counts
from datasette_config.tiles import Grid, grid

_BANDS = 5
_SHOWN = 0.1  # one step of the digits a page shows

_REGIONS = """
select r.id, r.iso_3166_2, r.name_ru, r.name_en, r.latitude, r.longitude, r.disputed,
    r.federal_district, r.federal_district_en,
    coalesce(s.blind, '') as blind, k.rank, k.rank_low, k.rank_high
from regions r
left join sights s on s.region = r.id and s.wave = :wave
left join ranks k on k.region = r.id and k.wave = :wave and k.rubric = :rubric
"""
_SCORES = """
select region, dimension, value, low, high, coverage
from scores where wave = :wave and rubric = :rubric
"""
_PAST = """
select s.wave, s.region, s.value from scores s
where s.rubric = :rubric and s.dimension = 'total' and s.value is not null and s.wave = (
    select w.id from waves w join waves this on this.id = :wave
    where w.as_of < this.as_of and exists (
        select 1 from scores o where o.wave = w.id and o.rubric = :rubric)
    order by w.as_of desc, w.id desc limit 1)
"""
_DIMENSIONS = (
    "select id, title_ru, title_en from dimensions where rubric = :rubric order by position"
)


@dataclass(frozen=True, slots=True)
class Points:
    """A score 0..100 with its bounds; ``value`` is None when nothing was measured."""

    value: float | None
    low: float
    high: float
    coverage: float

    @property
    def sure(self) -> bool:
        """Do the bounds add nothing a reader could see?"""
        return self.high - self.low < _SHOWN

    @property
    def band(self) -> int:
        """Which fifth of the scale the score lies in, 1..5; 0 without a score."""
        return 0 if self.value is None else min(_BANDS, int(self.value // (100 / _BANDS)) + 1)


UNSEEN = Points(None, 0, 100, 0)


@dataclass(frozen=True, slots=True)
class Standing:
    """One region in the rating; ``rank`` is None when it is not ranked.

    ``change`` is in points of the total since the wave ``before``; None when there was no score.
    """

    id: str
    iso: str
    names: Mapping[str, str]
    point: tuple[float, float] | None
    disputed: bool
    blind: str
    rank: int | None
    rank_low: int | None
    rank_high: int | None
    points: Mapping[str, Points]
    district: Mapping[str, str]
    signals: int
    before: str
    change: float | None

    @property
    def total(self) -> Points:
        """The score over all dimensions."""
        return self.points.get("total", UNSEEN)


@dataclass(frozen=True, slots=True)
class Title:
    """An id with its words by language."""

    id: str
    words: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Ranking:
    """All the regions of a rating: the ranked by rank, the others by name."""

    ranked: Sequence[Standing]
    unranked: Sequence[Standing]
    dimensions: Sequence[Title]
    grid: Grid
    labels: Mapping[str, str]

    @property
    def by_id(self) -> Mapping[str, Standing]:
        """Every standing by its region."""
        return {s.id: s for s in (*self.ranked, *self.unranked)}

    @property
    def blinded(self) -> Sequence[tuple[str, int]]:
        """Why regions could not be seen, and how many for each reason, the commonest first."""
        reasons = Counter(s.blind for s in self.unranked if s.blind)
        return sorted(reasons.items(), key=lambda pair: (-pair[1], pair[0]))

    @property
    def disputed(self) -> bool:
        """Does the page need the footnote?"""
        return any(s.disputed for s in (*self.ranked, *self.unranked))


async def ranking(db: Database, rating: Rating, lang: str) -> Ranking:
    """The ranking in one language (names are sorted and cut in it)."""
    return await _ranking(db, rating.wave, rating.rubric, lang)


@remembered
async def _ranking(db: Database, wave: str, rubric: str, lang: str) -> Ranking:
    asked = {"wave": wave, "rubric": rubric}
    scores: dict[str, dict[str, Points]] = {}
    for region, dimension, *numbers in await db.execute(_SCORES, asked):
        scores.setdefault(region, {})[dimension] = Points(*numbers)
    past, before = await _past(db, asked)
    signs = await counts(db, wave)
    standings = [
        replace(
            _standing(row, scores),
            signals=signs.get(row["id"], 0),
            before=before,
            change=_change(scores.get(row["id"], {}).get("total"), past.get(row["id"])),
        )
        for row in await db.execute(_REGIONS, asked)
    ]
    standings.sort(key=lambda s: (s.names[lang], s.id))
    points = tuple((s.id, *s.point) for s in standings if s.point)
    return Ranking(
        sorted((s for s in standings if s.rank is not None), key=lambda s: s.rank or 0),
        [s for s in standings if s.rank is None],
        await dimensions(db, rubric),
        grid(points),
        labels((s.id, s.names[lang]) for s in standings),
    )


async def dimensions(db: Database, rubric: str) -> list[Title]:
    """The dimensions of a rubric in its own order."""
    rows = await db.execute(_DIMENSIONS, {"rubric": rubric})
    return [Title(key, {"ru": ru, "en": en}) for key, ru, en in rows]


def _standing(row: Row, scores: Mapping[str, Mapping[str, Points]]) -> Standing:
    latitude, longitude = row["latitude"], row["longitude"]
    return Standing(
        row["id"],
        row["iso_3166_2"],
        {"ru": row["name_ru"], "en": row["name_en"]},
        None if latitude is None or longitude is None else (latitude, longitude),
        bool(row["disputed"]),
        row["blind"],
        row["rank"],
        row["rank_low"],
        row["rank_high"],
        scores.get(row["id"], {}),
        {"ru": row["federal_district"], "en": row["federal_district_en"]},
        0,
        "",
        None,
    )


async def _past(db: Database, asked: Mapping[str, str]) -> tuple[Mapping[str, float], str]:
    """The totals of the wave before by the same rubric, and which wave that was."""
    rows = [tuple(row) for row in await db.execute(_PAST, asked)]
    return {region: value for _, region, value in rows}, rows[0][0] if rows else ""


def _change(now: Points | None, past: float | None) -> float | None:
    if now is None or now.value is None or past is None:
        return None
    return round(now.value - past, 4)
