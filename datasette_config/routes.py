"""The table of pages: an address -> the module that reads it, in both languages."""

import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from datasette import Request, Response  # type: ignore[import-untyped]  # ships no types
from datasette.app import Datasette  # type: ignore[import-untyped]  # ships no types

from datasette_config import rendering
from datasette_config.asked import Asked
from datasette_config.pages import methodology, ranking, region

Read = Callable[[Asked], Awaitable[object]]
View = Callable[[Datasette, Request], Awaitable[Response]]


@dataclass(frozen=True, slots=True)
class Route:
    """A page. ``path`` has named parts in braces; ``name`` is its template's.

    ``read`` gives what the template calls ``page``; None is a page that is not there.
    """

    path: str
    name: str
    read: Read


PAGES = (
    Route("/", "ranking", ranking.read),
    Route("/region/{region}", "region", region.read),
    Route("/methodology", "methodology", methodology.read),
)


def routes(datasette: Datasette) -> list[tuple[str, View]]:
    """Every page of the publication, and one that says what is not there.

    The last route keeps Datasette's own addresses (the database, ``/-/``, static files) out.
    """
    kept = "|".join([*map(re.escape, datasette.databases), "-", "static", r"favicon\.ico"])
    return [
        *((_pattern(route.path), _view(route)) for route in PAGES),
        (rf"/(?!(?:{kept})(?:[/.]|$)).*$", rendering.missing),
    ]


def _pattern(path: str) -> str:
    named = re.sub(r"{(\w+)}", r"(?P<\1>[^/]+)", path.rstrip("/"))
    return f"(?:/en)?{named}/?$"


def _view(route: Route) -> View:
    async def view(datasette: Datasette, request: Request) -> Response:
        asked = await rendering.asked(datasette, request)
        page = asked and await route.read(asked)
        if asked is None or page is None:
            return await rendering.missing(datasette, request)
        return await rendering.rendered(datasette, request, route.name, asked.rating, page)

    return view
