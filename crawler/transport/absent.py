"""Pages that stand for no page: a host is asked once for an address made up, and compared."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from scrapy import Request
from scrapy.http.request import NO_CALLBACK

from crawler.model import Outcome
from crawler.transport.aside import Answered, ask
from crawler.transport.encoding import of_content_type
from crawler.transport.imprint import Imprint, imprint
from crawler.transport.kind import kind_of
from crawler.transport.outcome import ABSENT, of_response
from crawler.transport.sniff import HTML, PLAIN
from crawler.transport.suspect import Probed, Suspect, made_up

if TYPE_CHECKING:
    from scrapy.crawler import Crawler
    from scrapy.http import Response

# Sent once per host and run through crawler.signals: answered: Answered, request: the Request of
# the page that made us ask.
probe_answered = object()
# Sent for a page that was let through before the host was known: request: its Request,
# reason: str.
taken_back = object()

OFTEN = 3  # addresses with the same words, from which on a host is asked
FEWEST = 5  # words, below which it is no wonder that pages say the same
MAX_KNOWN = 3_000  # different pages remembered of one host
_WORDS = (HTML, PLAIN, "application/json")


@dataclass(slots=True)
class _Host:
    """What is known of one host. ``passed`` are requests let through, by what they answered."""

    home: Imprint | None = None
    probe: asyncio.Task[Probed] | None = None
    passed: dict[int, dict[str, Request]] = field(default_factory=dict)

    def repeats(self, key: int, asked: str) -> bool:
        others = self.passed.get(key, {})
        return asked not in others and len(others) >= OFTEN - 1

    def remember(self, key: int, asked: str, request: Request) -> None:
        if key in self.passed or len(self.passed) < MAX_KNOWN:
            same = self.passed.setdefault(key, {})
            if len(same) < OFTEN:
                same[asked] = request


class Absent:
    """Downloader middleware, the last before the spider: a suspect waits until its host is known.

    A soft 404 comes out flagged, and ends as Outcome.SOFT_404. ``request.meta["asked"]`` is the
    address as the page that linked spelled it, before redirects; ``run`` the run's id.
    """

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler
        self._hosts: dict[str, _Host] = {}

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Absent:
        """As Scrapy makes its components."""
        return cls(crawler)

    async def process_response(self, request: Request, response: Response) -> Response:
        """The same response, flagged when it stands for no page."""
        if request.callback is NO_CALLBACK or not _may_be_absent(response):
            return response
        suspect = _suspect(request, response)
        host = self._hosts.setdefault(urlsplit(request.url).netloc, _Host())
        why = await self._judged(host, suspect, request)
        if why:
            response.flags.append(f"{ABSENT}{why}")
        elif suspect.is_front and host.home is None and not suspect.imprint.states:
            host.home = suspect.imprint
        return response

    async def _judged(self, host: _Host, suspect: Suspect, request: Request) -> str:
        key = hash(suspect.imprint.key)
        if plainly := suspect.plainly():
            return plainly
        enough = suspect.imprint.words.total() >= FEWEST
        repeated = enough and host.repeats(key, suspect.asked)
        if host.probe is None and not suspect.why(host.home, repeated=repeated):
            if not suspect.is_front:
                host.remember(key, suspect.asked, request)
            return ""
        if host.probe is None:
            host.probe = asyncio.ensure_future(self._probe(suspect, request))
        probed = await asyncio.shield(host.probe)
        await self._look_back(host, suspect, probed)
        return suspect.verdict(host.home, probed)

    async def _look_back(self, host: _Host, suspect: Suspect, probed: Probed) -> None:
        """What was let through with the same words is judged again, now that the host is known."""
        for known in (suspect.imprint, probed.imprint):
            passed = host.passed.pop(hash(known.key), {}) if known else {}
            for url, request in passed.items():
                why = Suspect(url, url, known).verdict(host.home, probed) if known else ""
                if why and url != suspect.asked:
                    await self._crawler.signals.send_catch_log_async(
                        signal=taken_back, request=request, reason=why
                    )

    async def _probe(self, suspect: Suspect, request: Request) -> Probed:
        url = made_up(
            suspect.final if suspect.is_front else suspect.asked, request.meta.get("run", "")
        )
        answered = await ask(self._crawler, url, _request)
        await self._crawler.signals.send_catch_log_async(
            signal=probe_answered, answered=answered, request=request
        )
        return Probed(answered, _imprint_of(answered))


def _request(url: str) -> Request:
    return Request(url, callback=NO_CALLBACK, priority=1000)


def _may_be_absent(response: Response) -> bool:
    if response.status != 200 or not response.body:
        return False
    return kind_of(response) in _WORDS and of_response(response)[0] is Outcome.OK


def _suspect(request: Request, response: Response) -> Suspect:
    asked = request.meta.get("asked") or request.url
    text = kind_of(response) == PLAIN
    return Suspect(asked, response.url, _imprint(response, asked), text)


def _imprint(response: Response, asked: str) -> Imprint:
    declared = of_content_type(response.headers.get("Content-Type"))
    return imprint(response.body, asked, declared=declared)


def _imprint_of(answered: Answered) -> Imprint | None:
    response = answered.response
    if response is None or not response.body or kind_of(response) not in _WORDS:
        return None
    return _imprint(response, answered.url)
