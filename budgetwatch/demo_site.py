"""Serves the invented sites of data/demo on loopback: one port, told apart by the Host header."""

import socket
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from email.message import Message
from email.utils import format_datetime
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path, PurePosixPath
from threading import Thread
from urllib.parse import unquote, urlsplit

from pydantic import BaseModel, ConfigDict

from crawler.strict_yaml import read

LOOPBACK = "127.0.0.1"
NOT_FOUND = "404.html"
_OFFICE = "application/vnd.openxmlformats-officedocument"
_OPEN = "application/vnd.oasis.opendocument"
TYPES = {
    ".css": "text/css",
    ".csv": "text/csv",
    ".doc": "application/msword",
    ".docx": f"{_OFFICE}.wordprocessingml.document",
    ".htm": "text/html",
    ".html": "text/html",
    ".jpg": "image/jpeg",
    ".js": "text/javascript",
    ".json": "application/json",
    ".ods": f"{_OPEN}.spreadsheet",
    ".odt": f"{_OPEN}.text",
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".pptx": f"{_OFFICE}.presentationml.presentation",
    ".rtf": "application/rtf",
    ".txt": "text/plain",
    ".xlsx": f"{_OFFICE}.spreadsheetml.sheet",
    ".xml": "application/xml",
}


class Host(BaseModel):
    """How one host behaves; the fields are told in data/demo/sites.yaml."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    charset: str = ""
    soft_404: bool = False
    closed: bool = False
    last_modified: dict[str, datetime] = {}
    addresses: dict[str, str] = {}


class Hosts(BaseModel):
    """The whole of sites.yaml."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    hosts: dict[str, Host]


@dataclass(frozen=True, slots=True)
class Reply:
    """What a site answers to a GET: everything but the connection."""

    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes


@dataclass(frozen=True, slots=True)
class Demo:
    """The running demo: ``resolve`` leads a crawl to it, ``regions`` are the ids it plays."""

    resolve: tuple[str, ...]
    regions: tuple[str, ...]
    port: int


class Site:
    """One host: a table of addresses made once, so that no request can leave its folder."""

    def __init__(self, folder: Path, host: Host) -> None:
        self._host, self._files = host, dict(_addresses(folder))
        self._files |= {address: folder / name for address, name in host.addresses.items()}
        self._missing = folder / NOT_FOUND

    def reply(self, target: str, headers: Message) -> Reply:
        """Answer ``target`` (path and query); unknown queries show the bare path, as sites do."""
        parts = urlsplit(target)
        path = unquote(parts.path) or "/"
        asked = f"{path}?{parts.query}" if parts.query else path
        file = self._files.get(asked) or self._files.get(path)
        if file is not None:
            return self._found(file, asked if asked in self._files else path, headers)
        if f"{path}/" in self._files:
            return Reply(301, (("Location", f"{path}/"),), b"")
        body = self._missing.read_bytes() if self._missing.is_file() else b"404"
        return Reply(200 if self._host.soft_404 else 404, (self._type(self._missing),), body)

    def _found(self, file: Path, address: str, asked: Message) -> Reply:
        body = file.read_bytes()
        tag = f'"{sha256(body).hexdigest()[:16]}"'
        headers = [self._type(file), ("ETag", tag)]
        since = self._host.last_modified.get(address)
        if since is not None:
            headers.append(
                ("Last-Modified", format_datetime(since.replace(tzinfo=UTC), usegmt=True))
            )
        if tag in asked.get("If-None-Match", ""):
            return Reply(304, tuple(headers[1:]), b"")
        return Reply(200, tuple(headers), body)

    def _type(self, file: Path) -> tuple[str, str]:
        kind = TYPES.get(file.suffix.lower(), "application/octet-stream")
        named = self._host.charset and kind.startswith("text/")
        return "Content-Type", f"{kind}; charset={self._host.charset}" if named else kind


def _addresses(folder: Path) -> Iterator[tuple[str, Path]]:
    for file in sorted(path for path in folder.rglob("*") if path.is_file()):
        inside = PurePosixPath(file.relative_to(folder).as_posix())
        if str(inside) != NOT_FOUND:
            yield f"/{inside}", file
        if inside.stem == "index":
            yield "/" if inside.parent == PurePosixPath() else f"/{inside.parent}/", file


def _handler(sites: Mapping[str, Site]) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        """Finds the site by name and writes its reply; says nothing to the terminal."""

        protocol_version = "HTTP/1.1"
        # Head and body go out as two packets; the second must not wait for the first one's receipt.
        disable_nagle_algorithm = True
        server_version, sys_version = "demo", ""
        timeout = 30

        def do_GET(self) -> None:
            name = self.headers.get("Host", "").partition(":")[0].lower()
            site = sites.get(name)
            missing = Reply(421, (("Content-Type", "text/plain"),), b"no such site in the demo\n")
            reply = site.reply(self.path, self.headers) if site else missing
            self.send_response(reply.status)
            for header, value in (*reply.headers, ("Content-Length", str(len(reply.body)))):
                self.send_header(header, value)
            self.end_headers()
            if self.command != "HEAD":
                self.wfile.write(reply.body)

        do_HEAD = do_GET  # noqa: N815 - likewise

        def log_message(self, *_: object) -> None:
            pass

    return Handler


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_: object) -> None:
        """A visitor who hangs up is no error of ours."""


@contextmanager
def answering(sites: Mapping[str, Site]) -> Iterator[int]:
    """Serve sites by their names on one port of loopback, which is yielded."""
    with _Server((LOOPBACK, 0), _handler(sites)) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        thread.start()
        try:
            yield server.server_address[1]
        finally:
            server.shutdown()
            thread.join()


@contextmanager
def serve(directory: Path) -> Iterator[Demo]:
    """Serve the demo in ``directory`` until the block ends.

    A ``closed`` host is sent to a port that is held but not listened on: it refuses at once,
    and no other program can take it meanwhile. Raises YamlFault or ValidationError when
    sites.yaml is wrong, OSError when loopback cannot be used.
    """
    hosts = Hosts.model_validate(read(directory / "sites.yaml")).hosts
    sites = {
        name: Site(directory / "sites" / name, host)
        for name, host in hosts.items()
        if not host.closed
    }
    with closing(socket.socket()) as silent, answering(sites) as opened:
        silent.bind((LOOPBACK, 0))
        closed = silent.getsockname()[1]
        yield Demo(
            resolve=tuple(
                f"{name}:80:{LOOPBACK}:{closed if host.closed else opened}"
                for name, host in sorted(hosts.items())
            ),
            regions=tuple(sorted(p.stem for p in (directory / "registry").glob("*.yaml"))),
            port=opened,
        )
