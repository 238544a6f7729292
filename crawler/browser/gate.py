"""The gate of one page: the browser's every request ends here, answered by us or refused."""

from __future__ import annotations

import asyncio
from time import monotonic
from typing import TYPE_CHECKING

from playwright.async_api import Error

from crawler.browser.sheet import Denied, Errand, Given, Sheet, Wanted

if TYPE_CHECKING:
    from playwright.async_api import Page, Request, Route, WebSocketRoute

MOST_LED_TO = 20
_LONGEST = 2_000
# What a page may know of an answer. The rest is for caches, cookies and other errands.
_TOLD = frozenset({"content-type", "content-security-policy", "content-language", "content-range"})
_TOLD_TOO = ("x-", "access-control-")
# Not a crash of the page's: the request is cancelled and the page stays as it is.
_CANCELLED, _REFUSED = "aborted", "blockedbyclient"


class Gate:
    """Stands before one page. ``fault`` is the first error of our own, for whoever asks."""

    def __init__(self, sheet: Sheet, errand: Errand) -> None:
        self._sheet, self._errand = sheet, errand
        self._page: Page | None = None
        self._arrived = False
        self._tasks: set[asyncio.Task[Given | Denied]] = set()
        self.led_to: list[str] = []
        self._answered: set[str] = set()
        self.asked = 0
        self.last_answer = monotonic()
        self.fault: BaseException | None = None

    @property
    def busy(self) -> bool:
        """True while an answer is on its way."""
        return bool(self._tasks)

    def guard(self, page: Page) -> None:
        """Tell the page's own requests from those of windows it opens."""
        self._page = page

    async def handle(self, route: Route, request: Request) -> None:
        """Playwright's route handler, for whatever the context asks."""
        self.asked += 1
        try:
            await self._handle(route, request)
        except Error:
            pass  # the page is gone, and with it whoever waited
        except Exception as fault:
            self.fault = self.fault or fault

    @staticmethod
    async def hang_up(socket: WebSocketRoute) -> None:
        """No page gets a socket."""
        await socket.close()

    def close(self) -> None:
        """Nobody waits for what is still on its way."""
        for task in self._tasks:
            task.cancel()

    async def _handle(self, route: Route, request: Request) -> None:
        if request.is_navigation_request():
            await self._navigation(route, request)
            return
        wanted = Wanted(
            request.url, request.method, request.resource_type, tuple(request.headers.items())
        )
        found = await self._fetched(wanted)
        if isinstance(found, Denied):
            await route.abort(_REFUSED)
        else:
            await _give(route, found)

    async def _navigation(self, route: Route, request: Request) -> None:
        """The page itself comes once, from what the server gave; nobody goes anywhere else."""
        ours = self._page is not None and request.frame == self._page.main_frame
        if ours and not self._arrived:
            self._arrived = True
            await _give(route, self._sheet.given)
            return
        if ours and len(self.led_to) < MOST_LED_TO and request.method == "GET":
            self.led_to.append(request.url[:_LONGEST])
        await route.abort(_CANCELLED)

    async def _fetched(self, wanted: Wanted) -> Given | Denied:
        task = asyncio.ensure_future(self._errand(wanted))
        self._tasks.add(task)
        try:
            found = await task
        except asyncio.CancelledError:
            return Denied("the page is closed")
        finally:
            self._tasks.discard(task)
        # A page that asks the same again and again, or in vain, has nothing new to show.
        if isinstance(found, Given) and wanted.url not in self._answered:
            self._answered.add(wanted.url)
            self.last_answer = monotonic()
        return found


async def _give(route: Route, given: Given) -> None:
    told = {
        name: value
        for name, value in given.headers
        if name.lower() in _TOLD or name.lower().startswith(_TOLD_TOO)
    }
    await route.fulfill(status=given.status, headers=told, body=given.body)
