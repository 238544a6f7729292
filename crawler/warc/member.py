"""One gzip member of a WARC file as a stream, and where the next readable one starts."""

import io
import zlib
from typing import BinaryIO

from crawler.warc.record import VERSION

_CHUNK = 1 << 16
# What our own writer puts first: no name, no time. The two bytes after it depend on zlib.
_MAGIC = b"\x1f\x8b\x08\x00\x00\x00\x00\x00"


class TornError(Exception):
    """The file ends before the gzip member does: a write was interrupted."""


class Member(io.RawIOBase):
    """The member at ``offset`` of a file that is read no further than ``stop``."""

    def __init__(self, file: BinaryIO, offset: int, stop: int) -> None:
        self._file, self._position, self._stop = file, offset, stop
        self._inflate = zlib.decompressobj(zlib.MAX_WBITS | 16)

    @property
    def end(self) -> int:
        """The offset after the member, once all of it was read."""
        return self._position - len(self._inflate.unused_data)

    def readable(self) -> bool:
        """Yes: io.BufferedReader asks."""
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]  # collections.abc.Buffer needs Python 3.12
        """Fill the buffer; 0 at the end of the member. TornError, zlib.error as found."""
        view = memoryview(buffer)
        data = b""
        while not data and not self._inflate.eof:
            raw = self._inflate.unconsumed_tail or self._more()
            data = self._inflate.decompress(raw, len(view))
        view[: len(data)] = data
        return len(data)

    def _more(self) -> bytes:
        self._file.seek(self._position)
        raw = self._file.read(min(_CHUNK, self._stop - self._position))
        if not raw:
            raise TornError
        self._position += len(raw)
        return raw


def stream(member: Member) -> io.BufferedReader:
    """The member with lines to read."""
    return io.BufferedReader(member, _CHUNK)


def is_start(file: BinaryIO, offset: int) -> bool:
    """True when a gzip member of our own writer starts here, by its first bytes."""
    file.seek(offset)
    return file.read(len(_MAGIC)) == _MAGIC


def next_member(file: BinaryIO, start: int, stop: int) -> int:
    """Where the first record at or after ``start`` begins; ``stop`` when there is none."""
    while start < stop:
        file.seek(start)
        chunk = file.read(min(_CHUNK, stop - start))
        at = chunk.find(_MAGIC)
        if at >= 0 and _is_record(file, start + at, stop):
            return start + at
        # The magic may lie across two chunks.
        start += at + 1 if at >= 0 else max(1, len(chunk) - len(_MAGIC) + 1)
    return stop


def _is_record(file: BinaryIO, offset: int, stop: int) -> bool:
    try:
        return stream(Member(file, offset, stop)).read(len(VERSION)) == VERSION
    except (TornError, zlib.error):
        return False
