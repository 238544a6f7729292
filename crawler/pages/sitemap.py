"""sitemap.xml, an index of them, or a plain list: addresses and the dates a site gives them."""

import codecs
import re
import zlib
from html import unescape
from urllib.parse import urljoin

from crawler.pages.link import Link, LinkKind

# The protocol's own bounds: 50,000 addresses and 50 MB unpacked.
MAX_LINKS = 50_000
MAX_BYTES = 50 * 2**20

_GZIP = b"\x1f\x8b"
_WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_DECLARED = re.compile(rb"""^\s*<\?xml[^>]{0,200}encoding=["']([A-Za-z0-9_.:-]{1,40})["']""")
# Read by pattern and not by an XML parser: real sitemaps are torn, and a pattern has no entities
# to expand and no outside files to fetch.
_PREFIX = r"(?:[\w.-]{1,40}:)?"
_ENTRY = re.compile(
    rf"<({_PREFIX})(url|sitemap)(?![\w:.-])[^>]{{0,500}}>(.*?)(?=</\1\2\s*>|<\1\2[\s>]|\Z)",
    re.DOTALL | re.IGNORECASE,
)
_LOC = re.compile(
    rf"<{_PREFIX}loc\b[^>]{{0,200}}>\s*(?:<!\[CDATA\[)?\s*([^<\]]+)[<\]]", re.IGNORECASE
)
# xhtml:link: the same page in another language or for another screen; some sites list files so.
_OTHER = re.compile(
    r"""<[\w.-]{1,40}:link\b[^>]{0,500}?\bhref\s*=\s*["']([^"'<>]{1,2000})["']""", re.I
)
_LASTMOD = re.compile(
    rf"<{_PREFIX}lastmod\b[^>]{{0,200}}>\s*(?:<!\[CDATA\[)?\s*(\d[0-9T:+Z. /\-]{{2,39}})",
    re.IGNORECASE,
)
_ROOT = re.compile(rf"<{_PREFIX}(?:urlset|sitemapindex)\b", re.IGNORECASE)
_PLAIN = re.compile(r"https?://[^\s<>\"']{3,2000}$", re.IGNORECASE)
_RUSSIAN = re.compile(
    r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})(?!\d)(?:[ T]+(\d{1,2}:\d\d(?::\d\d)?))?"
)


def is_sitemap(head: bytes) -> bool:
    """True when the first bytes, unpacked, are a sitemap's, an index's or a list of addresses."""
    text = _text(head[:4096])
    return bool(_ROOT.search(text)) or _is_plain(text)


def links(url: str, body: bytes) -> tuple[Link, ...]:
    """Return the addresses of a sitemap, packed or not; an index gives links of kind SITEMAP."""
    text = _text(body)
    found = _lines(text) if _is_plain(text[:4096]) else _entries(url, text)
    return tuple(found)


def _is_plain(head: str) -> bool:
    """One address a line and nothing else; the last line may be cut."""
    lines = [line.strip() for line in head.splitlines() if line.strip()]
    return bool(lines) and all(_PLAIN.match(line) for line in (lines[:-1] or lines))


def _lines(text: str) -> list[Link]:
    lines = (line.strip() for line in text.splitlines())
    return [Link(line, kind=_kind(line)) for line in lines if _PLAIN.match(line)][:MAX_LINKS]


def _kind(address: str) -> LinkKind:
    named = re.search(r"sitemap[^/]{0,60}\.(?:xml|txt)(?:\.gz)?$", address, re.IGNORECASE)
    return LinkKind.SITEMAP if named else LinkKind.ANCHOR


def _entries(url: str, text: str) -> list[Link]:
    found: list[Link] = []
    for entry in _ENTRY.finditer(text):
        inside = entry[3]
        loc, date = _LOC.search(inside), _LASTMOD.search(inside)
        kind = LinkKind.SITEMAP if entry[2].lower() == "sitemap" else LinkKind.ANCHOR
        written = _date(date[1]) if date else ""
        for address in (*([loc[1]] if loc else []), *_OTHER.findall(inside)[:20]):
            try:
                absolute = urljoin(url, unescape(address.strip()))
            except ValueError:
                continue
            found.append(Link(absolute, kind=kind, lastmod=written))
        if len(found) >= MAX_LINKS:
            break
    return found[:MAX_LINKS]


def _date(written: str) -> str:
    """``25.11.2026 10:00`` as the protocol spells it; other dates as they are."""
    russian = _RUSSIAN.match(written)
    if russian is None or not 1 <= int(russian[2]) <= 12:
        return written.strip()
    day = f"{russian[3]}-{int(russian[2]):02}-{int(russian[1]):02}"
    return f"{day}T{russian[4]}" if russian[4] else day


def _text(body: bytes) -> str:
    """Unpack within bounds and decode as the file declares; what is torn ends where it is torn."""
    if body.startswith(_GZIP):
        try:
            body = zlib.decompressobj(wbits=31).decompress(body, MAX_BYTES)
        except zlib.error:
            return ""
    body = body[:MAX_BYTES]
    if body.startswith(_WIDE):
        return body.decode("utf-16", "replace")
    body = body.removeprefix(codecs.BOM_UTF8)
    declared = _DECLARED.match(body)
    try:
        return body.decode(declared[1].decode("ascii") if declared else "utf-8", "replace")
    except LookupError:
        return body.decode("utf-8", "replace")
