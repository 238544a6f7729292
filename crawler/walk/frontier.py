"""Which link next: the most promising of those whose host is free."""

from collections.abc import Callable, Collection

from crawler.walk.ask import Ask, better
from crawler.walk.canonical import place, site
from crawler.walk.line import Entry, Line

__all__ = ["Ask", "Frontier"]

MAX_WAITING = 20_000
# A page of 20,000 strangers must not shut out the one address that bears an edition's name.
MAX_PROMISING = 5_000
_PROMISING = 0.5
_BANDS = (0.8, 0.5, 0.2, 0.0)


class Frontier:
    """The addresses of one region that wait, and those that were asked.

    Two routes of a scripted page (``/#/a``, ``/#/b``) are one request to a server and two pages
    in a browser: whoever offers a route has a browser that opens it.
    """

    def __init__(self) -> None:
        self._waiting: dict[str, Ask] = {}
        self._on: dict[str, set[str]] = {}
        self._lines: dict[str, Line] = {}
        self._asked: set[str] = set()
        self._count = 0

    def __len__(self) -> int:
        return len(self._waiting)

    def knows(self, url: str) -> bool:
        """True when an address was asked or given up for good."""
        return place(url) in self._asked

    def waits(self, url: str) -> bool:
        """True for an address that is still to be asked."""
        return place(url) in self._waiting

    def close(self, url: str) -> None:
        """Never ask an address (again)."""
        key = place(url)
        self._asked.add(key)
        self._drop(key)

    def offer(self, ask: Ask) -> bool:
        """Let an address wait; a better path or promise than the known one improves it."""
        key = place(ask.url)
        if key in self._asked:
            return False
        known = self._waiting.get(key)
        best = better(known, ask) if known else ask
        if best is known or (known is None and self._is_full(ask)):
            return False
        self._waiting[key] = best
        self._on.setdefault(site(best.url), set()).add(key)
        self._count += 1
        line = self._lines.get(best.source)
        if line is None:
            line = self._lines[best.source] = Line(self._counts)
        line.push(site(best.url), ((*_order(best), self._count), key, best))
        return True

    def best(
        self, busy: Collection[str] = (), sources: Collection[str] | None = None
    ) -> Ask | None:
        """The next address whose host is not among the ``busy`` ones; it stays waiting.

        With ``sources`` only what waits on behalf of these.
        """
        lines = [v for k, v in self._lines.items() if sources is None or k in sources]
        tops = [top for line in lines if (top := line.best(busy))]
        return min(tops, key=lambda top: top[0])[2] if tops else None

    def leave(self, host: str, at_least: float, most: int) -> None:
        """Forget what waits on a host that is given up, but for its most promising addresses."""
        there = [(key, self._waiting[key]) for key in self._on.get(host, ())]
        promising = sorted((_order(a), key) for key, a in there if a.promise >= at_least)
        keep = {key for _, key in promising[:most]}
        for key, _ in there:
            if key not in keep:
                self._asked.add(key)
                self._drop(key)

    def all(self) -> tuple[Ask, ...]:
        """Everything that waits, in no order that matters."""
        return tuple(self._waiting.values())

    def rest(self, at_least: float, most: int) -> tuple[Ask, ...]:
        """Return the best of those that still wait and promise ``at_least`` so much."""
        return _sorted(self._waiting.values(), at_least)[:most]

    def drop(self, is_needless: Callable[[str], bool]) -> None:
        """Never ask those that wait and have become needless."""
        for ask in [a for a in self._waiting.values() if is_needless(a.url)]:
            self.close(ask.url)

    def _drop(self, key: str) -> None:
        gone = self._waiting.pop(key, None)
        if gone is not None:
            self._on[site(gone.url)].discard(key)

    def _is_full(self, ask: Ask) -> bool:
        room = MAX_WAITING + (MAX_PROMISING if ask.promise >= _PROMISING else 0)
        return len(self._waiting) >= room

    def _counts(self, entry: Entry) -> bool:
        return self._waiting.get(entry[1]) is entry[2]


def _sorted(asks: Collection[Ask], at_least: float) -> tuple[Ask, ...]:
    promising = [a for a in asks if a.promise >= at_least]
    return tuple(sorted(promising, key=lambda a: (_order(a), a.url)))


def _order(ask: Ask) -> tuple[float, ...]:
    """Bands of promise first; inside one, what the home page leads to, in few clicks.

    What earlier runs knew comes late, and then before the rest of its band.
    """
    band = next(n for n, least in enumerate(_BANDS) if ask.promise >= least)
    clicks = 99 if ask.clicks is None else ask.clicks
    return band, not ask.again, ask.clicks is None, -ask.promise, clicks, ask.depth
