"""One address asked beside the walk, for what it says about its host: redirects are followed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from crawler.model import Outcome
from crawler.transport.outcome import of_failure, of_response

if TYPE_CHECKING:
    from scrapy import Request
    from scrapy.crawler import Crawler
    from scrapy.http import Response

HOPS = 5  # RFC 9309: at least five redirects are followed


@dataclass(frozen=True, slots=True)
class Answered:
    """What became of it. ``response`` is None when there was no answer."""

    url: str
    outcome: Outcome
    reason: str
    response: Response | None = None
    hops: tuple[Response, ...] = field(default=())


async def ask(crawler: Crawler, url: str, request_of: Callable[[str], Request]) -> Answered:
    """Ask ``url`` with the crawl's own manners; ``request_of`` makes each of the requests."""
    hops: list[Response] = []
    request: Request | None = request_of(url)
    while request is not None:
        try:
            response = await crawler.engine.download_async(request)
        except Exception as exc:
            return Answered(url, *of_failure(exc), hops=tuple(hops))
        outcome, reason = of_response(response)
        request = _onward(response, request_of) if outcome is Outcome.REDIRECTED_AWAY else None
        if request is None or len(hops) == HOPS:
            break
        hops.append(response)
    return Answered(url, outcome, reason, response, tuple(hops))


def _onward(response: Response, request_of: Callable[[str], Request]) -> Request | None:
    """What follows a redirect, None when it leads to no http address that can be asked."""
    where = (response.headers.get("Location") or b"").decode("utf-8", "replace")
    try:
        target = urljoin(response.url, where) if where else ""
        return request_of(target) if urlsplit(target).scheme in ("http", "https") else None
    except ValueError:  # half a bracket, a port over 65535: no address at all
        return None
