"""gzip and deflate, bounded, and honest about a stream that ends too early."""

import zlib

CHUNK = 1 << 20
_GZIP, _ZLIB, _RAW = 31, 15, -15  # zlib's window sizes, which name the three containers
_GZIP_HEAD = b"\x1f\x8b"
# All the data is out when the sum at the end turns out wrong; browsers show such pages.
_ONLY_THE_SUM = ("incorrect data check", "incorrect length check")


class TornError(Exception):
    """The packed stream is broken or ends before its end."""


class BombError(Exception):
    """The stream unpacks to more than the limit."""


def gunzip(data: bytes, limit: int) -> bytes:
    """Every member of a gzip stream, in a row; what follows the last one is ignored."""
    out = bytearray()
    while data.startswith(_GZIP_HEAD):
        data = _one(data, out, limit, _GZIP)
    return bytes(out)


def inflate(data: bytes, limit: int) -> bytes:
    """HTTP's "deflate": zlib's container, or none at all from servers that misread the RFC."""
    out = bytearray()
    try:
        _one(data, out, limit, _ZLIB)
    except TornError:
        out.clear()
        _one(data, out, limit, _RAW)
    return bytes(out)


def _one(data: bytes, out: bytearray, limit: int, container: int) -> bytes:
    """Unpacks one stream onto ``out``, at most ``limit`` bytes in all; the bytes behind it."""
    stream = zlib.decompressobj(container)
    rest = data
    while not stream.eof:
        before = stream.copy()
        try:
            piece = stream.decompress(rest, CHUNK)
        except zlib.error as exc:
            if not any(words in str(exc) for words in _ONLY_THE_SUM):
                raise TornError(str(exc)) from exc
            out += _up_to_the_sum(before, rest)
            return b""
        out += piece
        rest = stream.unconsumed_tail
        if limit and len(out) > limit:
            raise BombError(f"more than {limit} bytes unpacked")
        if not piece and not rest and not stream.eof:
            raise TornError("the packed stream ends before its end")
    return stream.unused_data


def _up_to_the_sum(stream: "zlib._Decompress", rest: bytes) -> bytes:
    """What zlib had unpacked when it met the wrong sum, and kept to itself: less than a CHUNK."""
    out = bytearray()
    for at in range(len(rest)):
        try:
            out += stream.decompress(rest[at : at + 1])
        except zlib.error:
            break
    return bytes(out)
