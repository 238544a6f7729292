"""What the site may show of the archive: copies of bytes, and pictures of pages of PDFs."""

import re
import struct
import threading
import zlib
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from crawler.archive import Archive

if TYPE_CHECKING:
    from scoring.sandbox import NoAnswer, Sandbox

_PPM = re.compile(rb"P6\n([1-9]\d{0,4}) ([1-9]\d{0,4})\n255\n")


class Copies:
    """Bytes by checksum, and pages drawn in a process of their own. One call at a time."""

    def __init__(self, archive: Archive, held: ExitStack) -> None:
        """``held`` ends what is begun here."""
        self._archive, self._held = archive, held
        self._sandbox: Sandbox | None = None
        self._one_at_a_time = threading.Lock()

    def body(self, sha256: str) -> bytes:
        """The bytes with this checksum; LookupError when they are not there."""
        with self._one_at_a_time:
            return self._archive.body(sha256)

    def picture(self, sha256: str, page: int) -> bytes:
        """A page of a PDF, from 1, as PNG; LookupError with a reason when it cannot be drawn."""
        with self._one_at_a_time:
            body = self._archive.body(sha256)
            drawn = self._drawn(body, page)
        if isinstance(drawn, bytes):
            return drawn
        raise LookupError(f"Page {page} cannot be drawn ({drawn.reason}: {drawn.detail}).")

    def _drawn(self, body: bytes, page: int) -> "bytes | NoAnswer":
        # It brings every reader of documents; a server's first page does not wait for them.
        from scoring.sandbox import Limits, Sandbox

        if self._sandbox is None:
            # A reader waits for it: a page that takes longer is not shown.
            limits = Limits(
                seconds=20, cpu_seconds=15, memory=512 << 20, bytes=16 << 20, documents=50
            )
            self._sandbox = self._held.enter_context(Sandbox(limits))
        return self._sandbox.ask("scoring.extract.pdf.picture:picture", body, png, page=page)


@contextmanager
def copies(root: Path) -> Iterator[Copies | None]:
    """The copies of an archive; None where there is none."""
    try:
        archive = Archive(root, readonly=True)
    except FileNotFoundError:
        yield None
        return
    with archive, ExitStack() as held:
        yield Copies(archive, held)


def png(ppm: bytes) -> bytes | None:
    """PPM as PNG (RFC 2083: IHDR, one IDAT, IEND); None when it is not what it says it is.

    The process that drew it read hostile bytes: sizes are held against the bytes that came.
    """
    head = _PPM.match(ppm)
    if not head:
        return None
    wide, high = int(head[1]), int(head[2])
    rows = memoryview(ppm)[head.end() :]
    if len(rows) != 3 * wide * high:
        return None
    lines = b"".join(
        b"\0" + bytes(rows[at : at + 3 * wide]) for at in range(0, len(rows), 3 * wide)
    )
    header = struct.pack(">IIBBBBB", wide, high, 8, 2, 0, 0, 0)
    parts = ((b"IHDR", header), (b"IDAT", zlib.compress(lines, 6)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, told) for kind, told in parts)


def _chunk(kind: bytes, told: bytes) -> bytes:
    return struct.pack(">I", len(told)) + kind + told + struct.pack(">I", zlib.crc32(kind + told))
