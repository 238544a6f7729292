"""Read a WARC file from end to end, hashing every record, and step over what is damaged."""

import zlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from hashlib import sha256
from io import BufferedReader
from pathlib import Path
from typing import BinaryIO

from crawler.warc.member import Member, TornError, is_start, next_member, stream
from crawler.warc.record import CONTENT_TYPES, VERSION

_HTTP = frozenset({"request", "response", "revisit"})
HOLDERS = frozenset({"response", "conversion"})
"""The records in which a body stands; the others only speak of one."""
_CHUNK = 1 << 20
_MAX_HEAD = 1 << 25


@dataclass(frozen=True, slots=True)
class Piece:
    """One record as found. ``head`` is its HTTP head, or the whole block of other records.

    A conversion has no head. ``length`` is of the block, ``payload`` the sha256 of what follows
    the head; ``fault`` is "" when every digest holds.
    """

    offset: int
    end: int
    kind: str
    headers: tuple[tuple[str, str], ...]
    head: bytes
    length: int
    payload: str = ""
    fault: str = ""

    def header(self, name: str) -> str:
        """The value of a WARC header, "" when absent."""
        return next((v for n, v in self.headers if n.lower() == name.lower()), "")


@dataclass(frozen=True, slots=True)
class Damage:
    """Bytes from ``offset`` to ``end`` that are no record; ``torn`` when the file just stops."""

    offset: int
    end: int
    what: str
    torn: bool = False


def walk(path: Path, start: int = 0, stop: int | None = None) -> Iterator[Piece | Damage]:
    """Every record between two offsets in order, and every stretch that is not one."""
    stop = path.stat().st_size if stop is None else stop
    with path.open("rb") as file:
        while start < stop:
            found = _next(file, start, stop)
            yield found
            start = found.end


def _next(file: BinaryIO, offset: int, stop: int) -> Piece | Damage:
    try:
        piece = _whole(Member(file, offset, stop), offset)
    except TornError:
        # A flipped bit can also make a record swallow those after it: then nothing is torn off.
        alone = next_member(file, offset + 1, stop) == stop
        return Damage(offset, stop, "the file ends in the middle of a record", torn=alone)
    except (zlib.error, ValueError) as fault:
        end = next_member(file, offset + 1, stop)
        return Damage(offset, end, f"not a readable record ({fault})")
    # gzip has no checksum over its own head.
    intact = is_start(file, offset)
    return piece if intact else replace(piece, fault="its gzip header has changed")


def _whole(member: Member, offset: int) -> Piece:
    piece, rest = begin(member)
    block, payload = sha256(piece.head), sha256()
    left = piece.length - len(piece.head)
    while left:
        chunk = rest.read(min(_CHUNK, left))
        if not chunk:
            raise ValueError("it is shorter than it says")
        block.update(chunk)
        payload.update(chunk)
        left -= len(chunk)
    if rest.read(5) != b"\r\n\r\n":
        raise ValueError("it is not as long as it says")
    found = replace(piece, offset=offset, end=member.end, payload=payload.hexdigest())
    return replace(found, fault=_fault(found, block.hexdigest()))


def begin(member: Member) -> tuple[Piece, BufferedReader]:
    """The record's headers and head, and its stream standing at what follows them."""
    rest = stream(member)
    headers = _warc_headers(rest)
    piece = Piece(0, 0, "", headers, b"", 0)
    kind, length = piece.header("WARC-Type"), int(piece.header("Content-Length") or -1)
    if kind not in CONTENT_TYPES or length < 0:
        raise ValueError(f"type {kind!r} of length {length} is none of ours")
    if kind == "conversion":
        return replace(piece, kind=kind, length=length), rest
    head = _until_blank(rest) if kind in _HTTP else rest.read(min(length, _MAX_HEAD))
    return replace(piece, kind=kind, head=head, length=length), rest


def _warc_headers(rest: BufferedReader) -> tuple[tuple[str, str], ...]:
    lines = _until_blank(rest).decode("utf-8").split("\r\n")
    if lines[0].encode() != VERSION:
        raise ValueError(f"it starts with {lines[0][:20]!r}")
    pairs = (line.partition(": ") for line in lines[1:] if line)
    return tuple((name, value) for name, _, value in pairs)


def _until_blank(rest: BufferedReader) -> bytes:
    lines, size = [], 0
    while size < _MAX_HEAD:
        lines.append(rest.readline(_MAX_HEAD))
        size += len(lines[-1])
        if lines[-1] in (b"\r\n", b""):
            break
    return b"".join(lines)


def _fault(piece: Piece, block: str) -> str:
    if piece.header("WARC-Block-Digest") != f"sha256:{block}":
        return "the block is not what its digest says"
    declared = piece.header("WARC-Payload-Digest")
    if piece.kind in HOLDERS and declared and declared != f"sha256:{piece.payload}":
        return "the payload is not what its digest says"
    return ""
