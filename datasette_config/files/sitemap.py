"""What search engines read: the map of the pages, and what they may crawl."""

from datasette import Request, Response  # type: ignore[import-untyped]  # ships no types
from datasette.app import Datasette  # type: ignore[import-untyped]  # ships no types

from datasette_config import rendering
from datasette_config.filling import filled
from datasette_config.words import LANGUAGES

_STANDING = ("/", "/amounts", "/changes", "/health", "/methodology", "/data")
_CRITERIA = "select id from criteria where rubric = :rubric order by position"


async def sitemap(datasette: Datasette, request: Request) -> Response:
    """Every page in both languages (sitemaps.org; at most 50,000 addresses)."""
    asked = await rendering.asked(datasette, request)
    if asked is None:
        return await rendering.missing(datasette, request)
    regions = [r["id"] for r in await asked.db.execute("select id from regions order by id")]
    criteria = [
        r["id"] for r in await asked.db.execute(_CRITERIA, {"rubric": asked.rating.rubric})
    ]  # fmt: skip
    pages = [
        *_STANDING,
        *(f"/criterion/{criterion}" for criterion in criteria),
        *(f"/region/{region}" for region in regions),
        *(f"/region/{region}/{criterion}" for region in regions for criterion in criteria),
    ][:25_000]
    context = {
        "pages": pages,
        "languages": LANGUAGES,
        "day": asked.rating.as_of,
        "absolute": lambda to, lang: rendering.absolute(datasette, request, to, lang),
    }
    xml = filled("site/sitemap.xml", context)
    return Response(xml, content_type="application/xml; charset=utf-8")


async def robots(datasette: Datasette, request: Request) -> Response:
    """Pages are open; the raw tables have a filter for every cell and would never end."""
    raw = datasette.urls.database(rendering.published(datasette).name)
    where = rendering.absolute(datasette, request, "/sitemap.xml", "ru")
    lines = ("User-agent: *", f"Disallow: {raw}", "Disallow: /-/", "Disallow: /*?", "Allow: /", "")
    return Response("\n".join((*lines, f"Sitemap: {where}", "")), content_type="text/plain")
