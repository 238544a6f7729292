"""Is this answer the site, or a wall in front of it?"""

from scrapy.http import Headers
from selectolax.lexbor import LexborHTMLParser

from crawler.transport.encoding import decode
from crawler.transport.walls import CAPTCHA, PHRASES, WALLS

HEAD = 256 * 1024  # bytes looked at for marks: challenge scripts are long
UNSIGNED = 32 * 1024  # bytes: a wall that only speaks is short
FEW_WORDS = 90
FEW_LINKS = 6
_FIELDS = "textarea, select, input:not([type]), input[type=text], input[type=email]"
_BINARY = (b"%pdf", b"pk\x03\x04", b"\xd0\xcf\x11\xe0", b"rar!", b"\x1f\x8b", b"{\\rtf", b"7z\xbc")


def vendor(status: int, headers: Headers, body: bytes) -> str:
    """Whose wall it is: a name of walls.WALLS, ``captcha`` or ``unsigned``; "" for the site.

    Walls answer with any status, 200 as well, so the page decides: it carries a mark or a
    phrase of a wall *and* it is bare, a sentence without menu, text or form. A page of the
    site with a captcha in its feedback form, or an article on access, is not bare.
    """
    if headers.get("cf-mitigated") == b"challenge":
        return "cloudflare"  # Cloudflare's documented word on its own pages
    head = body[:HEAD].lower()
    if not head.strip() or head.lstrip().startswith(_BINARY):
        return ""
    named = _marked(head)
    if not named and (len(body) > UNSIGNED or head.count(b"<a ") > FEW_LINKS):
        return ""
    page = LexborHTMLParser(decode(body[:HEAD]))
    text = _visible(page)
    return (named or _unsigned(text)) if _is_bare(page, text) else ""


def _marked(head: bytes) -> str:
    signed = next((w.vendor for w in WALLS if any(mark in head for mark in w.marks)), "")
    return signed or ("captcha" if CAPTCHA.search(head) else "")


def _unsigned(text: str) -> str:
    return "unsigned" if PHRASES.search(text) else ""


def _visible(page: LexborHTMLParser) -> str:
    """Title and text, in lower case and single spaces."""
    title = page.css_first("title")
    said = title.text() if title is not None else ""
    for node in page.css("script, style, template, head"):
        node.decompose()
    body = page.body.text(separator=" ") if page.body is not None else ""
    return " ".join(f"{said} {body}".lower().split())


def _is_bare(page: LexborHTMLParser, text: str) -> bool:
    few = len(text.split()) <= FEW_WORDS and len(page.css("a[href]")) <= FEW_LINKS
    return few and len(page.css(_FIELDS)) <= 1
