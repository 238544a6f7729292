"""The day a file says it was made: what its author wrote, or nothing, but never today."""

import io
import re
import zipfile
from datetime import date

_PDF = re.compile(rb"/(?:CreationDate|ModDate) ?\((D:)?[^)]*\)")
_DATES = re.compile(
    rb"<(dcterms:created|dcterms:modified|meta:creation-date|dc:date)\b[^>]*>[^<]*</\1>"
)
_RTF = re.compile(rb"\{\\(?:creatim|revtim|printim)[^}]*\}")
# The library's template says one page whatever the text; a real program counts.
_PAGES = re.compile(rb"<(Pages|Words|Characters|Lines|Paragraphs)>[^<]*</\1>")
_ABOUT = ("docProps/core.xml", "meta.xml")
_EPOCH = (1980, 1, 1, 0, 0, 0)


def stamped(body: bytes, day: date | None) -> bytes:
    """The same file, made on ``day``: PDF, RTF and packed office formats."""
    if body.startswith(b"%PDF"):
        return _PDF.sub(lambda found: _pdf(found, day), body)
    if body.startswith(b"{\\rtf"):
        return _RTF.sub(lambda _: _rtf(day), body)
    if body.startswith(b"PK"):
        return _packed(body, day)
    return body


def _pdf(found: re.Match[bytes], day: date | None) -> bytes:
    """As long as it was, for the table of places in the file still to hold."""
    whole = found[0]
    if day is None:
        return b" " * len(whole)
    head = whole[: whole.index(b"(") + 1]
    stamp = b"D:" + day.strftime("%Y%m%d120000Z").encode()
    return (head + stamp + b")").ljust(len(whole))


def _rtf(day: date | None) -> bytes:
    if day is None:
        return b""
    return f"{{\\creatim\\yr{day.year}\\mo{day.month}\\dy{day.day}\\hr12\\min0}}".encode()


def _packed(body: bytes, day: date | None) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(body)) as old, zipfile.ZipFile(held, "w") as new:
        for item in old.infolist():
            inner = old.read(item)
            if item.filename in _ABOUT:
                inner = _DATES.sub(lambda found: _xml(found, day), inner)
            if item.filename == "docProps/app.xml":
                inner = _PAGES.sub(b"", inner)
            fixed = zipfile.ZipInfo(item.filename, _EPOCH)
            fixed.compress_type = item.compress_type
            new.writestr(fixed, inner)
    return held.getvalue()


def _xml(found: re.Match[bytes], day: date | None) -> bytes:
    if day is None:
        return b""
    whole = found[0]
    opened, closed = whole.index(b">") + 1, whole.rindex(b"</")
    return whole[:opened] + f"{day.isoformat()}T12:00:00Z".encode() + whole[closed:]
