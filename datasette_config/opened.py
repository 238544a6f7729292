"""The site on one file, every connection open before the first question.

Datasette opens its connections one by one as threads first need them, each by the file's name:
a file put there meanwhile would be read by some threads and not by others.
"""

import asyncio
import threading
from collections.abc import Callable
from pathlib import Path

from datasette.app import Datasette  # type: ignore[import-untyped]  # ships no types

from datasette_config.cache import App, Receive, Scope, Send
from datasette_config.direct import direct
from datasette_config.mark import Mark, mark
from datasette_config.rendering import published

_TRIES = 5
_PATIENCE = 30  # seconds a thread waits for the others to open their connections


class SwappedError(Exception):
    """The file was replaced each time while it was being opened."""


class Opened:
    """A site, and how many of its answers are under way. ``mark`` is of the file it reads."""

    def __init__(self, site: Datasette, of: Mark) -> None:
        self.site, self.mark = site, of
        self._app: App = site.app()
        self._under_way = 0
        self._left = False

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer from this file to the end, whatever comes to stand under its name."""
        self._under_way += 1
        try:
            await self._app(scope, receive, send)
        finally:
            self._under_way -= 1
            await self._closed()

    async def leave(self) -> None:
        """No new question will come: close when the last answer is given."""
        self._left = True
        await self._closed()

    async def _closed(self) -> None:
        if self._left and not self._under_way:
            await self.site.invoke_shutdown()


async def opened(make: Callable[[], Datasette], path: Path) -> Opened:
    """The site that ``make`` makes of the file at ``path``. Raises OSError and SwappedError."""
    for _ in range(_TRIES):
        before = mark(path)
        site = await asyncio.to_thread(make)
        try:
            await site.invoke_startup()
            await _connect(site)
        except BaseException:
            site.close()
            raise
        if mark(path) == before:
            return Opened(site, before)
        await site.invoke_shutdown()
    raise SwappedError(f"{path} was replaced {_TRIES} times while it was being opened")


async def _connect(site: Datasette) -> None:
    threads = site.setting("num_sql_threads")
    # Who waits at the barrier keeps a thread busy, so that each of them must open its own.
    together = threading.Barrier(threads)
    one = published(site)
    direct(one)
    await asyncio.gather(
        *(one.execute_fn(lambda _: together.wait(_PATIENCE)) for _ in range(threads))
    )
