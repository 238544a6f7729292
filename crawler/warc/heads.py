"""HTTP heads for the archive: whatever a server sent, no line of it can break a record."""

import re
from collections.abc import Iterable
from functools import lru_cache
from http import HTTPStatus
from urllib.parse import quote

Headers = tuple[tuple[str, str], ...]

MAX_HEADERS = 500
MAX_VALUE = 16_384
MAX_URI = 8_000

_TOKEN = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
_CONTROLS = re.compile(r"[\x00-\x1f\x7f]+")
_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://([^/?#]*)([^#]*)")

# The body is kept decoded: a reader who believed these would decode it a second time.
_DECODED = frozenset({"content-encoding", "transfer-encoding"})
# Ours, not the site's: a proxy password must not be published with the evidence.
_SECRET = frozenset({"authorization", "proxy-authorization"})


def uri(url: str) -> str:
    """The address in printable ASCII, as a WARC header may hold it; at most MAX_URI long."""
    return quote(url, safe="!#$%&'()*+,/:;=?@[]~", errors="replace")[:MAX_URI]


def value_of(headers: Headers, name: str) -> str:
    """The first value of a header, "" when absent; names are compared without case."""
    return next((v.strip() for n, v in headers if n.strip().lower() == name), "")


def media_type(headers: Headers) -> str:
    """The Content-Type without its parameters, lower-cased, "" when the server named none."""
    return value_of(headers, "content-type").partition(";")[0].strip().lower()[:200]


def response_head(status: int, headers: Headers, length: int | None) -> bytes:
    """Status line and headers of a response whose decoded body has ``length`` bytes.

    None leaves the server's own Content-Length alone, as a 304 has no body to measure.
    """
    lines = [_line(*_as_kept(name, value, length)) for name, value in headers[:MAX_HEADERS]]
    if length is not None:
        lines.append(b"Content-Length: %d" % length)
    return _block(f"HTTP/1.1 {status} {_phrase(status)}".encode(), lines)


def request_head(url: str, headers: Headers) -> bytes:
    """The request as it was sent, as far as the crawler knows it, without our secrets."""
    match = _ADDRESS.match(uri(url))
    host, target = match.groups() if match else ("", uri(url))
    sent = [(n, v) for n, v in headers[:MAX_HEADERS] if n.strip().lower() not in _SECRET]
    if not value_of(tuple(sent), "host"):
        sent.insert(0, ("Host", host.rpartition("@")[2]))
    target = target if target.startswith("/") else f"/{target}"
    return _block(f"GET {target} HTTP/1.1".encode(), (_line(n, v) for n, v in sent))


def _as_kept(name: str, value: str, length: int | None) -> tuple[str, str]:
    plain = name.strip().lower()
    if plain in _DECODED or (plain == "content-length" and length is not None):
        return f"X-Archive-Orig-{name.strip()}", value
    return name, value


@lru_cache(maxsize=256)  # a site's answers have most of their lines in common
def _line(name: str, value: str) -> bytes:
    if not _TOKEN.fullmatch(name):
        name, value = "X-Archive-Orig-Unnamed", f"{name}: {value}"
    kept = value[:MAX_VALUE]
    if not kept.isprintable():
        kept = _CONTROLS.sub(" ", kept)
    return f"{name[:200]}: ".encode() + _bytes(kept.strip())


def _bytes(value: str) -> bytes:
    """Header bytes travel as latin-1 text; anything wider was made by us and is UTF-8."""
    try:
        return value.encode("latin-1")
    except UnicodeEncodeError:
        return value.encode("utf-8", "replace")


def _block(first: bytes, lines: Iterable[bytes]) -> bytes:
    return b"\r\n".join((first, *lines, b"", b""))


def _phrase(status: int) -> str:
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return "Unknown"
