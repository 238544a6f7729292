"""When to stop asking a host that does not answer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from crawler.model import Outcome
from crawler.transport.host import host, origin
from crawler.transport.outcome import of_failure, of_response
from crawler.transport.trouble import HostGivenUp

if TYPE_CHECKING:
    from scrapy import Request
    from scrapy.crawler import Crawler
    from scrapy.http import Response

NEVER_ANSWERED = 2  # failures in a row before the first answer
WENT_SILENT = 5  # failures in a row after an answer: firewalls drop a crawler they dislike
TURNED_AWAY = 5  # refusals in a row: a host that says no is not asked forever

# Sent through crawler.signals for every refusal, with the keyword argument request.
turned_away = object()

_FINAL = (Outcome.DNS,)  # the name system has said its word, for all ports
_SILENCE = (Outcome.CONNECTION, Outcome.TIMEOUT, Outcome.TLS)
_REFUSAL = (Outcome.BLOCKED, Outcome.RATE_LIMITED)


@dataclass(slots=True)
class Standing:
    """How one host has behaved towards us in this run."""

    answered: bool = False
    failures: int = 0
    refusals: int = 0
    last: tuple[Outcome, str] = (Outcome.OK, "")

    def failed(self, outcome: Outcome, reason: str) -> None:
        """One more request without an answer."""
        self.failures += 1
        self.last = (outcome, reason)

    def answers(self, outcome: Outcome, reason: str) -> None:
        """One more answer, which may be a refusal."""
        self.answered, self.failures = True, 0
        self.refusals = self.refusals + 1 if outcome in _REFUSAL else 0
        self.last = (outcome, reason)

    @property
    def given_up(self) -> int:
        """How many times in a row it failed us, if that is enough; else 0."""
        if self.last[0] in _FINAL:
            return self.failures
        limit = WENT_SILENT if self.answered else NEVER_ANSWERED
        if self.failures >= limit:
            return self.failures
        return self.refusals if self.refusals >= TURNED_AWAY else 0


class GiveUp:
    """Downloader middleware next to the network, so that it counts every try, retries too."""

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler
        self._standing: dict[str, Standing] = {}

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> GiveUp:
        """As Scrapy makes its components."""
        return cls(crawler)

    def process_request(self, request: Request) -> None:
        """Raises HostGivenUp, with the outcome the host earned, instead of asking again."""
        for key in _keys(request):
            standing = self._standing.get(key)
            if standing is not None and (times := standing.given_up):
                outcome, reason = standing.last
                raise HostGivenUp(
                    outcome, f"not asked again: the host failed {times} times, last: {reason}"
                )

    def process_response(self, request: Request, response: Response) -> Response:
        """Any answer at all is a sign of life; a refusal is told to whoever sets the pace."""
        outcome, reason = of_response(response)
        self._at(_keys(request)[1]).answers(outcome, reason)
        if outcome in _REFUSAL:
            self._crawler.signals.send_catch_log(signal=turned_away, request=request)
        return response

    def process_exception(self, request: Request, exception: Exception) -> None:
        """Counts what the network did; what we refused ourselves does not count."""
        if isinstance(exception, HostGivenUp):
            return
        outcome, reason = _world(exception)
        named, door = _keys(request)
        if outcome in _FINAL:
            self._at(named).failed(outcome, reason)
        elif outcome in _SILENCE:
            self._at(door).failed(outcome, reason)

    def _at(self, key: str) -> Standing:
        return self._standing.setdefault(key, Standing())


def _keys(request: Request) -> tuple[str, str]:
    """The host, and the host with scheme and port: https may be down where http answers."""
    return host(request.url), origin(request.url)


def _world(exc: Exception) -> tuple[Outcome | None, str]:
    try:
        return of_failure(exc)
    except type(exc):
        return None, ""
