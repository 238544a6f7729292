"""Real servers on loopback that behave as badly as the test asks, and a spider to ask them."""

import asyncio
import datetime
import ipaddress
import ssl
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from pathlib import Path
from time import monotonic
from typing import Any

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from scrapy import Request, Spider, signals
from scrapy.crawler import AsyncCrawlerRunner
from scrapy.http import Response
from scrapy.settings import Settings

from crawler.model import Outcome
from crawler.transport.outcome import of_failure, of_response


@dataclass
class Asked:
    """One request as the server saw it."""

    at: float
    path: str
    headers: dict[str, str]

    @property
    def host(self) -> str:
        return self.headers.get("host", "")


Answering = Callable[[Asked, asyncio.StreamWriter], Awaitable[None]]


def http(body: bytes = b"", status: str = "200 OK", headers: dict[str, str] | None = None) -> bytes:
    """A whole answer; a ``Content-Length`` given in ``headers`` is believed."""
    said = {"Content-Length": str(len(body)), "Content-Type": "text/html"} | (headers or {})
    lines = "".join(f"{name}: {value}\r\n" for name, value in said.items())
    return f"HTTP/1.1 {status}\r\n{lines}\r\n".encode("latin-1") + body


@dataclass
class Server:
    """A server whose ``pages`` map paths to bytes, or to a function that writes what it likes."""

    port: int = 0
    pages: dict[str, bytes | Answering] = field(default_factory=dict)
    asked: list[Asked] = field(default_factory=list)
    open: set[asyncio.StreamWriter] = field(default_factory=set)

    @property
    def root(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def paths(self) -> list[str]:
        return [one.path for one in self.asked]

    def hang_up(self) -> None:
        for writer in self.open:
            writer.transport.abort()

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.open.add(writer)
        try:
            while await self._one(reader, writer):
                pass
        except (ConnectionError, asyncio.IncompleteReadError, ssl.SSLError):
            pass
        finally:
            writer.close()

    async def _one(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").splitlines()
        pairs = (line.split(": ", 1) for line in head[1:] if ": " in line)
        asked = Asked(monotonic(), head[0].split()[1], {k.lower(): v for k, v in pairs})
        self.asked.append(asked)
        page = self.pages.get(asked.path, http(b"no such page", "404 Not Found"))
        if callable(page):
            await page(asked, writer)
            return False
        writer.write(page)
        await writer.drain()
        return True


@pytest.fixture
async def start() -> AsyncIterator[Callable[..., Awaitable[Server]]]:
    """Starts a server: ``await start({"/": http(b"hello")}, tls=context)``."""
    async with AsyncExitStack() as stack:

        async def go(
            pages: dict[str, bytes | Answering] | None = None, tls: ssl.SSLContext | None = None
        ) -> Server:
            server = Server(pages=pages or {})
            running = await asyncio.start_server(server.serve, "127.0.0.1", 0, ssl=tls)
            server.port = running.sockets[0].getsockname()[1]
            stack.callback(server.hang_up)
            stack.callback(running.close)
            return server

        yield go


@pytest.fixture(scope="session")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A certificate for budget.invalid that nobody trusts, with its key."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "budget.invalid")])
    now = datetime.datetime.now(datetime.UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - datetime.timedelta(days=1))
        .not_valid_after(now + datetime.timedelta(days=1))
        .add_extension(
            x509.SubjectAlternativeName(
                [x509.DNSName("budget.invalid"), x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]
            ),
            critical=False,
        )
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    path = tmp_path_factory.mktemp("tls") / "certificate.pem"
    secret = key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    path.write_bytes(made.public_bytes(serialization.Encoding.PEM) + secret)
    return path


@pytest.fixture
def tls(certificate: Path) -> ssl.SSLContext:
    """A server's side of that certificate; remembers the names it was asked for."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    return context


@dataclass
class Seen:
    """What became of every address the spider was given."""

    ended: dict[str, tuple[Outcome, str]] = field(default_factory=dict)
    responses: dict[str, Response] = field(default_factory=dict)

    def outcomes(self) -> list[Outcome]:
        return [outcome for outcome, _ in self.ended.values()]


class Probe(Spider):
    """Asks for each of its addresses at once and writes down how it ended."""

    name = "probe"
    urls: list[str]
    seen: Seen

    async def start(self) -> AsyncIterator[Request]:
        for url in self.urls:
            yield Request(
                url, self.got, errback=self.lost, dont_filter=True, cb_kwargs={"asked": url}
            )

    def got(self, response: Response, asked: str) -> None:
        self.seen.ended[asked] = of_response(response)
        self.seen.responses[asked] = response

    def lost(self, failure: Any) -> None:
        asked = failure.request.cb_kwargs["asked"]
        self.seen.ended[asked] = of_failure(failure.value)


# For our own servers on loopback: nobody is disturbed by haste.
AT_ONCE: dict[str, Any] = {
    "SPIDER_MODULES": [],
    "DOWNLOAD_DELAY": 0,
    "AUTOTHROTTLE_ENABLED": False,
    "BUDGETWATCH_ALLOW_PRIVATE": True,
    "BUDGETWATCH_CONNECT_TIMEOUT": 1,
    "BUDGETWATCH_READ_TIMEOUT": 1,
}

Listener = tuple[Callable[..., Any], object]


async def crawl(
    urls: list[str], *listeners: Listener, settings: dict[str, Any] | None = None
) -> Seen:
    """One crawl with the real settings, as ``crawl()`` starts it."""
    chosen = Settings()
    chosen.setmodule("crawler.settings")
    chosen.update(AT_ONCE | (settings or {}), priority="cmdline")
    seen = Seen()
    runner = AsyncCrawlerRunner(chosen)
    crawler = runner.create_crawler(Probe)
    for listener, signal in listeners:
        crawler.signals.connect(listener, signal=signal)
    await asyncio.wait_for(runner.crawl(crawler, urls=urls, seen=seen), 60)
    return seen


__all__ = ["AT_ONCE", "Asked", "Listener", "Probe", "Seen", "Server", "crawl", "http", "signals"]


@pytest.fixture(name="crawl")
def crawl_fixture() -> Callable[..., Awaitable[Seen]]:
    """Tests are imported by path (importmode importlib): helpers come as fixtures."""
    return crawl


@pytest.fixture(name="http")
def http_fixture() -> Callable[..., bytes]:
    return http
