"""The running prose of a document: what a citizen reads as text, and nothing else."""

import re

from scoring.language.ru.sentences import Passage, is_running, split
from scoring.language.ru.signs import any_in
from scoring.locator import inside
from scoring.model import BlockKind, Document
from scoring.remembered import of_document

_TEXT = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM})
_LONGEST = 20_000
_CAPTIONS = 2
"""Lines over a table that its reader takes into its caption (``scoring.extract.caption``)."""
_CLOSED = re.compile(r"[.!?…;:][\"'»”)\]]*$")
_LEADERS = ("....", ". . . . ", "____")


@of_document
def prose(document: Document) -> tuple[Passage, ...]:
    """Paragraphs and items that hold at least one sentence, in the order of reading."""
    return tuple(passage for passage in told(document) if any(map(is_running, split(passage.text))))


@of_document
def told(document: Document) -> tuple[Passage, ...]:
    """Paragraphs and items, with a sentence or without, in the order of reading.

    Tables, headings, captions and lines that became one, menus, headers, footers and contents
    pages are left out; a sentence that runs over the end of a page is put together again and
    stands where it began.
    """
    joined: list[Passage] = []
    over = _captions(document)
    for number, block in enumerate(document.blocks):
        if block.kind not in _TEXT or len(block.text) > _LONGEST or _leads(block.text):
            continue
        if number in over:
            continue
        if joined and _runs_on(joined[-1], block.text, block.locator):
            last = joined.pop()
            joined.append(Passage(_together(last.text, block.text), last.locator))
        else:
            joined.append(Passage(block.text, block.locator))
    return tuple(joined)


def _leads(text: str) -> bool:
    return any_in(text, _LEADERS)


def _captions(document: Document) -> frozenset[int]:
    """The blocks right over a table that its caption repeats: its name, its unit."""
    return frozenset(
        number
        for table in document.tables
        for number in range(max(0, table.after - _CAPTIONS), table.after)
        if table.caption and document.blocks[number].text in table.caption
    )


def _runs_on(last: Passage, text: str, locator: str) -> bool:
    """Only over the end of a page: on one page the blocks know their bounds."""
    turned = last.locator != locator and inside(locator)[1].startswith("page=")
    return turned and not _CLOSED.search(last.text) and text[:1].islower()


def _together(before: str, after: str) -> str:
    return before[:-1] + after if re.search(r"[^\W\d_]-$", before) else f"{before} {after}"
