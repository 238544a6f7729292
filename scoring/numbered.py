"""Titles of sections that only their numbers set apart: "5. Что построим", "VI. ДОЛГ"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from scoring.document import Block, BlockKind, Document
from scoring.language.ru.headline import is_headline

_NUMBER = re.compile(r"\s*(?:(?P<arabic>\d{1,2})|(?P<roman>[IVXХ]{1,5}))[.)]\s+(?=[«\"]?[^\W\d_])")
_ROMAN = {"I": 1, "V": 5, "X": 10, "Х": 10}
_FEWEST = 3
_DEFAULT = 1
_LINES = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)


@dataclass(frozen=True, slots=True)
class _Title:
    """A numbered line: which block it is, its number, Roman or not."""

    at: int
    number: int
    roman: bool


def with_numbered(document: Document) -> Document:
    """The Document with such lines as headings; itself where it has none.

    The numbers of one kind run on from the first, three or more, and under each stands what is
    no title: points of a list follow one another. Some may be set as headings already, as on
    the first lines of slides: then the others are as high as these.
    """
    tables = {table.after for table in document.tables}
    made: dict[int, Block] = {}
    for series in _series(document.blocks, tables):
        level = _level(document.blocks, series)
        for title in series:
            block = document.blocks[title.at]
            if block.kind in _LINES:
                made[title.at] = replace(block, kind=BlockKind.HEADING, level=level)
    if not made:
        return document
    told = (made.get(n, block) for n, block in enumerate(document.blocks))
    return replace(document, blocks=tuple(told))


def _series(blocks: Sequence[Block], tables: set[int]) -> Iterator[list[_Title]]:
    for roman in (False, True):
        run: list[_Title] = []
        for title in _titles(blocks, tables):
            if title.roman is not roman:
                continue
            if run and title.number == run[-1].number + 1:
                run.append(title)
                continue
            if len(run) >= _FEWEST:
                yield run
            run = [title] if title.number == 1 else []
        if len(run) >= _FEWEST:
            yield run


def _titles(blocks: Sequence[Block], tables: set[int]) -> Iterator[_Title]:
    for at, block in enumerate(blocks):
        found = _NUMBER.match(block.text)
        if found is None or not (block.kind in _LINES or block.kind is BlockKind.HEADING):
            continue
        if is_headline(block.text) and _heads(blocks, at, tables):
            roman = found["roman"]
            yield _Title(at, _value(roman) if roman else int(found["arabic"]), bool(roman))


def _heads(blocks: Sequence[Block], at: int, tables: set[int]) -> bool:
    """Does something stand under it that is no numbered line itself?"""
    if blocks[at].kind is BlockKind.HEADING or at + 1 in tables:
        return True
    return at + 1 < len(blocks) and not _NUMBER.match(blocks[at + 1].text)


def _level(blocks: Sequence[Block], series: Sequence[_Title]) -> int:
    """As high as its own headings are; else one below the heading they all stand under."""
    set_so = [blocks[t.at].level for t in series if blocks[t.at].kind is BlockKind.HEADING]
    if set_so:
        return max(set(set_so), key=set_so.count)
    over = (b for b in reversed(blocks[: series[0].at]) if b.kind is BlockKind.HEADING)
    return next((b.level for b in over), _DEFAULT - 1) + 1


def _value(roman: str) -> int:
    """The number of Roman letters; the Cyrillic Х is typed for X."""
    values = [_ROMAN[letter] for letter in roman]
    after = [*values[1:], 0]
    return sum(-v if v < n else v for v, n in zip(values, after, strict=True))
