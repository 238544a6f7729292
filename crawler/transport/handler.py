"""The download handler: guarded addresses, patience with limits, a TLS ladder."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import cast
from urllib.parse import urlsplit

import aiohttp
import yarl
from scrapy import Request
from scrapy.core.downloader.handlers._aiohttp import AiohttpDownloadHandler, _ClientResponse
from scrapy.core.downloader.handlers._base_streaming import BaseStreamingDownloadHandler
from scrapy.crawler import Crawler
from scrapy.http import Headers, Response

from crawler.transport.connector import GuardedConnector
from crawler.transport.failure import Attempt, translate
from crawler.transport.resolve import Redirections
from crawler.transport.tls import Rung, ladder
from crawler.transport.trouble import CertificateRejected, RefusedAddress

# What aiohttp would add by itself; Scrapy's middlewares have said all there is to say.
_OURS_TO_SAY = ("Accept", "Accept-Encoding", "Content-Type", "User-Agent")


def _verbatim(url: str) -> yarl.URL:
    """The address with its percent-encoding as the page wrote it: old sites expect cp1251 in it."""
    try:
        return yarl.URL(url, encoded=True)
    except ValueError as exc:
        raise RefusedAddress(f"{url[:200]} is not an address one can ask: {exc}") from exc


class Handler(AiohttpDownloadHandler):
    """Scrapy's aiohttp handler, without a reactor, with our connector and our failures.

    Settings: ``BUDGETWATCH_RESOLVE`` (list of --resolve texts), ``BUDGETWATCH_ALLOW_PRIVATE``,
    ``BUDGETWATCH_CONNECT_TIMEOUT`` and ``BUDGETWATCH_READ_TIMEOUT`` in seconds.
    """

    # The warning at start is Scrapy's word about its own handler; ours is tested here.
    experimental = False
    # A proxy would resolve names for us, out of the guard's sight.
    supports_proxies = False

    def __init__(self, crawler: Crawler) -> None:
        # The parent's __init__ opens a session with a connector of its own: step over it.
        BaseStreamingDownloadHandler.__init__(self, crawler)
        settings = crawler.settings
        self._connect = settings.getfloat("BUDGETWATCH_CONNECT_TIMEOUT", 15)
        self._silence = settings.getfloat("BUDGETWATCH_READ_TIMEOUT", 30)
        self._ladder = ladder(settings)
        self._climbed: dict[str, int] = {}
        self._session = aiohttp.ClientSession(
            connector=GuardedConnector(
                Redirections.parse(settings.getlist("BUDGETWATCH_RESOLVE")),
                allow_private=settings.getbool("BUDGETWATCH_ALLOW_PRIVATE"),
                limit=self._pool_size_total,
                limit_per_host=self._pool_size_per_host,
            ),
            cookie_jar=aiohttp.DummyCookieJar(),
            auto_decompress=False,
            response_class=_ClientResponse,
            skip_auto_headers=_OURS_TO_SAY,
        )

    async def download_request(self, request: Request) -> Response:
        """The answer; one rung further down the ladder when a certificate was rejected."""
        rung = self._rung(request)
        try:
            response = await super().download_request(request)
        except CertificateRejected as exc:
            if rung is self._ladder[-1]:
                raise
            self._step_down(request, rung, exc)
            return await self.download_request(request)
        if rung.flag and urlsplit(request.url).scheme == "https":
            response.flags.append(rung.flag)
        return response

    def _rung(self, request: Request) -> Rung:
        return self._ladder[self._climbed.get(urlsplit(request.url).netloc, 0)]

    def _step_down(self, request: Request, rung: Rung, exc: CertificateRejected) -> None:
        """Remembered for the host: the same certificate would be rejected every time."""
        request.meta["tls_problem"] = exc.reason
        self._climbed[urlsplit(request.url).netloc] = self._ladder.index(rung) + 1

    @asynccontextmanager
    async def _make_request(
        self, request: Request, timeout: float
    ) -> AsyncIterator[_ClientResponse]:
        rung = self._rung(request)
        attempt = Attempt(request.url, rung.name, self._connect, self._silence, timeout)
        try:
            async with await self._session.request(
                request.method,
                _verbatim(request.url),
                data=request.body or None,
                headers=self._request_headers(request).to_tuple_list(),
                timeout=self._patience(timeout),
                ssl=rung.context,
                allow_redirects=False,
            ) as response:
                yield cast("_ClientResponse", response)
        except (aiohttp.ClientError, OSError) as exc:
            raise translate(exc, attempt) from exc

    def _patience(self, total: float) -> aiohttp.ClientTimeout:
        """A host may have several dead addresses, each tried for ``sock_connect``."""
        return aiohttp.ClientTimeout(
            total=total,
            connect=2 * self._connect,
            sock_connect=self._connect,
            sock_read=self._silence,
        )

    @staticmethod
    def _extract_headers(response: _ClientResponse) -> Headers:
        # Old servers send file names in raw windows-1251: only the raw bytes survive that.
        return Headers(list(response.raw_headers))
