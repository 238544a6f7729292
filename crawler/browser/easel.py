"""The one browser of a run: started when first needed, killed when it fails, closed at the end."""

from __future__ import annotations

import asyncio
import os
import signal
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.async_api import Browser, Error, Playwright, async_playwright

from crawler.browser.chromium import SWITCHES, environment, find, may_sandbox
from crawler.browser.limits import Limits
from crawler.browser.look import FrozenError, LostError
from crawler.browser.painter import Painter, TooHeavyError
from crawler.browser.sheet import Drawn, Errand, Sheet, Undrawn

_STARTING = 30.0
_CLOSING = 5.0
_PAGE_SIZE = os.sysconf("SC_PAGE_SIZE") if hasattr(os, "sysconf") else 4096


class Easel:
    """One page at a time is drawn on it. A browser that fails is a reason, never an exception."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._one_at_a_time = asyncio.Lock()
        self._home = TemporaryDirectory(prefix="budgetwatch-", ignore_cleanup_errors=True)
        self._playwright: Playwright | None = None
        self._browser: Browser | None = None
        self._pid = 0
        self._drawn = self._failures = 0
        self._closed = False

    async def draw(self, sheet: Sheet, errand: Errand) -> Drawn | Undrawn:
        """The page as its scripts draw it, or why not."""
        async with self._one_at_a_time:
            if why := self._over():
                return Undrawn(why)
            self._drawn += 1
            try:
                return await self._draw(sheet, errand)
            except FrozenError:
                why = f"its scripts did not let go for {self._limits.frozen:.0f} seconds"
            except (LostError, TooHeavyError) as trouble:
                why = f"the browser gave it up: {trouble}"
            except (Error, OSError, TimeoutError) as trouble:
                why = f"the browser failed: {_line(trouble)}"
            await self._kill()
            return Undrawn(why)

    async def close(self) -> None:
        """Nothing is drawn after this, and no process of ours is left."""
        self._closed = True
        await self._kill()
        if self._playwright:
            playwright, self._playwright = self._playwright, None
            with suppress(Error, OSError, TimeoutError):
                async with asyncio.timeout(_CLOSING):
                    await playwright.stop()
        self._home.cleanup()

    def _over(self) -> str:
        if self._closed:
            return "the crawl was stopped"
        if self._failures >= self._limits.failures:
            return f"the browser did not start {self._failures} times in a row"
        if self._drawn >= self._limits.pages_in_run:
            return f"{self._drawn} pages were drawn in this run, more are not"
        return ""

    async def _draw(self, sheet: Sheet, errand: Errand) -> Drawn:
        browser = self._browser
        if browser is None or not browser.is_connected():
            # Counted when it does not start; a page that brings it down harms its own region only.
            self._failures += 1
            async with asyncio.timeout(_STARTING):
                browser = self._browser = await self._start()
            self._failures = 0
        session = await browser.new_browser_cdp_session()
        told = await session.send("SystemInfo.getProcessInfo")
        self._pid = next(int(p["id"]) for p in told["processInfo"] if p["type"] == "browser")
        await session.detach()
        return await Painter(browser, self._limits, self._weigh).draw(sheet, errand)

    async def _start(self) -> Browser:
        if self._playwright is None:
            self._playwright = await async_playwright().start()
        if self._closed:  # while it started
            await self.close()
            raise OSError("the crawl was stopped")
        return await self._playwright.chromium.launch(
            executable_path=find(self._limits.chromium),
            args=list(SWITCHES),
            chromium_sandbox=may_sandbox(),
            env=dict(environment(self._home.name)),
            handle_sigint=False,
            handle_sigterm=False,
            handle_sighup=False,
            timeout=1000 * _STARTING,
        )

    def _weigh(self) -> int:
        """Bytes of all processes of the browser's, shared ones apart; 0 where nobody can tell."""
        return sum(map(_own, _family(self._pid)))

    async def _kill(self) -> None:
        """A page may hold its renderer for good: nobody asks the browser whether it would close."""
        browser, self._browser = self._browser, None
        if browser is None:
            return
        if self._pid and browser.is_connected():
            with suppress(OSError):
                os.kill(self._pid, signal.SIGKILL)
        with suppress(Error, OSError, TimeoutError):
            async with asyncio.timeout(_CLOSING):
                await browser.close()
        self._pid = 0


def _family(pid: int) -> set[int]:
    """The processes below one, by the kernel's own list; empty where there is none."""
    found, waiting = set[int](), [pid] if pid else []
    while waiting:
        at = waiting.pop()
        for told in Path(f"/proc/{at}/task").glob("*/children"):
            with suppress(OSError):
                below = {int(p) for p in told.read_text().split()} - found
                found |= below
                waiting += below
    return found


def _own(pid: int) -> int:
    try:
        _, resident, shared, *_ = map(int, Path(f"/proc/{pid}/statm").read_text().split())
        return (resident - shared) * _PAGE_SIZE
    except (OSError, ValueError):
        return 0


def _line(trouble: BaseException) -> str:
    """The first line: Playwright adds a log of many more."""
    return (str(trouble).strip().splitlines() or [type(trouble).__name__])[0][:300]
