"""Lines that a text sets as headings for their size alone: a sum, a count, a day with its hour."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from scoring.document import Block, BlockKind, Document
from scoring.language.ru.headline import counts
from scoring.locator import leaf

_SUM = re.compile(
    r"\W*(?:(?:около|почти|более|свыше|примерно|всего)\s)?[-–−]?\d[\d \u00a0]*+(?:[.,]\d++)?\s*+"
    r"(?:%|процент\w*|(?:(?:тыс|млн|млрд|трлн|тысяч\w*|миллион\w*|миллиард\w*)\.?\s*)?"
    r"(?:руб(?:\.|л\w*)|₽)|(?:тыс|млн|млрд|трлн|миллион\w*|миллиард\w*)\.?)"
    r"(?:\s+в (?:год|месяц|день))?\W*",
    re.IGNORECASE,
)
_COUNT = re.compile(r"\W*\d{1,3}(?:[ \u00a0]?\d{3})*(?:,\d+)?\s+[а-яё]{2,}")
_HOUR = re.compile(r"\b(?:[01]?\d|2[0-3])[:.][0-5]\d\b")
_FEWEST_TELLING = 2


def without_large(document: Document) -> Document:
    """The Document with such headings as paragraphs; itself where it has none.

    A sum right under a heading as low as itself is what that heading is of, unless the sums
    stand over their names. A heading with nothing under it that tells a figure is a line.
    """
    blocks = document.blocks
    if not any(block.kind is BlockKind.HEADING and _tells(block.text) for block in blocks):
        return document
    tables = {table.after for table in document.tables}
    lines = {n for n in range(len(blocks)) if _is_empty(blocks, n, tables)}
    lines |= {n for run in _runs(blocks) for n in _named(blocks, run)}
    lines = {n for n in lines if _tells(blocks[n].text)}
    return replace(
        document,
        blocks=tuple(
            replace(block, kind=BlockKind.PARAGRAPH, level=0) if n in lines else block
            for n, block in enumerate(blocks)
        ),
    )


def _tells(text: str) -> bool:
    return bool(counts(text) or _COUNT.match(text) or _HOUR.search(text))


def _is_empty(blocks: Sequence[Block], n: int, tables: set[int]) -> bool:
    """Does another heading as high follow it, or the end of its page?"""
    block = blocks[n]
    if block.kind is not BlockKind.HEADING or n + 1 in tables:
        return False
    after = blocks[n + 1] if n + 1 < len(blocks) else None
    if after is None or leaf(after.locator) != leaf(block.locator):
        return True
    return after.kind is BlockKind.HEADING and after.level <= block.level


def _runs(blocks: Sequence[Block]) -> list[list[int]]:
    """Headings right behind one another on a page, by their numbers."""
    keys = groupby(
        range(len(blocks)),
        key=lambda n: (blocks[n].kind is BlockKind.HEADING, leaf(blocks[n].locator)),
    )
    return [list(run) for (heads, _), run in keys if heads]


def _named(blocks: Sequence[Block], run: Sequence[int]) -> list[int]:
    """The sums of a run that stand under their names."""
    sums = [n for n in run if _SUM.fullmatch(blocks[n].text)]
    names = {n for n in run if not _tells(blocks[n].text)}
    under = [n for n in sums if n - 1 in names and blocks[n - 1].level >= blocks[n].level]
    return [] if _sums_first(blocks, sums, names) else under


def _sums_first(blocks: Sequence[Block], sums: Sequence[int], names: set[int]) -> bool:
    """Do sums stand over their names: the first of all, or under a title that is set higher?"""
    if not sums:
        return False
    first = sums[0]
    behind = {blocks[n + 1].level for n in sums if n + 1 in names}
    if first - 1 not in names:
        return bool(behind)
    twice = first - 2 in names
    complete = sum(n + 1 in names for n in sums) == len(sums) >= _FEWEST_TELLING
    higher = len(behind) == 1 and blocks[first - 1].level < min(behind)
    return complete and higher and not twice
