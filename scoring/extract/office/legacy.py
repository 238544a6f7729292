"""DOC and PPT of 1997-2003: told whether a password keeps us out; a program must read them."""

from scoring.document import Document
from scoring.extract.given import Given
from scoring.extract.names import format_name

_SECTOR = 512
_FIB = b"\xec\xa5"
_ENCRYPTED = 0x01
"""Bit fEncrypted of the second flag byte of a Word file's information block ([MS-DOC] 2.5.2)."""
_SUMMARY = "EncryptedSummary".encode("utf-16-le")
"""The stream of a protected presentation's properties ([MS-PPT] 2.1.4)."""


def read(given: Given) -> Document:
    """``encrypted``, or ``missing-program``: ``scoring.conversion`` then converts it."""
    name = format_name(given.media_type)
    if _SUMMARY in given.body or _word_encrypted(given.body):
        return given.unreadable("encrypted", f"{name}, protected by a password")
    return given.unreadable("missing-program", f"{name}: LibreOffice reads it")


def _word_encrypted(body: bytes) -> bool:
    """Streams begin at sectors; the information block is the first thing in Word's stream."""
    at = body.find(_FIB)
    while at >= 0:
        if at % _SECTOR == 0:
            return len(body) > at + 11 and bool(body[at + 11] & _ENCRYPTED)
        at = body.find(_FIB, at + 1)
    return False
