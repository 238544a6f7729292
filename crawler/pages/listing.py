"""Any HTML page: every way on from it, with the words that stand around each."""

import re
from collections.abc import Iterator
from urllib.parse import parse_qsl, quote, urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

from crawler.pages.flat import hrefs, is_bottomless
from crawler.pages.link import Link, LinkKind
from crawler.pages.surroundings import Surroundings, words

# What a browser would also stop at; a page this long is a trap or a data dump.
MAX_HTML = 16_000_000
MAX_LINKS = 20_000

_SELECT = (
    "a[href],area[href],link[rel=next],iframe[src],frame[src],embed[src],object[data],option[value],"
    "meta[http-equiv],[onclick],[data-href],[data-url],[data-file],"
    "h1,h2,h3,h4,h5,h6,caption,legend,summary,dt"
)
_HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
_MINOR = frozenset({"caption", "legend", "summary", "dt"})
_KINDS = {
    "a": ("href", LinkKind.ANCHOR),
    "link": ("href", LinkKind.ANCHOR),
    "area": ("href", LinkKind.MAP),
    "iframe": ("src", LinkKind.FRAME),
    "frame": ("src", LinkKind.FRAME),
    "embed": ("src", LinkKind.VIEWER),
    "object": ("data", LinkKind.VIEWER),
    "option": ("value", LinkKind.SCRIPT),
}
_WHOLE_PAGES = (LinkKind.FRAME, LinkKind.REFRESH)
_JUMP = re.compile(
    r"""(?:location(?:\.href)?\s*=|location\.(?:assign|replace)\(|window\.open\()\s*['"]([^'"]+)"""
)
_ROOT = re.compile(r"(?<=[^:/])[/?#].*", re.DOTALL)
_REFRESH = re.compile(r"""\burl\s*=\s*['"]?([^'">]+)""", re.IGNORECASE)
_NOWHERE = ("#", "javascript:", "mailto:", "tel:", "data:", "about:", "blob:", "callto:", "skype:")
_ROUTES = ("#/", "#!")
_SHOWN_IN_A_VIEWER = frozenset({"file", "url", "src", "doc", "document", "pdf"})
_DOCUMENT = re.compile(r"\.(?:pdf|docx?|pptx?|xlsx?|odt|ods|odp|rtf|zip|rar|7z)$", re.IGNORECASE)


def links(url: str, html: str | bytes, encoding: str = "utf-8") -> tuple[Link, ...]:
    """Return the page's links in its own order, at most MAX_LINKS of them.

    ``encoding`` is the page's: browsers spell a link's query in it. Nothing in the page can
    raise: what is no address is left out.
    """
    text = (html if isinstance(html, str) else html.decode("utf-8", "replace"))[:MAX_HTML]
    found: list[Link] = []
    for link in _flat(url, text, encoding) if is_bottomless(text) else _each(url, text, encoding):
        found.append(link)
        if inner := _viewed(link):
            found.append(inner)
        if len(found) >= MAX_LINKS:
            break
    return tuple(found[:MAX_LINKS])


def _flat(url: str, html: str, encoding: str) -> Iterator[Link]:
    start = _Start(url, encoding)
    for href, text in hrefs(html):
        if found := start.absolute(href):
            yield Link(found, text)


def _each(url: str, html: str, encoding: str) -> Iterator[Link]:
    tree = LexborHTMLParser(html)
    start, around = _Start(url, encoding), Surroundings()
    # A page may say that its links start elsewhere; an impossible base is ignored.
    base = tree.css_first("base[href]")
    if base and (elsewhere := start.absolute(base.attributes.get("href") or "")):
        start = _Start(elsewhere, encoding)
    last = 0
    for node in tree.css(_SELECT):
        if node.mem_id == last:  # it is matched once for each selector it fits
            continue
        last = node.mem_id
        tag = node.tag or ""
        level = _HEADINGS.get(tag) or (7 if tag in _MINOR else 0)
        if level:
            around.heading(level, node)
            continue
        for href, kind in _ways(tag, node):
            if found := start.absolute(href):
                yield _link(found, kind, node, around)


def _link(url: str, kind: LinkKind, node: LexborNode, around: Surroundings) -> Link:
    text = words(node)
    if around.is_menu(node):
        return Link(url, text, kind=kind, menu=True)
    context = "" if kind in _WHOLE_PAGES else around.context(node)
    return Link(url, text, context, around.above, kind)


def _ways(tag: str, node: LexborNode) -> Iterator[tuple[str, LinkKind]]:
    """Where an element leads: its own attribute, a script's jump, a page's refresh."""
    attributes = node.attributes
    if tag == "meta":
        if (attributes.get("http-equiv") or "").lower() == "refresh":
            yield from (
                (m, LinkKind.REFRESH) for m in _REFRESH.findall(attributes.get("content") or "")
            )
        return
    name, kind = _KINDS.get(tag, ("", LinkKind.SCRIPT))
    value = attributes.get(name) if name else None
    if value and (tag != "option" or value.startswith(("/", "http", "?"))):
        yield value, kind
    for name in ("data-href", "data-url", "data-file"):
        if value := attributes.get(name):
            yield value, LinkKind.SCRIPT
    if jump := attributes.get("onclick"):
        yield from ((m, LinkKind.SCRIPT) for m in _JUMP.findall(jump))


class _Start:
    """Where a page's relative addresses start."""

    def __init__(self, base: str, encoding: str) -> None:
        self._base, self._encoding = base, encoding
        self._root = _ROOT.sub("", base)

    def absolute(self, href: str) -> str:
        """The address a browser would go to, "" for none; not yet canonical."""
        href = href.strip()
        if href.startswith("#"):
            return urljoin(self._base, href) if href.startswith(_ROUTES) else ""
        if not href or href[:12].lower().startswith(_NOWHERE):
            return ""
        if not href.isascii():
            href = _in_encoding(href, self._encoding)
        if href.startswith(("http://", "https://")):
            return href
        if href[0] == "/" and href[1:2] not in ("/", "\\"):
            return self._root + href
        try:
            return urljoin(self._base, href)
        except ValueError:
            return ""


def _in_encoding(href: str, encoding: str) -> str:
    """Browsers send a path in UTF-8, but a query in the encoding of the page it stands on."""
    rest, mark, query = href.partition("?")
    if not mark or query.isascii() or encoding.lower().replace("-", "") == "utf8":
        return href
    try:
        return f"{rest}?{quote(query.encode(encoding, 'replace'), safe='!$&()*+,/:;=?@[]_~%#')}"
    except LookupError:
        return href


def _viewed(link: Link) -> Link | None:
    """The document inside a viewer's address: ``/viewer.html?file=/upload/budget.pdf``."""
    query = link.url.partition("?")[2]
    if "." not in query:
        return None
    for name, value in parse_qsl(query.partition("#")[0]):
        inner = value.partition("?")[0]
        if name.lower() in _SHOWN_IN_A_VIEWER and "/" in inner and _DOCUMENT.search(inner):
            try:
                shown = urljoin(link.url, value)
                known = urlsplit(shown).scheme in ("http", "https")
            except ValueError:
                return None
            kind = LinkKind.VIEWER
            return (
                Link(shown, link.text, link.context, link.heading, kind, link.menu)
                if known
                else None
            )
    return None
