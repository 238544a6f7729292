"""Hostile sites on loopback: raw sockets, one folder of behaviours, crawled as the command does."""

import importlib.util
import socket
import threading
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from time import monotonic
from typing import Any

import pytest

from crawler.archive import Archive
from crawler.crawl import Options, Polite, crawl
from crawler.model import Capture, Name, Region, Run, Source

SITES = Path(__file__).parents[2] / "sites" / "hostile"
HOME = "http://fin.oblast.invalid/"


@dataclass(eq=False)
class Asked:
    """One request as the server saw it; ``nth`` counts askings of the same host and path from 1."""

    host: str
    path: str
    headers: dict[str, str]
    nth: int
    at: float

    @property
    def where(self) -> str:
        return self.host + self.path


@dataclass
class Wire:
    """The server's end of a connection. Raises OSError when the crawler has hung up."""

    connection: socket.socket
    over: threading.Event
    answering: Callable[[], None] = lambda: None

    def send(self, data: bytes) -> None:
        self.answering()
        self.connection.sendall(data)

    def drip(self, data: bytes, seconds: float) -> None:
        """One byte at a time, until the crawler or the test has had enough."""
        for byte in data:
            self.send(bytes([byte]))
            if self.over.wait(seconds):
                raise OSError("the test is over")

    def page(
        self,
        body: bytes | str = b"",
        status: str = "200 OK",
        kind: str = "text/html; charset=utf-8",
        **headers: str,
    ) -> None:
        raw = body.encode() if isinstance(body, str) else body
        said = {"Content-Type": kind, "Content-Length": str(len(raw)), "Connection": "close"}
        said |= {name.replace("_", "-"): value for name, value in headers.items()}
        lines = "".join(f"{name}: {value}\r\n" for name, value in said.items())
        self.send(f"HTTP/1.1 {status}\r\n{lines}\r\n".encode("latin-1") + raw)

    def redirect(self, where: str, **headers: str) -> None:
        self.page(b"moved", "302 Found", Location=where, **headers)


Talk = Callable[[Asked, Wire], object]


@dataclass
class Site:
    """``talk`` answers; what it leaves unanswered (returns False) is a plain 404."""

    talk: Talk
    port: int = 0
    asked: list[Asked] = field(default_factory=list)
    in_hand: dict[str, set[Asked]] = field(default_factory=lambda: defaultdict(set))
    most_at_once: int = 0

    @property
    def paths(self) -> list[str]:
        """Every path in order, but robots.txt and sitemap.xml."""
        return [a.path for a in self.asked if a.path not in ("/robots.txt", "/sitemap.xml")]

    def times(self, path: str) -> int:
        return sum(a.path == path for a in self.asked)

    def serve(self, connection: socket.socket, over: threading.Event) -> None:
        head = b""
        while b"\r\n\r\n" not in head:
            piece = connection.recv(65_536)
            if not piece:
                return
            head += piece
        lines = head.decode("latin-1").split("\r\n")
        headers = {k.lower(): v for k, _, v in (line.partition(": ") for line in lines[1:])}
        host = headers.get("host", "").partition(":")[0]
        path = lines[0].split(" ")[1]
        nth = 1 + sum(a.host == host and a.path == path for a in self.asked)
        asked = Asked(host, path, headers, nth, monotonic())
        self.asked.append(asked)
        # A request is in hand until its first byte is answered: afterwards the next may come
        # before this thread has looked up.
        self.in_hand[host].add(asked)
        self.most_at_once = max(self.most_at_once, len(self.in_hand[host]))
        wire = Wire(connection, over, lambda: self.in_hand[host].discard(asked))
        try:
            if self.talk(asked, wire) is False:
                wire.page("<h1>404</h1>", "404 Not Found")
        finally:
            self.in_hand[host].discard(asked)


@contextmanager
def served(talk: Talk) -> Iterator[Site]:
    site, over = Site(talk), threading.Event()
    door = socket.create_server(("127.0.0.1", 0), backlog=64)
    site.port = door.getsockname()[1]

    def one(connection: socket.socket) -> None:
        with connection, suppress(OSError, IndexError):
            site.serve(connection, over)
            connection.shutdown(socket.SHUT_WR)

    def accept() -> None:
        with suppress(OSError):
            while True:
                connection, _ = door.accept()
                threading.Thread(target=one, args=(connection,), daemon=True).start()

    threading.Thread(target=accept, daemon=True).start()
    try:
        yield site
    finally:
        over.set()
        with suppress(OSError):
            door.shutdown(socket.SHUT_RDWR)
        door.close()


def talk_of(name: str) -> Talk:
    """The behaviour of ``tests/sites/hostile/<name>.py``."""
    spec = importlib.util.spec_from_file_location(f"hostile_{name}", SITES / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    talk: Talk = module.talk
    return talk


@dataclass
class Crawled:
    run: Run
    captures: tuple[Capture, ...]
    archive: Path

    def at(self, ending: str) -> Capture:
        found = [c for c in self.captures if c.url.endswith(ending)]
        assert len(found) == 1, (ending, [c.url for c in self.captures])
        return found[0]

    def body(self, capture: Capture) -> bytes:
        with Archive(self.archive, readonly=True) as archive:
            return archive.read(capture)


@pytest.fixture
def hostile() -> Iterator[Callable[[str | Talk], Site]]:
    """Starts a site by the name of its file, or by a function."""
    with ExitStack() as stack:

        def start(what: str | Talk) -> Site:
            talk = talk_of(what) if isinstance(what, str) else what
            return stack.enter_context(served(talk))

        yield start


@pytest.fixture
def crawled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Crawled]:
    """Crawl regions of a site; keywords in capitals are settings, others are Polite's."""

    def run(site: Site, *regions: Region, resolve: str = "", **more: Any) -> Crawled:
        patience = {"BUDGETWATCH_READ_TIMEOUT": 2, "BUDGETWATCH_CONNECT_TIMEOUT": 2}
        for name, value in (patience | {k: v for k, v in more.items() if k.isupper()}).items():
            monkeypatch.setattr(f"crawler.settings.{name}", value)
        polite = Polite(**{"delay": 0, **{k: v for k, v in more.items() if not k.isupper()}})
        options = Options(
            (resolve or f"*:*:127.0.0.1:{site.port}",), True, polite=polite, browser=None
        )
        where = tmp_path / "archive"
        with Archive(where) as archive:
            done = crawl(regions or (region(),), archive, options=options, on_event=lambda _: None)
            captures = archive.captures(run=done.id)
            assert not list(archive.verify())
        return Crawled(done, captures, where)

    return run


def region(*sources: str, home: str = HOME, name: str = "test") -> Region:
    return Region(
        id=name,
        name=Name(ru="Область", en="Oblast"),
        iso_3166_2="XX-1",
        home=home,  # type: ignore[arg-type] # pydantic reads text
        sources=tuple(Source(url=url) for url in sources),  # type: ignore[arg-type]
    )
