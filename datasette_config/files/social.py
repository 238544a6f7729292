"""The picture of a region that social networks show beside a link to its page."""

import asyncio

from datasette import Request, Response  # type: ignore[import-untyped]  # ships no types
from datasette.app import Datasette  # type: ignore[import-untyped]  # ships no types

from datasette_config import rendering
from datasette_config.card import card
from datasette_config.ranking import ranking
from datasette_config.words import words

_ONE_AT_A_TIME = asyncio.Semaphore(1)


async def picture(datasette: Datasette, request: Request) -> Response:
    """The picture in the language of the address."""
    # Pillow and its libraries are not loaded for those who never ask.
    from datasette_config.drawing import png

    asked = await rendering.asked(datasette, request)
    table = asked and await ranking(asked.db, asked.rating, asked.lang)
    standing = table and table.by_id.get(request.url_vars["region"])
    if not asked or not table or not standing:
        return await rendering.missing(datasette, request)
    told = card(standing, table, asked.rating, words(asked.lang))
    async with _ONE_AT_A_TIME:
        drawn = await asyncio.to_thread(png, told)
    kept = {"Cache-Control": f"public, max-age={rendering.KEPT}"}
    return Response(drawn, headers=kept, content_type="image/png")
