"""Which rating is shown: the newest wave by the richest rubric, and its headline numbers."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlsplit

from datasette_config.reading import Database
from datasette_config.remembered import remembered

# Names under these can never exist (RFC 2606): whoever lives there is fictional.
_FICTIONAL = (".invalid", ".test", ".example", ".localhost")

_CURRENT = """
select w.id as wave, w.as_of, r.id as rubric, r.version, r.title_ru, r.title_en, r.sha256,
    r.min_coverage, (select value from meta where key = 'tool') as tool,
    (select count(*) from regions) as regions,
    (select count(*) from due d where d.wave = w.id and d.edition is not null) as editions,
    (select count(*) from captures) as captures,
    (select group_concat(home, ' ') from regions) as homes
from waves w, rubrics r
where exists (select 1 from scores s where s.wave = w.id and s.rubric = r.id)
    and (:wave = '' or w.id = :wave) and (:rubric = '' or r.id = :rubric)
order by w.as_of desc, w.id desc,
    (select count(*) from criteria c where c.rubric = r.id) desc, r.id
limit 1
"""


@dataclass(frozen=True, slots=True)
class Rating:
    """A wave judged by a rubric. ``titles`` are the rubric's, by language.

    ``first``: is it the rating the site opens with?
    """

    wave: str
    as_of: str
    rubric: str
    version: str
    titles: Mapping[str, str]
    sha256: str
    min_coverage: float
    tool: str
    regions: int
    editions: int
    captures: int
    fictional: bool
    first: bool = True


@remembered
async def chosen(db: Database, wave: str = "", rubric: str = "") -> Rating | None:
    """The rating of a wave by a rubric, by default the one the site opens with.

    None when the database holds no such rating.
    """
    row = (await db.execute(_CURRENT, {"wave": wave, "rubric": rubric})).first()
    if row is None:
        return None
    found = _rating(dict(row))
    if not wave and not rubric:
        return found
    first = await chosen(db)
    return replace(found, first=first == found)


def _rating(row: dict[str, Any]) -> Rating:
    hosts = [urlsplit(home).hostname or "" for home in row.pop("homes").split()]
    titles = {"ru": row.pop("title_ru"), "en": row.pop("title_en")}
    return Rating(**row, titles=titles, fictional=all(h.endswith(_FICTIONAL) for h in hosts))
