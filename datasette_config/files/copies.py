"""A copy from the archive: bytes of a stranger's site, handed over so that nothing in them runs."""

import asyncio
import re
from sqlite3 import Row
from urllib.parse import quote, unquote, urlsplit

from datasette import Request, Response  # type: ignore[import-untyped]  # ships no types
from datasette.app import Datasette  # type: ignore[import-untyped]  # ships no types

from datasette_config import rendering
from datasette_config.archived import copies_of

_CAPTURE = "select sha256, bytes, media_type, final_url from captures where id = :id"
_LARGEST = 64 * 2**20
"""Bytes of a copy served; larger ones are named with their place in the archive."""
# What a browser may show by itself: it holds no script under any sandbox. Pages of a site are
# shown as their source; all else is a file to save.
_SHOWN = frozenset({"image/png", "image/jpeg", "image/gif", "image/webp", "text/plain"})
_SOURCE = frozenset({"text/html", "application/xhtml+xml", "text/xml", "application/xml",
                     "text/csv", "application/json"})  # fmt: skip
_SAVED = frozenset({"application/pdf", "application/zip"})
_DAY = {"Cache-Control": "public, max-age=86400"}
_ONE_AT_A_TIME = asyncio.Semaphore(1)


async def copy(datasette: Datasette, request: Request) -> Response:
    """The bytes of a capture."""
    kept = copies_of(datasette)
    row = await _capture(datasette, request)
    if kept is None or row is None or not row["sha256"]:
        return await rendering.missing(datasette, request)
    if row["bytes"] > _LARGEST:
        return Response("The copy is too large to be served; see the archive.", status=404)
    async with _ONE_AT_A_TIME:
        try:
            body = await asyncio.to_thread(kept.body, row["sha256"])
        except LookupError:
            return await rendering.missing(datasette, request)
    kind, how = safe(row["media_type"])
    headers = {**_DAY, "Content-Disposition": f"{how}; {filename(row['final_url'], kind)}"}
    return Response(body, headers=headers, content_type=kind)


async def picture(datasette: Datasette, request: Request) -> Response:
    """A page of a PDF as a picture."""
    kept = copies_of(datasette)
    row = await _capture(datasette, request)
    if kept is None or row is None or row["media_type"] != "application/pdf":
        return await rendering.missing(datasette, request)
    async with _ONE_AT_A_TIME:
        try:
            drawn = await asyncio.to_thread(
                kept.picture, row["sha256"], int(request.url_vars["page"])
            )
        except LookupError:
            return await rendering.missing(datasette, request)
    return Response(drawn, headers=_DAY, content_type="image/png")


async def _capture(datasette: Datasette, request: Request) -> Row | None:
    db = rendering.published(datasette)
    wanted = {"id": unquote(request.url_vars["capture"])}
    row: Row | None = (await db.execute(_CAPTURE, wanted)).first()
    return row


def safe(media_type: str) -> tuple[str, str]:
    """The type a copy is served with, and whether it is shown or saved."""
    told = media_type.partition(";")[0].strip().lower()
    if told in _SHOWN:
        return told, "inline"
    if told in _SOURCE:
        return "text/plain", "inline"
    return (told if told in _SAVED else "application/octet-stream"), "attachment"


def filename(url: str, kind: str) -> str:
    """The name of the file: the last part of its address, without a sign that could break out."""
    try:
        last = unquote(urlsplit(url).path.rstrip("/").rpartition("/")[2])
    except ValueError:
        last = ""
    name = re.sub(r"[^\w.-]+", "_", last)[-80:].lstrip("._-") or "copy"
    if kind == "text/plain" and not name.endswith(".txt"):
        name += ".txt"
    plain = re.sub(r"[^A-Za-z0-9._-]", "_", name)
    return f"filename=\"{plain}\"; filename*=UTF-8''{quote(name, safe='')}"
