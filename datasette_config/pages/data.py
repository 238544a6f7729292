"""Everything the publication is made of, to take away: the database, its tables, the API."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from datasette_config import written
from datasette_config.asked import Asked
from datasette_config.queries import Query, queries
from datasette_config.reading import Database
from datasette_config.remembered import remembered
from datasette_config.told import both

_METADATA = Path(__file__).parent.parent / "metadata.yaml"
_TABLES = """
select name from sqlite_master where type = 'table' and name not like 'sqlite%' order by name
"""
_RATINGS = """
select distinct s.wave, s.rubric, w.as_of, r.title_ru, r.title_en, r.version
from scores s join waves w on w.id = s.wave join rubrics r on r.id = s.rubric
order by w.as_of desc, s.rubric
"""
_EXAMPLES = """
select (select region from scores where wave = :wave and rubric = :rubric
        order by value is null, region limit 1) as region,
    (select id from criteria where rubric = :rubric order by position limit 1) as criterion
"""


@dataclass(frozen=True, slots=True)
class Table:
    """One table: what it holds, in both languages, and how many rows."""

    name: str
    about: Mapping[str, str]
    rows: int


@dataclass(frozen=True, slots=True)
class Published:
    """A wave judged by a rubric."""

    wave: str
    rubric: str
    as_of: str
    titles: Mapping[str, str]
    version: str


@dataclass(frozen=True, slots=True)
class Data:
    """The tables by name, and the ratings they hold. ``bytes`` is the size of the database.

    ``examples`` are values for what the queries ask: a region and a criterion of this rating.
    """

    tables: Sequence[Table]
    ratings: Sequence[Published]
    bytes: int
    queries: Sequence[Query]
    examples: Mapping[str, str]


async def read(asked: Asked) -> Data:
    """What there is to take away."""
    names = [row["name"] for row in await asked.db.execute(_TABLES)]
    tables = [Table(name, _about().get(name, {}), await _rows(asked, name)) for name in names]
    path = asked.db.path
    size = Path(path).stat().st_size if path else 0
    return Data(tables, await ratings(asked.db), size, queries(), await _examples(asked))


async def _examples(asked: Asked) -> Mapping[str, str]:
    which = {"wave": asked.rating.wave, "rubric": asked.rating.rubric}
    region, criterion = next(iter(await asked.db.execute(_EXAMPLES, which)))
    return {"region": region or "", "criterion": criterion or ""}


@remembered
async def ratings(db: Database) -> Sequence[Published]:
    """Every wave and rubric there is a rating of, the newest wave first."""
    return [
        Published(wave, rubric, as_of, {"ru": ru, "en": en}, version)
        for wave, rubric, as_of, ru, en, version in await db.execute(_RATINGS)
    ]


async def _rows(asked: Asked, table: str) -> int:
    number: int = (await asked.db.execute(f'select count(*) from "{table}"')).single_value()  # noqa: S608 - a name the database itself gave
    return number


@cache
def _about() -> Mapping[str, Mapping[str, str]]:
    tables = written.read(_METADATA)["databases"]["budget"]["tables"]
    return {name: both(told.get("description", "")) for name, told in tables.items()}
