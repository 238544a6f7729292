"""What meets the eye on an HTML page: read once for all who judge an answer on its way."""

from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from selectolax.lexbor import LexborHTMLParser

from crawler.pages.flat import is_bottomless

MAX_LINE = 500  # characters of a title, of a heading
MAX_LINKS = 2_000
_CODE = "script, style, template, head"
_SCRIPTS_OFF = "noscript, svg"
_FRAME = "nav, header, footer, aside, a, select, button"
_FIELDS = "textarea, select, input:not([type]), input[type=text], input[type=email]"


@dataclass(frozen=True, slots=True)
class Sight:
    """A page's words, as they are spaced in it, and what stands among them.

    ``whole`` is what the body shows, scripts or no scripts; ``seen`` what it shows with them;
    ``own`` is outside links and the site's frame. ``headings`` is the first one, if any; ``links``
    are as spelled, ``fields`` counts what a reader may write in, ``code`` stands in the page.
    """

    title: str
    headings: tuple[str, ...]
    scripted: bool
    code: str
    links: tuple[str, ...]
    fields: int
    whole: str
    seen: str
    own: str


@lru_cache(maxsize=16)  # answers on their way
def sight(html: str) -> Sight | None:
    """The sight of a page; None for one that would hold any parser up."""
    if is_bottomless(html):
        return None
    page = LexborHTMLParser(html)
    title = _line(page, "title")
    headings = tuple(islice(filter(None, (_line(page, tag) for tag in ("h1", "h2"))), 1))
    scripts = page.css("script")
    code = " ".join(node.text() for node in scripts if "src" not in node.attributes)
    _without(page, _CODE)
    links = tuple(node.attributes.get("href") or "" for node in page.css("a[href]")[:MAX_LINKS])
    fields = len(page.css(_FIELDS))
    whole = _text(page)
    seen = _text(page) if _without(page, _SCRIPTS_OFF) else whole
    own = _text(page) if _without(page, _FRAME) else seen
    return Sight(title, headings, bool(scripts), code, links, fields, whole, seen, own)


def _line(page: LexborHTMLParser, tag: str) -> str:
    node = page.css_first(tag)
    return " ".join(node.text(separator=" ").split())[:MAX_LINE] if node is not None else ""


def _text(page: LexborHTMLParser) -> str:
    return page.body.text(separator=" ") if page.body is not None else ""


def _without(page: LexborHTMLParser, selector: str) -> bool:
    """Take elements out of a page; True when there were any."""
    nodes = page.css(selector)
    for node in nodes:
        node.decompose()
    return bool(nodes)
