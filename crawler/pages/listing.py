"""Any HTML page: every way on from it, with the words that stand around each."""

import re
from collections.abc import Iterator
from urllib.parse import parse_qsl, urljoin, urlsplit

from selectolax.lexbor import LexborNode

from crawler.pages.document import DOCUMENT
from crawler.pages.flat import hrefs
from crawler.pages.link import Link, LinkKind
from crawler.pages.markup import MAX_LINKS, Markup, Ways

__all__ = ["MAX_LINKS", "links", "of"]

_SELECT = (
    "a[href],area[href],link[rel=next],iframe[src],frame[src],embed[src],object[data],option[value],"
    "meta[http-equiv],[onclick],[data-href],[data-url],[data-file]"
)
_DATA = ("data-href", "data-url", "data-file")
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
_JUMP = re.compile(
    r"""(?:location(?:\.href)?\s*=|location\.(?:assign|replace)\(|window\.open\()\s*['"]([^'"]+)"""
)
_REFRESH = re.compile(r"""\burl\s*=\s*['"]?([^'">]+)""", re.IGNORECASE)
_SHOWN_IN_A_VIEWER = frozenset(
    {
        *("file", "url", "src", "doc", "document", "pdf", "book", "source", "path", "link"),
        *("pdfurl", "fileurl", "docurl", "file_url", "pdf_url"),
    }
)
# Viewers, flip-books and cards keep their document in an attribute of any name.
_HOLDER = re.compile(
    r"""\s(data-[a-z][a-z0-9-]{0,40})\s*=\s*["']?[^"'<>]{1,500}?\.(?:pdf|docx?|pptx?|xlsx?|zip|rar)"""
    r"""\b""",
    re.IGNORECASE,
)
MAX_HOLDERS = 20


def links(url: str, html: str | bytes, encoding: str = "utf-8") -> tuple[Link, ...]:
    """Return the page's links in its own order, at most MAX_LINKS of them.

    ``encoding`` is the page's: browsers spell a link's query in it. Nothing in the page can
    raise: what is no address is left out.
    """
    text = html if isinstance(html, str) else html.decode("utf-8", "replace")
    return of(Markup(url, text, encoding))


def of(markup: Markup) -> tuple[Link, ...]:
    """Return the links of a parsed page, as `links` does."""
    found: list[Link] = []
    for link in _flat(markup) if markup.tree is None else _each(markup):
        found.append(link)
        if inner := _viewed(link):
            found.append(inner)
        if len(found) >= MAX_LINKS:
            break
    return tuple(found[:MAX_LINKS])


def _flat(markup: Markup) -> Iterator[Link]:
    for href, text in hrefs(markup.html):
        if found := markup.start.absolute(href):
            yield Link(found, text)


def _each(markup: Markup) -> Iterator[Link]:
    told = markup.html if "data-" in markup.lower else ""
    names = dict.fromkeys(m[1].lower() for m in _HOLDER.finditer(told))
    holders = tuple(name for name in names if name not in _DATA)[:MAX_HOLDERS]
    selector = ",".join((_SELECT, *(f"[{name}]" for name in holders)))
    yield from markup.links(selector, _ways(holders))


def _ways(holders: tuple[str, ...]) -> Ways:
    def ways(tag: str, node: LexborNode) -> Iterator[tuple[str, LinkKind]]:
        yield from _plain_ways(tag, node)
        for name in holders:
            value = (node.attributes.get(name) or "").strip()
            if DOCUMENT.search(value.partition("?")[0]) and not value.startswith(("{", "[")):
                yield value, LinkKind.VIEWER

    return ways


def _plain_ways(tag: str, node: LexborNode) -> Iterator[tuple[str, LinkKind]]:
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
    for name in _DATA:
        # A viewer's "/slides/{n}.html" is no address.
        if (value := attributes.get(name)) and "{" not in value:
            yield value, LinkKind.SCRIPT
    if jump := attributes.get("onclick"):
        yield from ((m, LinkKind.SCRIPT) for m in _JUMP.findall(jump))


def _viewed(link: Link) -> Link | None:
    """The document inside a viewer's address: ``/viewer.html?file=/upload/budget.pdf``."""
    query = link.url.partition("?")[2]
    if "." not in query:
        return None
    for name, value in parse_qsl(query.partition("#")[0]):
        inner = value.partition("?")[0]
        if name.lower() in _SHOWN_IN_A_VIEWER and "/" in inner and DOCUMENT.search(inner):
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
