"""In a real Chromium: nothing overflows, nothing complains, nothing leaves the host."""

import asyncio
import socket
from collections.abc import AsyncIterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
import uvicorn

from datasette_config.serve import app
from tests.site.browser import CHROMIUM, Tab, open_tab

pytestmark = pytest.mark.skipif(
    not CHROMIUM, reason="NO BROWSER: install chromium to check overflow, console and keyboard"
)
PAGES = ("/", "/en/", "/region/kitezh", "/region/zaozerye", "/en/region/buyan", "/methodology")


@pytest.fixture
async def address(database: Path) -> AsyncIterator[str]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    served = app(database).app()
    server = uvicorn.Server(
        uvicorn.Config(served, host="127.0.0.1", port=port, log_level="error", lifespan="on")
    )
    task = asyncio.create_task(server.serve())
    while not server.started:
        await asyncio.sleep(0.02)
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    await task


async def unfold(tab: Tab) -> None:
    await tab.say("document.querySelectorAll('details').forEach(d => d.open = true)")


async def test_no_page_overflows_complains_or_asks_elsewhere(address: str) -> None:
    async with open_tab() as tab:
        for path in PAGES:
            for width in (320, 390, 1280):
                await tab.look(address + path, width)
                await unfold(tab)
                wide = await tab.say("document.documentElement.scrollWidth")
                assert wide <= width, (path, width, wide)
        await tab.look(f"{address}/budget", 1280)
        await tab.look(f"{address}/budget/findings", 1280)
        hosts = {urlsplit(url).netloc for url in tab.asked if url.startswith("http")}
        assert hosts == {urlsplit(address).netloc}
        assert tab.complaints == []


async def test_an_answer_opens_by_its_address_without_script(address: str) -> None:
    async with open_tab() as tab:
        await tab.do("Emulation.setScriptExecutionDisabled", value=True)
        await tab.look(f"{address}/region/kitezh", 1280)
        first = await tab.say("document.querySelector('.matrix a').getAttribute('href')")
        await tab.look(f"{address}/region/kitezh{first}", 1280)
        opened = await tab.say("document.querySelectorAll('.criterion details[open]').length")
        assert opened == 1


async def test_the_first_stop_of_the_keyboard_skips_to_the_content(address: str) -> None:
    async with open_tab() as tab:
        await tab.look(address + "/", 1280)
        key = {"key": "Tab", "code": "Tab", "windowsVirtualKeyCode": 9}
        await tab.do("Input.dispatchKeyEvent", type="keyDown", **key)
        assert await tab.say("document.activeElement.className") == "skip"
        shown = "document.activeElement.getBoundingClientRect().left >= 0"
        assert await tab.say(shown)
