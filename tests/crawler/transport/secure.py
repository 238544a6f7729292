"""Certificates of every kind, and servers on loopback that show them and count who comes."""

import datetime
import ipaddress
import shutil
import socket
import ssl
import subprocess
import threading
import warnings
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from socketserver import BaseRequestHandler, ThreadingTCPServer
from typing import BinaryIO

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.x509.oid import NameOID

NOW = datetime.datetime.now(datetime.UTC)
DAY = datetime.timedelta(days=1)
HOST = "budget.invalid"


def _name(text: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, text)])


def _san(name: str) -> x509.GeneralName:
    try:
        return x509.IPAddress(ipaddress.ip_address(name))
    except ValueError:
        return x509.DNSName(name)


class Authority:
    """A certificate authority nobody has heard of; ``root`` is its certificate in PEM."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._key = rsa.generate_private_key(65537, 2048)
        self._made = self._sign(
            _name(f"Authority of {folder.name}"), self._key, NOW - 400 * DAY, 800, [], ca=True
        )
        self.root = folder / "root.pem"
        self.root.write_bytes(self._made.public_bytes(serialization.Encoding.PEM))

    def leaf(
        self,
        *names: str,
        days: int = 30,
        bits: int = 2048,
        itself: bool = False,
        chain: bool = False,
    ) -> Path:
        """A server's certificate with its key. ``days`` from now it expires; ``itself`` signs it."""
        key = rsa.generate_private_key(65537, bits)
        made = self._sign(_name(names[0]), key, NOW - 90 * DAY, 90 + days, names, itself=itself)
        file = self._folder / f"{len(list(self._folder.iterdir()))}.pem"
        secret = key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
        root = self.root.read_bytes() if chain else b""
        file.write_bytes(made.public_bytes(serialization.Encoding.PEM) + root + secret)
        return file

    def _sign(self, name, key, since, days, names, *, ca=False, itself=False):
        own = ca or itself
        builder = (
            x509.CertificateBuilder()
            .subject_name(name)
            .issuer_name(name if own else self._made.subject)
            .public_key(key.public_key())
            .serial_number(x509.random_serial_number())
            .not_valid_before(since)
            .not_valid_after(since + days * DAY)
            .add_extension(x509.BasicConstraints(ca=ca, path_length=None), critical=True)
        )
        if names:
            san = x509.SubjectAlternativeName([_san(one) for one in names])
            builder = builder.add_extension(san, critical=False)
        return builder.sign(key if own else self._key, hashes.SHA256())


def openssl(folder: Path, *arguments: str, env: Mapping[str, str] | None = None) -> None:
    """For what the cryptography package refuses to make: SHA-1, GOST."""
    if shutil.which("openssl") is None:
        pytest.skip("needs the openssl command: apt-get install openssl")
    done = subprocess.run(
        ["openssl", *arguments], cwd=folder, env=env, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


def modern(certificate: Path) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    return context


def weak(certificate: Path) -> ssl.SSLContext:
    """For keys and digests a server of today would refuse to load."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.set_ciphers("ALL:@SECLEVEL=0")
    context.load_cert_chain(certificate)
    return context


def old(certificate: Path) -> ssl.SSLContext:
    """TLS 1.0 and nothing else."""
    context = weak(certificate)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        context.minimum_version = context.maximum_version = ssl.TLSVersion.TLSv1
    return context


@dataclass
class Door:
    """A port and who came through it. ``asked`` has a list of paths for each connection."""

    port: int = 0
    asked: list[list[str]] = field(default_factory=list)
    names: list[str | None] = field(default_factory=list)
    heads: list[str] = field(default_factory=list)
    versions: set[str] = field(default_factory=set)

    @property
    def connections(self) -> int:
        return len(self.asked)

    @property
    def paths(self) -> list[str]:
        return [path for one in self.asked for path in one]

    def resolve(self, port: int = 443, host: str = "*") -> str:
        return f"{host}:{port}:127.0.0.1:{self.port}"


Page = bytes | tuple[str, str, bytes]
Greeting = Callable[[socket.socket], None]


def _head(stream: BinaryIO) -> str:
    lines = []
    while (line := stream.readline()) not in (b"\r\n", b""):
        lines.append(line)
    return b"".join(lines).decode()


@contextmanager
def door(
    pages: Mapping[str, Page] | None = None,
    tls: ssl.SSLContext | None = None,
    greeting: Greeting | None = None,
) -> Iterator[Door]:
    """Serve pages (bytes, or status, headers and bytes), or do ``greeting`` with whoever comes."""
    site = Door()
    if tls:
        tls.sni_callback = lambda _, name, __: site.names.append(name)

    class Handler(BaseRequestHandler):
        def handle(self) -> None:
            site.asked.append([])
            mine = site.asked[-1]
            with suppress(OSError):
                if greeting:
                    greeting(self.request)
                    return
                conn = tls.wrap_socket(self.request, server_side=True) if tls else self.request
                self.talk(conn, mine)

        def talk(self, conn: socket.socket, mine: list[str]) -> None:
            with conn, conn.makefile("rwb") as stream:
                while head := _head(stream):
                    if isinstance(conn, ssl.SSLSocket):
                        site.versions.add(f"{conn.version()} {conn.selected_alpn_protocol()}")
                    site.heads.append(head)
                    mine.append(head.split()[1])
                    stream.write(self.answer(mine[-1]))
                    stream.flush()

        def answer(self, path: str) -> bytes:
            page = (pages or {}).get(path, ("404 Not Found", "", b"gone"))
            status, more, body = page if isinstance(page, tuple) else ("200 OK", "", page)
            said = (
                f"Content-Type: text/html; charset=utf-8\r\nContent-Length: {len(body)}\r\n{more}"
            )
            return f"HTTP/1.1 {status}\r\n{said}\r\n".encode() + body

    class Quiet(ThreadingTCPServer):
        daemon_threads = True
        block_on_close = False
        request_queue_size = 128

    with Quiet(("127.0.0.1", 0), Handler) as server:
        site.port = server.server_address[1]
        poll = {"poll_interval": 0.05}
        threading.Thread(target=server.serve_forever, kwargs=poll, daemon=True).start()
        try:
            yield site
        finally:
            server.shutdown()


@contextmanager
def closed() -> Iterator[Door]:
    """A port that is taken and on which nobody listens."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        yield Door(taken.getsockname()[1])


def leave_politely(conn: socket.socket) -> None:
    conn.recv(4096)
    conn.shutdown(socket.SHUT_RDWR)


def leave_at_once(conn: socket.socket) -> None:
    conn.recv(4096)
    conn.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\x01\0\0\0\0\0\0\0")
    conn.close()


def speak_plainly(conn: socket.socket) -> None:
    conn.recv(4096)
    conn.sendall(b"HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n")
