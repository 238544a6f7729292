"""May we ask for this address? The site's robots.txt, fetched once, as RFC 9309 says."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from scrapy import Request, signals
from scrapy.exceptions import NotConfigured
from scrapy.http.request import NO_CALLBACK

from crawler.model import Outcome
from crawler.transport.aside import Answered, ask
from crawler.transport.rules import Rules
from crawler.transport.trouble import HostGivenUp, RobotsDenied, Trouble

if TYPE_CHECKING:
    from scrapy.crawler import Crawler

MAXSIZE = 5 * 2**20  # nobody's robots.txt; its first half megabyte is read

# Sent once per host and run through crawler.signals, with the keyword arguments
# answered: Answered, request: the page's Request that made us ask.
robots_answered = object()


@dataclass(frozen=True, slots=True)
class Closed:
    """A host none of whose pages is asked for, and what they end as."""

    outcome: Outcome
    reason: str

    def trouble(self) -> Trouble:
        """The exception for one page."""
        if self.outcome is Outcome.ROBOTS_DENIED:
            return RobotsDenied(self.reason)
        return HostGivenUp(self.outcome, self.reason)


class Robots:
    """Downloader middleware: nobody passes before robots.txt has spoken.

    In place of Scrapy's, which lets requests through that arrive while robots.txt is still
    on its way (2.14 to 2.19). 4xx: no rules. 5xx, or too large to read: everything is denied. Host
    down: its pages end with the same failure as its robots.txt, and are not asked for.
    """

    def __init__(self, crawler: Crawler) -> None:
        if not crawler.settings.getbool("ROBOTSTXT_OBEY"):
            raise NotConfigured
        self._crawler = crawler
        self._agent: str = crawler.settings["ROBOTSTXT_USER_AGENT"]
        # One task per scheme, host and port; all who wait for it get its one result.
        self._asked: dict[str, asyncio.Task[Rules | Closed]] = {}

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Robots:
        """As Scrapy makes its components."""
        return cls(crawler)

    async def process_request(self, request: Request) -> None:
        """Raises RobotsDenied, or HostGivenUp when the host gave no robots.txt at all."""
        if request.meta.get("dont_obey_robotstxt"):
            return
        parts = urlsplit(request.url)
        url = f"{parts.scheme}://{parts.netloc}/robots.txt"
        if url not in self._asked:
            self._asked[url] = asyncio.ensure_future(self._ask(url, request))
        rules = await asyncio.shield(self._asked[url])
        if isinstance(rules, Closed):
            raise rules.trouble()
        if not rules.allows(request.url, self._agent):
            raise RobotsDenied("robots.txt forbids this address")

    async def _ask(self, url: str, request: Request) -> Rules | Closed:
        answered = await ask(self._crawler, url, _request)
        found = _rules(answered)
        if isinstance(found, Rules):
            await self._crawler.signals.send_catch_log_async(
                signal=signals.robots_parsed, robotparser=found, request=request
            )
        await self._crawler.signals.send_catch_log_async(
            signal=robots_answered, answered=answered, request=request
        )
        return found


def _request(url: str) -> Request:
    meta = {"dont_obey_robotstxt": True, "download_maxsize": MAXSIZE}
    return Request(url, priority=1000, callback=NO_CALLBACK, meta=meta)


def _rules(answered: Answered) -> Rules | Closed:
    """RFC 9309, 2.3.1: what an answer, or none, means for the pages of the host."""
    outcome, response = answered.outcome, answered.response
    if response is None:
        if outcome is Outcome.TOO_LARGE:
            return Closed(Outcome.ROBOTS_DENIED, "robots.txt is too large to read")
        return Closed(outcome, f"robots.txt could not be fetched: {answered.reason}")
    if outcome is Outcome.OK:
        return Rules.read(response.body, response.headers.get("Content-Type") or b"")
    shut = outcome is Outcome.BLOCKED and response.status < 300
    if shut or outcome in (Outcome.RATE_LIMITED, Outcome.TRUNCATED):
        return Closed(outcome, f"robots.txt could not be read: {answered.reason}")
    if response.status >= 500:
        denied = outcome if outcome is Outcome.BLOCKED else Outcome.ROBOTS_DENIED
        return Closed(denied, f"robots.txt answers {response.status}")
    return Rules.read(b"", b"")
