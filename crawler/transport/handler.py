"""The download handler: guarded addresses, patience with limits, a TLS ladder."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import cast
from urllib.parse import urlsplit

import aiohttp
import yarl
from scrapy import Request
from scrapy.core.downloader.handlers._aiohttp import AiohttpDownloadHandler, _ClientResponse
from scrapy.core.downloader.handlers._base_streaming import (
    BaseStreamingDownloadHandler,
    _BaseResponseArgs,
)
from scrapy.crawler import Crawler
from scrapy.http import Headers

from crawler.transport.connector import GuardedConnector
from crawler.transport.failure import Attempt, translate
from crawler.transport.footing import Footing
from crawler.transport.lines import lines
from crawler.transport.resolve import Redirections
from crawler.transport.tls import HTTP, Rung, ladder
from crawler.transport.trouble import CertificateRejected, HandshakeFailed, RefusedAddress

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
    ``BUDGETWATCH_EXTRA_CA`` (list of PEM files),
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
        self._footings: dict[str, Footing] = {}
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

    @asynccontextmanager
    async def _make_request(
        self, request: Request, timeout: float
    ) -> AsyncIterator[_ClientResponse]:
        rung = None
        try:
            response, rung = await self._answered(request, timeout)
            async with response:
                yield response
        except (aiohttp.ClientError, OSError) as exc:
            raise translate(exc, self._attempt(request, rung, timeout)) from exc

    async def _answered(
        self, request: Request, timeout: float
    ) -> tuple[_ClientResponse, Rung | None]:
        """The head of an answer, over the first rung of the TLS ladder that holds.

        ``request.meta["tls"]`` becomes the rung's name or "http", ``["tls_problem"]`` what was
        wrong with the rungs above it.
        """
        request.meta.pop("tls", None)
        request.meta.pop("tls_problem", None)
        if urlsplit(request.url).scheme != "https":
            response = await self._send(request, timeout, None)
            request.meta["tls"] = HTTP
            return response, None
        footing = self._footing(request)
        while True:
            async with footing.turn() as rung:
                try:
                    response = await self._send(request, timeout, rung)
                except (CertificateRejected, HandshakeFailed) as trouble:
                    footing.fell(rung, trouble)
                    continue
                footing.held(rung)
            request.meta["tls"], request.meta["tls_problem"] = rung.name, footing.problem(rung)
            return response, rung

    async def _send(self, request: Request, timeout: float, rung: Rung | None) -> _ClientResponse:
        try:
            response = await self._session.request(
                request.method,
                _verbatim(request.url),
                data=request.body or None,
                headers=[(n.decode(), v.decode()) for n, v in lines(request.headers)],
                timeout=self._patience(timeout),
                ssl=rung.context if rung else True,
                allow_redirects=False,
            )
        except (aiohttp.ClientError, OSError) as exc:
            raise translate(exc, self._attempt(request, rung, timeout)) from exc
        return cast("_ClientResponse", response)

    def _footing(self, request: Request) -> Footing:
        parts = urlsplit(request.url)
        host = f"{parts.hostname}:{parts.port or 443}"
        return self._footings.setdefault(host, Footing(self._ladder))

    def _attempt(self, request: Request, rung: Rung | None, timeout: float) -> Attempt:
        name = rung.name if rung else ""
        return Attempt(request.url, name, self._connect, self._silence, timeout)

    def _patience(self, total: float) -> aiohttp.ClientTimeout:
        """A host may have several dead addresses, each tried for ``sock_connect``."""
        return aiohttp.ClientTimeout(
            total=total,
            connect=2 * self._connect,
            sock_connect=self._connect,
            sock_read=self._silence,
        )

    @staticmethod
    def _build_base_response_args(
        response: _ClientResponse, request: Request, headers: Headers
    ) -> _BaseResponseArgs:
        # Address and certificate were judged before anything was sent; nobody asks for them again.
        return {
            "status": response.status,
            "url": request.url,
            "headers": headers,
            "protocol": None,
        }

    @staticmethod
    def _extract_headers(response: _ClientResponse) -> Headers:
        # Old servers send file names in raw windows-1251: only the raw bytes survive that.
        return Headers(list(response.raw_headers))
