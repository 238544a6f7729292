"""What a page's scripts ask for, asked by the crawler: its rules hold for them as for all."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from time import monotonic
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from scrapy import Request
from scrapy.http.request import NO_CALLBACK

from crawler.browser.known import Known
from crawler.browser.sheet import Denied, Given, Wanted
from crawler.browser.trackers import is_tracker
from crawler.model import Hop, Outcome
from crawler.pages import links
from crawler.transport.outcome import of_failure, of_response
from crawler.transport.trouble import HostGivenUp, RobotsDenied
from crawler.walk.answers import answer, archived_page, fields, hop, location
from crawler.walk.canonical import canonical, site
from crawler.walk.redirect import Ended, follow

if TYPE_CHECKING:
    from scrapy.crawler import Crawler
    from scrapy.http import Response

    from crawler.browser.limits import Limits
    from crawler.spiders.job import Commission

_DATA = ("xhr", "fetch")
_ASKED_FOR = (*_DATA, "script")
# Ours to say, the browser's own business, or what would make an answer partial.
_NOT_THEIRS = frozenset(
    {
        *("host", "cookie", "user-agent", "accept-encoding", "accept-language", "connection"),
        *("content-length", "content-type", "range", "upgrade-insecure-requests", "te", "dnt"),
        *("if-none-match", "if-modified-since", "if-range", "if-match", "cache-control", "pragma"),
    }
)
_NOT_THEIRS_TOO = ("sec-", "proxy-", ":")
_MOST_HEADERS, _LONGEST_VALUE, _LONGEST_ADDRESS = 20, 1_000, 2_000
_MOST_WITHHELD = 20
_PATIENCE = 60.0  # seconds for one answer

# A sheet of style changes nothing that can be read; without an answer some scripts stop.
_NO_STYLE = Given(200, (("Content-Type", "text/css"),), b"")


class Errands:
    """The requests of one page. Everything sent is archived, with the page as its ``via``.

    Asked for are scripts and data, by GET, of the region's own hosts, each address once; at most
    ``limits.requests``, and no more than the region's budget has left. ``known`` are scripts that
    other pages of the region asked for.
    """

    def __init__(
        self,
        crawler: Crawler,
        commission: Commission,
        limits: Limits,
        known: Known,
    ) -> None:
        self._crawler, self._commission, self._limits = crawler, commission, limits
        self._job = commission.job
        self._private = crawler.settings.getbool("BUDGETWATCH_ALLOW_PRIVATE")
        self._known, self._mine = known, dict[str, Given | Denied]()
        self._sent = 0
        self._one_at_a_time = asyncio.Lock()

    async def __call__(self, wanted: Wanted) -> Given | Denied:
        """What the page gets."""
        if wanted.kind == "stylesheet":
            return _NO_STYLE
        if wanted.kind not in _ASKED_FOR:
            return Denied(f"a page needs no {wanted.kind}")
        url = wanted.url.partition("#")[0]
        if denied := self._refusal(url, wanted):
            return denied
        async with self._one_at_a_time:
            found = self._known.get(self._job.region, url) or self._mine.get(url)
            if found is None and (limit := self._limit()):
                return self._withhold(f"more than {limit}", wanted)
            if found is None:
                found = self._mine[url] = await self._ask(url, wanted)
                if wanted.kind == "script" and isinstance(found, Given) and found.status == 200:
                    self._known.keep(self._job.region, url, found)
            return found

    def _refusal(self, url: str, wanted: Wanted) -> Denied | None:
        """What is not asked for at all, and noted when the page may miss something by it."""
        if urlsplit(url).scheme not in ("http", "https") or len(url) > _LONGEST_ADDRESS:
            return Denied("no address to ask")
        host = site(url)
        if not self._is_ours(url):
            if is_tracker(host):
                return Denied("a counter of visitors")
            return self._withhold(f"{wanted.kind} of {host[:100]}", wanted)
        if wanted.method != "GET":
            return self._withhold(f"{wanted.kind} by {wanted.method[:10]}", wanted)
        return None

    def _is_ours(self, url: str) -> bool:
        territory = self._job.walk.territory
        return (
            site(url) == site(self._commission.sheet.url)
            or territory.owns(url)
            or territory.is_kin(url)
        )

    def _withhold(self, what: str, wanted: Wanted) -> Denied:
        """A script of somebody else's may be missed or not: the page will show it."""
        noted = self._commission.withheld
        if wanted.kind in _DATA and what not in noted and len(noted) < _MOST_WITHHELD:
            noted.append(what)
        return Denied(f"not asked for: {what}")

    def _limit(self) -> str:
        if self._sent >= self._limits.requests:
            return f"{self._limits.requests} requests"
        limit = self._job.walk.budget.spent(monotonic())
        return f"the region's budget of {limit}" if limit else ""

    async def _ask(self, url: str, wanted: Wanted) -> Given | Denied:
        budget = self._job.walk.budget
        hops: list[Hop] = []
        at = url
        while True:
            self._sent += 1
            budget.spend(requests=1)
            request = self._request(at, wanted)
            try:
                response = await self._crawler.engine.download_async(request)
            except Exception as trouble:
                return self._failed(url, wanted, trouble, request, hops)
            budget.spend(size=len(response.body))
            outcome, reason = of_response(response)
            if outcome is not Outcome.REDIRECTED_AWAY:
                return self._came(url, wanted, outcome, reason, response, hops)
            hops.append(hop(response))
            onward = follow(
                self._job.walk.territory,
                [h.url for h in hops],
                location(response),
                allow_private=self._private,
                cookie=b"Set-Cookie" in response.headers,
            )
            if isinstance(onward, Ended):
                self._keep(url, wanted, onward.outcome, onward.reason, onward.url, hops, request)
                return Denied(onward.reason)
            at = onward.url

    def _request(self, url: str, wanted: Wanted) -> Request:
        meta = {
            "job": self._job,
            "download_maxsize": self._limits.answer,
            "download_timeout": _PATIENCE,
        }
        return Request(url, headers=dict(_theirs(wanted)), callback=NO_CALLBACK, meta=meta)

    def _failed(
        self, url: str, wanted: Wanted, trouble: Exception, request: Request, hops: list[Hop]
    ) -> Denied:
        outcome, reason = of_failure(trouble)
        if isinstance(trouble, HostGivenUp | RobotsDenied):
            self._job.walk.budget.spend(requests=-1)  # nothing was sent
        self._keep(url, wanted, outcome, reason, request.url, hops, request)
        return Denied(reason)

    def _came(
        self,
        url: str,
        wanted: Wanted,
        outcome: Outcome,
        reason: str,
        response: Response,
        hops: list[Hop],
    ) -> Given:
        self._keep(url, wanted, outcome, reason, response.url, hops, None, response)
        headers = fields(response.headers)
        if outcome is Outcome.OK and wanted.kind in _DATA:
            kind = next((v for n, v in headers if n.lower() == "content-type"), "")
            self._commission.links += links(archived_page(response.url, response.body, kind))
        if outcome is Outcome.OK:
            self._job.walk.frontier.close(canonical(url) or url)
        return Given(response.status, headers, response.body)

    def _keep(
        self,
        url: str,
        wanted: Wanted,
        outcome: Outcome,
        reason: str,
        final_url: str,
        hops: list[Hop],
        request: Request | None,
        response: Response | None = None,
    ) -> None:
        """Data is as promising as the page that shows it; a script never is an edition."""
        page = self._job.ask
        promise = page.promise if wanted.kind in _DATA else 0.0
        ask = replace(page, url=url, via=page.url, promise=promise)
        self._commission.answers.append(
            answer(
                self._job.region,
                ask,
                outcome,
                reason,
                final_url=final_url,
                hops=hops,
                request=request,
                response=response,
            )
        )


def _theirs(wanted: Wanted) -> list[tuple[str, str]]:
    """The headers a script may set: sites ask for keys and for X-Requested-With."""
    kept = [
        (name, value)
        for name, value in wanted.headers
        if name.lower() not in _NOT_THEIRS
        and not name.lower().startswith(_NOT_THEIRS_TOO)
        and len(value) <= _LONGEST_VALUE
    ]
    return kept[:_MOST_HEADERS]
