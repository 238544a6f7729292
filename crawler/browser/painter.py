"""One page drawn: opened on its sheet, watched until it settles, read, and closed for good."""

from __future__ import annotations

import asyncio
import re
from contextlib import suppress
from time import monotonic
from typing import TYPE_CHECKING

from playwright.async_api import Error

from crawler.browser.gate import Gate
from crawler.browser.look import Looker, State
from crawler.browser.sheet import Drawn, Errand, Sheet

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.async_api import Browser, BrowserContext, Dialog, Download, Page

    from crawler.browser.limits import Limits

_LOOK_EVERY = 0.2
_CLOSING = 5.0
_MOST_ASKED = 5_000
# Ways out that no request handler sees. Chromium has no network either way.
_NO_WAY_OUT = """
for (const name of ['RTCPeerConnection', 'webkitRTCPeerConnection', 'WebTransport', 'SharedWorker',
                    'EventSource', 'WebSocketStream', 'RTCDataChannel'])
  delete window[name];
window.open = () => null;
window.print = () => undefined;
"""


class TooHeavyError(Exception):
    """The page takes more than it may: the text says what."""


class Painter:
    """Draws one sheet in a context of its own; ``weigh`` gives the renderers' memory in bytes.

    Raises FrozenError, LostError, TooHeavyError and Playwright's Error: the page was no good, or
    the browser is not any more.
    """

    def __init__(self, browser: Browser, limits: Limits, weigh: Callable[[], int]) -> None:
        self._browser, self._limits, self._weigh = browser, limits, weigh

    async def draw(self, sheet: Sheet, errand: Errand) -> Drawn:
        """The page when it has settled, or as far as it came in its time."""
        gate = Gate(sheet, errand)
        context = await self._browser.new_context(
            service_workers="block", accept_downloads=False, locale="ru-RU"
        )
        try:
            drawn = await self._on(context, sheet, gate)
        finally:
            gate.close()
            with suppress(Error, TimeoutError):
                async with asyncio.timeout(_CLOSING):
                    await context.close()
        if gate.fault:
            raise gate.fault
        return drawn

    async def _on(self, context: BrowserContext, sheet: Sheet, gate: Gate) -> Drawn:
        page = await self._page(context, gate)
        await page.goto(sheet.url, wait_until="commit", timeout=1000 * self._limits.frozen)
        looker = Looker(await context.new_cdp_session(page), self._limits.frozen)
        await looker.enter()
        unfinished = await self._settled(looker, gate)
        text = await looker.html(self._limits.dom)
        if len(text) >= self._limits.dom:
            unfinished = unfinished or f"only its first {self._limits.dom / 2**20:.0f} MB are kept"
        dom = text.encode("utf-8", "replace")
        by = f"Chromium {self._browser.version}"
        return Drawn(dom, by, unfinished, tuple(dict.fromkeys(gate.led_to)))

    async def _page(self, context: BrowserContext, gate: Gate) -> Page:
        await context.route("**/*", gate.handle)
        await context.route_web_socket(re.compile(""), gate.hang_up)
        await context.add_init_script(_NO_WAY_OUT)
        page = await context.new_page()
        gate.guard(page)
        context.on("page", _shut)
        page.on("dialog", _dismiss)
        page.on("download", _drop)
        return page

    async def _settled(self, looker: Looker, gate: Gate) -> str:
        """Wait until the page has come to rest; why it has not, "" when it has."""
        limits = self._limits
        began = changed = monotonic()
        before: State | None = None
        while monotonic() - began < limits.seconds:
            state = await looker.state()
            self._bear(state)
            now = monotonic()
            if state != before:
                before, changed = state, now
            still = 0.0 if gate.busy or not state.ready else now - gate.last_answer
            if gate.asked > _MOST_ASKED:
                return "its scripts ask without end"
            if still >= limits.restless or min(still, now - changed) >= limits.quiet:
                return ""
            await asyncio.sleep(_LOOK_EVERY)
        return f"not settled within {limits.seconds:.0f} seconds"

    def _bear(self, state: State) -> None:
        limits = self._limits
        if state.elements > limits.elements:
            raise TooHeavyError(f"it has {state.elements} elements, {limits.elements} is the most")
        if (heavy := self._weigh()) > limits.memory:
            raise TooHeavyError(f"it takes {heavy / 2**20:.0f} MB of memory")


async def _shut(page: Page) -> None:
    """A window the page opened."""
    with suppress(Error):
        await page.close()


async def _dismiss(dialog: Dialog) -> None:
    with suppress(Error):
        await dialog.dismiss()


async def _drop(download: Download) -> None:
    with suppress(Error):
        await download.cancel()
