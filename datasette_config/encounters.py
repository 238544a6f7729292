"""What the crawler met at a region: outcomes, sources, hosts."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from sqlite3 import Row

from datasette_config.links import href, shown
from datasette_config.reading import Database

_OUTCOMES = """
select outcome, count(*) from captures where region = :region
group by outcome order by count(*) desc, outcome
"""
# The newest crawl that had the region in it, which may be newer than the judgement.
_HEALTH = """
select h.* from health h where h.region = :region
    and h.run = (select max(run) from health where region = :region)
order by h.broken = '', h.source
"""
_HOSTS = """
select h.* from hosts h where h.region = :region
    and h.run = (select max(run) from hosts where region = :region)
order by h.requests desc, h.host limit :most
"""
_MOST_HOSTS = 12


@dataclass(frozen=True, slots=True)
class Source:
    """One address of the registry in a crawl: what it gave against what a healthy crawl gives.

    ``outcomes`` are the requests by how they ended; ``last_good`` is a time in UTC or "".
    """

    run: str
    region: str
    href: str
    shown: str
    expected_pages: int
    expected_documents: int
    found_pages: int
    found_documents: int
    last_good: str
    outcomes: Mapping[str, int]
    requests: int
    bytes: int
    broken: str
    was_pages: int | None
    was_documents: int | None
    tls: str
    blocked_by: str

    @property
    def fine(self) -> bool:
        """Did it give what was expected?"""
        return not self.broken


@dataclass(frozen=True, slots=True)
class Host:
    """How a crawl treated one host. Gaps are seconds between the starts of two requests."""

    host: str
    requests: int
    bytes: int
    gap_min: float | None
    gap_median: float | None
    robots_denied: int
    not_modified: int
    slowed: int
    tls: str
    tls_problem: str


@dataclass(frozen=True, slots=True)
class Met:
    """All of it, for one region."""

    outcomes: Sequence[tuple[str, int]]
    sources: Sequence[Source]
    hosts: Sequence[Host]


async def met(db: Database, region: str) -> Met:
    """What was met at a region, in every crawl (outcomes) and in the newest (the rest)."""
    which = {"region": region, "most": _MOST_HOSTS}
    return Met(
        [(outcome, number) for outcome, number in await db.execute(_OUTCOMES, which)],
        [source(row) for row in await db.execute(_HEALTH, which)],
        [_host(row) for row in await db.execute(_HOSTS, which)],
    )


def source(row: Row) -> Source:
    """A row of the table ``health``."""
    return Source(
        row["run"],
        row["region"],
        href(row["source"]),
        shown(row["source"]),
        row["expected_pages"],
        row["expected_documents"],
        row["found_pages"],
        row["found_documents"],
        row["last_good"],
        json.loads(row["outcomes"] or "{}"),
        row["requests"],
        row["bytes"],
        row["broken"],
        row["was_pages"],
        row["was_documents"],
        row["tls"],
        row["blocked_by"],
    )


def _host(row: Row) -> Host:
    return Host(
        row["host"],
        row["requests"],
        row["bytes"],
        row["gap_min"],
        row["gap_median"],
        row["robots_denied"],
        row["not_modified"],
        row["slowed"],
        row["tls"],
        row["tls_problem"][:200],
    )
