"""What the two halves of the house share: regions, sources, captures and their outcomes."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, HttpUrl


class Outcome(StrEnum):
    """How one request ended. A closed list: every request ends as exactly one of these."""

    OK = "ok"
    UNCHANGED = "unchanged"
    REDIRECTED_AWAY = "redirected-away"
    NOT_FOUND = "not-found"
    SOFT_404 = "soft-404"
    FORBIDDEN = "forbidden"
    BLOCKED = "blocked"
    RATE_LIMITED = "rate-limited"
    SERVER_ERROR = "server-error"
    TIMEOUT = "timeout"
    DNS = "dns"
    CONNECTION = "connection"
    TLS = "tls"
    TOO_LARGE = "too-large"
    TRUNCATED = "truncated"
    ROBOTS_DENIED = "robots-denied"
    REFUSED_ADDRESS = "refused-address"
    BUDGET_SPENT = "budget-spent"
    EMPTY_SHELL = "empty-shell"

    @property
    def seen(self) -> bool:
        """True when the answer can support a zero: we looked and the site told us."""
        return self in (Outcome.OK, Outcome.UNCHANGED, Outcome.NOT_FOUND)

    @property
    def readable(self) -> bool:
        """True when the capture's bytes are what the address really publishes."""
        return self in (Outcome.OK, Outcome.UNCHANGED)


class _Written(BaseModel):
    """Data people write: frozen, and a key nobody knows is refused."""

    model_config = ConfigDict(frozen=True, extra="forbid")


def _as_tuple(value: object) -> object:
    return (value,) if isinstance(value, str) else value


Texts = Annotated[tuple[str, ...], BeforeValidator(_as_tuple)]
Slug = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=64)]
Address = Annotated[HttpUrl, Field(max_length=2000)]


class Name(_Written):
    """A name in the two languages of the site."""

    ru: str = Field(min_length=1)
    en: str = Field(min_length=1)


class Expects(_Written):
    """Floors of a healthy crawl of one source: fewer is reported as loudly as a crash."""

    pages: int = Field(default=0, ge=0)
    documents: int = Field(default=0, ge=0)


class PageFamily(StrEnum):
    """How a site lays out its pages; `crawler.pages.PAGES` has a reader for each."""

    SITEMAP = "sitemap"
    BITRIX = "bitrix"
    OPENBUDGET = "openbudget"
    GOSWEB = "gosweb"
    JSON = "json"
    LISTING = "listing"


class Source(_Written):
    """A place where a region is believed to publish."""

    url: Address
    kind: Literal["budget_for_citizens", "finance_authority", "portal_section", "related"] = (
        "budget_for_citizens"
    )
    family: PageFamily | None = None
    title: str = ""
    confidence: Literal["checked", "curated", "bulk", "old", "stated"] = "stated"
    note: str = ""
    expects: Expects = Expects()
    provenance: Texts = ()


class FiscalCalendar(_Written):
    """The region's own dates for the budget of one fiscal year; any may be unknown."""

    submitted: date | None = None
    signed: date | None = None
    reported: date | None = None
    executed_law: date | None = None


class Region(_Written):
    """A body that owes its citizens a budget in plain words."""

    id: Slug
    name: Name
    iso_3166_2: str
    okato: str = ""
    federal_district: Name | None = None
    timezone: Annotated[str, Field(pattern=r"^(UTC[+-]\d{1,2})?$")] = ""
    latitude: Annotated[float, Field(ge=-90, le=90)] | None = None
    longitude: Annotated[float, Field(ge=-180, le=180)] | None = None
    disputed: bool = False
    home: Address
    sources: tuple[Source, ...] = ()
    calendar: dict[int, FiscalCalendar] = {}
    access_notes: Texts = ()
    provenance: Texts = ()


@dataclass(frozen=True, slots=True)
class Hop:
    """One redirect on the way from the asked address to the final one."""

    url: str
    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes = b""


@dataclass(frozen=True, slots=True)
class Answer:
    """One address asked to its end: what the crawler hands to the archive.

    ``headers`` are the response's, in the order they came; ``body`` is free of content
    and transfer encodings. ``clicks`` counts links from the finance body's home page
    (0 is the home page), None when the walk did not come from there. ``media_type`` is what
    the bytes are; "" leaves it to the Content-Type among the headers. ``tls`` is how the answer
    came: "verified", "unverified", "legacy", "gost" or "http"; "" when none came. ``tls_problem``
    says what was wrong with the stricter ways.

    ``drawn`` names the browser whose scripts made ``body`` out of what the server had answered
    at the same ``url`` just before: then it is no server's answer and has no ``http_status``.
    """

    region: str
    url: str
    final_url: str
    fetched_at: str
    outcome: Outcome
    reason: str = ""
    http_status: int | None = None
    request_headers: tuple[tuple[str, str], ...] = ()
    headers: tuple[tuple[str, str], ...] = ()
    body: bytes = field(default=b"", repr=False)
    hops: tuple[Hop, ...] = ()
    source: str = ""
    via: str = ""
    clicks: int | None = None
    link_texts: tuple[str, ...] = ()
    promise: float = 0.0
    media_type: str = ""
    tls: str = ""
    tls_problem: str = ""
    drawn: str = ""


@dataclass(frozen=True, slots=True)
class Capture:
    """One address asked once, as the archive remembers it.

    ``fetched_at`` is UTC, ``2026-11-23T20:08:00Z``. ``sha256`` is of the body ("" when
    there was none). ``warc_offset`` is where the record starts in ``warc_file``.
    ``source`` is the registry source the walk started from, ``via`` the page that linked
    here, ``link_texts`` what the links said on the way from the start to here (shortest
    path, last one is this address's own link), ``promise`` what the crawler hoped of it.
    ``tls`` and ``tls_problem`` are as in `Answer`, "" in archives that are older than they.
    ``drawn`` is "" for what a server answered, or the browser that drew the page from that.
    """

    id: str
    run: str
    region: str
    url: str
    final_url: str
    fetched_at: str
    outcome: Outcome
    reason: str
    http_status: int | None
    media_type: str
    sha256: str
    bytes: int
    warc_file: str
    warc_offset: int
    source: str
    via: str
    clicks: int | None
    link_texts: tuple[str, ...]
    promise: float
    last_modified: str
    content_disposition: str
    tls: str = ""
    tls_problem: str = ""
    drawn: str = ""


@dataclass(frozen=True, slots=True)
class Run:
    """One crawl, from its first request to its last. ``finished`` is "" until it ended."""

    id: str
    started: str
    finished: str
    tool: str
    regions: tuple[str, ...]
    vantage: str = ""


@dataclass(frozen=True, slots=True)
class SourceHealth:
    """What one source gave in one run, beside what its registry entry expects.

    ``source`` is the registry URL ("home" page included). ``last_good`` is the time of the
    last readable capture, "" if there never was one. ``broken`` says which floor was missed, or
    what is worse than in ``compared_run``, the last run in which this source was not broken; that
    one gave ``was_pages`` and ``was_documents``. What follows is from the politeness ledger: the
    shortest and the middle pause between two requests, seconds; addresses robots.txt kept from
    us; answers "not modified"; the TLS rung; whose walls we met.
    """

    run: str
    region: str
    source: str
    expected_pages: int
    expected_documents: int
    found_pages: int
    found_documents: int
    last_good: str
    outcomes: tuple[tuple[str, int], ...]
    requests: int
    bytes: int
    broken: str = ""
    compared_run: str = ""
    was_pages: int | None = None
    was_documents: int | None = None
    gap_min: float | None = None
    gap_median: float | None = None
    robots_denied: int = 0
    not_modified: int = 0
    tls: str = ""
    blocked_by: str = ""
