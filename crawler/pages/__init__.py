"""Pure page families: (address, bytes or text) -> Links. PAGES is the table, asked in order."""

from collections.abc import Callable
from dataclasses import dataclass

from crawler.model import PageFamily
from crawler.pages import listing, sitemap
from crawler.pages.link import Link, LinkKind

__all__ = ["PAGES", "Family", "Link", "LinkKind", "Page", "family_of", "links"]

_HTML_START = (
    b"<!doctype html",
    b"<html",
    b"<head",
    b"<body",
    b"<!--",
    b"<meta",
    b"<title",
    b"<div",
)


@dataclass(frozen=True, slots=True)
class Page:
    """What was fetched: the address it came from, its bytes, and its text as a browser reads it."""

    url: str
    body: bytes
    text: str
    media_type: str
    encoding: str = "utf-8"


@dataclass(frozen=True, slots=True)
class Family:
    """A family of pages: ``fits`` looks at the beginning, ``links`` reads the whole."""

    name: PageFamily
    fits: Callable[[Page], bool]
    links: Callable[[Page], tuple[Link, ...]]


def _is_html(page: Page) -> bool:
    """Servers call files HTML and HTML files: the bytes decide, the header only breaks a tie."""
    start = page.body[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith(_HTML_START):
        return True
    return "html" in page.media_type and start[:4] not in (
        b"%pdf",
        b"pk\x03\x04",
        b"\xd0\xcf\x11\xe0",
    )


PAGES: tuple[Family, ...] = (
    Family(
        PageFamily.SITEMAP,
        lambda p: sitemap.is_sitemap(p.body),
        lambda p: sitemap.links(p.url, p.body),
    ),
    Family(PageFamily.LISTING, _is_html, lambda p: listing.links(p.url, p.text, p.encoding)),
)


def family_of(page: Page) -> Family | None:
    """The first family the page fits, None for a document."""
    return next((family for family in PAGES if family.fits(page)), None)


def links(page: Page) -> tuple[Link, ...]:
    """Every way on from a page; none from a document."""
    family = family_of(page)
    return family.links(page) if family else ()
