"""The figures editions state: revenue, expenditure, balance, debt, and for each resident."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from sqlite3 import Row

from datasette_config.links import href
from datasette_config.rating import Rating
from datasette_config.reading import Database

CONCEPTS = ("revenue", "expenditure", "balance", "debt")
_EACH = "per-resident"
_QUOTED = 160
_AMOUNTS = """
select a.concept, a.fiscal_year, a.value_rub as value, a.quote, a.locator,
    e.id as edition, e.fiscal_year as edition_year, r.id as region, r.name_ru, r.name_en,
    (select f.url from edition_files f where f.edition = e.id and f.sha256 = a.sha256
        order by f.position limit 1) as url
from due d join editions e on e.id = d.edition join amounts a on a.edition = e.id
join regions r on r.id = d.region
where d.wave = :wave and d.stage = :stage and a.fiscal_year = e.fiscal_year
order by r.id, a.kind = :other, a.position
"""
# An edition that tells no number may lean on another of its wave, the nearest in years.
_RESIDENTS = """
select e.id as edition, s.edition as told_by, s.year, s.value, s.quote, s.locator,
    (select f.url from edition_files f where f.edition = s.edition and f.sha256 = s.sha256
        order by f.position limit 1) as url, t.stage
from due d join editions e on e.id = d.edition
join due o on o.region = d.region and o.wave = d.wave
join residents s on s.edition = o.edition join editions t on t.id = s.edition
where d.wave = :wave and d.stage = :stage
order by e.id, s.edition = e.id, -abs(t.fiscal_year - e.fiscal_year), t.id
"""


@dataclass(frozen=True, slots=True)
class Figure:
    """A number read in the words of ``quote``: a sum in roubles (a deficit is negative).

    ``more`` is how many other sums the edition states for the same thing.
    """

    value: float
    quote: str
    href: str
    locator: str
    more: int = 0


@dataclass(frozen=True, slots=True)
class People:
    """How many residents an edition of ``stage`` states; ``year`` is None where none is told."""

    stated: Figure
    year: int | None
    stage: str


@dataclass(frozen=True, slots=True)
class Budget:
    """What one edition states; ``each`` is its own first sum for a resident, of whatever.

    ``per_resident`` is computed: expenditure over the residents stated, roubles; None where either
    is not told.
    """

    region: str
    names: Mapping[str, str]
    edition: str
    fiscal_year: int
    figures: Mapping[str, Figure]
    each: Figure | None
    people: People | None
    per_resident: float | None


async def budgets(db: Database, rating: Rating, stage: str) -> Mapping[str, Budget]:
    """The budgets of a stage in a wave, by region."""
    # A report states plan beside fact: of each sum the one the stage is about comes first.
    other = "plan" if stage == "executed" else "fact"
    which = {"wave": rating.wave, "stage": stage, "other": other}
    people = {row["edition"]: _people(row) for row in await db.execute(_RESIDENTS, which)}
    by_region: dict[str, list[Row]] = {}
    for row in await db.execute(_AMOUNTS, which):
        by_region.setdefault(row["region"], []).append(row)
    found = {region: _budget(rows, people) for region, rows in by_region.items()}
    return {region: b for region, b in found.items() if b.figures or b.each}


def _budget(rows: Sequence[Row], people: Mapping[str, People]) -> Budget:
    first = rows[0]
    figures: dict[str, Figure] = {}
    for concept in CONCEPTS:
        same = [row for row in rows if row["concept"] == concept]
        if same:
            figures[concept] = _figure(same[0], len({r["value"] for r in same}) - 1)
    spent, stated = figures.get("expenditure"), people.get(first["edition"])
    each = next((row for row in rows if row["concept"] == _EACH), None)
    return Budget(
        first["region"],
        {"ru": first["name_ru"], "en": first["name_en"]},
        first["edition"],
        first["edition_year"],
        figures,
        _figure(each) if each else None,
        stated,
        round(spent.value / stated.stated.value, 2) if spent and stated else None,
    )


def _people(row: Row) -> People:
    return People(_figure(row), row["year"], row["stage"])


def _figure(row: Row, more: int = 0) -> Figure:
    url = href(row["url"] or "", row["locator"])
    return Figure(row["value"], row["quote"][:_QUOTED], url, row["locator"], more)
