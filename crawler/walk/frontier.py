"""Which link next: the most promising of those whose host is free."""

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from heapq import heappop, heappush
from urllib.parse import urlsplit

from crawler.walk.canonical import place, site

MAX_WAITING = 20_000
_BANDS = (0.8, 0.5, 0.2, 0.0)


@dataclass(frozen=True, slots=True)
class Ask:
    """One address worth asking and how the walk came to know it.

    ``clicks`` and ``link_texts`` are the best known path from the home page (None and the path
    from a source when there is none). ``depth`` counts links from where the walk began.
    ``away`` marks a place of another owner, from which only documents are followed.
    """

    url: str
    source: str
    via: str = ""
    clicks: int | None = None
    link_texts: tuple[str, ...] = ()
    promise: float = 0.0
    depth: int = 0
    away: bool = False
    sitemap: bool = False


class Frontier:
    """The addresses of one region that wait, and those that were asked."""

    def __init__(self) -> None:
        self._waiting: dict[str, Ask] = {}
        self._heaps: dict[str, list[tuple[tuple[float, ...], str, Ask]]] = {}
        self._asked: set[str] = set()
        self._count = 0

    def __len__(self) -> int:
        return len(self._waiting)

    def knows(self, url: str) -> bool:
        """True when an address was asked or given up for good."""
        return place(url) in self._asked

    def close(self, url: str) -> None:
        """Never ask an address (again)."""
        key = place(url)
        self._asked.add(key)
        self._waiting.pop(key, None)

    def offer(self, ask: Ask) -> bool:
        """Let an address wait; a better path or promise than the known one improves it."""
        key = place(ask.url)
        if key in self._asked:
            return False
        known = self._waiting.get(key)
        better = _better(known, ask) if known else ask
        if better is known or (known is None and len(self._waiting) >= MAX_WAITING):
            return False
        self._waiting[key] = better
        self._count += 1
        heap = self._heaps.setdefault(site(better.url), [])
        heappush(heap, ((*_order(better), self._count), key, better))
        return True

    def best(self, busy: Collection[str] = ()) -> Ask | None:
        """The next address whose host is not among the ``busy`` ones; it stays waiting."""
        tops = [top for host in self._heaps if host not in busy and (top := self._top(host))]
        return min(tops, key=lambda top: top[0])[2] if tops else None

    def drop(self, is_needless: Callable[[str], bool]) -> None:
        """Never ask those that wait and have become needless."""
        for ask in [a for a in self._waiting.values() if is_needless(a.url)]:
            self.close(ask.url)

    def leave(self, host: str, at_least: float, most: int) -> None:
        """Forget what waits on a host that is given up, but for its most promising addresses."""
        there = [a for a in self._waiting.values() if site(a.url) == host]
        keep = sorted((a for a in there if a.promise >= at_least), key=_order)[:most]
        for ask in there:
            if ask not in keep:
                self.close(ask.url)

    def rest(self, at_least: float, most: int) -> tuple[Ask, ...]:
        """Return the best of those that still wait and promise ``at_least`` so much."""
        promising = [a for a in self._waiting.values() if a.promise >= at_least]
        return tuple(sorted(promising, key=lambda a: (_order(a), a.url))[:most])

    def waits_from(self, via: str, endings: tuple[str, ...]) -> bool:
        """True when an address with such an ending waits that one page led to."""
        return any(
            a.via == via and urlsplit(a.url).path.endswith(endings) for a in self._waiting.values()
        )

    def _top(self, host: str) -> tuple[tuple[float, ...], str, Ask] | None:
        heap = self._heaps[host]
        while heap and self._waiting.get(heap[0][1]) is not heap[0][2]:
            heappop(heap)
        return heap[0] if heap else None


def _order(ask: Ask) -> tuple[float, ...]:
    """Bands of promise first; inside one, what the home page leads to, in few clicks."""
    band = next(n for n, least in enumerate(_BANDS) if ask.promise >= least)
    clicks = 99 if ask.clicks is None else ask.clicks
    return band, ask.clicks is None, -ask.promise, clicks, ask.depth


def _better(known: Ask, new: Ask) -> Ask:
    """The shorter path from home, the higher promise; the known one itself when nothing is new."""
    shorter = new.clicks is not None and (known.clicks is None or new.clicks < known.clicks)
    path = new if shorter else known
    promise, away = max(known.promise, new.promise), known.away and new.away
    if path is known and promise == known.promise and away == known.away:
        return known
    return replace(path, url=known.url, promise=promise, away=away)
