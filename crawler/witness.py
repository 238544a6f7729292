"""Sees each request go out and come back, and writes it into the politeness ledger."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING

from scrapy import signals

from crawler.transport.aside import Answered
from crawler.transport.host import host
from crawler.transport.pace import BUSY, LONGEST_DELAY, retry_after
from crawler.transport.robots import robots_answered
from crawler.transport.wire import wire_asked, wire_heard
from crawler.walk.answers import now
from crawler.walk.hosts import For, Hosts

if TYPE_CHECKING:
    from scrapy import Request
    from scrapy.crawler import Crawler
    from scrapy.http import Response
    from scrapy.robotstxt import RobotParser


class Witness:
    """Stands at the wire: what it counts was sent, whatever the middlewares think of it."""

    def __init__(self, crawler: Crawler, hosts: Hosts) -> None:
        self._hosts = hosts
        self._agent: str = crawler.settings["ROBOTSTXT_USER_AGENT"]
        connect = crawler.signals.connect
        connect(self.asked, wire_asked)
        connect(self.heard, wire_heard)
        connect(self.received, signals.bytes_received)
        connect(self.answered, signals.response_downloaded)
        connect(self.robots_parsed, signals.robots_parsed)
        connect(self.robots, robots_answered)

    def asked(self, request: Request) -> None:
        """It goes out now."""
        self._hosts.asked(_who(request), host(request.url), monotonic(), now())

    def heard(self, request: Request, sent: bool) -> None:  # noqa: FBT001 # a signal's argument
        """It is over, and maybe its certificate was not one to trust."""
        problem = str(request.meta.get("tls_problem") or "")
        self._hosts.heard(_who(request), host(request.url), problem, sent=sent)

    def received(self, data: bytes, request: Request) -> None:
        """A piece of a body, packed as the site sent it."""
        self._hosts.received(_who(request), host(request.url), len(data))

    def answered(self, response: Response, request: Request) -> None:
        """An answer, a busy host's word and the rung of the TLS ladder included."""
        wait = retry_after(response) if response.status in BUSY else None
        tls = str(request.meta.get("tls") or "")
        self._hosts.answered(_who(request), host(request.url), response.status, tls, wait)

    def robots_parsed(self, robotparser: RobotParser, request: Request) -> None:
        """What pace a host asks for, and the one `Pace` keeps to."""
        asked = robotparser.crawl_delay(self._agent)
        if asked and asked > 0:
            kept = min(asked, LONGEST_DELAY)
            self._hosts.delay(_who(request), host(request.url), asked, kept)

    def robots(self, answered: Answered, request: Request) -> None:
        """The requests for robots.txt were made for the page that had to wait for it."""
        urls = {answered.url, *(hop.url for hop in answered.hops)}
        if answered.response is not None:
            urls.add(answered.response.url)
        for name in {host(url) for url in urls}:
            self._hosts.adopt(_who(request), name)


def _who(request: Request) -> For:
    job = request.meta.get("job")
    return For(job.region, job.ask.source) if job else For()
