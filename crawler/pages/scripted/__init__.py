"""Scripted pages: what a page's script asks for, what was left for it in the page, JSON answers."""

import re
from collections.abc import Iterator
from itertools import islice
from urllib.parse import urljoin, urlsplit

from crawler.pages.link import Link, LinkKind
from crawler.pages.markup import Markup
from crawler.pages.page import Page
from crawler.pages.scripted import items, state
from crawler.pages.scripted.expressions import MAX_SCRIPT
from crawler.pages.scripted.mentions import Mention, mentions, settings
from crawler.pages.scripted.paging import following
from crawler.pages.shell import is_shell
from crawler.pages.start import Start

MAX_LINKS = 10_000
MAX_SCRIPT_FILES = 8

# In lower case. Data in an attribute begins like the second, which is found at once.
_DATA = re.compile(r"\sdata-api|\s[:\w.-]+=[\"']\s*(?:[\[{]|&quot;)")
_BEGUN = re.compile(r"=[\"']\s*(?:[\[{]|&quot;)")
_API = (
    "data-api",
    "data-api-url",
    "data-endpoint",
    "data-source",
    "data-ajax-url",
    "data-json",
    "data-fetch",
    "data-remote",
)
# Libraries, counters and widgets hold no address of the site's own.
_LIBRARY = re.compile(
    r"jquery|polyfill|vendor|runtime|bootstrap|swiper|slick|fancybox|metri[ck]a|analytic|gtag|recaptcha|captcha|counter"
    r"|widget|sentry|modernizr|fontawesome|maps?\.|leaflet|d3\.|lodash|cdn-cgi|socket\.io|sputnik|pixel",
    re.IGNORECASE,
)


def fits(page: Page) -> bool:
    """True for a JSON answer, a script's file, and a page with scripts or data in it."""
    return page.is_json or page.is_script or (page.is_html and _has_script(page.lower))


def _has_script(text: str) -> bool:
    if "<script" in text:
        return True
    return ("data-api" in text or bool(_BEGUN.search(text))) and bool(_DATA.search(text))


def links(page: Page) -> tuple[Link, ...]:
    """Return what a scripted page or its answers lead to, MAX_LINKS at most."""
    found = _of_json(page) if page.is_json else _of_file(page) if page.is_script else _of_html(page)
    return tuple(dict.fromkeys(islice(found, MAX_LINKS)))


def _of_json(page: Page) -> Iterator[Link]:
    start = Start(page.url)
    yield from items.links(start, page.data)
    if further := following(page.url, page.data):
        yield Link(further, "далее", kind=LinkKind.ENDPOINT)


def _of_file(page: Page) -> Iterator[Link]:
    """A script's relative addresses start at the site's root, other scripts' beside it."""
    script = page.text[:MAX_SCRIPT]
    yield from _mentioned(Start(f"{Start(page.url).root}/"), page.url, script)
    for data in state.given(script):
        yield from items.links(Start(page.url), data)


def _of_html(page: Page) -> Iterator[Link]:
    markup, shell = page.markup, is_shell(page)
    yield from _named(markup)
    for data in state.states(markup.html):
        yield from items.links(markup.start, data)
    for script in state.scripts(markup.html):
        for link in _mentioned(markup.start, markup.start.base, script):
            if link.kind is not LinkKind.SCRIPT_FILE or shell:
                yield link
    if shell:
        yield from _script_files(page)


def _named(markup: Markup) -> Iterator[Link]:
    """Addresses that a place on the page gives to the script that fills it."""
    for node in markup.select(",".join(f"[{name}]" for name in _API)):
        for name in _API:
            value = node.attributes.get(name) or ""
            if "/" in value and value[:1] not in ("{", "["):
                yield from _linked(markup.start, Mention(value, LinkKind.ENDPOINT))


def _mentioned(start: Start, beside: str, script: str) -> Iterator[Link]:
    for mention in mentions(script):
        if mention.kind is LinkKind.SCRIPT_FILE:
            if not _LIBRARY.search(mention.address):
                yield from _linked(Start(beside), mention)
        elif mention.kind is LinkKind.TEMPLATE and mention.address.startswith("{"):
            yield Link(mention.address, mention.text, kind=LinkKind.TEMPLATE)
        else:
            yield from _linked(start, mention)
    for name, value in settings(script):
        if url := start.absolute(value):
            yield Link(url, kind=LinkKind.SETTING, keys=((name, value),))


def _linked(start: Start, mention: Mention) -> Iterator[Link]:
    if url := start.absolute(mention.address):
        yield Link(url, mention.text, kind=mention.kind)


def _script_files(page: Page) -> Iterator[Link]:
    """The scripts of an empty page that may hold the address of what it shows."""
    markup, count = page.markup, 0
    host = (urlsplit(page.url).hostname or "") if page.url.isascii() else ""
    for node in markup.select("script[src],link[rel=modulepreload]"):
        source = node.attributes.get("src") or node.attributes.get("href") or ""
        url = markup.start.absolute(source)
        if not url or _LIBRARY.search(source) or not _is_beside(url, host):
            continue
        count += 1
        if count > MAX_SCRIPT_FILES:
            return
        yield Link(url, kind=LinkKind.SCRIPT_FILE)


def _is_beside(url: str, host: str) -> bool:
    """True for a script of the site's own owner: its host, or one that ends like it."""
    try:
        other = urlsplit(urljoin(url, "")).hostname or ""
    except ValueError:
        return False
    ending = ".".join(host.split(".")[-2:])
    return other in (host, ending) or (bool(ending) and other.endswith(f".{ending}"))
