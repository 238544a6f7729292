"""The tables as CSV, row by row, and the database whole with its checksum."""

import asyncio
import hashlib
from functools import lru_cache
from pathlib import Path
from typing import Any

from datasette import Request, Response  # type: ignore[import-untyped]  # ships no types
from datasette.app import Datasette  # type: ignore[import-untyped]  # ships no types
from datasette.utils.asgi import AsgiFileDownload, AsgiStream  # type: ignore[import-untyped]  # ships no types

from datasette_config import rendering
from datasette_config.cells import line
from datasette_config.mark import Mark, mark

_AT_ONCE = 2000  # rows read for one piece of the answer
_BOM = "\N{ZERO WIDTH NO-BREAK SPACE}"
_KEPT = {"Cache-Control": f"public, max-age={rendering.KEPT}"}


async def table(datasette: Datasette, request: Request) -> AsgiStream | Response:
    """One table in UTF-8 with a mark, which spreadsheets need to read Russian."""
    db, name = rendering.published(datasette), request.url_vars["table"]
    if name.startswith("sqlite") or name not in await db.table_names():
        return await rendering.missing(datasette, request)

    async def write(to: Any) -> None:
        row, first = 0, True
        while True:
            rows = await db.execute(
                f'select rowid as "rowid:", * from "{name}" where rowid > :after '  # noqa: S608 - a name the database itself gave
                "order by rowid limit :most",
                {"after": row, "most": _AT_ONCE},
            )
            if first:
                await to.write(_BOM + line(rows.columns[1:]))
                first = False
            if not rows.rows:
                return
            await to.write("".join(line(cells[1:]) for cells in rows.rows))
            row = rows.rows[-1][0]

    headers = {**_KEPT, "Content-Disposition": f'attachment; filename="{name}.csv"'}
    return AsgiStream(write, headers=headers, content_type="text/csv; charset=utf-8")


async def database(datasette: Datasette, request: Request) -> AsgiFileDownload | Response:
    """The whole database as a file."""
    path = rendering.published(datasette).path
    if not path:
        return await rendering.missing(datasette, request)
    return AsgiFileDownload(path, filename="budget.db", content_type="application/vnd.sqlite3")


async def checksum(datasette: Datasette, request: Request) -> Response:
    """The SHA-256 of the database, as ``sha256sum -c`` reads it."""
    path = rendering.published(datasette).path
    if not path:
        return await rendering.missing(datasette, request)
    told = await asyncio.to_thread(_sha256, Path(path), mark(Path(path)))
    return Response(f"{told}  budget.db\n", headers=_KEPT, content_type="text/plain")


@lru_cache(maxsize=4)
def _sha256(path: Path, _: Mark) -> str:
    with path.open("rb") as held:
        return hashlib.file_digest(held, "sha256").hexdigest()
