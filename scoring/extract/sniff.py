"""What format are these bytes? Decided by the bytes, then the extension, then the header."""

import io
import re
import zipfile
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from scoring.extract.given import Given
from scoring.extract.names import BY_EXTENSION, NOT_DOCUMENTS, format_name

__all__ = ["NOT_DOCUMENTS", "format_name", "media_type_of"]

_OOXML = "application/vnd.openxmlformats-officedocument."
_MAGIC = (
    (b"{\\rtf", "application/rtf"),
    (b"Rar!\x1a\x07", "application/vnd.rar"),
    (b"7z\xbc\xaf\x27\x1c", "application/x-7z-compressed"),
    (b"\x1f\x8b", "application/gzip"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF8", "image/gif"),
    (b"BM", "image/bmp"),
    (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"),
    (b"AT&TFORM", "image/vnd.djvu"),
    (b"\x00\x00\x01\x00", "image/x-icon"),
    (b"ID3", "audio/mpeg"),
    (b"OggS", "audio/ogg"),
    (b"\x1aE\xdf\xa3", "video/x-matroska"),
    (b"MZ", "application/x-msdownload"),
    (b"\x7fELF", "application/x-executable"),
    (b"wOFF", "font/woff"),
    (b"wOF2", "font/woff2"),
    (b"SQLite format 3\x00", "application/vnd.sqlite3"),
)
_MEMBERS = (
    ("word/document.xml", _OOXML + "wordprocessingml.document"),
    ("xl/workbook.xml", _OOXML + "spreadsheetml.sheet"),
    ("xl/workbook.bin", "application/vnd.ms-excel.sheet.binary.macroenabled.12"),
    ("ppt/presentation.xml", _OOXML + "presentationml.presentation"),
)
_STREAMS = (
    ("EncryptedPackage", "application/x-ooxml-encrypted"),
    ("PowerPoint Document", "application/vnd.ms-powerpoint"),
    ("WordDocument", "application/msword"),
    ("Workbook", "application/vnd.ms-excel"),
    ("Book", "application/vnd.ms-excel"),
)
_HTML = re.compile(rb"<!doctype\s+html|<(html|head|body|title|meta|div|table|p|h[1-6]|a)[\s>/]")
_PAGE = re.compile(rb"<(!doctype\s+html|html|head)[\s>]")
_TAG = re.compile(rb"<[a-z!/]")


def media_type_of(given: Given) -> str:
    """The media type, from a closed list of names; ``application/octet-stream`` for a riddle."""
    return _by_magic(given.body) or _by_text(given) or "application/octet-stream"


def _by_magic(body: bytes) -> str:
    # A ZIP may hold a PDF uncompressed, its signature among the first bytes.
    if body.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zip(body)
    if b"%PDF-" in body[:1024]:
        return "application/pdf"
    if body.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return _ole(body)
    if body[:4] == b"RIFF" and body[8:12] == b"WEBP":
        return "image/webp"
    if body[257:262] == b"ustar":
        return "application/x-tar"
    if body[4:8] == b"ftyp":
        return "video/mp4"
    return next((name for magic, name in _MAGIC if body.startswith(magic)), "")


def _zip(body: bytes) -> str:
    """Office files are ZIPs; which one, its members at the root tell."""
    try:
        with zipfile.ZipFile(io.BytesIO(body)) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, RuntimeError):
        # A torn ZIP has lost its directory at the end; the members' own headers remain.
        names = {name for name, _ in _MEMBERS if name.encode() in body}
    if body[30:38] == b"mimetype":
        odf = re.match(rb"application/[a-z0-9.+-]+", body[38:138])
        return odf[0].decode() if odf else "application/zip"
    return next((media for name, media in _MEMBERS if name in names), "application/zip")


def _ole(body: bytes) -> str:
    """The old container of Microsoft; its directory holds stream names in UTF-16."""
    for stream, media in _STREAMS:
        if ("\0".join(stream) + "\0\0\0").encode("latin-1") in body:
            return media
    return "application/x-ole-storage"


def _by_text(given: Given) -> str:
    head = given.body[:65536]
    if head[:2] in (b"\xff\xfe", b"\xfe\xff"):
        head = head.decode("utf-16", errors="replace").encode()
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    # Browsers pass over a zero byte; templates leave some, and the page is no less a page.
    if not _is_text(head.replace(b"\0", b"") if _PAGE.match(start) else head):
        return ""
    if start.startswith(b"mime-version:"):
        return "message/rfc822"
    if start.startswith(b"<?xml") and b"<html" not in start[:2000]:
        return "image/svg+xml" if b"<svg" in start[:2000] else "application/xml"
    if start.startswith(b"<svg"):
        return "image/svg+xml"
    if start.startswith(b"<") and _HTML.search(start[:8192]):
        return "text/html"
    return _json(start) or _by_name(given) or _by_header(given.header, start)


def _is_text(head: bytes) -> bool:
    controls = sum(head.count(bytes([code])) for code in (*range(9), *range(14, 32)) if code != 27)
    return bool(head) and controls <= len(head) * 0.001


def _json(start: bytes) -> str:
    return "application/json" if re.match(rb'(\{\s*["}]|\[\s*[\[{"\d\]-])', start) else ""


def _by_name(given: Given) -> str:
    suffix = PurePosixPath(unquote(urlsplit(given.url).path)).suffix.lower()
    return BY_EXTENSION.get(suffix, "")


def _by_header(header: str, start: bytes) -> str:
    media = header.split(";")[0].strip().lower()
    if media in ("text/html", "application/xhtml+xml") or _HTML.search(start[:8192]):
        return "text/html"
    known = media in BY_EXTENSION.values() and media.startswith(("text/", "application/json"))
    return media if known else "text/plain"
