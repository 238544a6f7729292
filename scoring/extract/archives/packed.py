"""A file in an archive, and as it is handed on: bounded bytes under a safe path, or a refusal."""

import json
import re
import struct
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from scoring.extract.office.refused import Refused

MOST_FILES = 1_000
BATCH = 96 << 20
"""Bytes of files handed on at once."""
LARGEST_FILE = BATCH
"""Bytes of one file, unpacked."""
SMALL = 8 << 20
"""Bytes a file may unpack to, however tightly it was packed."""
MOST_RATIO = 200
"""Text packs to a tenth, an empty table to a hundredth; a bomb to a thousandth."""
LONGEST_PATH = 400
MOST_FOLDERS = 16
_LENGTH = struct.Struct(">Q")
_DRIVE = re.compile(r"^[A-Za-z]:")
_LITTER = re.compile(
    r"(?:^|/)(?:__MACOSX/|\.DS_Store$|\._[^/]*$|Thumbs\.db$|desktop\.ini$|~\$[^/]*$)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Packed:
    """A file of an archive: ``reason`` is "" or why ``body`` is empty."""

    path: str
    body: bytes = b""
    reason: str = ""
    detail: str = ""


@dataclass(slots=True)
class Bounds:
    """How many bytes may still be unpacked."""

    left: int


@dataclass(frozen=True, slots=True)
class Entry:
    """A file not opened yet; ``read(most)`` gives its first bytes and raises one of ``faults``.

    ``reason`` is why it must not be opened. ``packed`` are its bytes in the archive, 0 when
    unknown. What the archive says of sizes is not believed.
    """

    path: str
    read: Callable[[int], bytes] = field(default=lambda _most: b"", repr=False)
    packed: int = 0
    reason: str = ""
    detail: str = ""

    def opened(self, bounds: Bounds) -> Packed:
        """The file, at most as large as is allowed."""
        if self.reason:
            return Packed(self.path, b"", self.reason, self.detail)
        most = min(LARGEST_FILE, bounds.left)
        if self.packed:
            most = min(most, max(SMALL, self.packed * MOST_RATIO))
        try:
            body = self.read(most + 1)
        except Refused as refused:
            return Packed(self.path, b"", refused.reason, str(refused))
        bounds.left -= min(most, len(body))
        if len(body) > most:
            return Packed(self.path, b"", "too-large", f"more than {most >> 20} MiB unpacked")
        return Packed(self.path, body)


def safe(name: str) -> tuple[str, str]:
    """The path with ``/`` between folders, and what is wrong with it, "" when nothing is.

    Windows programs write backslashes. Nothing is ever written to such a path; but who unpacks
    the archive elsewhere would be harmed, and nobody publishes such a thing by accident.
    """
    path = name.replace("\\", "/")
    path = "".join(sign if sign.isprintable() else "\N{REPLACEMENT CHARACTER}" for sign in path)
    parts = [part for part in path.split("/") if part not in ("", ".")]
    if path.startswith("/") or _DRIVE.match(path):
        return _short(path), "an absolute path"
    if ".." in parts:
        return _short(path), "a path that leads out of the archive"
    if len(path) > LONGEST_PATH or len(parts) > MOST_FOLDERS:
        return _short(path), "a path too long"
    return "/".join(parts), ""


def litter(path: str) -> bool:
    """What systems leave behind in folders; nobody published it."""
    return not path or _LITTER.search(path) is not None


def framed(files: Sequence[Packed], count: int) -> bytes:
    """Files of an archive of ``count`` as one answer of the sandbox."""
    told = [[one.path, len(one.body), one.reason, one.detail[:300]] for one in files]
    head = json.dumps([count, told]).encode()
    return b"".join((_LENGTH.pack(len(head)), head, *(one.body for one in files)))


def unframed(answer: bytes) -> tuple[tuple[Packed, ...], int] | None:
    """The files of an answer, and of how many; None when it is no such answer."""
    found = []
    try:
        (length,) = _LENGTH.unpack_from(answer)
        at = _LENGTH.size + length
        count, told = json.loads(answer[_LENGTH.size : at])
        for path, size, reason, detail in told:
            if not 0 <= size <= len(answer) - at:
                return None
            found.append(Packed(str(path), answer[at : at + size], str(reason), str(detail)))
            at += size
        return tuple(found), int(count)
    except (struct.error, ValueError, TypeError):
        return None


def _short(path: str) -> str:
    return path if len(path) <= LONGEST_PATH else f"{path[:200]}…{path[-60:]}"
