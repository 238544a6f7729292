"""The routes of the publication: an address and a language -> a rendered page."""

import re
from collections.abc import Awaitable, Callable

from datasette import Request, Response  # type: ignore[import-untyped]  # ships no types
from datasette.app import Datasette  # type: ignore[import-untyped]  # ships no types
from datasette.database import Database  # type: ignore[import-untyped]  # ships no types

from datasette_config import links
from datasette_config.criteria import by_dimension, stage_weights
from datasette_config.findings import STAGES
from datasette_config.ranking import ranking
from datasette_config.rating import Rating, current
from datasette_config.scorecard import scorecard
from datasette_config.words import words

_LANG = r"/(?:(?P<lang>en)/)?"
_KEPT = 300  # seconds a browser may keep a page; afterwards it asks with the ETag

Page = Callable[[Datasette, Request], Awaitable[Response]]


def routes(datasette: Datasette) -> list[tuple[str, Page]]:
    """Every page of the publication, and one that says what is not there.

    The last route keeps Datasette's own addresses (the database, ``/-/``, static files) out.
    """
    kept = "|".join([*map(re.escape, datasette.databases), "-", "static", r"favicon\.ico"])
    return [
        (f"{_LANG}$", ranking_page),
        (r"/(?P<lang>en)$", ranking_page),
        (f"{_LANG}region/(?P<region>[^/]+)/?$", region_page),
        (f"{_LANG}methodology/?$", methodology_page),
        (rf"/(?!(?:{kept})(?:[/.]|$)).*$", missing_page),
    ]


async def ranking_page(datasette: Datasette, request: Request) -> Response:
    """The ranking of the newest wave."""
    db, rating, lang = await _asked(datasette, request)
    if rating is None:
        return await missing_page(datasette, request)
    table = await ranking(db, rating, lang)
    return await _page(datasette, request, "ranking", rating, table=table)


async def region_page(datasette: Datasette, request: Request) -> Response:
    """The scorecard of one region."""
    db, rating, lang = await _asked(datasette, request)
    card = rating and await scorecard(db, rating, request.url_vars["region"], lang)
    if not card:
        return await missing_page(datasette, request)
    return await _page(datasette, request, "region", rating, card=card, stages=STAGES)


async def methodology_page(datasette: Datasette, request: Request) -> Response:
    """The rubric in words, from the criteria tables."""
    db, rating, _ = await _asked(datasette, request)
    if rating is None:
        return await missing_page(datasette, request)
    return await _page(
        datasette,
        request,
        "methodology",
        rating,
        dimensions=await by_dimension(db, rating.rubric),
        stages=await stage_weights(db, rating.rubric),
    )


async def missing_page(datasette: Datasette, request: Request) -> Response:
    """Nothing is at this address: said in the page's language, with a way back."""
    _, rating, _ = await _asked(datasette, request)
    response = await _page(datasette, request, "missing", rating)
    response.status = 404
    return response


def published(datasette: Datasette) -> Database:
    """The database the site shows: the first one served."""
    return next(iter(datasette.databases.values()))


async def _asked(datasette: Datasette, request: Request) -> tuple[Database, Rating | None, str]:
    db = published(datasette)
    known = await db.table_exists("scores")
    return db, await current(db) if known else None, _language(request)


def _language(request: Request) -> str:
    return "en" if re.match(r"/en(/|$)", request.path) else "ru"


async def _page(
    datasette: Datasette, request: Request, name: str, rating: Rating | None, **shown: object
) -> Response:
    lang = _language(request)
    # The address of a page that is not there is the asker's invention, perhaps "//elsewhere".
    asked = "/" if name == "missing" else re.sub(r"^/en(?=/|$)", "", request.path)
    bare = asked.rstrip("/") or "/"

    def path(to: str, language: str = lang) -> str:
        return str(datasette.urls.path(to if language == "ru" else f"/en{to}"))

    context = {
        "lang": lang,
        "t": words(lang),
        "path": path,
        "bare": bare,
        "name": name,
        "rating": rating,
        "links": links,
        "data": datasette.urls.database(published(datasette).name),
        "css": datasette.static("site.css", mount="static"),
        "icon": datasette.static("icon.svg", mount="static"),
        **shown,
    }
    html = await datasette.render_template(f"site/{name}.html", context, request=request)
    return Response.html(html, headers={"Cache-Control": f"public, max-age={_KEPT}"})
