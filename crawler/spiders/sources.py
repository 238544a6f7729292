"""The spider: asks what the walks want asked, hands every answer on, follows redirects itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass, replace
from hashlib import sha256
from time import monotonic
from typing import TYPE_CHECKING, Any, Self

from scrapy import Request, Spider, signals
from scrapy.downloadermiddlewares import cookies
from scrapy.http import Response
from tldextract import TLDExtract
from twisted.python.failure import Failure

from crawler.model import Answer, Hop, Outcome
from crawler.pages import Link
from crawler.transport.outcome import of_failure, of_response
from crawler.transport.robots import RobotsAnswered, robots_answered
from crawler.transport.trouble import HostGivenUp, RobotsDenied
from crawler.walk.answers import answer, hop, is_document, links_of, location
from crawler.walk.canonical import site
from crawler.walk.expedition import Expedition
from crawler.walk.frontier import Ask
from crawler.walk.redirect import Ended, follow
from crawler.walk.region import Walk
from crawler.walk.robots_record import record_of, sitemaps_in

if TYPE_CHECKING:
    from scrapy.crawler import Crawler

# For a cookie with a Domain, Scrapy's cookies would fetch the list of public suffixes from
# publicsuffix.org and GitHub, past every guard of ours; the copy that tldextract carries will do.
cookies._split_domain = TLDExtract(
    cache_dir=None, suffix_list_urls=(), include_psl_private_domains=True
)

Output = Iterator[Answer | Request]


@dataclass(frozen=True, slots=True)
class Job:
    """An address on its way: whose it is, and the redirects it has been through."""

    walk: Walk
    ask: Ask
    hops: tuple[Hop, ...] = ()

    @property
    def region(self) -> str:
        """The region that asks."""
        return self.walk.region.id


class Sources(Spider):
    """``crawler.crawl`` gives it an expedition; ``scrapy crawl sources`` lets it make its own.

    Arguments of the latter: ``registry`` and ``data`` directories, ``region`` (ids, commas).
    """

    name = "sources"
    # Here and not in the settings: they belong together.
    custom_settings = {"ITEM_PIPELINES": {"crawler.pipelines.IntoArchive": 300}}  # noqa: RUF012 # Scrapy's

    def __init__(self, expedition: Expedition, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.expedition = expedition
        self.ledger = expedition.ledger
        self._busy: dict[str, Counter[str]] = {w.region.id: Counter() for w in expedition.walks}

    @classmethod
    def from_crawler(
        cls,
        crawler: Crawler,
        expedition: Expedition | None = None,
        registry: str = "data/registry",
        data: str = "data",
        region: str = "",
    ) -> Self:
        """Scrapy's way to make a spider."""
        made = expedition or Expedition.of_command(crawler.settings, registry, data, region)
        spider = cls(made)
        spider._set_crawler(crawler)
        crawler.signals.connect(spider.robots, robots_answered)
        return spider

    async def start(self) -> AsyncIterator[Answer | Request]:
        """The first requests of every region."""
        for walk in self.expedition.walks:
            outcomes = tuple(self.expedition.replay(walk))
            self.ledger.start(walk, outcomes)
            if Outcome.BUDGET_SPENT in outcomes:  # it had ended before the interruption
                self.ledger.end(walk, "what was left of it")
            for output in self._go_on(walk):
                yield output

    def parse(self, response: Response) -> Output:
        """An answer: a redirect to judge, or the end of an address."""
        job: Job = response.meta["job"]
        job.walk.spend(job.ask, size=len(response.body))
        outcome, reason = of_response(response)
        if outcome is Outcome.REDIRECTED_AWAY:
            yield from self._redirected(job, response)
            return
        if outcome is Outcome.UNCHANGED and self._known(job) is None:
            outcome, reason = Outcome.SERVER_ERROR, "HTTP 304 to a request without conditions"
        found = answer(job.region, job.ask, outcome, reason, hops=job.hops, response=response)
        yield self.ledger.expect(found)
        yield from self._settled(job, found, response)

    def failed(self, failure: Failure) -> Output:
        """No answer. What is not one of the world's troubles is ours and raises."""
        request: Request = failure.request  # type: ignore[attr-defined] # Scrapy puts it there
        job: Job = request.meta["job"]
        trouble = failure.value or RuntimeError("a failure without a cause")
        outcome, reason = of_failure(trouble)
        if isinstance(trouble, HostGivenUp | RobotsDenied):
            job.walk.spend(job.ask, requests=-1)  # nothing was sent
        if isinstance(trouble, HostGivenUp):
            job.walk.leave(request.url)
        yield from self._unanswered(job, Ended(request.url, outcome, reason), request)

    def robots(self, answered: RobotsAnswered, request: Request) -> None:
        """A host's robots.txt has come (or not): archive it, learn the host's sitemaps."""
        job: Job = request.meta["job"]
        if not self.expedition.has_archived(job.region, answered.url):
            try:
                self.ledger.note(record_of(job.region, answered))
            except Exception as fault:  # Scrapy logs what a signal's handler raises, and goes on
                self.crawler.signals.send_catch_log(
                    signals.spider_error,
                    failure=Failure(fault),  # type: ignore[no-untyped-call] # Twisted's
                    response=None,
                    spider=self,
                )
        for url in sitemaps_in(answered):
            job.walk.sitemap(url, answered.url)

    def _go_on(self, walk: Walk) -> Output:
        """Ask whatever the walk wants asked now; end it when it wants nothing more."""
        if self.expedition.stopping:
            return
        busy = self._busy[walk.region.id]
        while ask := walk.next(monotonic(), [h for h, n in busy.items() if n >= self._width]):
            yield self._request(Job(walk, ask), ask.url)
        if not walk.underway and not self.ledger.has_ended(walk.region.id):
            yield from self._end(walk)

    def _end(self, walk: Walk) -> Output:
        """Say what was promising and not seen, for want of budget."""
        limit = walk.budget.spent(monotonic())
        whose = "the" if limit.endswith("of the whole run") else "the region's"
        reason = f"not asked: {whose} budget of {limit} was spent"
        unseen = walk.unseen() if limit else ()
        for ask in unseen:
            spent = answer(walk.region.id, ask, Outcome.BUDGET_SPENT, reason)
            yield self.ledger.expect(spent)
        self.ledger.end(walk, limit)

    @property
    def _width(self) -> int:
        return self.expedition.width

    def _request(self, job: Job, url: str) -> Request:
        self._busy[job.region][site(url)] += 1
        return Request(
            url,
            callback=self.parse,
            errback=self.failed,
            headers=self.expedition.earlier(job.walk).conditions(job.ask.url, url),
            meta={"job": job},
            priority=int(1000 * job.ask.promise),
            dont_filter=True,  # the frontier has decided
        )

    def _free(self, job: Job, url: str) -> None:
        self._busy[job.region][site(url)] -= 1

    def _redirected(self, job: Job, response: Response) -> Output:
        here = response.request.url if response.request else response.url
        passed = replace(job, hops=(*job.hops, hop(response)))
        onward = follow(
            job.walk.territory,
            [h.url for h in passed.hops],
            location(response),
            allow_private=self.expedition.allow_private,
            cookie=b"Set-Cookie" in response.headers,
        )
        if isinstance(onward, Ended):
            yield from self._unanswered(passed, onward, response.request)
            return
        self._free(job, here)
        job.walk.spend(job.ask, requests=1)
        yield self._request(passed, onward.url)

    def _unanswered(self, job: Job, ended: Ended, request: Request | None) -> Output:
        found = answer(
            job.region,
            job.ask,
            ended.outcome,
            ended.reason,
            final_url=ended.url,
            hops=job.hops,
            request=request,
        )
        yield self.ledger.expect(found)
        if request is not None:
            self._free(job, request.url)
        job.walk.answered(job.ask, job.ask.url)
        yield from self._go_on(job.walk)

    def _settled(self, job: Job, found: Answer, response: Response) -> Output:
        """Take the links of a readable page into the walk, and go on."""
        links: tuple[Link, ...] = ()
        if found.outcome is Outcome.UNCHANGED:
            links = self.expedition.links_before(job.walk, job.ask.url)
        elif found.outcome in (Outcome.OK, Outcome.TRUNCATED):
            links = links_of(response)
        self._free(job, response.request.url if response.request else response.url)
        good = found.outcome.readable
        body = found.body
        job.walk.answered(
            job.ask,
            found.final_url,
            links,
            good=good,
            sha256=sha256(body).hexdigest() if body else "",
            document=is_document(body) if body else None,
        )
        yield from self._go_on(job.walk)

    def _known(self, job: Job) -> object:
        return self.expedition.earlier(job.walk).at(job.ask.url)

    def closed(self, reason: str) -> None:
        """Scrapy is done with us."""
        self.expedition.close(reason)
