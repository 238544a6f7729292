"""The site that follows its file: a database swapped in is served without a restart."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from contextlib import suppress
from pathlib import Path

from datasette_config.cache import Receive, Scope, Send
from datasette_config.mark import Mark, mark
from datasette_config.opened import Opened

_EVERY = 1.0  # seconds between two looks at the file
_LOG = logging.getLogger("uvicorn.error")


class Renewed:
    """An ASGI application: each question goes to the site on the newest good file.

    What is under way ends on the database it began with. A file that does not give the front
    page is told of and left alone, and the last good one goes on being served.
    """

    def __init__(
        self, path: Path, begin: Callable[[], Awaitable[Opened]], every: float = _EVERY
    ) -> None:
        """``begin`` opens the site on the file at ``path``; ``every`` is in seconds."""
        self._path, self._begin, self._every = path, begin, every
        self._now: Opened | None = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hand a question on; begin and end with the server."""
        if scope["type"] == "lifespan":
            return await self._live(receive, send)
        if self._now is None:
            raise RuntimeError("The server did not begin with lifespan.startup")
        return await self._now(scope, receive, send)

    async def _live(self, receive: Receive, send: Send) -> None:
        await receive()
        self._now = await self._begin()
        watching = asyncio.create_task(self._watch(self._now.mark))
        await send({"type": "lifespan.startup.complete"})
        await receive()
        watching.cancel()
        with suppress(asyncio.CancelledError):
            await watching
        await self._now.leave()
        await send({"type": "lifespan.shutdown.complete"})

    async def _watch(self, known: Mark) -> None:
        while True:
            await asyncio.sleep(self._every)
            # Between two names a file may be missing for a moment, or for good.
            with suppress(OSError):
                if (there := mark(self._path)) != known:
                    known = there
                    await self._renew()

    async def _renew(self) -> None:
        try:
            new = await self._begin()
        except Exception:
            _LOG.exception("%s cannot be opened; the database before it is served", self._path)
            return
        front = await new.site.client.get("/")
        if front.status_code != 200:
            _LOG.error("%s does not give the front page; the one before is served", self._path)
            await new.leave()
            return
        old, self._now = self._now, new
        if old is not None:
            await old.leave()
