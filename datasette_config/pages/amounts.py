"""The figures the editions state: revenue, expenditure, balance, and for each resident."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from sqlite3 import Row

from datasette_config.asked import Asked
from datasette_config.findings import STAGES
from datasette_config.links import href

CONCEPTS = ("revenue", "expenditure", "balance", "debt")
_USUAL = "adopted"
_AMOUNTS = """
select a.concept, a.fiscal_year, a.value_rub, a.quote, a.sha256, a.locator,
    e.id as edition, e.fiscal_year as edition_year, r.id as region, r.name_ru, r.name_en,
    (select f.url from edition_files f where f.edition = e.id and f.sha256 = a.sha256
        order by f.position limit 1) as url
from due d join editions e on e.id = d.edition join amounts a on a.edition = e.id
join regions r on r.id = d.region
where d.wave = :wave and d.stage = :stage and a.fiscal_year = e.fiscal_year
order by r.id, a.kind = :other, a.position
"""
_POPULATION = "select id, population from regions where population > 0"
_HAS_POPULATION = "select 1 from pragma_table_info('regions') where name = 'population'"


@dataclass(frozen=True, slots=True)
class Figure:
    """A sum in roubles (a deficit is negative) and the words it was read in.

    ``more`` is how many other sums the edition states for the same thing.
    """

    roubles: float
    quote: str
    href: str
    locator: str
    sha256: str
    more: int


@dataclass(frozen=True, slots=True)
class Budget:
    """What one edition states; ``residents`` is None where nobody told how many there are."""

    region: str
    names: Mapping[str, str]
    edition: str
    fiscal_year: int
    figures: Mapping[str, Figure]
    residents: int | None


@dataclass(frozen=True, slots=True)
class Amounts:
    """The budgets of a stage, the largest first; ``per_resident``: is any population known?"""

    stage: str
    concepts: Sequence[str]
    budgets: Sequence[Budget]
    per_resident: bool


async def read(asked: Asked) -> Amounts:
    """The sums of the stage asked for, by default of the law."""
    stage = asked.choices.get("stage", _USUAL)
    stage = stage if stage in STAGES else _USUAL
    # A report states plan beside fact: of each sum the one the stage is about comes first.
    other = "plan" if stage == "executed" else "fact"
    which = {"wave": asked.rating.wave, "stage": stage, "other": other}
    rows = list(await asked.db.execute(_AMOUNTS, which))
    by_region: dict[str, list[Row]] = {}
    for row in rows:
        by_region.setdefault(row["region"], []).append(row)
    residents = await _residents(asked)
    budgets = [_budget(found, residents) for found in by_region.values()]
    budgets.sort(key=lambda b: (-_size(b), b.names[asked.lang]))
    stated = [c for c in CONCEPTS if any(c in b.figures for b in budgets)]
    known = any(b.residents and "expenditure" in b.figures for b in budgets)
    return Amounts(stage, stated, budgets, known)


async def _residents(asked: Asked) -> Mapping[str, int]:
    if (await asked.db.execute(_HAS_POPULATION)).first() is None:
        return {}
    return dict(tuple(row) for row in await asked.db.execute(_POPULATION))


def _budget(rows: Sequence[Row], residents: Mapping[str, int]) -> Budget:
    first = rows[0]
    figures: dict[str, Figure] = {}
    for concept in CONCEPTS:
        same = [row for row in rows if row["concept"] == concept]
        if same:
            figures[concept] = _figure(same[0], len({r["value_rub"] for r in same}) - 1)
    return Budget(
        first["region"],
        {"ru": first["name_ru"], "en": first["name_en"]},
        first["edition"],
        first["edition_year"],
        figures,
        residents.get(first["region"]),
    )


def _figure(row: Row, more: int) -> Figure:
    url = href(row["url"] or "", row["locator"])
    return Figure(row["value_rub"], row["quote"][:160], url, row["locator"], row["sha256"], more)


def _size(budget: Budget) -> float:
    stated = budget.figures.get("expenditure") or budget.figures.get("revenue")
    return stated.roubles if stated else 0.0
