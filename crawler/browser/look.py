"""Look at a page from a world its scripts cannot reach: is it settled, what does it show?"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from playwright.async_api import CDPSession

# A page may hide `document.links` behind a form of that name, or put functions of its own in
# place of the browser's: in a world of our own the getters of the prototypes are the true ones.
_ROOT = "Object.getOwnPropertyDescriptor(Document.prototype,'documentElement').get.call(document)"
_COUNT = "Document.prototype.getElementsByTagName.call(document,'{}').length"
_READY = "Object.getOwnPropertyDescriptor(Document.prototype,'readyState').get.call(document)"
_STATE = f"[{_READY}, {_COUNT.format('*')}, {_COUNT.format('a')}]"
_HTML = (
    "Object.getOwnPropertyDescriptor(Element.prototype,'outerHTML').get.call({root})"
    ".slice(0, {most})"
)


class FrozenError(Exception):
    """The page does not answer: its scripts do not let go."""


class LostError(Exception):
    """The page's world is gone, or too large to be told."""


@dataclass(frozen=True, slots=True)
class State:
    """How a page stands: does it still load, how many elements and anchors has it?"""

    ready: bool
    elements: int
    anchors: int


class Looker:
    """Eyes on one page. Every look ends within ``patience`` seconds, or FrozenError."""

    def __init__(self, cdp: CDPSession, patience: float) -> None:
        self._cdp, self._patience = cdp, patience
        self._world = 0

    async def enter(self) -> None:
        """Make the world of our own."""
        tree = await self._send("Page.getFrameTree")
        frame = tree["frameTree"]["frame"]["id"]
        made = await self._send("Page.createIsolatedWorld", frameId=frame, worldName="budgetwatch")
        self._world = int(made["executionContextId"])

    async def state(self) -> State:
        """How the page stands now."""
        found = await self._say(_STATE)
        return State(found[0] == "complete", int(found[1]), int(found[2]))

    async def html(self, most: int) -> str:
        """The document as it is now, at most so many characters of it."""
        text = await self._say(_HTML.format(root=_ROOT, most=most))
        return "<!DOCTYPE html>\n" + str(text)

    async def _say(self, expression: str) -> Any:
        told = await self._send(
            "Runtime.evaluate",
            expression=expression,
            contextId=self._world,
            returnByValue=True,
            timeout=1000 * self._patience,
        )
        if "exceptionDetails" in told:
            raise LostError(str(told["exceptionDetails"].get("text", ""))[:200])
        return told["result"]["value"]

    async def _send(self, method: str, **params: object) -> dict[str, Any]:
        try:
            async with asyncio.timeout(self._patience):
                return await self._cdp.send(method, dict(params))
        except TimeoutError:
            raise FrozenError from None
