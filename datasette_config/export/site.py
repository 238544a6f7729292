"""A published database -> a folder for a plain file server: pages are asked as readers ask."""

import asyncio
import json
import re
import shutil
from collections import deque
from pathlib import Path
from typing import Any

from datasette.app import Datasette  # type: ignore[import-untyped]  # ships no types

from datasette_config.asked import language
from datasette_config.export import places
from datasette_config.export.page import page
from datasette_config.queries import queries
from datasette_config.rendering import published
from datasette_config.serve import app
from datasette_config.words import words

MARK = ".budgetwatch-site"
_HOST = "export.invalid"  # where the pages believe to be while they are asked
_ORIGIN = f"http://{_HOST}"
_MOST = 500_000  # addresses; a site without an end is a fault of ours
_HTML = "text/html"
_SEEDS = ("/", "/en", "/robots.txt", "/sitemap.xml", "/api/v1/openapi.json", "/search", "/compare")
_LOST = "/404.html"


class NotOursError(Exception):
    """The folder holds something that is no export of ours; it is not overwritten."""


def export(database: Path, folder: Path, address: str) -> int:
    """Write the site on ``database`` into ``folder``; the number of files.

    ``address`` is where it will stand; feeds, the sitemap and schema.org's data name it. Built
    beside ``folder`` and swapped in whole; the same database gives the same bytes. Raises
    NotOursError.
    """
    if folder.exists() and not _replaceable(folder):
        raise NotOursError(
            f"{folder} holds something that is no exported site and will not be overwritten. "
            "Name a new or an empty folder."
        )
    half = folder.with_name(folder.name + ".part")
    shutil.rmtree(half, ignore_errors=True)
    half.mkdir(parents=True)
    served = app(database)
    try:
        number = asyncio.run(_Walk(served, half, address.rstrip("/")).whole())
        (half / MARK).touch()
        if folder.exists():
            shutil.rmtree(folder)
        half.replace(folder)
    finally:
        served.close()
        shutil.rmtree(half, ignore_errors=True)
    return number


def _replaceable(folder: Path) -> bool:
    return folder.is_dir() and ((folder / MARK).is_file() or not any(folder.iterdir()))


class _Walk:
    """From link to link through the whole site, writing what each address answers."""

    def __init__(self, site: Datasette, folder: Path, address: str) -> None:
        self._site, self._folder, self._address = site, folder, address
        self._raw = places.Raw(published(site).name, {q.name for q in queries()})
        self._waiting: deque[str] = deque()
        self._known: set[str] = set()

    async def whole(self) -> int:
        """Every page that links lead to, the pictures, and the page for what is not there."""
        await self._site.invoke_startup()
        rows = await published(self._site).execute("select id from regions order by id")
        made = ("/badge/{}.svg", "/social/{}.png", "/en/social/{}.png")
        self._add(*_SEEDS, *(address.format(row["id"]) for row in rows for address in made))
        number = 0
        while self._waiting:
            await self._keep(self._waiting.popleft())
            number += 1
        await self._keep(_LOST, status=404)
        return number + 1

    def _add(self, *addresses: str) -> None:
        for address in addresses:
            # With and without a slash at the end it is one page and one file.
            if (file := places.file(address)) not in self._known:
                self._known.add(file)
                self._waiting.append(address)
        if len(self._known) > _MOST:
            raise RuntimeError(f"The site has more than {_MOST} addresses; the last: {addresses}")

    async def _keep(self, address: str, status: int = 200) -> None:
        answer = await self._site.client.get(self._full(address), headers={"Host": _HOST})
        if answer.status_code != status:
            raise RuntimeError(f"{address} answers {answer.status_code}; it was linked to")
        kind = answer.headers["content-type"].partition(";")[0]
        body: bytes = answer.content
        if kind == _HTML:
            body = self._page(address, answer.text).encode()
        elif _text(kind):
            body = answer.text.replace(_ORIGIN, self._address).encode()
        if address.endswith("/openapi.json"):
            body = _described(json.loads(body))
        path = self._folder / places.file(address)
        if not path.resolve().is_relative_to(self._folder.resolve()):
            raise RuntimeError(f"{address} would be written outside of the export")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(body)

    def _full(self, address: str) -> str:
        """An answer of a stored query is asked for in full, not by its first page."""
        if not address.startswith(f"/{self._raw.database}/"):
            return address
        return address + ("&" if "?" in address else "?") + "_size=max"

    def _page(self, address: str, html: str) -> str:
        lang, own = language(address), places.file(address)
        lost = address == _LOST

        def way(there: str) -> str:
            # The page for what is not there is shown at any depth: its links begin at the root.
            if lost:
                root = re.sub(r"^[a-z]+://[^/]*", "", self._address)
                return f"{root}/{places.file(there).removesuffix('index.html')}"
            return places.relative(places.file(there), own)

        def stands(there: str) -> str | None:
            return places.exported(there, self._raw, lang)

        made = page(html, stands, way, words(lang)("site.as_files"))
        self._add(*made.found)
        return made.html.replace(_ORIGIN, self._address)


def _text(kind: str) -> bool:
    return kind in ("text/plain", "image/svg+xml") or kind.endswith(("json", "xml"))


def _described(told: dict[str, Any]) -> bytes:
    """The description of the twins as they lie here: files, which no query chooses from."""
    told["paths"] = {f"{path}.json": one for path, one in told["paths"].items()}
    for one in told["paths"].values():
        kept = [p for p in one["get"]["parameters"] if p["in"] != "query"]
        one["get"]["parameters"] = kept
    return json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode()
