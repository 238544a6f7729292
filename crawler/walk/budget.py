"""What one region's walk may cost, and what it has cost so far."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Polite:
    """How gently a region is crawled. ``delay`` is seconds between two requests to one host.

    The other figures bound one region in one run. ``explore`` is the share of its requests that
    may go to pages which promise nothing, once something that does was seen.
    """

    delay: float = 2.0
    max_requests: int = 400
    max_bytes: int = 2**30
    max_seconds: float = 3600.0
    explore: float = 0.25

    def __post_init__(self) -> None:
        for name in ("max_requests", "max_bytes", "max_seconds"):
            if getattr(self, name) <= 0:
                raise ValueError(f"{name} must be more than nothing, not {getattr(self, name)}")
        if self.delay < 0 or not 0 <= self.explore <= 1:
            raise ValueError(f"no crawl has delay {self.delay} and explore {self.explore}")


@dataclass(slots=True)
class Budget:
    """A region's account. Times are seconds of one monotonic clock."""

    limits: Polite
    requests: int = 0
    bytes: int = 0
    explored: int = 0
    started: float | None = field(default=None)

    def spend(self, *, requests: int = 0, size: int = 0) -> None:
        """Book what was asked and what came."""
        self.requests += requests
        self.bytes += size

    def start(self, now: float) -> None:
        """The clock runs from the first request on."""
        if self.started is None:
            self.started = now

    def spent(self, now: float) -> str:
        """Which limit is reached, as a phrase for a reason; "" while there is something left."""
        limits = self.limits
        if self.requests >= limits.max_requests:
            return f"{limits.max_requests} requests"
        if self.bytes >= limits.max_bytes:
            return f"{limits.max_bytes / 2**20:.0f} MB"
        if self.elapsed(now) >= limits.max_seconds:
            return f"{limits.max_seconds:.0f} seconds"
        return ""

    def elapsed(self, now: float) -> float:
        """Seconds since the first request."""
        return 0.0 if self.started is None else now - self.started

    def may_explore(self, *, found: bool) -> bool:
        """True while unpromising pages may be asked: all while nothing is found, then a share."""
        return not found or self.explored < self.limits.explore * self.limits.max_requests
