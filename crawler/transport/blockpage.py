"""Is this answer the site, or a wall in front of it?"""

from functools import lru_cache
from urllib.parse import urljoin, urlsplit

from scrapy.http import Headers

from crawler.transport.encoding import decode
from crawler.transport.sight import Sight, sight
from crawler.transport.walls import AGAIN, CAPTCHA, CAPTCHAS, COOKIE, ONWARD, PHRASES, WALLS

HEAD = 256 * 1024  # bytes looked at for marks: challenge scripts are long
UNSIGNED = 32 * 1024  # bytes: a wall that only speaks is short
FEW_WORDS = 90
FEW_LINKS = 6
COOKIE_CHECK = "cookie-check"
FEWEST_WORDS = 30  # on a page that only sets a cookie and asks again
_BINARY = (b"%pdf", b"pk\x03\x04", b"\xd0\xcf\x11\xe0", b"rar!", b"\x1f\x8b", b"{\\rtf", b"7z\xbc")


def vendor(status: int, headers: Headers, body: bytes, url: str = "") -> str:
    """Whose wall it is: a name of walls.WALLS, ``captcha``, ``cookie-check`` or ``unsigned``.

    "" for the site itself. Walls answer with any status, 200 as well, so the page decides: it
    carries a mark or a phrase of a wall *and* it is bare, a sentence without menu, text or form.
    A page of the site with a captcha in its feedback form, or an article on access, is not bare.
    ``url`` tells a script that asks again from one that leads elsewhere.
    """
    if headers.get("cf-mitigated") == b"challenge":
        return "cloudflare"  # Cloudflare's documented word on its own pages
    return _of_page(body[:HEAD], len(body), url)


@lru_cache(maxsize=64)  # answers on their way; of each what was looked at
def _of_page(start: bytes, size: int, url: str) -> str:
    """What the page decides; several who look at one answer on its way need not all read it."""
    head = start.lower()
    if not head.strip() or head.lstrip().startswith(_BINARY):
        return ""
    # What is bare is bare at a glance, and few pages are: marks are looked for on those alone.
    if size > (HEAD if b"<html" in head else UNSIGNED) and not _marked(head):
        return ""
    page = sight(decode(start))
    if page is None or len(page.links) > FEW_LINKS or page.fields > 1:
        return ""
    words = f"{page.title} {page.whole}".split(None, FEW_WORDS)
    if len(words) > FEW_WORDS:
        return ""
    if (named := _marked(head)) or size > UNSIGNED or head.count(b"<a ") > FEW_LINKS:
        return named
    text = " ".join(words).lower()
    return _unsigned(text) or _asks_again(page, len(words), url)


def _marked(head: bytes) -> str:
    signed = next((w.vendor for w in WALLS if any(mark in head for mark in w.marks)), "")
    widget = not signed and any(name in head for name in CAPTCHAS) and CAPTCHA.search(head)
    return "captcha" if widget else signed


def _unsigned(text: str) -> str:
    return "unsigned" if PHRASES.search(text) else ""


def _asks_again(page: Sight, words: int, url: str) -> str:
    """A page that sets a cookie and comes back to where it was: whoever takes it for a site errs.

    One that sets a language and leads to ``/ru/`` is the site's own.
    """
    if words > FEWEST_WORDS or page.links or not COOKIE.search(page.code):
        return ""
    onward = [one or other for one, other in ONWARD.findall(page.code)]
    again = AGAIN.search(page.code) or any(_is_same(where, url) for where in onward)
    return COOKIE_CHECK if again else ""


def _is_same(where: str, url: str) -> bool:
    try:
        return urlsplit(urljoin(url, where)).path == urlsplit(url).path
    except ValueError:
        return False
