"""A page as HTML: the template, the words and the addresses it needs."""

from collections.abc import Mapping
from weakref import WeakKeyDictionary

from datasette import Request, Response  # type: ignore[import-untyped]  # ships no types
from datasette.app import Datasette  # type: ignore[import-untyped]  # ships no types
from datasette.database import Database  # type: ignore[import-untyped]  # ships no types

from datasette_config import links, reading
from datasette_config.archived import copies_of
from datasette_config.asked import Asked, bare, language
from datasette_config.filling import filled
from datasette_config.findings import STAGES
from datasette_config.fragments import fragments
from datasette_config.outlines import WIDTH, height
from datasette_config.paths import Paths
from datasette_config.rating import Rating, chosen
from datasette_config.remembered import remembered
from datasette_config.words import LANGUAGES, words

_SCORES = "select 1 from sqlite_master where type = 'table' and name = 'scores'"
_FILES: WeakKeyDictionary[Datasette, Mapping[str, str]] = WeakKeyDictionary()

KEPT = 300
"""Seconds a browser may keep a page; afterwards it asks with the ETag."""


async def asked(datasette: Datasette, request: Request) -> Asked | None:
    """What a request asks for; None when the database holds no such rating."""
    db = published(datasette)
    rating = await _rating(db, request)
    if rating is None:
        return None
    archived = copies_of(datasette) is not None
    lang = language(request.path)
    return Asked(db, rating, lang, request.args, request.url_vars, archived=archived)


async def missing(datasette: Datasette, request: Request) -> Response:
    """Nothing is at this address: said in the page's language, with a way back."""
    db = published(datasette)
    rating = await chosen(db) if await _judged(db) else None
    response = await rendered(datasette, request, "missing", rating, None)
    response.status = 404
    return response


def published(datasette: Datasette) -> Database:
    """The database the site shows: the first one served."""
    return next(iter(datasette.databases.values()))


def absolute(datasette: Datasette, request: Request, to: str, lang: str) -> str:
    """The whole address of a page, by the host that was asked."""
    return str(datasette.absolute_url(request, datasette.urls.path(_in(lang, to))))


async def rendered(
    datasette: Datasette, request: Request, name: str, rating: Rating | None, page: object
) -> Response:
    """The template of that name with what the page's module has read."""
    lang = language(request.path)
    # The address of a page that is not there is the asker's invention, perhaps "//elsewhere".
    here = "/" if name == "missing" else bare(request.path)

    kept = (("wave", rating.wave), ("rubric", rating.rubric)) if rating and not rating.first else ()
    base = str(datasette.urls.path("/")).rstrip("/")
    path = Paths(lambda to: base + to, lang, kept)
    query = "" if name == "missing" or not request.query_string else f"?{request.query_string}"
    context = {
        "lang": lang,
        "t": words(lang),
        "path": path,
        "bare": here,
        "beside": {other: path.root(_in(other, here)) + query for other in LANGUAGES},
        "name": name,
        "rating": rating,
        "page": page,
        "region": request.url_vars.get("region", "") if page else "",
        "kept": fragments(published(datasette), lang, kept),
        "archived": copies_of(datasette) is not None,
        "links": links,
        "stages": STAGES,
        "absolute": absolute(datasette, request, here, lang),
        "whole": lambda to: str(datasette.absolute_url(request, to)),
        "twin": path.root("/api/v1" + (here if here != "/" else "/ranking")) + query,
        "map_size": (WIDTH, height()),
        "data": datasette.urls.database(published(datasette).name),
        **_static(datasette),
    }
    html = filled(f"site/{name}.html", context)
    return Response.html(html, headers={"Cache-Control": f"public, max-age={KEPT}"})


def _in(lang: str, here: str) -> str:
    return here if lang == "ru" else f"/en{here}"


async def _rating(db: Database, request: Request) -> Rating | None:
    if not await _judged(db):
        return None
    return await chosen(db, request.args.get("wave", ""), request.args.get("rubric", ""))


@remembered
async def _judged(db: reading.Database) -> bool:
    """Is it a publication of ours? Any other database may be served, too."""
    return (await db.execute(_SCORES)).first() is not None


def _static(datasette: Datasette) -> Mapping[str, str]:
    """Addresses of our files; each bears a checksum that Datasette would read anew for a page."""
    if datasette not in _FILES:
        files = {"css": "site.css", "icon": "icon.svg"}
        told = {k: str(datasette.static(name, mount="static")) for k, name in files.items()}
        _FILES[datasette] = told
    return _FILES[datasette]
