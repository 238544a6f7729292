"""Where a page leads: to documents, to editions?"""

import re
from urllib.parse import urlsplit

from scoring.editions.clues import Clues
from scoring.editions.heard import bare
from scoring.editions.naming import naming
from scoring.editions.years import fiscal
from scoring.language.ru.folded import folded
from scoring.model import BlockKind, PageLink
from scoring.totals.money import sums

_DOCUMENT_HREF = re.compile(
    r"\.(?:pdf|docx?|pptx?|xlsx?|odt|ods|odp|rtf|zip|rar|7z|jpe?g|csv)(?:$|\?)"
)
MOST_LINKS = 400
_FIGURES = 2
_FEW_WORDS = 80


def names_file(url: str) -> bool:
    """An address that ends as a document's does, whatever is behind it."""
    return bool(_DOCUMENT_HREF.search(folded(urlsplit(url).path)))


def lists(clues: Clues) -> bool:
    """Is it a page that leads to editions and tells no figures but those it names them by?"""
    links = clues.links[:MOST_LINKS]
    leading = [link for link in links if _leads(link)] or _run_of_editions(clues)
    if not leading:
        return False
    if clues.money < _FIGURES:
        return True
    rows = {folded(link.context or link.text).strip() for link in leading}
    lines = (block.text for block in clues.main if folded(block.text).strip() not in rows)
    return not clues.document.tables and len(list(sums("\n".join(lines)))) < _FIGURES


def _run_of_editions(clues: Clues) -> list[PageLink]:
    """Links to editions of several years amid the few words of a page: they look like a menu's.

    A side menu stands before the main heading or after the last words.
    """
    if clues.prose_words > _FEW_WORDS:
        return []
    blocks = clues.document.blocks
    mine = {id(block) for block in clues.main}
    told = [n for n, block in enumerate(blocks) if id(block) in mine]
    own = [n for n in told if blocks[n].kind in (BlockKind.TITLE, BlockKind.HEADING)][:2]
    amid = {b.locator for b in blocks[own[-1] : told[-1]]} if own else set()
    here = (link for link in clues.document.links[:MOST_LINKS] if link.locator in amid)
    run = [link for link in here if calls_one(link.text) or bare(link.text)]
    return run if len({year.year for k in run if (year := fiscal(k.text))}) > 1 else []


def _leads(link: PageLink) -> bool:
    named = calls_one(f"{link.text} {link.context}")
    return named or _DOCUMENT_HREF.search(folded(link.href)) is not None


def leads_to_files(clues: Clues) -> bool:
    """Does a page lead to any document?"""
    links = clues.links[:MOST_LINKS]
    return any(_DOCUMENT_HREF.search(folded(link.href)) for link in links)


def first_link(clues: Clues) -> str:
    """The words of the first link to an edition or a document, "" when there is none."""
    for link in clues.links[:MOST_LINKS]:
        if _leads(link):
            return link.text or link.context
    return ""


def calls_one(text: str) -> bool:
    """Does a text name an edition?"""
    return naming(text) is not None
