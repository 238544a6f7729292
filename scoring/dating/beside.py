"""A day told by a line or the heading of the part of a page where a link to an edition stands."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from scoring.dating.telling import alone, bare, labelled
from scoring.editions import years
from scoring.editions.linked import Mention
from scoring.model import BlockKind, Dated, Evidence

_HEADS = (BlockKind.TITLE, BlockKind.HEADING)
_LINE = 160
"""Letters of a line that tells a day; a longer one tells a story."""
_OPENS, _CLOSES = re.compile(r"\(\s*$"), re.compile(r"\s*(?:г\.?|года?)?\s*\)\W*$")
_USUAL = 2
"""Headings of a page that end in a day: then such days are of what stands under them."""


@dataclass(frozen=True, slots=True)
class _Part:
    """Blocks [start:end] of a page, from one heading to the next, counted from 1."""

    start: int
    end: int


def beside(mention: Mention, until: date) -> Iterator[Dated]:
    """Days on lines under the same heading as the link, before it or after it.

    Whichever comes first under the heading, the links or the day, sets the order: "Опубликовано
    9 ноября" over a list speaks of the links down to the next day, under one of those up to the
    day before. A day over links of several fiscal years is the page's own and says nothing.
    """
    here = _ordinal(mention.link.locator)
    if not here:
        return
    part = _part(mention, here)
    yield from _headed(mention, part, until)
    linked = {_ordinal(link.locator) for link in mention.document.links}
    told = _told(mention, part, linked, until)
    if not told:
        return
    first = min((n for n in linked if part.start <= n < part.end), default=here)
    over = min(told) < first
    at = max((n for n in told if n < here), default=0) if over else 0
    at = at if over else min((n for n in told if n > here), default=0)
    if at and len(_years(mention, part, told, at, over=over)) <= 1:
        yield from told[at]


def _headed(mention: Mention, part: _Part, until: date) -> Iterator[Dated]:
    """The day a heading tells: "размещено 09.06.2026", or in brackets, as others of its page."""
    over = mention.document.blocks[max(0, part.start - 2)]
    if over.kind not in _HEADS or part.start < 2 or len(over.text) > _LINE:
        return
    page = mention.page
    proof = Evidence(page.id, page.url, page.sha256, over.locator, over.text)
    yield from labelled(over.text, until, proof)
    heads = [b.text for b in mention.document.blocks if b.kind in _HEADS]
    usual = sum(_in_brackets(head, until) is not None for head in heads) >= _USUAL
    if usual and (day := _in_brackets(over.text, until)):
        yield Dated("printed", day, day, proof)


def _in_brackets(head: str, until: date) -> date | None:
    """The only day of a heading, in brackets at its end: "Закон на 2026 год (26.12.2025)"."""
    for found in bare(head, until) if head.rstrip().endswith(")") else ():
        if _OPENS.search(head[: found.start]) and _CLOSES.match(head[found.end :]):
            return found.day
    return None


def _told(mention: Mention, part: _Part, linked: set[int], until: date) -> dict[int, list[Dated]]:
    """Days by the block that tells them; a row with a link speaks of that link only."""
    page, found = mention.page, dict[int, list[Dated]]()
    for n in range(part.start, part.end):
        block = mention.document.blocks[n - 1]
        if n in linked or block.kind is BlockKind.BOILERPLATE or len(block.text) > _LINE:
            continue
        proof = Evidence(page.id, page.url, page.sha256, block.locator, block.text)
        if days := [*labelled(block.text, until, proof), *alone(block.text, until, proof)]:
            found[n] = days[:1]
    return found


def _years(
    mention: Mention, part: _Part, told: dict[int, list[Dated]], at: int, *, over: bool
) -> set[int]:
    """The fiscal years named by the links a day governs."""
    start = at if over else max((n for n in told if n < at), default=part.start - 1)
    end = min((n for n in told if n > at), default=part.end) if over else at
    links = (k for k in mention.document.links if start < _ordinal(k.locator) < end)
    named = (years.fiscal(f"{link.text} {link.context}") for link in links)
    return {year.year for year in named if year}


def _part(mention: Mention, here: int) -> _Part:
    blocks = mention.document.blocks
    heads = [n for n, block in enumerate(blocks, 1) if block.kind in _HEADS]
    start = max((n for n in heads if n <= here), default=0) + 1
    end = min((n for n in heads if n > here), default=len(blocks) + 1)
    return _Part(start, end)


def _ordinal(locator: str) -> int:
    """The block a link stands in, 0 for one in a table."""
    kind, _, digits = locator.partition("=")
    return int(digits) if kind == "block" and digits.isdigit() else 0
