"""What waits on behalf of one source: a heap for each host, and one of the hosts' best."""

from collections.abc import Callable, Collection
from heapq import heappop, heappush

from crawler.walk.ask import Ask

Order = tuple[float, ...]
Entry = tuple[Order, str, Ask]


class Line:
    """Finding the best costs the logarithm of what waits, however many hosts there are.

    Entries that no longer count stay where they are until they come up: ``counts`` tells them.
    Every entry's order is its own, so two heads never tie.
    """

    def __init__(self, counts: Callable[[Entry], bool]) -> None:
        self._counts = counts
        self._heaps: dict[str, list[Entry]] = {}
        self._heads: list[tuple[Order, str]] = []

    def push(self, host: str, entry: Entry) -> None:
        """Let an entry wait for its host."""
        heap = self._heaps.setdefault(host, [])
        heappush(heap, entry)
        if heap[0] is entry:
            heappush(self._heads, (entry[0], host))

    def best(self, busy: Collection[str]) -> Entry | None:
        """The first entry whose host is not busy; it stays."""
        aside: list[tuple[Order, str]] = []
        found = None
        while self._heads and found is None:
            order, host = heappop(self._heads)
            top = self._top(host)
            if top is not None and top[0] != order:
                heappush(self._heads, (top[0], host))
            elif top is not None:
                aside.append((order, host))
                found = None if host in busy else top
        for head in dict.fromkeys(aside):
            heappush(self._heads, head)
        return found

    def _top(self, host: str) -> Entry | None:
        heap = self._heaps[host]
        while heap and not self._counts(heap[0]):
            heappop(heap)
        return heap[0] if heap else None
