"""GZIP: one file, or a tape of several, unpressed in memory."""

import posixpath
import re
import zlib
from collections.abc import Iterator
from functools import partial
from urllib.parse import unquote, urlsplit

from scoring.extract.archives import tape
from scoring.extract.archives.packed import LARGEST_FILE, Entry, safe
from scoring.extract.office.refused import Refused

_GZIP = 31
_NAMED = 0x08
_EXTRA = 0x04
_TAPE = slice(257, 262)


def files(body: bytes, url: str) -> Iterator[Entry]:
    """The one file, named by the archive, else by its address; of a tape its files."""
    if _unpressed(body, _TAPE.stop)[_TAPE] == b"ustar":
        unpressed = _unpressed(body, LARGEST_FILE + 1)
        if len(unpressed) > LARGEST_FILE:
            raise Refused("too-large", f"gzip: more than {LARGEST_FILE >> 20} MiB unpacked")
        yield from tape.files(unpressed, url)
        return
    path, fault = safe(_name(body, url))
    if fault:
        yield Entry(path, reason="unsafe-path", detail=fault)
    else:
        yield Entry(path or "file", partial(_unpressed, body), len(body))


def _unpressed(body: bytes, most: int) -> bytes:
    """At most ``most`` bytes; several pressed one after another are one file (RFC 1952, 2.2)."""
    parts: list[bytes] = []
    left, rest = most, body
    while rest[:2] == b"\x1f\x8b" and left > 0:
        press = zlib.decompressobj(_GZIP)
        try:
            parts.append(press.decompress(rest, left))
        except zlib.error as error:
            raise Refused("torn", f"gzip: {error}") from None
        left -= len(parts[-1])
        if not press.eof and left > 0:
            raise Refused("torn", "gzip: the end is missing")
        rest = press.unused_data
    return b"".join(parts)


def _name(body: bytes, url: str) -> str:
    """The name the header gives (Latin-1 by the book, UTF-8 by habit), else the address's."""
    at = 10
    if body[3:4] and body[3] & _EXTRA:
        at += 2 + int.from_bytes(body[10:12], "little")
    if body[3:4] and body[3] & _NAMED:
        said = body[at : at + 1000].split(b"\0")[0]
        return posixpath.basename(said.decode("utf-8", "replace").replace("\\", "/"))
    name = posixpath.basename(unquote(urlsplit(url).path))
    return re.sub(r"\.(?:gz|gzip)$", "", re.sub(r"\.tgz$", ".tar", name))
