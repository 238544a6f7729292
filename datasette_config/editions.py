"""The editions of one region: what it owed, what was found, when it came out, what was refused."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from sqlite3 import Row

from datasette_config.links import href, shown
from datasette_config.rating import Rating
from datasette_config.reading import Database

_REFUSED = 12

_DUE = """
select d.stage, d.fiscal_year, d.event, d.assumed, d.full_until, d.half_until, e.id, e.title, e.url,
    e.published_earliest, e.published_latest, e.published_basis, e.contradictions,
    e.why_quote, e.why_locator
from due d left join editions e on e.id = d.edition
where d.region = :region and d.wave = :wave
"""
_FILES = """
select f.edition, f.url, f.role, f.capture, f.sha256, f.member, d.pages, d.words, d.unreadable
from edition_files f left join members m on m.archive = f.sha256 and m.path = f.member
left join documents d on d.sha256 = coalesce(nullif(m.sha256, ''), f.sha256)
join due on due.edition = f.edition
where due.region = :region and due.wave = :wave order by f.edition, f.position
"""
_DATES = """
select t.edition, t.rung, t.earliest, t.latest, t.url, t.locator, t.quote
from edition_dates t join due on due.edition = t.edition
where due.region = :region and due.wave = :wave order by t.edition, t.position
"""
_REFUSALS = """
select reason, url, locator, quote from refusals
where region = :region and wave = :wave order by position limit :most
"""


@dataclass(frozen=True, slots=True)
class File:
    """One file of an edition; ``member`` is its path in the archive at ``href``."""

    href: str
    shown: str
    role: str
    capture: str
    sha256: str
    member: str
    pages: int
    words: int
    unreadable: str


@dataclass(frozen=True, slots=True)
class Dating:
    """One piece of evidence about a day of publication."""

    rung: str
    earliest: str | None
    latest: str | None
    href: str
    locator: str
    quote: str


@dataclass(frozen=True, slots=True)
class Owed:
    """What a stage owed and the edition found for it; ``edition`` is "" when there is none."""

    stage: str
    fiscal_year: int
    event: str
    assumed: bool
    full_until: str
    half_until: str
    edition: str
    title: str
    href: str
    earliest: str | None
    latest: str | None
    basis: str
    disagree: bool
    recognised: str
    recognised_at: str
    files: Sequence[File]
    dates: Sequence[Dating]


@dataclass(frozen=True, slots=True)
class Refused:
    """A document that looked like an edition and was not taken for one."""

    href: str
    shown: str
    locator: str
    quote: str
    reason: str


async def owed(db: Database, rating: Rating, region: str) -> Mapping[str, Owed]:
    """What a region owed in the wave, by stage."""
    asked = {"region": region, "wave": rating.wave}
    files = _by_edition(list(await db.execute(_FILES, asked)))
    dates = _by_edition(list(await db.execute(_DATES, asked)))
    return {
        row["stage"]: _owed(
            row,
            [_file(f) for f in files.get(row["id"], ())],
            [_dating(d) for d in dates.get(row["id"], ())],
        )
        for row in await db.execute(_DUE, asked)
    }


async def refused(db: Database, rating: Rating, region: str) -> Sequence[Refused]:
    """The first documents refused, with the reason."""
    asked = {"region": region, "wave": rating.wave, "most": _REFUSED}
    return [
        Refused(href(url, locator), shown(url), locator, quote[:200], reason)
        for reason, url, locator, quote in await db.execute(_REFUSALS, asked)
    ]


def _by_edition(rows: Sequence[Row]) -> Mapping[str, Sequence[Row]]:
    return {key: list(group) for key, group in groupby(rows, key=lambda row: row["edition"])}


def _owed(row: Row, files: Sequence[File], dates: Sequence[Dating]) -> Owed:
    return Owed(
        row["stage"],
        row["fiscal_year"],
        row["event"],
        bool(row["assumed"]),
        row["full_until"],
        row["half_until"],
        row["id"] or "",
        row["title"] or "",
        href(row["url"] or ""),
        row["published_earliest"],
        row["published_latest"],
        row["published_basis"] or "",
        (row["contradictions"] or "[]") != "[]",
        (row["why_quote"] or "")[:200],
        row["why_locator"] or "",
        files,
        dates,
    )


def _file(row: Row) -> File:
    return File(
        href(row["url"]),
        shown(row["url"]),
        row["role"],
        row["capture"],
        row["sha256"],
        row["member"],
        row["pages"] or 0,
        row["words"] or 0,
        row["unreadable"] or "",
    )


def _dating(row: Row) -> Dating:
    return Dating(
        row["rung"],
        row["earliest"],
        row["latest"],
        href(row["url"], row["locator"]),
        row["locator"],
        row["quote"][:120],
    )
