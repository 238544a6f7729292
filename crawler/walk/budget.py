"""What one region's walk may cost, what the whole run may, and what they have cost so far."""

from dataclasses import dataclass, field
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Polite:
    """How gently a region is crawled. ``delay`` is seconds between two requests to one host.

    ``max_requests``, ``max_bytes`` and ``max_seconds`` bound one region in one run. ``explore``
    is the share of its requests that may go to pages which promise nothing, once something that
    does was seen. ``kept`` is the share that is divided among the region's home page and
    sources: no other source takes it from them while they have something to ask.
    """

    delay: float = 2.0
    max_requests: int = 400
    max_bytes: int = 2**30
    max_seconds: float = 3600.0
    explore: float = 0.25
    kept: float = 0.5

    def __post_init__(self) -> None:
        _positive(self)
        if self.delay < 0 or not 0 <= self.explore <= 1 or not 0 <= self.kept <= 1:
            raise ValueError(
                f"no crawl has delay {self.delay}, explore {self.explore} and kept {self.kept}"
            )


@dataclass(frozen=True, slots=True)
class Whole:
    """What all regions of one run may cost together, so that it can be left alone overnight.

    A run that is resumed has counted what it had asked, but its clock starts again.
    """

    max_requests: int = 50_000
    max_bytes: int = 50 * 2**30
    max_seconds: float = 12 * 3600.0

    def __post_init__(self) -> None:
        _positive(self)


class _Limits(Protocol):
    @property
    def max_requests(self) -> int: ...
    @property
    def max_bytes(self) -> int: ...
    @property
    def max_seconds(self) -> float: ...


def _positive(limits: _Limits) -> None:
    for name in ("max_requests", "max_bytes", "max_seconds"):
        # "Not more", so that a figure that is no number is refused, too.
        if not getattr(limits, name) > 0:
            raise ValueError(f"{name} must be more than nothing, not {getattr(limits, name)}")


@dataclass(slots=True)
class Account:
    """What was spent, beside what may be. Times are seconds of one monotonic clock."""

    limits: _Limits
    requests: int = 0
    bytes: int = 0
    started: float | None = None

    def spend(self, *, requests: int = 0, size: int = 0) -> None:
        """Book what was asked and what came."""
        self.requests += requests
        self.bytes += size

    def start(self, now: float) -> None:
        """The clock runs from the first request on."""
        if self.started is None:
            self.started = now

    def spent(self, now: float) -> str:
        """Which limit is reached, as a phrase; "" while there is something left."""
        limits = self.limits
        if self.requests >= limits.max_requests:
            return f"{limits.max_requests} requests"
        if self.bytes >= limits.max_bytes:
            return f"{limits.max_bytes / 2**20:.0f} MB"
        if self.elapsed(now) >= limits.max_seconds:
            return _time(limits.max_seconds)
        return ""

    def elapsed(self, now: float) -> float:
        """Seconds since the first request."""
        return 0.0 if self.started is None else now - self.started


@dataclass(slots=True)
class Budget:
    """A region's account, and the whole run's, which it shares with the other regions."""

    limits: Polite
    whole: Account = field(default_factory=lambda: Account(Whole()))
    explored: int = 0
    own: Account = field(init=False)

    def __post_init__(self) -> None:
        self.own = Account(self.limits)

    @property
    def requests(self) -> int:
        """Requests of this region so far."""
        return self.own.requests

    @property
    def bytes(self) -> int:
        """Bytes of this region so far."""
        return self.own.bytes

    def spend(self, *, requests: int = 0, size: int = 0) -> None:
        """Book what was asked and what came, for the region and for the run."""
        self.own.spend(requests=requests, size=size)
        self.whole.spend(requests=requests, size=size)

    def start(self, now: float) -> None:
        """The clocks run from the first request on."""
        self.own.start(now)
        self.whole.start(now)

    def spent(self, now: float) -> str:
        """Which limit is reached, "" for none: "400 requests", "12 hours of the whole run"."""
        if own := self.own.spent(now):
            return own
        whole = self.whole.spent(now)
        return f"{whole} of the whole run" if whole else ""

    def used(self, now: float) -> float:
        """The used part of the region's budget, 0..1: of the scarcest of its limits."""
        own, limits = self.own, self.limits
        return max(
            own.requests / limits.max_requests,
            own.bytes / limits.max_bytes,
            own.elapsed(now) / limits.max_seconds,
        )

    def may_explore(self, *, found: bool) -> bool:
        """True while unpromising pages may be asked: all while nothing is found, then a share."""
        return not found or self.explored < self.limits.explore * self.limits.max_requests


def _time(seconds: float) -> str:
    return f"{seconds / 3600:g} hours" if seconds >= 7200 else f"{seconds:.0f} seconds"
