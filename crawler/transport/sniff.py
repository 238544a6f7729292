"""What is this body really? Its bytes decide, then the header, then the address."""

import codecs
import re
from urllib.parse import urlsplit

from crawler.transport.encoding import detect
from crawler.transport.zipped import media_type_of_zip

HTML = "text/html"
PLAIN = "text/plain"
UNKNOWN = "application/octet-stream"
HEAD = 65_536  # bytes looked at for text
_NEAR = 8_192  # bytes in which a page shows that it is one

_MAGIC = (
    (b"{\\rtf", "application/rtf"),
    (b"Rar!\x1a\x07", "application/vnd.rar"),
    (b"7z\xbc\xaf\x27\x1c", "application/x-7z-compressed"),
    (b"\x1f\x8b", "application/gzip"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
    (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"),
    (b"AT&TFORM", "image/vnd.djvu"),
    (b"\x00\x00\x01\x00", "image/x-icon"),
    (b"OggS", "audio/ogg"),
    (b"\x1aE\xdf\xa3", "video/x-matroska"),
    (b"\x7fELF", "application/x-executable"),
    (b"wOFF", "font/woff"),
    (b"wOF2", "font/woff2"),
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# Names of streams, which the container's directory spells in UTF-16.
_STREAMS = (
    ("EncryptedPackage", "application/x-ooxml-encrypted"),
    ("PowerPoint Document", "application/vnd.ms-powerpoint"),
    ("WordDocument", "application/msword"),
    ("Workbook", "application/vnd.ms-excel"),
    ("Book", "application/vnd.ms-excel"),
)
_BY_NAME = {
    "pdf": "application/pdf",
    "doc": "application/msword",
    "xls": "application/vnd.ms-excel",
    "ppt": "application/vnd.ms-powerpoint",
    "zip": "application/zip",
    "csv": "text/csv",
    "css": "text/css",
    "js": "text/javascript",
}
_PAGE = re.compile(
    rb"<!doctype\s+html|<(?:html|head|body|title|meta|script|div|span|table|p|h[1-6]|a|b|br"
    rb"|center|font|form|frameset|ul|ol|link|style)[\s>/]"
)
_WHOLE = re.compile(rb"<(?:!doctype\s+html|html|head)[\s>]")
_SITEMAP = re.compile(rb"<(?:\w+:)?(?:urlset|sitemapindex|rss|feed)[\s>]")
_JSON = re.compile(rb'\{\s*["}]|\[\s*(?:[\[{"\d\]-]|true|false|null)')
_CONTROLS = bytes({*range(9), *range(14, 32)} - {27})
# Encodings of two and four bytes a letter; a text in them has zero bytes or begins so.
_WIDE = ("utf-16", "utf-32")
_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_HTML_NAMES = (HTML, "application/xhtml+xml")
_EMPTY_WORDS = (
    "",
    UNKNOWN,
    "application/force-download",
    "application/download",
    "binary/octet-stream",
)


def media_type(body: bytes, header: str = "", url: str = "") -> str:
    """The media type of a body, lower case, without parameters; an empty body is what it is called.

    ``header`` is the Content-Type as it came, ``url`` the address: portals call a PDF a page and
    an error page a PDF. ``application/octet-stream`` for a riddle; "" for nothing called nothing.
    """
    said = header.partition(";")[0].strip().lower()[:200]
    if not body.strip():
        return said
    known = _by_magic(body, said)
    return known or _by_text(body[:HEAD], said, url, body) or _binary(said, url)


def is_page(media: str) -> bool:
    """True for what a browser shows as a page."""
    return media == HTML


def _by_magic(body: bytes, said: str) -> str:
    start = body[:1024]
    if body.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return media_type_of_zip(body) or (said if "officedocument" in said else "application/zip")
    # Dirt before a PDF is common, warnings of a script among it; readers look past it.
    if b"%PDF-" in start and not _WHOLE.match(start.lstrip().lower()):
        return "application/pdf"
    if body.startswith(_OLE[:4]):
        return _ole(body, said)
    if body[:4] == b"RIFF" and body[8:12] == b"WEBP":
        return "image/webp"
    if body[4:8] == b"ftyp":
        return "video/mp4"
    return next((name for magic, name in _MAGIC if body.startswith(magic)), "")


def _ole(body: bytes, said: str) -> str:
    """The old container of Microsoft; a torn one, its directory lost, is what it is called."""
    for stream, media in _STREAMS:
        if ("\0".join(stream) + "\0\0\0").encode("latin-1") in body:
            return media
    known = {media for _, media in _STREAMS}
    return said if said in known else "application/x-ole-storage"


def _by_text(head: bytes, said: str, url: str, body: bytes) -> str:
    """The kind of text, "" when it is none."""
    if (b"\0" in head or head.startswith(_MARKS)) and detect(head).startswith(_WIDE):
        head = head.decode(detect(head), "replace").encode("utf-8", "replace")
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n\x00").lower()
    # Browsers pass over a zero byte; templates leave some, and the page is no less a page.
    if not _is_text(head.replace(b"\0", b"") if _PAGE.match(start) else head):
        return ""
    if start.startswith(b"<"):
        return _markup(start) or _called(said, url)
    if _JSON.match(start) and body.rstrip()[-1:] in (b"}", b"]"):
        return "application/json"
    return HTML if "html" in said else _called(said, url)


def _markup(start: bytes) -> str:
    near = start[:_NEAR]
    if b"<svg" in near[:2000] and b"<html" not in near:
        return "image/svg+xml"
    if _SITEMAP.search(near) and b"<html" not in near:
        return "application/xml"
    if start.startswith(b"<?xml") and b"<html" not in near[:2000]:
        return "application/xml"
    return HTML if _PAGE.search(near) else ""


def _called(said: str, url: str) -> str:
    """Plain text may be a table or a script: only its names tell."""
    if said.startswith("text/") and said != PLAIN:
        return HTML if said in _HTML_NAMES else said
    if said.endswith(("/xml", "+xml", "/javascript")):
        return said
    named = _BY_NAME.get(_extension(url), "")
    return named if named.startswith("text/") else PLAIN


def _binary(said: str, url: str) -> str:
    """Bytes that are no text are not what only text is called."""
    texts = (*_HTML_NAMES, *_EMPTY_WORDS, "application/json")
    if said not in texts and not said.startswith("text/") and not said.endswith("xml"):
        return said
    named = _BY_NAME.get(_extension(url), "")
    return named if named and not named.startswith("text/") else UNKNOWN


def _extension(url: str) -> str:
    try:
        path = urlsplit(url).path
    except ValueError:
        return ""
    return path.rpartition(".")[2].lower() if "." in path[-6:] else ""


def _is_text(head: bytes) -> bool:
    controls = len(head) - len(head.translate(None, _CONTROLS))
    return controls <= len(head) * 0.001
