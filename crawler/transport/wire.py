"""The handler that says when a request really goes out, and when it has come to its end."""

from asyncio import Lock
from collections import defaultdict
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from scrapy import Request
from scrapy.core.downloader.handlers._aiohttp import _ClientResponse
from scrapy.crawler import Crawler
from scrapy.exceptions import CannotResolveHostError

from crawler.transport.giveup import GiveUp
from crawler.transport.handler import Handler
from crawler.transport.host import host
from crawler.transport.trouble import RefusedAddress

# Sent through crawler.signals with the keyword argument request: each try, each TLS rung. The
# second also has sent: bool, False when there turned out to be no address to send it to.
wire_asked = object()
wire_heard = object()


class Wire(Handler):
    """`Handler`, watched: Scrapy itself tells only when a request has joined the queue.

    One request at a time to a host. Scrapy 2.19 without a reactor starts all that wait for a
    host without a delay at once: it counts them only when they have begun.
    """

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        self._turns: defaultdict[str, Lock] = defaultdict(Lock)

    @asynccontextmanager
    async def _make_request(
        self, request: Request, timeout: float
    ) -> AsyncIterator[_ClientResponse]:
        async with self._turns[host(request.url)]:
            # Whoever waited here may have missed that the host was given up meanwhile.
            if given_up := self.crawler.get_downloader_middleware(GiveUp):
                given_up.process_request(request)
            self._tell(wire_asked, request)
            sent = True
            try:
                async with super()._make_request(request, timeout) as response:
                    yield response
            except (RefusedAddress, CannotResolveHostError):
                sent = False
                raise
            finally:
                self._tell(wire_heard, request, sent=sent)

    def _tell(self, signal: object, request: Request, **more: bool) -> None:
        self.crawler.signals.send_catch_log(signal, request=request, **more)
