"""How fast may we ask? As slowly as the host says: Crawl-delay, Retry-After, being turned away."""

from __future__ import annotations

import logging
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from time import monotonic
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from scrapy import signals

from crawler.transport.giveup import turned_away
from crawler.transport.resolve import Redirections

if TYPE_CHECKING:
    from scrapy import Request
    from scrapy.core.downloader import Slot
    from scrapy.crawler import Crawler
    from scrapy.http import Response
    from scrapy.robotstxt import RobotParser

logger = logging.getLogger(__name__)

LONGEST_DELAY = 60.0  # seconds between requests, whatever Crawl-delay asks
LONGEST_WAIT = 120.0  # seconds after a 429 or 503, whatever Retry-After asks
BUSY = (429, 503)


class Pace:
    """Extension: a host's Crawl-delay is a strict floor, its Retry-After is waited for.

    Scrapy forgets a host's slot after a minute of silence and AutoThrottle lowers delays
    again, so the floor is put back before every request and after every answer.
    """

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler
        self._agent: str = crawler.settings["ROBOTSTXT_USER_AGENT"]
        self._floors: dict[str, float] = {}
        self._hurries = crawler.settings.getbool("BUDGETWATCH_LOOPBACK_AT_ONCE")
        self._resolve = Redirections.parse(crawler.settings.getlist("BUDGETWATCH_RESOLVE"))
        connect = crawler.signals.connect
        connect(self.robots_parsed, signals.robots_parsed)
        connect(self.request_reached_downloader, signals.request_reached_downloader)
        connect(self.response_downloaded, signals.response_downloaded)
        connect(self.turned_away, turned_away)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Pace:
        """As Scrapy makes its components."""
        return cls(crawler)

    def robots_parsed(self, robotparser: RobotParser, request: Request) -> None:
        """Takes the host's word; over a minute we say so and keep to a minute."""
        asked = robotparser.crawl_delay(self._agent)
        if not asked or not asked > 0:
            return
        host = self._crawler.engine.downloader.get_slot_key(request)
        if asked > LONGEST_DELAY:
            logger.warning(
                "%s asks for %g s between requests: we keep to %g s", host, asked, LONGEST_DELAY
            )
        self._floors[host] = max(self._floors.get(host, 0), min(asked, LONGEST_DELAY))
        self._slow_down(host)

    def turned_away(self, request: Request) -> None:
        """A wall or "too many requests": each time the host is asked half as often, for good."""
        host = request.meta["download_slot"]
        slot = self._slot(host)
        now = max(slot.delay if slot is not None else 0, self._floors.get(host, 0))
        if now > 0:
            self._floors[host] = max(now, min(2 * now, LONGEST_DELAY))
            self._slow_down(host)

    def request_reached_downloader(self, request: Request) -> None:
        """The slot may be a new one."""
        self._hurry(request)
        self._slow_down(request.meta["download_slot"])

    def response_downloaded(self, response: Response, request: Request) -> None:
        """After AutoThrottle, which stands before us in EXTENSIONS."""
        host = request.meta["download_slot"]
        self._hurry(request)
        self._slow_down(host)
        wait = retry_after(response) if response.status in BUSY else 0
        slot = self._slot(host)
        if wait and slot is not None:
            slot.delay = max(slot.delay, 0.001)  # a slot without a delay looks at no clock
            slot.lastseen = monotonic() + wait - slot.delay

    def _slow_down(self, host: str) -> None:
        floor, slot = self._floors.get(host), self._slot(host)
        if floor and slot is not None and slot.delay <= floor:
            slot.delay, slot.jitter = floor, 0.0

    def _hurry(self, request: Request) -> None:
        """Nobody is spared by a pause when the requests never leave this machine."""
        slot = self._slot(request.meta["download_slot"])
        if self._hurries and slot is not None and self._stays_here(request.url):
            slot.delay = 0.0

    def _stays_here(self, url: str) -> bool:
        at = urlsplit(url)
        port = at.port or (443 if at.scheme == "https" else 80)
        return self._resolve.stays_here(at.hostname or "", port)

    def _slot(self, host: str) -> Slot | None:
        return self._crawler.engine.downloader.slots.get(host)


def retry_after(response: Response) -> float:
    """Seconds a busy server asks us to wait, at most LONGEST_WAIT; 0 when it does not say."""
    said = (response.headers.get("Retry-After") or b"").decode("ascii", "replace").strip()
    try:
        until = parsedate_to_datetime(said) if not said.isdigit() else None
    except ValueError:
        return 0
    if until is None:
        return min(float(said), LONGEST_WAIT)
    until = until if until.tzinfo else until.replace(tzinfo=UTC)
    return min(max((until - datetime.now(UTC)).total_seconds(), 0), LONGEST_WAIT)
