"""1C-Bitrix: its redirect and download wrappers, its lists in parts, its buttons for more."""

import re
from collections.abc import Iterator
from html import unescape
from urllib.parse import parse_qsl, urljoin, urlsplit, urlunsplit

from crawler.pages.document import is_document
from crawler.pages.link import Link, LinkKind
from crawler.pages.page import Page

MAX_LINKS = 2_000

_MARKS = re.compile(
    r"/bitrix/(?:templates|cache|js|components|redirect|rk|images|panel|tools)|/upload/(?:iblock|medialibrary)/"
    r"|/local/templates/|[?&](?:amp;)?(?:PAGEN|SHOWALL|SIZEN)_\d|bxajaxid|\bBX\.|id=[\"']?bx_\w"
    r"|[?&](?:amp;)?(?:ELEMENT|SECTION)_ID=",
)
# One of these is in every mark, and is found many times faster.
_TRACES = (
    *("/bitrix/", "/upload/", "/local/templates/", "PAGEN_", "SHOWALL_", "SIZEN_", "bxajaxid"),
    *("BX.", "bx_", "ELEMENT_ID=", "SECTION_ID="),
)
_WRAPPER = re.compile(
    r"/bitrix/(?:redirect|rk|click|tools/[\w/]*)\.php$|/bitrix/redirect", re.IGNORECASE
)
_DOWNLOAD = re.compile(r"(?:download|get_?file|file|show_file|load)\w*\.php$", re.IGNORECASE)
_INNER = ("goto", "url", "link", "site")
_FILES = ("file", "path", "src", "f", "filename", "url", "name")
_PART = re.compile(
    r"""["'=(\s]((?:https?://[\w.:-]{1,100})?[^\s"'<>()=?]{0,300}\?[^\s"'<>]{0,400}?\b(?:PAGEN|SHOWALL)_\d{1,3}=\d[^\s"'<>)]{0,300})"""
)
_UPLOAD = re.compile(r"""["'(=](/upload/[^"'<>()]{3,400}?)["')]""")
_AJAX = (
    "data-ajax",
    "data-ajax-url",
    "data-next",
    "data-next-url",
    "data-more",
    "data-more-url",
    "data-load",
    "data-load-url",
    "data-pagination-url",
    "data-page-url",
)
# The news list of newer templates says which part comes next and leaves the address to its script.
_PARAMS = re.compile(
    r"""navParams["']?\s*:\s*\{([^{}]{1,600})\}|(NavNum["']?\s*[:=][^;{}]{1,400})"""
)
_FIGURE = re.compile(r"""["']?(NavPageCount|NavPageNomer|NavNum)["']?\s*[:=]\s*["']?(\d{1,6})""")
_SHOWALL = re.compile(r"[?&]SHOWALL_\d+=1\b")


def fits(page: Page) -> bool:
    """True for a page with Bitrix's marks on it."""
    traced = page.is_html and any(trace in page.text for trace in _TRACES)
    return traced and bool(_MARKS.search(page.text))


def links(page: Page) -> tuple[Link, ...]:
    """Return what Bitrix hides of a page's ways on; what any page shows is not repeated."""
    known = {link.url for link in page.listed if not link.menu}
    found = dict.fromkeys((*_unwrapped(page), *_parts(page), *_more(page), *_uploads(page, known)))
    return tuple(found)[:MAX_LINKS]


def _unwrapped(page: Page) -> Iterator[Link]:
    """The address inside ``/bitrix/redirect.php?goto=`` and the file of ``download.php?file=``."""
    for link in page.listed:
        if "?" not in link.url or ".php" not in link.url:
            continue
        if inner := _inner(link.url):
            yield Link(inner, link.text, link.context, link.heading, link.kind, link.menu)


def _inner(url: str) -> str:
    try:
        parts = urlsplit(url)
        query = dict(parse_qsl(parts.query))
        if _WRAPPER.search(parts.path):
            value = next((query[n] for n in _INNER if n in query), "")
        elif _DOWNLOAD.search(parts.path):
            value = next((query[n] for n in _FILES if n in query and "/" in query[n]), "")
            value = value if is_document(value) or value.startswith("/upload/") else ""
        else:
            return ""
        inner = urljoin(url, value) if value else ""
        return inner if inner != url and inner.startswith(("http://", "https://")) else ""
    except ValueError:
        return ""


def _parts(page: Page) -> Iterator[Link]:
    """Further parts of the list, wherever they are spelled; all at once when the site offers it.

    Its navigation bar is named like a menu, but the parts of a page's own list are no menu.
    """
    text = page.text.replace("\\/", "/")
    for match in _PART.finditer(text):
        if url := page.markup.start.absolute(unescape(match[1])):
            said = "Показать все" if _SHOWALL.search(url) else "далее"
            yield Link(url, said, kind=LinkKind.SCRIPT)


def _more(page: Page) -> Iterator[Link]:
    """What a button for more asks for."""
    for node in page.markup.select(",".join(f"[{name}]" for name in _AJAX)):
        for name in _AJAX:
            value = node.attributes.get(name) or ""
            if value.startswith(("/", "?", "http")) and (url := page.markup.start.absolute(value)):
                yield Link(url, "далее", kind=LinkKind.SCRIPT)
    for match in _PARAMS.finditer(page.text):
        figures = {name: int(value) for name, value in _FIGURE.findall(match[1] or match[2])}
        if further := _further(page.url, figures):
            yield Link(further, "далее", kind=LinkKind.SCRIPT)


def _further(url: str, figures: dict[str, int]) -> str:
    """The address of the next part by the figures of Bitrix's own navigation."""
    if len(figures) < 3 or figures["NavPageNomer"] >= figures["NavPageCount"]:
        return ""
    name, number = f"PAGEN_{figures['NavNum']}", figures["NavPageNomer"] + 1
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    kept = [p for p in parts.query.split("&") if p and not p.startswith(f"{name}=")]
    return urlunsplit(parts._replace(query="&".join((*kept, f"{name}={number}")), fragment=""))


def _uploads(page: Page, known: set[str]) -> Iterator[Link]:
    """Files of the site's store that stand in attributes and scripts only."""
    for match in _UPLOAD.finditer(page.text.replace("\\/", "/")):
        value = unescape(match[1])
        if is_document(value) and (url := page.markup.start.absolute(value)) and url not in known:
            yield Link(url, kind=LinkKind.SCRIPT)
