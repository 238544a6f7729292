"""The state of every source: what the newest crawl of it gave against what was expected."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from datasette_config.asked import Asked
from datasette_config.encounters import Source, source

_ON_A_PAGE = 80
_NEWEST = """
from health h join regions r on r.id = h.region
where h.run = (select max(run) from health n where n.region = h.region)
"""
_SOURCES = f"""
select h.*, r.name_ru, r.name_en {_NEWEST}
order by h.broken = '', h.last_good, r.id, h.source limit :most offset :skipped
"""
_COUNTS = f"select h.broken = '' as fine, count(*) as n {_NEWEST} group by 1"
_RUNS = "select id, started, finished, regions, vantage from runs order by started desc limit 5"


@dataclass(frozen=True, slots=True)
class Crawl:
    """A run of the crawler; ``finished`` is "" while it has not ended."""

    id: str
    started: str
    finished: str
    regions: int
    vantage: str


@dataclass(frozen=True, slots=True)
class Health:
    """One page of the sources, those that missed their expectations first."""

    fine: int
    broken: int
    page: int
    pages: int
    sources: Sequence[Source]
    names: Mapping[str, Mapping[str, str]]
    crawls: Sequence[Crawl]


async def read(asked: Asked) -> Health | None:
    """The page asked for, the first by default; None when there are not so many."""
    counts = {bool(fine): n for fine, n in await asked.db.execute(_COUNTS)}
    pages = max(1, -(-sum(counts.values()) // _ON_A_PAGE))
    number = asked.choices.get("page", "1")
    if not number.isascii() or not number.isdigit() or not 1 <= int(number[:6]) <= pages:
        return None
    page = int(number)
    which = {"most": _ON_A_PAGE, "skipped": (page - 1) * _ON_A_PAGE}
    rows = list(await asked.db.execute(_SOURCES, which))
    return Health(
        counts.get(True, 0),
        counts.get(False, 0),
        page,
        pages,
        [source(row) for row in rows],
        {row["region"]: {"ru": row["name_ru"], "en": row["name_en"]} for row in rows},
        [Crawl(*row) for row in await asked.db.execute(_RUNS)],
    )
