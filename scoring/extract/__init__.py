"""Bytes to Document, one reader per format; which reader, EXTRACTORS says."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from scoring.extract import html, pdf
from scoring.extract.data import delimited, plain, records, rich, saved, tree
from scoring.extract.given import Given
from scoring.extract.office import legacy, odf, sheets, slides, word
from scoring.extract.sniff import NOT_DOCUMENTS, format_name, media_type_of
from scoring.model import Document

VERSION = "2026.11.7"
"""Names the readers' behaviour: any change in what a Document holds changes it, and with it
every cached Document is read anew."""

_OOXML = "application/vnd.openxmlformats-officedocument."
_ODF = "application/vnd.oasis.opendocument."

Extractor = Callable[[Given], Document]

EXTRACTORS: Mapping[str, Extractor] = MappingProxyType(
    {
        "text/html": html.read,
        "application/pdf": pdf.read,
        _OOXML + "wordprocessingml.document": word.read,
        _OOXML + "presentationml.presentation": slides.read,
        _OOXML + "spreadsheetml.sheet": sheets.read,
        "application/vnd.ms-excel.sheet.binary.macroenabled.12": sheets.read,
        "application/vnd.ms-excel": sheets.read,
        _ODF + "text": odf.read_text,
        _ODF + "presentation": odf.read_slides,
        _ODF + "spreadsheet": odf.read_sheets,
        "application/rtf": rich.read,
        "message/rfc822": saved.read,
        "text/plain": plain.read,
        "text/csv": delimited.read,
        "application/json": records.read,
        "application/xml": tree.read,
        "application/msword": legacy.read,
        "application/vnd.ms-powerpoint": legacy.read,
    }
)


def extract(body: bytes, *, url: str = "", media_type: str = "") -> Document:
    """What the bytes say, read in this process; hostile bytes belong in ``scoring.sandbox``.

    ``url`` and ``media_type`` (the Content-Type header as it came) only help where the bytes
    do not tell their own format. Never raises for what the bytes hold.
    """
    given = Given.of(body, url=url, header=media_type)
    if not body:
        return given.unreadable("empty", "0 bytes")
    given = given.known_as(media_type_of(given))
    reader = EXTRACTORS.get(given.media_type)
    if reader is not None:
        return reader(given)
    reason = "not-a-document" if given.media_type in NOT_DOCUMENTS else "unsupported-format"
    if given.media_type.endswith("-encrypted"):
        reason = "encrypted"
    return given.unreadable(reason, format_name(given.media_type))
