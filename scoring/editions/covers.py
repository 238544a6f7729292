"""The title page of a file, and what stands in for one on a page of a site."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from scoring.language.ru.folded import folded
from scoring.locator import leaf
from scoring.model import Block, BlockKind

COVER_LETTERS = 600
_HEADS = (BlockKind.TITLE, BlockKind.HEADING)
_MAIN_HEADS = 2
"""The page's title and its main heading, which mostly say the same."""
_ENOUGH = 40
"""Letters a title page has at least; fewer are a stamp or a number over it."""
_TITLE_LINE = 200
_BOLD_LINE = 6
"""The level of a heading that is one by its bold letters only."""
_SUBTITLES = 4
_SENTENCE = re.compile(r"[.!?:;…]\W*$")
_IMPRINT = re.compile(r"^\W*(?:подготовлен|составлен|разработан|издан|выпущен)[аоы]?\b")
"""Who made it, which a title page says in a sentence."""


def title_page(main: Sequence[Block]) -> Iterator[Block]:
    """The first page, slide or sheet; of a text without pages what stands before its prose."""
    letters = 0
    first = leaf(main[0].locator) if main else ""
    for block in main:
        turned = leaf(block.locator) != first if first else _begins_text(block)
        if turned and letters >= _ENOUGH:
            return
        yield replace(block, text=block.text[: 5 * COVER_LETTERS])
        letters += len(block.text)
        if letters > COVER_LETTERS:
            return


def main_heads(main: Sequence[Block]) -> Iterator[Block]:
    """The headings that name a page of a site."""
    heads = [block for block in main if block.kind in _HEADS]
    yield from (block for block in heads[:_MAIN_HEADS] if block.level <= _MAIN_HEADS)


def subtitles(main: Sequence[Block]) -> Iterator[Block]:
    """What a booklet made a page of a site keeps of its title page: the lines under its heading.

    "К проекту закона о бюджете на 2027 год" or a heading right under the main one; no sentences.
    """
    heads = [n for n, block in enumerate(main) if block.kind in _HEADS]
    # The page's title is of level 0 and stands outside of it.
    start = next((n for n in heads if main[n].level), -1) + 1
    below = [block for block in main[start:] if block.kind is not BlockKind.CAPTION]
    for n, block in enumerate(below[:_SUBTITLES]):
        right_under = n == 0 and block.kind in _HEADS
        if not (right_under or _titular(block)):
            return
        yield block


def _titular(block: Block) -> bool:
    plain = folded(block.text)
    if block.kind is not BlockKind.PARAGRAPH or len(plain) > _TITLE_LINE:
        return False
    return not _SENTENCE.search(plain) or _IMPRINT.search(plain) is not None


def _begins_text(block: Block) -> bool:
    """A styled heading, running text or a list, which no title page has after its title."""
    if block.kind is BlockKind.HEADING:
        return 0 < block.level < _BOLD_LINE
    listed = block.kind is BlockKind.LIST_ITEM
    return listed or (block.kind is BlockKind.PARAGRAPH and len(block.text) > _TITLE_LINE)
