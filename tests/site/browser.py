"""A real Chromium, driven over its own protocol: sizes, schemes, pictures, what it complains of."""

import asyncio
import base64
import itertools
import shutil
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import aiohttp

CHROMIUM = next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), ""
)
_SWITCHES = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
    *("--hide-scrollbars", "--remote-debugging-port=0"),
)


class Tab:
    """One page of the browser. ``asked`` are the addresses it requested, ``complaints`` its own."""

    def __init__(self, socket: aiohttp.ClientWebSocketResponse) -> None:
        self._socket, self._numbers = socket, itertools.count(1)
        self.asked: list[str] = []
        self.complaints: list[str] = []

    async def do(self, method: str, **params: object) -> dict[str, Any]:
        number = next(self._numbers)
        await self._socket.send_json({"id": number, "method": method, "params": params})
        while (message := await self._socket.receive_json(timeout=30)).get("id") != number:
            self._hear(message)
        assert "error" not in message, message["error"]
        return message["result"]

    def _hear(self, message: dict[str, Any]) -> None:
        match message["method"]:
            case "Network.requestWillBeSent":
                self.asked.append(message["params"]["request"]["url"])
            case "Log.entryAdded":
                self.complaints.append(message["params"]["entry"]["text"])
            case "Runtime.exceptionThrown" | "Runtime.consoleAPICalled":
                self.complaints.append(str(message["params"]))

    async def look(
        self, url: str, width: int = 1280, scheme: str = "light", height: int = 900
    ) -> None:
        for room in ("Page", "Network", "Log", "Runtime"):
            await self.do(f"{room}.enable")
        await self.do(
            "Emulation.setDeviceMetricsOverride",
            width=width, height=height, deviceScaleFactor=1, mobile=width < 500,
        )  # fmt: skip
        features = [
            {"name": "prefers-color-scheme", "value": scheme},
            {"name": "prefers-reduced-motion", "value": "reduce"},
        ]
        await self.do("Emulation.setEmulatedMedia", media="", features=features)
        await self.do("Page.navigate", url=url)
        while await self.say("document.readyState + location.href") != "complete" + url:
            await asyncio.sleep(0.05)
        await asyncio.sleep(0.1)
        await self.say("0")

    async def say(self, script: str) -> Any:
        answer = await self.do("Runtime.evaluate", expression=script, returnByValue=True)
        return answer["result"].get("value")

    async def picture(self, path: Path) -> None:
        shot = await self.do("Page.captureScreenshot", captureBeyondViewport=True)
        path.write_bytes(base64.b64decode(shot["data"]))


async def click(tab: Tab, what: str) -> None:
    """Press where a person would; the browser follows the link or sends the form by itself."""
    await tab.do("Emulation.setScriptExecutionDisabled", value=False)
    await tab.say(
        f"document.querySelector({what!r}).scrollIntoView({{block: 'center', behavior: 'instant'}})"
    )
    await asyncio.sleep(0.1)
    box = await tab.say(
        f"(r => [r.left + r.width / 2, r.top + r.height / 2])"
        f"(document.querySelector({what!r}).getBoundingClientRect())"
    )
    before = await tab.say("performance.timeOrigin")
    for kind in ("mousePressed", "mouseReleased"):
        spot = {"x": box[0], "y": box[1], "button": "left", "clickCount": 1}
        await tab.do("Input.dispatchMouseEvent", type=kind, **spot)
    for _ in range(200):
        await asyncio.sleep(0.05)
        ready = await tab.say("document.readyState") == "complete"
        if ready and await tab.say("performance.timeOrigin") != before:
            return
    raise TimeoutError(what)


@asynccontextmanager
async def open_tab() -> AsyncIterator[Tab]:
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        process = await asyncio.create_subprocess_exec(
            CHROMIUM, *_SWITCHES, f"--user-data-dir={profile}",
            stdout=asyncio.subprocess.DEVNULL, stderr=asyncio.subprocess.DEVNULL,
        )  # fmt: skip
        try:
            port = await _port(Path(profile) / "DevToolsActivePort")
            async with aiohttp.ClientSession() as session:
                async with session.put(f"http://127.0.0.1:{port}/json/new") as answer:
                    page = await answer.json(content_type=None)
                async with session.ws_connect(
                    page["webSocketDebuggerUrl"], max_msg_size=0
                ) as socket:
                    yield Tab(socket)
        finally:
            process.terminate()
            await process.wait()


async def _port(told: Path) -> int:
    for _ in range(400):
        if told.is_file() and told.read_text():
            return int(told.read_text().split()[0])
        await asyncio.sleep(0.05)
    raise TimeoutError("Chromium did not start")
