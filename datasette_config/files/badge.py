"""A badge with a region's score, for the region's own site."""

from datasette import Request, Response  # type: ignore[import-untyped]  # ships no types
from datasette.app import Datasette  # type: ignore[import-untyped]  # ships no types

from datasette_config import rendering
from datasette_config.filling import filled
from datasette_config.ranking import Standing, ranking
from datasette_config.words import Words, words

_LETTER = 6.6  # about as wide as a letter of 11 pixels is, in pixels
_MARGIN = 16


async def badge(datasette: Datasette, request: Request) -> Response:
    """The badge of a region in the language of the address."""
    asked = await rendering.asked(datasette, request)
    table = asked and await ranking(asked.db, asked.rating, asked.lang)
    standing = table and table.by_id.get(request.url_vars["region"])
    if not asked or not table or not standing:
        return await rendering.missing(datasette, request)
    t = words(asked.lang)
    left, right = t("site.name"), _said(standing, len(table.ranked), t)
    widths = [round(len(text) * _LETTER + _MARGIN) for text in (left, right)]
    context = {
        "left": left,
        "right": right,
        "widths": widths,
        "band": standing.total.band if standing.rank is not None else 0,
        "name": standing.names[asked.lang],
        "wave": asked.rating.wave,
    }
    svg = filled("site/badge.svg", context)
    kept = {"Cache-Control": f"public, max-age={rendering.KEPT}"}
    return Response(svg, headers=kept, content_type="image/svg+xml; charset=utf-8")


def _said(standing: Standing, ranked: int, t: Words) -> str:
    if standing.rank is None or standing.total.value is None:
        return t("region.unranked").lower()
    return f"{t.number(standing.total.value, 1)} · {standing.rank} {t('region.of', n=ranked)}"
