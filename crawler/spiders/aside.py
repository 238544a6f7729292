"""What is asked beside the pages: robots.txt, and addresses made up to know soft 404s by."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scrapy import signals
from twisted.python.failure import Failure

from crawler.transport.absent import probe_answered, taken_back
from crawler.transport.host import origin
from crawler.transport.robots import robots_answered
from crawler.walk.aside_record import record_of_probe, record_of_retraction
from crawler.walk.robots_record import record_of, sitemaps_in

if TYPE_CHECKING:
    from scrapy import Request
    from scrapy.crawler import Crawler

    from crawler.model import Answer
    from crawler.spiders.job import Job
    from crawler.transport.aside import Answered
    from crawler.walk.expedition import Expedition


class Aside:
    """Archives what was asked beside the pages of each region, and tells its walk of it."""

    def __init__(self, crawler: Crawler, expedition: Expedition) -> None:
        self._crawler, self._expedition = crawler, expedition
        self._robots: dict[str, Answered] = {}
        self._told: set[tuple[str, str]] = set()
        self._absent: dict[tuple[str, str], str] = {}
        crawler.signals.connect(self.robots, robots_answered)
        crawler.signals.connect(self.probed, probe_answered)
        crawler.signals.connect(self.take_back, taken_back)

    def robots(self, answered: Answered, request: Request) -> None:
        """A host's robots.txt has come (or not)."""
        self._robots[origin(answered.url)] = answered
        self.tell(request.meta["job"], request.url)

    def tell(self, job: Job, url: str) -> None:
        """Archive a host's robots.txt once for every region that asks there; learn its sitemaps."""
        answered = self._robots.get(origin(url))
        if answered is None or (job.region, answered.url) in self._told:
            return
        self._told.add((job.region, answered.url))
        if not self._expedition.has_archived(job.region, answered.url):
            self._note(record_of(job.region, answered))
        for sitemap in sitemaps_in(answered):
            job.walk.sitemap(sitemap, answered.url)

    def probed(self, answered: Answered, request: Request) -> None:
        """A made-up address was asked, to know this site's soft 404s: it counts, as any other."""
        job: Job = request.meta["job"]
        response = answered.response
        sent = len(answered.hops) + (response is not None)
        job.walk.spend(job.ask, requests=sent, size=len(response.body) if response else 0)
        if not self._expedition.has_archived(job.region, answered.url):
            self._note(record_of_probe(job.region, answered))

    def take_back(self, request: Request, reason: str) -> None:
        """What was let through before its host was known turns out to be no page."""
        job: Job = request.meta["job"]
        self._absent[job.region, job.ask.url] = reason
        if known := self._expedition.recall(job.region, job.ask.url):
            self._note(record_of_retraction(*known, reason))

    def absent(self, job: Job) -> str:
        """Why an address that answers is no page of its site; "" when it is one."""
        return self._absent.get((job.region, job.ask.url), "")

    def _note(self, found: Answer) -> None:
        try:
            self._expedition.ledger.note(found)
        except Exception as fault:  # Scrapy logs what a signal's handler raises, and goes on
            self._crawler.signals.send_catch_log(
                signals.spider_error,
                failure=Failure(fault),  # type: ignore[no-untyped-call] # Twisted's
                response=None,
                spider=self._crawler.spider,
            )
