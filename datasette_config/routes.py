"""The table of pages: an address -> the module that reads it, in both languages."""

import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from datasette import Request, Response  # type: ignore[import-untyped]  # ships no types
from datasette.app import Datasette  # type: ignore[import-untyped]  # ships no types

from datasette_config import rendering
from datasette_config.asked import Asked
from datasette_config.files import badge, copies, feed, sitemap, social, tables, twins
from datasette_config.pages import (
    amounts,
    changes,
    compare,
    criterion,
    data,
    finding,
    health,
    methodology,
    ranking,
    region,
    search,
)

Read = Callable[[Asked], Awaitable[object]]
View = Callable[..., Awaitable[Response]]


@dataclass(frozen=True, slots=True)
class Route:
    """A page. ``path`` has named parts in braces; ``name`` is its template's.

    ``read`` gives what the template calls ``page``; None is a page that is not there.
    ``choices`` are what it reads of the query, besides the wave and the rubric.
    """

    path: str
    name: str
    read: Read
    choices: tuple[str, ...] = ()


PAGES = (
    Route("/", "ranking", ranking.read, ("sort", "district", "disputed", "map")),
    Route("/region/{region}", "region", region.read),
    Route("/region/{region}/{criterion}", "finding", finding.read),
    Route("/criterion/{criterion}", "criterion", criterion.read),
    Route("/compare", "compare", compare.read, compare.PLACES),
    Route("/amounts", "amounts", amounts.read, ("stage", "sort")),
    Route("/changes", "changes", changes.read, ("kind",)),
    Route("/health", "health", health.read, ("page",)),
    Route("/search", "search", search.read, ("q", "region", "page")),
    Route("/data", "data", data.read),
    Route("/methodology", "methodology", methodology.read),
)


FILES: tuple[tuple[str, View], ...] = (
    (r"/api/v1/openapi\.json", twins.description(PAGES)),
    *((twins.place(route), twins.view(route)) for route in PAGES),
    (r"/(?:en/)?changes\.atom", feed.feed),
    (r"/(?:en/)?region/{region}/changes\.atom", feed.feed),
    (r"/(?:en/)?badge/{region}\.svg", badge.badge),
    (r"/(?:en/)?social/{region}\.png", social.picture),
    (r"/archive/{capture}", copies.copy),
    (r"/archive/{capture}/page/(?P<page>[1-9][0-9]{0,4})\.png", copies.picture),
    (r"/data/budget\.db", tables.database),
    (r"/data/budget\.db\.sha256", tables.checksum),
    (r"/data/{table}\.csv", tables.table),
    (r"/sitemap\.xml", sitemap.sitemap),
    (r"/robots\.txt", sitemap.robots),
)


def routes(datasette: Datasette) -> list[tuple[str, View]]:
    """Every file and page of the publication, and a page that says what is not there.

    The last route keeps Datasette's own addresses (the database, ``/-/``, static files) out.
    """
    kept = "|".join([*map(re.escape, datasette.databases), "-", "static", r"favicon\.ico"])
    return [
        *((f"{_named(path)}/?$", view) for path, view in FILES),
        *((f"(?:/en)?{_named(route.path.rstrip('/'))}/?$", _view(route)) for route in PAGES),
        (rf"/(?!(?:{kept})(?:[/.]|$)).*$", rendering.missing),
    ]


def _named(path: str) -> str:
    """A part in braces is one step of the address."""
    return re.sub(r"{([a-z]+)}", r"(?P<\1>[^/]+?)", path)


def _view(route: Route) -> View:
    async def view(datasette: Datasette, request: Request) -> Response:
        asked = await rendering.asked(datasette, request)
        page = asked and await route.read(asked)
        if asked is None or page is None:
            return await rendering.missing(datasette, request)
        return await rendering.rendered(datasette, request, route.name, asked.rating, page)

    return view
