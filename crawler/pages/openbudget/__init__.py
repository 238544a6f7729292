"""Open-budget portals: one edition spread over chapters, slides, and tabs of years and stages."""

import re

from crawler.pages.link import Link
from crawler.pages.openbudget import chapters, choices, slides
from crawler.pages.page import Page

MAX_LINKS = 2_000

_EDITION = re.compile(
    r"бюджет\w*[^.<>]{0,60}для\s+граждан|открыт\w+\s+бюджет|(?:народн|понятн)\w+\s+бюджет"
    r"|бюджет\w*[^.<>]{0,30}(?:понятно|просто|доступн)"
    r"|open[-_ ]?budget|citizen\w*[-_ ]?budget|budget[-_ ]for[-_ ]citizens"
    r"|b(?:yu|u|ju|iu)d\w{2,6}[-_]dl(?:ya|ja|ia|a)[-_]gra\w*dan",
    re.IGNORECASE,
)


def fits(page: Page) -> bool:
    """True for a page that says, in its address, title or first headings, it is an edition."""
    return page.is_html and bool(_EDITION.search(page.url) or _EDITION.search(_name(page)))


def links(page: Page) -> tuple[Link, ...]:
    """Return an edition's chapters, its years and stages to choose from, its slides."""
    found = (*chapters.links(page), *choices.links(page), *slides.links(page))
    return tuple(dict.fromkeys(found))[:MAX_LINKS]


def _name(page: Page) -> str:
    # The title may be the section's, "Бюджет 2026 года", and the edition named right under it.
    nodes = page.markup.select("title,h1,h2")[:4]
    return " ".join(node.text(deep=True, separator=" ")[:500] for node in nodes)
