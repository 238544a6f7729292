"""What each source of a region may spend, so that an endless one does not starve the others."""

from collections.abc import Iterable
from dataclasses import dataclass

from crawler.walk.budget import Polite


@dataclass(slots=True)
class _Use:
    requests: int = 0
    bytes: int = 0
    seconds: float = 0.0


class Shares:
    """A part of the region's budget is kept, in equal shares, for its home page and sources.

    The rest is a reserve that goes to whatever promises most. Requests, bytes and minutes count:
    a source has used as much of the budget as of the scarcest of the three.
    """

    def __init__(self, limits: Polite, sources: Iterable[str]) -> None:
        self._limits = limits
        self._uses = {source: _Use() for source in sources}
        self._share = limits.kept / max(len(self._uses), 1)
        self._billed: float | None = None

    def bill(self, source: str, *, requests: int = 0, size: int = 0) -> None:
        """Book what was asked for a source and what came; for one nobody named, nothing."""
        if use := self._uses.get(source):
            use.requests += requests
            use.bytes += size

    def clock(self, now: float, underway: Iterable[str]) -> None:
        """Book the time since the last call on the sources that are waited for."""
        waited_for = [self._uses[s] for s in underway if s in self._uses]
        passed = 0.0 if self._billed is None else now - self._billed
        self._billed = now
        for use in waited_for:
            use.seconds += passed / len(waited_for)

    def below(self) -> frozenset[str] | None:
        """The sources with something of their share left; None while the reserve is not spent."""
        used = {source: self._used(use) for source, use in self._uses.items()}
        beyond = sum(max(0.0, part - self._share) for part in used.values())
        if beyond < 1 - self._limits.kept:
            return None
        return frozenset(source for source, part in used.items() if part < self._share)

    def _used(self, use: _Use) -> float:
        limits = self._limits
        return max(
            use.requests / limits.max_requests,
            use.bytes / limits.max_bytes,
            use.seconds / limits.max_seconds,
        )
