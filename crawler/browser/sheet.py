"""What is drawn and what comes of it: the words the rooms share, no browser among them."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

Headers = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Wanted:
    """A request that a page wants sent. ``kind`` is the browser's word: xhr, script, image..."""

    url: str
    method: str
    kind: str
    headers: Headers = ()


@dataclass(frozen=True, slots=True)
class Given:
    """An answer for the page."""

    status: int
    headers: Headers
    body: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Denied:
    """Nothing was sent, or nothing came."""

    reason: str


Errand = Callable[[Wanted], Awaitable[Given | Denied]]


@dataclass(frozen=True, slots=True)
class Sheet:
    """An empty page to draw on: its address with the route, and what the server gave for it."""

    url: str
    given: Given


@dataclass(frozen=True, slots=True)
class Drawn:
    """The page as its scripts left it, in UTF-8. ``unfinished`` says why it may not be all.

    ``led_to`` are the addresses its scripts wanted to go to instead; nobody went.
    """

    dom: bytes = field(repr=False)
    by: str
    unfinished: str = ""
    led_to: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Undrawn:
    """Nothing was drawn, and why."""

    reason: str
