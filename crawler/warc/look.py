"""Look one record up: its bytes for a program, its headers for a person."""

import zlib
from dataclasses import dataclass
from hashlib import sha256 as hashed
from pathlib import Path

from crawler.warc.member import Member, TornError
from crawler.warc.story import ends_group
from crawler.warc.walk import Damage, begin, walk

_ENOUGH = 1 << 16


class DamagedError(LookupError):
    """The file no longer has what was saved; the text says where and what to do."""


@dataclass(frozen=True, slots=True)
class Found:
    """A record as it stands in its file.

    ``kind`` is the WARC-Type, ``head`` the HTTP head or the fields it consists of: text a site
    wrote, so escape it before a terminal sees it.
    """

    file: str
    offset: int
    kind: str
    headers: tuple[tuple[str, str], ...]
    head: str


def look(path: Path, first: int) -> tuple[Found, ...]:
    """The records of the group at ``first``, up to its last; LookupError when damaged."""
    found: list[Found] = []
    try:
        for piece in walk(path, first):
            if isinstance(piece, Damage):
                raise _damaged(path, piece.offset, piece.what)
            head = piece.head[:_ENOUGH].decode("utf-8", "replace")
            found.append(Found(path.name, piece.offset, piece.kind, piece.headers, head))
            if ends_group(piece):
                break
    except OSError as fault:
        raise _damaged(path, first, str(fault)) from fault
    return tuple(found)


def body_at(path: Path, offset: int, sha256: str) -> bytes:
    """The body of the record at ``offset``; LookupError when it is not the one with ``sha256``."""
    try:
        with path.open("rb") as file:
            piece, rest = begin(Member(file, offset, path.stat().st_size))
            body = rest.read(piece.length - len(piece.head))
    except (OSError, TornError, zlib.error, ValueError) as fault:
        raise _damaged(path, offset, str(fault) or "the file ends too early") from fault
    if hashed(body).hexdigest() != sha256:
        raise _damaged(path, offset, "its bytes have changed")
    return body


def _damaged(path: Path, offset: int, what: str) -> DamagedError:
    return DamagedError(
        f"{path} cannot be read at offset {offset}: {what}. `budgetwatch archive verify` tells "
        "how far the damage goes; restore the file from a copy."
    )
