"""sitemap.xml, an index of them, or a plain list: addresses and the dates a site gives them."""

import re
import zlib
from html import unescape
from urllib.parse import urljoin

from crawler.pages.link import Link, LinkKind

# The protocol's own bounds: 50,000 addresses and 50 MB unpacked.
MAX_LINKS = 50_000
MAX_BYTES = 50 * 2**20

_GZIP = b"\x1f\x8b"
_DECLARED = re.compile(rb"""^\s*<\?xml[^>]{0,200}encoding=["']([A-Za-z0-9_.:-]{1,40})["']""")
# Read by pattern and not by an XML parser: real sitemaps are torn, and a pattern has no entities
# to expand and no outside files to fetch.
_ENTRY = re.compile(r"<(url|sitemap)\b[^>]{0,500}>(.*?)</\1\s*>", re.DOTALL | re.IGNORECASE)
_LOC = re.compile(r"<loc\b[^>]{0,200}>\s*(?:<!\[CDATA\[)?\s*([^<\]]+)", re.IGNORECASE)
_LASTMOD = re.compile(r"<lastmod\b[^>]{0,200}>\s*([0-9T:+Z.\-]{4,40})", re.IGNORECASE)
_ROOT = re.compile(r"<(?:\w+:)?(?:urlset|sitemapindex)\b", re.IGNORECASE)


def is_sitemap(head: bytes) -> bool:
    """True when the first bytes, unpacked, are those of a sitemap or an index of sitemaps."""
    return bool(_ROOT.search(_text(head[:4096])))


def links(url: str, body: bytes) -> tuple[Link, ...]:
    """Return the addresses of a sitemap, packed or not; an index gives links of kind SITEMAP."""
    return tuple(_entries(url, _text(body)))


def _entries(url: str, text: str) -> list[Link]:
    found: list[Link] = []
    for entry in _ENTRY.finditer(text):
        loc = _LOC.search(entry[2])
        if loc is None:
            continue
        date = _LASTMOD.search(entry[2])
        kind = LinkKind.SITEMAP if entry[1].lower() == "sitemap" else LinkKind.ANCHOR
        try:
            absolute = urljoin(url, unescape(loc[1].strip()))
        except ValueError:
            continue
        found.append(Link(absolute, kind=kind, lastmod=date[1] if date else ""))
        if len(found) >= MAX_LINKS:
            break
    return found


def _text(body: bytes) -> str:
    """Unpack within bounds and decode as the file declares; what is torn ends where it is torn."""
    if body.startswith(_GZIP):
        try:
            body = zlib.decompressobj(wbits=31).decompress(body, MAX_BYTES)
        except zlib.error:
            return ""
    body = body[:MAX_BYTES]
    declared = _DECLARED.match(body)
    try:
        return body.decode(declared[1].decode("ascii") if declared else "utf-8", "replace")
    except LookupError:
        return body.decode("utf-8", "replace")
