"""The pictures of an RTF that can be shown: PNG and JPEG, written as hex digits or as bytes."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

PICTURE = "pict={}"
"""The part of an inset: the number of its picture, from 1."""
MOST = 200
_BEGINS = re.compile(rb"(?:\{\\\*\\shppict\s*)?\{\\pict\b|\{\\nonshppict\b")
_KIND = re.compile(rb"\\(?:png|jpeg)blip\b")
_HEAD = 4000
"""Bytes of a picture's properties, before its own."""
_BYTES = re.compile(rb"\\bin(\d{1,9}) ?")
_HEX = re.compile(rb"(?<![0-9a-zA-Z\\-])[0-9a-fA-F\r\n]{256,}")
_WHITE = re.compile(rb"\s+")


@dataclass(frozen=True, slots=True)
class Plate:
    """A picture: where its group begins in the file, and its bytes."""

    start: int
    body: bytes = field(repr=False)


def plates(rtf: bytes) -> Iterator[Plate]:
    """The first ``MOST`` of them; what is kept a second time for older programs is passed by."""
    at = count = 0
    while count < MOST and (begun := _BEGINS.search(rtf, at)):
        at = begun.end()
        if begun[0].startswith(b"{\\nonshppict"):
            second = _BEGINS.match(rtf, at)
            at = second.end() if second else at
            continue
        kind = _KIND.search(rtf, at, at + _HEAD)
        if kind is None:
            continue
        found = _held(rtf, kind.end())
        if found is not None:
            at, body = found
            count += 1
            yield Plate(begun.start(), body)


def _held(rtf: bytes, at: int) -> tuple[int, bytes] | None:
    """Where the picture that begins after ``at`` ends, and its bytes; None where it is torn."""
    if binary := _BYTES.search(rtf, at, at + _HEAD):
        end = binary.end() + int(binary[1])
        return end, rtf[binary.end() : end]
    digits = _HEX.search(rtf, at, at + _HEAD)
    whole = _HEX.match(rtf, digits.start()) if digits else None
    if whole is None:
        return None
    plain = _WHITE.sub(b"", whole[0])
    return whole.end(), bytes.fromhex(plain[: len(plain) & ~1].decode("ascii"))
