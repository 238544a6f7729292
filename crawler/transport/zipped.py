"""What a ZIP holds, from the names in its directory: office files are ZIPs, too."""

import re
import struct
from collections.abc import Iterator

MAX_NAMES = 5_000  # a hostile directory has millions, each an object in zipfile's memory
_END = b"PK\x05\x06"
_END_IN = 66_000  # bytes from the end: the record and the longest comment
_ENTRY, _ENTRY_SIZE = b"PK\x01\x02", 46
_LOCAL, _LOCAL_SIZE = b"PK\x03\x04", 30
_OOXML = "application/vnd.openxmlformats-officedocument."
_ROOMS = (
    ("word/", _OOXML + "wordprocessingml.document"),
    ("ppt/", _OOXML + "presentationml.presentation"),
    ("xl/workbook.bin", "application/vnd.ms-excel.sheet.binary.macroenabled.12"),
    ("xl/", _OOXML + "spreadsheetml.sheet"),
)
_MIMETYPE = re.compile(rb"application/[a-z0-9.+-]{1,80}")


def media_type_of_zip(body: bytes) -> str:
    """The office format, ``application/zip`` for any other archive; "" when no name is readable.

    OpenDocument and EPUB write their type as a first member "mimetype"; Office Open XML has a
    ``[Content_Types].xml`` and a folder for what it is. A torn file is known by its beginning.
    """
    if body[_LOCAL_SIZE : _LOCAL_SIZE + 8] == b"mimetype" and (odf := _MIMETYPE.match(body, 38)):
        return odf[0].decode("ascii")
    names = list(_listed(body)) or list(_in_a_row(body))
    if "[Content_Types].xml" in names:
        for room, media in _ROOMS:
            if any(name.startswith(room) for name in names):
                return media
    return "application/zip" if names else ""


def _listed(body: bytes) -> Iterator[str]:
    """Names of the directory at the end."""
    end = body.rfind(_END, max(0, len(body) - _END_IN))
    if end < 0 or end + 22 > len(body):
        return
    size, start = struct.unpack_from("<II", body, end + 12)
    # Offsets count from the beginning of the ZIP, which dirt may stand before.
    at = start if body[start : start + 4] == _ENTRY else end - size
    for _ in range(MAX_NAMES):
        if at < 0 or at + _ENTRY_SIZE > len(body) or body[at : at + 4] != _ENTRY:
            return
        name, extra, comment = struct.unpack_from("<HHH", body, at + 28)
        yield body[at + _ENTRY_SIZE : at + _ENTRY_SIZE + name].decode("utf-8", "replace")
        at += _ENTRY_SIZE + name + extra + comment


def _in_a_row(body: bytes) -> Iterator[str]:
    """Names before each member, for a file that has lost its end."""
    at = 0
    for _ in range(MAX_NAMES):
        if at < 0 or at + _LOCAL_SIZE > len(body):
            return
        packed, _, name, extra = struct.unpack_from("<IIHH", body, at + 18)
        begins = at + _LOCAL_SIZE + name
        yield body[at + _LOCAL_SIZE : begins].decode("utf-8", "replace")
        # Streamed ZIPs give no sizes beforehand: the next member is where its mark is.
        at = body.find(_LOCAL, begins + extra + packed)
