"""Where Scrapy meets the browser: a request that carries a commission is drawn, not sent."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from scrapy import signals
from scrapy.exceptions import NotConfigured
from scrapy.http import Response

from crawler.browser.chromium import missing
from crawler.browser.errands import Errands
from crawler.browser.known import Known
from crawler.browser.limits import Limits
from crawler.browser.sheet import Given, Undrawn
from crawler.walk.answers import fields

if TYPE_CHECKING:
    from scrapy import Request
    from scrapy.crawler import Crawler

    from crawler.browser.easel import Easel
    from crawler.spiders.job import Commission, Job

_SCRIPTS = (".js", ".mjs")

# Sent by whoever stops a crawl in its middle: no browser must outlive it.
leaving = object()


class Studio:
    """Downloader middleware before all others: robots.txt has nothing to say about a drawing.

    A download handler would be the other place, but must never ask the engine for anything.
    ``BUDGETWATCH_BROWSER`` is a `Limits`, or None for no browser.
    """

    def __init__(self, crawler: Crawler) -> None:
        limits = crawler.settings["BUDGETWATCH_BROWSER"]
        if not isinstance(limits, Limits):
            raise NotConfigured
        self._crawler, self._limits = crawler, limits
        self._known = Known()
        self._easel: Easel | None = None
        crawler.signals.connect(self.close, signals.engine_stopped)
        crawler.signals.connect(self.close, leaving)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Studio:
        """As Scrapy makes its components."""
        return cls(crawler)

    async def process_request(self, request: Request) -> Response | None:
        """An empty answer for a commission, which then has its drawing; None for the rest."""
        commission: Commission | None = request.meta.get("commission")
        if commission is None:
            return None
        if why := missing(self._limits.chromium):
            commission.drawn = Undrawn(why)
        else:
            errands = Errands(self._crawler, commission, self._limits, self._known)
            commission.drawn = await self._on_easel().draw(commission.sheet, errands)
        return Response(request.url, request=request)

    def process_response(self, request: Request, response: Response) -> Response:
        """The same response; a script the walk has read is not asked for again."""
        job: Job | None = request.meta.get("job")
        script = urlsplit(request.url).path.endswith(_SCRIPTS)
        if job is not None and script and response.status == 200:
            found = Given(200, fields(response.headers), response.body)
            self._known.keep(job.region, request.url, found)
        return response

    async def close(self) -> None:
        """Nothing is drawn any more."""
        if self._easel is not None:
            await self._easel.close()

    def _on_easel(self) -> Easel:
        if self._easel is None:
            # Playwright is an extra, and takes a while to load.
            from crawler.browser.easel import Easel

            self._easel = Easel(self._limits)
        return self._easel
