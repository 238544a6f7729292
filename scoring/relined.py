"""Lines of a page put right: recognised ones that ran together, and one that a dash broke."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import accumulate, pairwise, zip_longest

from scoring.document import Block, BlockKind, Document
from scoring.large import without_large
from scoring.locator import leaf
from scoring.numbered import with_numbered
from scoring.unheaded import with_heads

# "27,6 млрд рублей Социальная политика 25,0 млрд рублей": behind a sum begins the next line.
_SUM_ENDS = re.compile(
    r"(?<=\d)\s*(?:(?:тыс|млн|млрд|тысяч\w*|миллион\w*|миллиард\w*)\.?\s*)?(?:руб(?:\.|л[а-я]+)|₽|%|"
    r"(?:тыс|млн|млрд)\b\.?)(?:\s+в (?:месяц|год))?\s+(?=[«А-ЯЁ])"
)
# "Дотации: 2 200 Субсидии: 4 700": each number belongs to the label before it.
_LABELLED = re.compile(r"(?<=[а-яё]: )(?:\d{1,3}(?: \d{3})+|\d+)(?:,\d+)?\s+(?=[А-ЯЁ][а-яё ]+: \d)")
# "264 км дорог 8 новых клубов": counts of things, one a line.
_COUNTED = re.compile(r"(?<=[а-яё]{3}) (?=\d{1,3}(?: \d{3})* [а-яё]{3})")
_COUNTS = re.compile(r"\d[\d ]* (?:км|[а-яё]{3,})(?: [а-яё]+)* \d[\d ]* [а-яё]{3,}(?:[ а-яё\d]*)$")
_BROKEN = re.compile(r"^\s*[—–-]\s*[\d«\"а-яё]")
_OF_SUM = re.compile(r"^\s*[—–-]\s*\d")
_UNENDED = re.compile(r"[^\W\d_»\"][»\"]?\s*$|»\s*$|\b20\d\d\s*$")
_LISTED = re.compile(r"\d\s*(?:млрд|млн|миллиард\w*|миллион\w*|тыс|%|руб|₽)[^;,]*[;,]|\d;")
_FULL = 60
"""Letters of a line that reaches the edge of its page, or nearly so."""


def relined(document: Document) -> Document:
    """The Document as a reader takes its lines in, itself where nothing is to be put right."""
    document = with_heads(with_numbered(without_large(document)))
    if not any(block.ocr or _is_broken(block) for block in document.blocks):
        return document
    pieces = [list(_parted(block)) for block in _joined(document.blocks)]
    ends = list(accumulate(map(len, pieces), initial=0))
    return replace(
        document,
        blocks=tuple(piece for several in pieces for piece in several),
        tables=tuple(replace(table, after=ends[table.after]) for table in document.tables),
    )


def _is_broken(block: Block) -> bool:
    return block.kind is BlockKind.LIST_ITEM and _BROKEN.match(block.text) is not None


def _joined(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """A list of sums in a paragraph, one line of which begins with a dash, is one paragraph.

    Where the line stood an empty block is left: tables count the blocks before them.
    """
    blank = 0
    held: Block | None = None
    for block, after in zip_longest(blocks, blocks[1:]):
        alone = after is None or not _is_broken(after)
        if held is not None and _is_broken(block) and _goes_on(held, block, alone=alone):
            held = replace(held, text=f"{held.text.rstrip()} {block.text.lstrip()}")
            blank += 1
            continue
        if held is not None:
            yield from (held, *[replace(held, text="")] * blank)
        held, blank = block, 0
    if held is not None:
        yield from (held, *[replace(held, text="")] * blank)


def _goes_on(held: Block, block: Block, *, alone: bool) -> bool:
    """Does a line with a dash go on with the paragraph before it? Items of a list have fellows."""
    near = leaf(held.locator) == leaf(block.locator) and held.kind is BlockKind.PARAGRAPH
    if near and alone and _OF_SUM.match(block.text) and held.text.rstrip().endswith(","):
        return True
    if not near or not _UNENDED.search(held.text):
        return False
    if _OF_SUM.match(block.text) and _LISTED.search(held.text):
        return True
    return alone and len(held.text) >= _FULL and re.search(r"[.!?;]\s", held.text) is not None


def _parted(block: Block) -> Iterator[Block]:
    cuts = [m.end() for p in (_SUM_ENDS, _LABELLED) for m in p.finditer(block.text)]
    if _COUNTS.match(block.text):
        cuts += [m.end() for m in _COUNTED.finditer(block.text)]
    if not block.ocr or not cuts:
        yield block
        return
    for start, end in pairwise([0, *sorted(set(cuts)), len(block.text)]):
        yield replace(block, text=block.text[start:end].strip())
