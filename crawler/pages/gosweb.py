"""Gosweb-like portals: cards, tabs and accordions around bare links, fragments loaded later."""

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborNode

from crawler.pages.card import Labels, said
from crawler.pages.document import is_document
from crawler.pages.link import Link, LinkKind
from crawler.pages.page import Page
from crawler.pages.surroundings import MAX_TEXT, Surroundings, words

MAX_LINKS = 5_000

# In lower case; each pattern begins with letters, which are found at once.
_MARKS = (
    *("gosweb", "gosuslugi.ru", "netcat", "/ofitsialno/", "/deyatelnost/", "/dlya-zhiteley/"),
    "hx-get=",
)
_BUILT = (
    re.compile(r"gw-(?<!\wgw-)[a-z]"),
    re.compile(r"role=[\"']?tab"),
    re.compile(
        r"class=[\"']?[^\"'<>]{0,200}(?:card|accordion|tab-pane|tabs?__|collapse|spoiler|document|file)"
    ),
    re.compile(r"data-(?:src|url|load|remote|content|fragment|href)="),
)
_SHORT = 60  # letters: "Скачать (PDF, 4,2 МБ)" says less than the card around it
_LAZY = (
    "data-url",
    "data-src",
    "data-load",
    "data-remote",
    "data-content-url",
    "data-fragment",
    "data-ajax",
    "data-ajax-url",
    "data-source",
    "hx-get",
    "data-include",
)
_SEEN_AT_ONCE = frozenset({"img", "video", "audio", "source", "a", "script", "input", "picture"})
_CRUMBS = "[class*=breadcrumb],[class*=Breadcrumb],[class*=crumbs],[itemtype*=BreadcrumbList]"


def fits(page: Page) -> bool:
    """True for a page built of cards, tabs or fragments."""
    text = page.lower
    return page.is_html and (
        any(mark in text for mark in _MARKS) or any(built.search(text) for built in _BUILT)
    )


def links(page: Page) -> tuple[Link, ...]:
    """Return bare links again with what their card and tab say, and what is loaded later."""
    return tuple(dict.fromkeys((*_cards(page), *_fragments(page))))[:MAX_LINKS]


def _cards(page: Page) -> Iterator[Link]:
    tree = page.markup.tree
    if tree is None:
        return
    labels, frame, place = Labels(tree), Surroundings(), _place(page)
    known = {(link.url, link.context, link.heading) for link in page.listed}
    for count, node in enumerate(tree.css("a[href],[data-href],[data-file]")):
        if count >= MAX_LINKS:
            return
        attributes = node.attributes
        href = attributes.get("href") or attributes.get("data-href") or attributes.get("data-file")
        url = page.markup.start.absolute(href or "")
        if not url or frame.is_menu(node):
            continue
        link = _told(url, node, labels, place)
        if (link.context or link.heading) and (url, link.context, link.heading) not in known:
            yield link


def _told(url: str, node: LexborNode, labels: Labels, place: str) -> Link:
    text, tab = words(node), labels.above(node)
    bare = len(text) <= _SHORT or is_document(url)
    heading = " / ".join(filter(None, (place if bare else "", tab)))[-MAX_TEXT:]
    return Link(url, text, said(node) if bare else "", heading if tab or is_document(url) else "")


def _place(page: Page) -> str:
    """What the page is, by the last of its breadcrumbs; they stand in the frame, but name it."""
    for node in page.markup.select(_CRUMBS)[:1]:
        steps = [one for one in node.css("li,a,span")[-6:] if one.text(deep=True).strip()]
        if steps:
            return " ".join(steps[-1].text(deep=True, separator=" ").split())[:MAX_TEXT]
    return ""


def _fragments(page: Page) -> Iterator[Link]:
    """Parts of this page that its script asks for when they are opened or come into sight."""

    def ways(tag: str, node: LexborNode) -> Iterator[tuple[str, LinkKind]]:
        for name in _LAZY:
            value = (node.attributes.get(name) or "").strip()
            known = value.startswith(("/", "http", "?", "./")) and "{" not in value
            if known and tag not in _SEEN_AT_ONCE:
                frame = tag in ("iframe", "embed")
                yield value, LinkKind.FRAME if frame else LinkKind.ENDPOINT

    yield from page.markup.links(",".join(f"[{name}]" for name in _LAZY), ways)
