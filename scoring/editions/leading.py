"""Where a page leads: to documents, to editions?"""

import re
from urllib.parse import urlsplit

from scoring.editions.clues import Clues
from scoring.editions.naming import naming
from scoring.language.ru.folded import folded

_DOCUMENT_HREF = re.compile(
    r"\.(?:pdf|docx?|pptx?|xlsx?|odt|ods|odp|rtf|zip|rar|7z|jpe?g|csv)(?:$|\?)"
)
MOST_LINKS = 400


def names_file(url: str) -> bool:
    """An address that ends as a document's does, whatever is behind it."""
    return bool(_DOCUMENT_HREF.search(folded(urlsplit(url).path)))


def lists(clues: Clues) -> bool:
    """Is it a page that leads to editions and tells no figures itself?"""
    links = clues.links[:MOST_LINKS]
    hrefs = [link for link in links if _DOCUMENT_HREF.search(folded(link.href))]
    to_editions = [link for link in links if calls_one(f"{link.text} {link.context}")]
    return clues.money < 2 and bool(hrefs or to_editions)


def leads_to_files(clues: Clues) -> bool:
    """Does a page lead to any document?"""
    links = clues.links[:MOST_LINKS]
    return any(_DOCUMENT_HREF.search(folded(link.href)) for link in links)


def first_link(clues: Clues) -> str:
    """The words of the first link to an edition or a document, "" when there is none."""
    for link in clues.links[:MOST_LINKS]:
        if calls_one(f"{link.text} {link.context}") or _DOCUMENT_HREF.search(folded(link.href)):
            return link.text or link.context
    return ""


def calls_one(text: str) -> bool:
    """Does a text name an edition?"""
    return naming(text) is not None
