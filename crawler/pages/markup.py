"""An HTML page parsed once for every family that reads it."""

from collections.abc import Callable, Iterator
from functools import cached_property

from selectolax.lexbor import LexborHTMLParser, LexborNode

from crawler.pages.flat import is_bottomless
from crawler.pages.link import Link, LinkKind
from crawler.pages.start import Start
from crawler.pages.surroundings import Surroundings, words

# What a browser would also stop at; a page this long is a trap or a data dump.
MAX_HTML = 16_000_000
MAX_LINKS = 20_000

Ways = Callable[[str, LexborNode], Iterator[tuple[str, LinkKind]]]

_HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
_MINOR = frozenset({"caption", "legend", "summary", "dt"})
_ABOVE = ",".join((*_HEADINGS, *sorted(_MINOR)))
_WHOLE_PAGES = (LinkKind.FRAME, LinkKind.REFRESH)


class Markup:
    """A page's text and, unless it is nested beyond reason, its tree."""

    def __init__(self, url: str, html: str, encoding: str = "utf-8") -> None:
        self.url, self.html, self.encoding = url, html[:MAX_HTML], encoding

    @cached_property
    def tree(self) -> LexborHTMLParser | None:
        """The parsed page; None for one that would hold any parser up."""
        return None if is_bottomless(self.html) else LexborHTMLParser(self.html)

    @cached_property
    def lower(self) -> str:
        """The text in lower case: marks are found in it many times faster than in any case."""
        return self.html.lower()

    @cached_property
    def start(self) -> Start:
        """A page may say that its links start elsewhere; an impossible base is ignored."""
        start = Start(self.url, self.encoding)
        base = self.tree.css_first("base[href]") if self.tree else None
        elsewhere = start.absolute(base.attributes.get("href") or "") if base else ""
        return Start(elsewhere, self.encoding) if elsewhere else start

    def select(self, selector: str) -> list[LexborNode]:
        """The elements a selector finds, in the page's order; none when there is no tree."""
        return self.tree.css(selector) if self.tree else []

    def links(self, selector: str, ways: Ways) -> Iterator[Link]:
        """Yield a link for each of the ``ways`` on from the selected elements, MAX_LINKS at most.

        ``ways`` gives what an element leads to, as spelled, and how.
        """
        around, last, count = Surroundings(), 0, 0
        for node in self.select(f"{selector},{_ABOVE}"):
            if node.mem_id == last:  # it is matched once for each selector it fits
                continue
            last = node.mem_id
            tag = node.tag or ""
            if level := _HEADINGS.get(tag) or (7 if tag in _MINOR else 0):
                around.heading(level, node)
                continue
            for href, kind in ways(tag, node):
                if count < MAX_LINKS and (found := self.start.absolute(href)):
                    count += 1
                    yield _link(found, kind, node, around)


def _link(url: str, kind: LinkKind, node: LexborNode, around: Surroundings) -> Link:
    text = words(node)
    if around.is_menu(node):
        return Link(url, text, kind=kind, menu=True)
    context = "" if kind in _WHOLE_PAGES else around.context(node)
    return Link(url, text, context, around.above, kind)
