"""Texts that have lost their headings: a short line that no stop ends, over a paragraph, is one."""

import re
from dataclasses import replace

from scoring.document import Block, BlockKind, Document

_HEADS = (BlockKind.TITLE, BlockKind.HEADING)
_ENDED = re.compile(r"[.;:!,…][\"»)]*$")
_SAID = re.compile(r"[.!?…][\"»)]*$")
_FIGURE = re.compile(r"\d[\d ,.]*(?:%|₽|тыс|млн|млрд|руб)|\d{3}")
_WORDS = re.compile(r"[^\W\d_]{3,}")
_MOST_WORDS = 7
_FEWEST_WORDS = 3
_FEWEST = 3
_LEVEL = 2


def with_heads(document: Document) -> Document:
    """The Document with such lines as headings, itself where it has headings or too few of them."""
    blocks = document.blocks
    if any(block.kind in _HEADS or block.ocr for block in blocks):
        return document
    tables = {table.after for table in document.tables}
    found = {n for n in range(len(blocks)) if _heads(blocks, n, table=n + 1 in tables)}
    if len(found) < _FEWEST:
        return document
    return replace(
        document,
        blocks=tuple(
            replace(block, kind=BlockKind.HEADING, level=_LEVEL) if n in found else block
            for n, block in enumerate(blocks)
        ),
    )


def _heads(blocks: tuple[Block, ...], number: int, *, table: bool) -> bool:
    text = blocks[number].text.strip()
    line = blocks[number].kind is BlockKind.PARAGRAPH and len(text.split()) <= _MOST_WORDS
    if not line or not text[:1].isupper() or _ENDED.search(text) or _FIGURE.search(text):
        return False
    if table:
        return True
    under = blocks[number + 1].text.rstrip() if number + 1 < len(blocks) else ""
    # "28,5 млрд руб." is a figure beside its label, and no paragraph.
    said = len(_WORDS.findall(under)) >= _FEWEST_WORDS
    return said and (len(under.split()) > _MOST_WORDS or _SAID.search(under) is not None)
