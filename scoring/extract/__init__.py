"""Bytes to Document, one reader per format; which reader, EXTRACTORS says."""

from collections.abc import Callable, Mapping
from functools import cache
from pkgutil import resolve_name
from types import MappingProxyType

from scoring.document import Document
from scoring.extract.given import Given
from scoring.extract.sniff import NOT_DOCUMENTS, format_name, media_type_of

VERSION = "2026.11.28"
"""Names the readers' behaviour: any change in what a Document holds changes it, and with it
every cached Document is read anew."""

_OOXML = "application/vnd.openxmlformats-officedocument."
_ODF = "application/vnd.oasis.opendocument."

Extractor = Callable[[Given], Document]

EXTRACTORS: Mapping[str, str] = MappingProxyType(
    {
        "text/html": "html:read",
        "application/pdf": "pdf:read",
        _OOXML + "wordprocessingml.document": "office.word:read",
        _OOXML + "presentationml.presentation": "office.slides:read",
        _OOXML + "spreadsheetml.sheet": "office.sheets:read",
        "application/vnd.ms-excel.sheet.binary.macroenabled.12": "office.sheets:read",
        "application/vnd.ms-excel": "office.sheets:read",
        _ODF + "text": "office.odf:read_text",
        _ODF + "presentation": "office.odf:read_slides",
        _ODF + "spreadsheet": "office.odf:read_sheets",
        "application/rtf": "data.rich:read",
        "message/rfc822": "data.saved:read",
        "text/plain": "data.plain:read",
        "text/csv": "data.delimited:read",
        "application/json": "data.records:read",
        "application/xml": "data.tree:read",
        "application/msword": "office.legacy:read",
        "application/vnd.ms-powerpoint": "office.legacy:read",
    }
)
"""Where under this package the reader of a format is: ``module:function``.

A reader and the libraries it needs are loaded with the first document of its format: all
formats together take half a second, and most processes see two or three.
"""


def extract(body: bytes, *, url: str = "", media_type: str = "") -> Document:
    """What the bytes say, read in this process; hostile bytes belong in ``scoring.sandbox``.

    ``url`` and ``media_type`` (the Content-Type header as it came) only help where the bytes
    do not tell their own format. Never raises for what the bytes hold.
    """
    given = Given.of(body, url=url, header=media_type)
    if not body:
        return given.unreadable("empty", "0 bytes")
    given = given.known_as(media_type_of(given))
    if given.media_type in EXTRACTORS:
        return _reader(EXTRACTORS[given.media_type])(given)
    reason = "not-a-document" if given.media_type in NOT_DOCUMENTS else "unsupported-format"
    if given.media_type.endswith("-encrypted"):
        reason = "encrypted"
    return given.unreadable(reason, format_name(given.media_type))


@cache
def _reader(name: str) -> Extractor:
    reader: Extractor = resolve_name(f"{__name__}.{name}")
    return reader
