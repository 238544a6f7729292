"""The spider: asks what the walks want asked, hands every answer on, follows redirects itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import AsyncIterator, Iterator
from dataclasses import replace
from time import monotonic
from typing import TYPE_CHECKING, Any, Self

from scrapy import Request, Spider
from scrapy.http import Response
from twisted.python.failure import Failure

from crawler.model import Answer, Outcome
from crawler.pages import Link
from crawler.spiders.aside import Aside
from crawler.spiders.job import Commission, Job
from crawler.spiders.shells import Shells, settled, undrawn
from crawler.transport.aside import Answered
from crawler.transport.outcome import of_failure, of_response
from crawler.transport.robots import robots_answered
from crawler.transport.suffixes import know_suffixes
from crawler.transport.trouble import HostGivenUp, RobotsDenied
from crawler.walk.answers import answer, digest, hop, is_document, location
from crawler.walk.canonical import site
from crawler.walk.expedition import Expedition
from crawler.walk.plainly import Plainly, is_back, over_http
from crawler.walk.redirect import Ended, follow
from crawler.walk.referrer import referrer
from crawler.walk.region import Walk
from crawler.witness import Witness

if TYPE_CHECKING:
    from scrapy.crawler import Crawler

Output = Iterator[Answer | Request]


class Sources(Spider):
    """``crawler.crawl`` gives it an expedition; ``scrapy crawl sources`` lets it make its own.

    Arguments of the latter: ``registry`` and ``data`` directories, ``region`` (ids, commas).
    """

    name = "sources"
    # Made by from_crawler, which has the signals they listen to.
    aside: Aside
    witness: Witness
    # Here and not in the settings: they belong together.
    custom_settings = {"ITEM_PIPELINES": {"crawler.pipelines.IntoArchive": 300}}  # noqa: RUF012 # Scrapy's

    def __init__(self, expedition: Expedition, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.expedition = expedition
        self.ledger = expedition.ledger
        self._plainly = Plainly()
        self.shells = Shells(None)
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
        know_suffixes()
        crawler.signals.connect(spider.heard, robots_answered)
        # Scrapy's signals hold their receivers weakly: we hold them.
        spider.aside = Aside(crawler, made)
        spider.witness = Witness(crawler, made.ledger.hosts)
        spider.shells = Shells(crawler.settings["BUDGETWATCH_BROWSER"])
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
        self.aside.tell(job, response.url)
        outcome, reason = of_response(response)
        self._plainly.answered(response.url, outcome)
        if outcome is Outcome.OK and (why := self.aside.absent(job)):
            outcome, reason = Outcome.SOFT_404, f"HTTP {response.status}, but {why}"
        if outcome is Outcome.REDIRECTED_AWAY:
            yield from self._redirected(job, response)
            return
        if outcome is Outcome.UNCHANGED and not self.expedition.earlier(job.walk).has(job.ask.url):
            if not job.anew and self.expedition.earlier(job.walk).at(job.ask.url):
                # "Unchanged" says nothing once the bytes it speaks of are lost.
                here = response.request.url if response.request else response.url
                yield self._further(replace(job, anew=True), here, here)
                return
            outcome, reason = Outcome.SERVER_ERROR, "HTTP 304 to a request without conditions"
        if job.fallen and not self._plainly.proves(response.url, outcome):
            passed = replace(job, hops=(*job.hops, hop(response)))
            yield from self._unanswered(passed, over_http(job.fallen, reason), response.request)
            return
        found = answer(
            job.region,
            job.ask,
            outcome,
            reason,
            hops=job.hops,
            response=response,
            fallen=job.problem,
        )
        if found.outcome.readable and self._is_shell(job, found, response):
            yield from self._go_on(job.walk)
            return
        yield self.ledger.expect(found)
        yield from self._settled(job, found, response)

    def _is_shell(self, job: Job, found: Answer, response: Response) -> bool:
        """True for a page that only its scripts fill: it waits for the last word on it."""
        told = job.walk, job.ask.url, found.outcome, response
        if not self.shells.take(job, found, self.expedition.page(*told)):
            return False
        self._free(job, response.request.url if response.request else response.url)
        job.walk.learn(job.ask, found.final_url, self.expedition.ways_on(*told))
        return True

    def drawn(self, response: Response) -> Output:
        """A shell was drawn, or was not: archive what came of it, walk on from what it shows."""
        one: Commission = response.meta["commission"]
        if self.expedition.stopping:  # the run goes on another day, and asks for it again
            return
        self._free(one.job, one.shell.final_url)
        yield from self._last_word(one, *settled(one))

    def failed(self, failure: Failure) -> Output:
        """No answer. What is not one of the world's troubles is ours and raises."""
        request: Request = failure.request  # type: ignore[attr-defined] # Scrapy puts it there
        job: Job = request.meta["job"]
        self.aside.tell(job, request.url)
        trouble = failure.value or RuntimeError("a failure without a cause")
        outcome, reason = of_failure(trouble)
        if isinstance(trouble, HostGivenUp | RobotsDenied):
            job.walk.spend(job.ask, requests=-1)  # nothing was sent
        ended = Ended(request.url, outcome, reason)
        if not job.fallen and (plain := self._plainly.instead(ended, job.hops)):
            yield self._further(replace(job, fallen=ended), request.url, plain)
            return
        if isinstance(trouble, HostGivenUp):
            job.walk.leave(request.url)
        if job.fallen:
            ended = over_http(job.fallen, reason)
        yield from self._unanswered(job, ended, request)

    def heard(self, answered: Answered) -> None:
        """A host's robots.txt has come (or not): it answers over this scheme at least."""
        for response in (*answered.hops, *filter(None, [answered.response])):
            self._plainly.answered(response.url, Outcome.REDIRECTED_AWAY)

    def _go_on(self, walk: Walk) -> Output:
        """Ask whatever the walk wants asked now; end it when it wants nothing more."""
        if self.expedition.stopping:
            return
        busy = self._busy[walk.region.id]
        yield from self._draw(walk, last=False)
        while ask := walk.next(
            monotonic(), [h for h, n in busy.items() if n >= self.expedition.width]
        ):
            yield self._request(Job(walk, ask), ask.url)
        if walk.underway == self.shells.waiting(walk.region.id) > 0:
            yield from self._draw(walk, last=True)
        if not walk.underway and not self.ledger.has_ended(walk.region.id):
            yield from self._end(walk)

    def _draw(self, walk: Walk, *, last: bool) -> Output:
        """Have the shells drawn that no endpoint speaks for; the walk waits for its last ones."""
        busy = self._busy[walk.region.id]
        for one in self.shells.due(walk, last=last):
            if self.shells.is_spoken_for(one):
                yield from self._last_word(one, (one.shell,), ())
            elif why := self.shells.why_not(one, walk.budget.spent(monotonic())):
                self.ledger.tell(self.shells.advice(why))
                yield from self._last_word(one, undrawn(one, why), ())
            else:
                busy[site(one.shell.final_url)] += 1
                walk.open_routes(one.shell.final_url)
                yield Request(
                    one.sheet.url,
                    callback=self.drawn,
                    errback=self.failed,
                    meta={"job": one.job, "commission": one},
                    dont_filter=True,
                )

    def _last_word(
        self, one: Commission, answers: tuple[Answer, ...], links: tuple[Link, ...]
    ) -> Output:
        for found in answers:  # in this order: a drawing refers to the answer before it
            self.ledger.note(found)
        good = answers[-1].outcome.readable
        one.job.walk.answered(one.job.ask, one.shell.final_url, links, good=good)
        yield from self._go_on(one.job.walk)

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

    def _request(self, job: Job, url: str) -> Request:
        self._busy[job.region][site(url)] += 1
        earlier = self.expedition.earlier(job.walk)
        conditions = {} if job.anew else earlier.conditions(job.ask.url, url)
        return Request(
            url,
            callback=self.parse,
            errback=self.failed,
            headers={**referrer(job.ask.via, url), **conditions},
            meta=job.meta(url, self.ledger.run.id),
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
        if job.fallen and is_back(job.fallen, onward.url):
            onward = over_http(job.fallen, f"redirected to {onward.url}")
        if isinstance(onward, Ended):
            yield from self._unanswered(passed, onward, response.request)
            return
        yield self._further(passed, here, onward.url)

    def _further(self, job: Job, here: str, url: str) -> Request:
        """One more request for the same address."""
        self._free(job, here)
        job.walk.spend(job.ask, requests=1)
        return self._request(job, url)

    def _unanswered(self, job: Job, ended: Ended, request: Request | None) -> Output:
        found = answer(
            job.region,
            job.ask,
            ended.outcome,
            ended.reason,
            final_url=ended.url,
            hops=job.hops,
            request=request,
            fallen=job.problem,
        )
        yield self.ledger.expect(found)
        if request is not None:
            self._free(job, request.url)
        job.walk.answered(job.ask, job.ask.url)
        yield from self._go_on(job.walk)

    def _settled(self, job: Job, found: Answer, response: Response) -> Output:
        """Take the links of a readable page into the walk, and go on."""
        links = self.expedition.ways_on(job.walk, job.ask.url, found.outcome, response)
        self._free(job, response.request.url if response.request else response.url)
        good = found.outcome.readable
        job.walk.answered(
            job.ask,
            found.final_url,
            links,
            good=good,
            sha256=digest(found),
            document=is_document(found),
        )
        yield from self._go_on(job.walk)

    def closed(self, reason: str) -> None:
        """Scrapy is done with us."""
        self.expedition.close(reason)
