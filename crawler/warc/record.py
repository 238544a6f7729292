"""One WARC record as it goes to disk: a gzip member of its own, the same bytes every time."""

import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha1, sha256
from uuid import UUID

VERSION = b"WARC/1.1"
CONTENT_TYPES = {
    "warcinfo": "application/warc-fields",
    "metadata": "application/warc-fields",
    "request": "application/http; msgtype=request",
    "response": "application/http; msgtype=response",
    "revisit": "application/http; msgtype=response",
    # What a browser drew from a response: no HTTP head, the page is the block.
    "conversion": "text/html; charset=utf-8",
}

_NAMESPACE = UUID("6b1b1c5e-9f0e-5d6a-8a55-0d6e6a1f2b11").bytes
_SLICE = 1 << 20
_END = b"\r\n\r\n"
_GZIP = zlib.MAX_WBITS | 16


@dataclass(frozen=True, slots=True)
class Part:
    """A record to be written. ``head`` is an HTTP head, fields or nothing, ``body`` the payload."""

    kind: str
    record_id: str
    date: str
    head: bytes
    body: bytes = b""
    headers: tuple[tuple[str, str], ...] = ()


def record_id(owner: str, part: str) -> str:
    """The WARC-Record-ID of one part of a capture or run: no clock, no chance.

    A UUID of version 5 (RFC 9562, 5.5), made by hand: the standard library's takes five times
    as long, and an answer has three.
    """
    made = bytearray(sha1(_NAMESPACE + f"{owner}/{part}".encode(), usedforsecurity=False).digest())
    made[6] = made[6] & 0x0F | 0x50
    made[8] = made[8] & 0x3F | 0x80
    text = made.hex()
    return f"<urn:uuid:{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:32]}>"


def digest(*pieces: bytes) -> str:
    """``sha256:<hex>`` of the pieces in a row: what ``sha256sum`` prints can be compared to it."""
    whole = sha256()
    for piece in pieces:
        whole.update(piece)
    return f"sha256:{whole.hexdigest()}"


def pack(part: Part) -> Iterator[bytes]:
    """The record's gzip member in pieces; a large body is never copied whole. mtime is always 0."""
    if len(part.body) < _SLICE:
        # A second crawl is records without bodies: for those the last byte is worth the time.
        whole = b"".join((_headers(part), part.head, part.body, _END))
        yield zlib.compress(whole, 9, _GZIP)
        return
    squeeze = zlib.compressobj(6, zlib.DEFLATED, _GZIP)
    yield squeeze.compress(_headers(part) + part.head)
    body = memoryview(part.body)
    for start in range(0, len(body), _SLICE):
        yield squeeze.compress(body[start : start + _SLICE])
    yield squeeze.compress(_END) + squeeze.flush()


def _headers(part: Part) -> bytes:
    lines = (
        ("WARC-Type", part.kind),
        ("WARC-Record-ID", part.record_id),
        ("WARC-Date", part.date),
        *part.headers,
        ("WARC-Block-Digest", digest(part.head, part.body)),
        ("Content-Type", CONTENT_TYPES[part.kind]),
        ("Content-Length", str(len(part.head) + len(part.body))),
    )
    text = "".join(f"{name}: {value}\r\n" for name, value in lines)
    return VERSION + b"\r\n" + text.encode("utf-8") + b"\r\n"
