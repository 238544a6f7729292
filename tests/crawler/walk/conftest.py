"""Real sites on loopback, crawled as the command does."""

import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from crawler.archive import Archive
from crawler.browser.limits import Limits
from crawler.crawl import Options, Polite, crawl
from crawler.model import Capture, Name, Region, Run, Source
from crawler.notes import Note
from crawler.progress import Event


@dataclass
class Page:
    """What one address answers; ``wait`` seconds of silence come first."""

    body: bytes | str = b""
    media_type: str = "text/html; charset=utf-8"
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    wait: float = 0

    @property
    def bytes(self) -> bytes:
        return self.body.encode() if isinstance(self.body, str) else self.body


Answering = Callable[[str, Mapping[str, str]], Page | None]


@dataclass
class Site:
    """A site on loopback; ``asked`` is every ``host + path`` that was requested, in order."""

    port: int
    asked: list[str] = field(default_factory=list)

    @property
    def pages(self) -> list[str]:
        """What was asked apart from robots.txt and sitemap.xml."""
        return [a for a in self.asked if not a.endswith(("/robots.txt", "/sitemap.xml"))]

    @property
    def resolve(self) -> str:
        return f"*:*:127.0.0.1:{self.port}"


@contextmanager
def serve(answering: Answering | Mapping[str, Page]) -> Iterator[Site]:
    """Answers by function or by table of ``host/path``; keys without a host stand for any."""
    site = Site(0)
    gone = threading.Event()

    def look_up(path: str, headers: Mapping[str, str]) -> Page | None:
        if callable(answering):
            return answering(path, headers)
        return answering.get(headers["Host"].partition(":")[0] + path) or answering.get(path)

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        wbufsize = 65_536  # head and body in one packet: apart, they wait for each other

        def do_GET(self) -> None:
            site.asked.append(self.headers["Host"].partition(":")[0] + self.path)
            page = look_up(self.path, dict(self.headers)) or Page("<h1>404</h1>", status=404)
            gone.wait(page.wait)
            self.send_response(page.status)
            for name, value in {"Content-Type": page.media_type, **page.headers}.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(page.bytes)))
            self.end_headers()
            self.wfile.write(page.bytes)

        def log_message(self, *_: object) -> None:
            """A test's terminal is for the test."""

    class Quiet(ThreadingHTTPServer):
        daemon_threads = True
        request_queue_size = 128

        def handle_error(self, *_: object) -> None:
            """A crawler that hangs up is part of the test."""

    server = Quiet(("127.0.0.1", 0), Handler)
    site.port = server.server_port
    threading.Thread(
        target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True
    ).start()
    try:
        yield site
    finally:
        gone.set()
        server.shutdown()
        server.server_close()


def region(home: str, *sources: str, name: str = "test") -> Region:
    return Region(
        id=name,
        name=Name(ru="Область", en="Oblast"),
        iso_3166_2="XX-1",
        home=home,  # type: ignore[arg-type] # pydantic reads text
        sources=tuple(Source(url=url) for url in sources),  # type: ignore[arg-type]
    )


@dataclass
class Crawled:
    run: Run
    captures: tuple[Capture, ...]
    events: list[Event]
    notes: tuple[Note, ...] = ()

    def at(self, ending: str) -> Capture:
        found = [c for c in self.captures if c.url.endswith(ending)]
        assert len(found) == 1, (ending, [c.url for c in self.captures])
        return found[0]

    @property
    def pages(self) -> list[Capture]:
        """All but robots.txt and sitemap.xml."""
        ends = ("/robots.txt", "/sitemap.xml")
        return [c for c in self.captures if not c.url.endswith(ends)]


@pytest.fixture
def serving() -> Iterator[Callable[[Answering | Mapping[str, Page]], Site]]:
    with ExitStack() as stack:
        yield lambda answering: stack.enter_context(serve(answering))


@pytest.fixture
def crawled(tmp_path: Path) -> Callable[..., Crawled]:
    """Crawl regions from a site into an archive of the test's own."""

    def run(
        site: Site,
        *regions: Region,
        private: bool = True,
        browser: Limits | None = None,
        **polite: float,
    ) -> Crawled:
        events: list[Event] = []
        limits = Polite(**{"delay": 0, **polite})  # type: ignore[arg-type] # ints are floats here
        options = Options((site.resolve,), private, polite=limits, browser=browser)
        with Archive(tmp_path / "archive") as archive:
            done = crawl(regions, archive, options=options, on_event=events.append)
            notes = archive.notes(run=done.id)
            return Crawled(done, archive.captures(run=done.id), events, notes)

    return run
