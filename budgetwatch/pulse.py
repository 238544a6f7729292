"""How fast a crawl goes and how long it will still take, told honestly."""

from collections import deque
from collections.abc import Iterable
from time import monotonic

from crawler.progress import Counts

# A rate over the last half minute: long enough for hosts with long pauses.
WINDOW = 30.0


class Pulse:
    """Answers a second over the last while. ``clock`` gives seconds that never go back."""

    def __init__(self) -> None:
        self._began = monotonic()
        self._beats: deque[float] = deque(maxlen=10_000)

    def beat(self) -> None:
        """One more answer."""
        self._beats.append(monotonic())

    def rate(self) -> float:
        """Answers a second."""
        now = monotonic()
        while self._beats and now - self._beats[0] > WINDOW:
            self._beats.popleft()
        return len(self._beats) / max(1.0, min(WINDOW, now - self._began))


def left(counts: Iterable[Counts]) -> str:
    """`about 12 min left`, `at most 55 min left`; "" when no region is under way.

    Regions are walked side by side, so the slowest decides. While a region's pages still lead to
    more addresses than its budget allows, or it has hardly begun, only the budget can be told.
    """
    running = list(counts)
    if not running:
        return ""
    known = [one.about for one in running if one.about is not None]
    if len(known) == len(running):
        return f"about {span(max(known))} left"
    most = [one.about if one.about is not None else one.most for one in running]
    return f"at most {span(max(most))} left"


def span(seconds: float) -> str:
    """`40 s`, `12 min`, `1 h 05 min`, rounded up: nobody minds being done early."""
    if seconds < 60:
        return f"{max(5, -(-int(seconds) // 5) * 5)} s"
    minutes = -(-int(seconds) // 60)
    return f"{minutes} min" if minutes < 60 else f"{minutes // 60} h {minutes % 60:02} min"
