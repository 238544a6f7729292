"""Pure page families: (address, bytes or text) -> Links. PAGES is the table, asked in order."""

from collections.abc import Callable
from dataclasses import dataclass

from crawler.model import PageFamily
from crawler.pages import bitrix, gosweb, openbudget, scripted, sitemap
from crawler.pages.link import Link, LinkKind
from crawler.pages.page import Page, wants_text
from crawler.pages.shell import is_shell

__all__ = [
    "MAX_LINKS",
    "PAGES",
    "Family",
    "Link",
    "LinkKind",
    "Page",
    "families_of",
    "family_of",
    "is_shell",
    "links",
    "wants_text",
]

MAX_LINKS = 50_000


@dataclass(frozen=True, slots=True)
class Family:
    """A family of pages: ``fits`` looks at a page, ``links`` gives this family's own ways on.

    A page may be of several families: a Bitrix site's open budget with a script in it. What any
    HTML page shows is read by LISTING, which fits them all; the others add to it.
    """

    name: PageFamily
    fits: Callable[[Page], bool]
    links: Callable[[Page], tuple[Link, ...]]


PAGES: tuple[Family, ...] = (
    Family(
        PageFamily.SITEMAP,
        lambda p: not p.says_html and sitemap.is_sitemap(p.body),
        lambda p: sitemap.links(p.url, p.body),
    ),
    Family(PageFamily.BITRIX, bitrix.fits, bitrix.links),
    Family(PageFamily.OPENBUDGET, openbudget.fits, openbudget.links),
    Family(PageFamily.GOSWEB, gosweb.fits, gosweb.links),
    Family(PageFamily.JSON, scripted.fits, scripted.links),
    Family(PageFamily.LISTING, lambda p: p.is_html, lambda p: p.listed),
)


def families_of(page: Page) -> tuple[Family, ...]:
    """Every family a page fits, in the table's order; none for a document, one for a sitemap."""
    found = tuple(family for family in PAGES if family.fits(page))
    return found[:1] if found and found[0].name is PageFamily.SITEMAP else found


def family_of(page: Page) -> Family | None:
    """The first family the page fits, None for a document."""
    return next(iter(families_of(page)), None)


def links(page: Page) -> tuple[Link, ...]:
    """Every way on from a page, what any page shows first; none from a document."""
    found = [link for family in reversed(families_of(page)) for link in family.links(page)]
    return tuple(dict.fromkeys(found))[:MAX_LINKS]
