"""What files of a ZIP are called: UTF-8 said or unsaid, or a code page of Russian Windows."""

import re
import struct
import zipfile
import zlib
from collections.abc import Sequence

_UTF8 = 0x800
_UNICODE_PATH = 0x7075
_PAGES = ("cp866", "cp1251")
_LETTERS = re.compile(r"[а-яёА-ЯЁ№«»–—]")
_TURNED = re.compile(r"[а-яё][А-ЯЁ]")


def names_of(held: Sequence[zipfile.ZipInfo]) -> list[str]:
    """The names; a code page is guessed once for all: one program wrote them.

    Explorer in Russian writes cp866, some Windows programs cp1251; what comes from Unix is
    UTF-8 without saying so.
    """
    raw = [_raw(one) for one in held]
    page = _page([name for name in raw if isinstance(name, bytes)])
    return [name if isinstance(name, str) else name.decode(page, "replace") for name in raw]


def guessed(name: bytes) -> str:
    """One name by itself."""
    try:
        return name.decode("utf-8")
    except UnicodeDecodeError:
        return name.decode(_page([name]), "replace")


def _raw(one: zipfile.ZipInfo) -> str | bytes:
    """The name where it is certain, its bytes where it is not."""
    name = one.orig_filename
    if one.flag_bits & _UTF8 or name.isascii():
        return name
    try:
        written = name.encode("cp437")
    except UnicodeEncodeError:
        return name
    if said := _unicode_path(one.extra, written):
        return said
    try:
        return written.decode("utf-8")
    except UnicodeDecodeError:
        return written


def _unicode_path(extra: bytes, written: bytes) -> str:
    """The name once more, in UTF-8, as Info-ZIP and WinRAR add it (APPNOTE 4.6.9)."""
    while len(extra) >= 4:
        kind, size = struct.unpack_from("<HH", extra)
        field, extra = extra[4 : 4 + size], extra[4 + size :]
        if kind == _UNICODE_PATH and len(field) > 5:
            about = struct.unpack_from("<L", field, 1)[0]
            if about == zlib.crc32(written):
                return field[5:].decode("utf-8", "replace")
    return ""


def _page(names: Sequence[bytes]) -> str:
    """The page in which most of the signs beyond ASCII are Russian letters, set as words are."""
    together = b"\n".join(names)
    return max(_PAGES, key=lambda page: _likely(together.decode(page, "replace")))


def _likely(text: str) -> int:
    beyond = sum(not sign.isascii() for sign in text)
    good = len(_LETTERS.findall(text))
    return good - 2 * (beyond - good) - len(_TURNED.findall(text))
