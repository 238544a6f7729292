"""Sites on loopback and the command line as a person uses it."""

import json
import os
import socket
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote

import pytest


@dataclass
class Page:
    """What one address of a test site answers."""

    body: bytes = b""
    media_type: str = "text/html; charset=utf-8"
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass
class Site:
    """A site on loopback; `asked` is every path that was requested, in order."""

    port: int
    asked: list[str]

    def resolve(self, host: str = "*") -> list[str]:
        return ["--resolve", f"{host}:80:127.0.0.1:{self.port}"]


@contextmanager
def serve(pages: Mapping[str, Page]) -> Iterator[Site]:
    asked: list[str] = []

    class Answering(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            page = pages.get(unquote(self.path), Page(b"<h1>404</h1>", status=404))
            self.send_response(page.status)
            self.send_header("Content-Type", page.media_type)
            self.send_header("Content-Length", str(len(page.body)))
            for name, value in page.headers.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(page.body)

        def log_message(self, *_: object) -> None:
            """A test's terminal is for the test."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answering)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield Site(server.server_port, asked)
    finally:
        server.shutdown()
        server.server_close()


@pytest.fixture
def site() -> Callable[[Mapping[str, Page]], object]:
    return serve


@pytest.fixture
def page() -> type[Page]:
    return Page


@pytest.fixture
def closed_port() -> int:
    """A loopback port on which nothing listens."""
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@dataclass
class Done:
    code: int
    out: str
    err: str

    @property
    def json(self) -> dict[str, object]:
        return json.loads(self.out)


@pytest.fixture
def budgetwatch(tmp_path: Path) -> Callable[..., Done]:
    """Runs the command in a folder of its own, with data/ under tmp_path."""

    def run(*arguments: str, timeout: float = 300) -> Done:
        command = [sys.executable, "-m", "budgetwatch", *arguments]
        if "--data" not in arguments:
            command += ["--data", str(tmp_path / "data")]
        done = subprocess.run(
            command,
            cwd=tmp_path,
            capture_output=True,
            text=True,
            timeout=timeout,
            env={**os.environ, "NO_COLOR": "1", "COLUMNS": "120"},
        )
        return Done(done.returncode, done.stdout, done.stderr)

    return run


@pytest.fixture
def registry(tmp_path: Path) -> Callable[..., Path]:
    """Writes a registry of minimal entries, as the contract gives them."""

    def write(**homes: str) -> Path:
        folder = tmp_path / "registry"
        folder.mkdir(exist_ok=True)
        for number, (region, home) in enumerate(homes.items()):
            entry = {
                "id": region,
                "name": {"ru": f"Область {region}", "en": f"{region} oblast"},
                "iso_3166_2": f"XX-{number:03}",
                "home": home,
                "sources": [],
                "provenance": "a test",
            }
            (folder / f"{region}.yaml").write_text(json.dumps(entry, ensure_ascii=False), "utf-8")
        return folder

    return write


@pytest.fixture
def query(tmp_path: Path) -> Callable[..., list[tuple[object, ...]]]:
    """Rows of the published database."""

    def rows(sql: str, *values: object) -> list[tuple[object, ...]]:
        database = tmp_path / "data" / "build" / "budget.db"
        with closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True)) as connection:
            return connection.execute(sql, values).fetchall()

    return rows
