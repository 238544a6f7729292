"""Which headings stand over a place in a document."""

import re
from dataclasses import dataclass
from functools import lru_cache

from scoring.editions.years import mentioned
from scoring.facts.noted import noted
from scoring.facts.periodic import periodic
from scoring.language.ru.folded import folded
from scoring.locator import leaf
from scoring.model import Block, BlockKind, Document, Table

_HEADS = (BlockKind.TITLE, BlockKind.HEADING)
_DEFAULT = 3
_LONGEST = 300
_LONGEST_QUESTION = 200
_TITLE = re.compile(
    r"^(?:\d{1,2}\.? )?(?:[А-ЯЁ][а-яё]+(?: [а-яёА-ЯЁ-]+){0,4}|"
    r"[А-ЯЁ -]{3,}(?:20\d\d)?[А-ЯЁ -]*[!:]?)$"
)
# "Каков его размер?" asks on about what the question before it names.
_ASKS_ON = re.compile(r"\b(?:е(?:го|е|му|й)|их|им|он[аои]?|н(?:его|ее|ем|ей|их|им)|эт[оаи]|этот)\b")
_CAPITALS = re.compile(r"[^а-яё]+$")
_LONGEST_LINE = 100
_A_LINE = re.compile(r"[^\W\d_](?!.*[.!?;:,]$)", re.S)
_MOST_ANSWERED = 4
"""Blocks that answer a question; the items of a list are one."""
_REMEMBERED = 4096


@dataclass(frozen=True, slots=True)
class Headed:
    """Texts over every block, and over what stands behind the first n blocks (n from 0)."""

    blocks: tuple[tuple[str, ...], ...]
    behind: tuple[tuple[str, ...], ...]

    def table(self, table: Table) -> tuple[str, ...]:
        """The texts over a table."""
        return self.behind[min(table.after, len(self.behind) - 1)]


def headed(document: Document) -> Headed:
    """The texts over each place of a document, from the highest heading down.

    A line that ends in a colon heads the list that follows it: up to a heading, the end of the
    page or the first paragraph after an item. A question heads its answer: a few blocks, up to
    the next question or heading; a line that looks like a title does the same in a scan.
    """
    over, notes = _Over(), noted(document)
    lines = periodic(document.blocks)
    blocks, behind = list[tuple[str, ...]](), [over.told]
    for number, block in enumerate(document.blocks):
        told = over.step(block)
        head = notes.get(block.locator) or lines.get(number)
        blocks.append((*told, head) if head else told)
        behind.append((*over.told, *_captions(block)))
    return Headed(tuple(blocks), tuple(behind))


def _captions(block: Block) -> tuple[str, ...]:
    """A short line right before a table heads it, where a program set it as a paragraph."""
    text = block.text.strip()
    line = block.kind is BlockKind.PARAGRAPH and len(text) <= _LONGEST_LINE
    return (text,) if line and _A_LINE.match(text) else ()


@lru_cache(maxsize=_REMEMBERED)
def years_of(heads: tuple[str, ...]) -> tuple[int, ...]:
    """The years that the nearest of the headings naming any is of, once each."""
    for text in reversed(heads):
        if found := tuple(dict.fromkeys(year for year, _ in mentioned(text))):
            return found
    return ()


def _is_title(block: Block) -> bool:
    """Is it the title of a section in a scan, where type and size are lost?"""
    return block.ocr and _TITLE.match(block.text.strip()) is not None


class _Over:
    """The headings open at a place of the reading."""

    def __init__(self) -> None:
        self._open: list[tuple[int, str]] = []
        self._colon = ""
        self._page = ""
        self._listed = False
        self._asked = self._subject = ""
        self._answered = 0
        self._slide = ""

    @property
    def told(self) -> tuple[str, ...]:
        heads = tuple(text for _, text in self._open)
        return (*heads, *filter(None, (self._asked, self._colon)))

    def step(self, block: Block) -> tuple[str, ...]:
        """What stands over ``block``; then the block may itself stand over the next."""
        if block.kind is BlockKind.BOILERPLATE:
            return self.told
        if block.kind in _HEADS:
            level = 1 if block.kind is BlockKind.TITLE else block.level or _DEFAULT
            self._open = [(n, text) for n, text in self._open if n < level]
            self._colon = self._asked = ""
            over = self.told
            self._open.append((level, block.text[:_LONGEST]))
            return over
        if self._colon and self._ended(block):
            self._colon = ""
        self._answered += block.kind is not BlockKind.LIST_ITEM
        # A line in capitals over a slide that was recognised heads all of it.
        over_slide = self._slide and self._slide == leaf(block.locator)
        if (self._slide or self._answered > _MOST_ANSWERED) and not over_slide:
            self._asked = self._slide = ""
        over = self.told
        text = block.text.rstrip()
        if (text.endswith("?") and len(text) <= _LONGEST_QUESTION) or _is_title(block):
            on = self._asked and text.endswith("?") and _ASKS_ON.search(folded(text))
            self._subject = self._subject if on else text
            self._asked = f"{self._subject} {text}" if on else text
            self._answered, self._colon = 0, ""
            capitals = _is_title(block) and _CAPITALS.match(text)
            self._slide = leaf(block.locator) if capitals else ""
        if text.endswith(":") and len(text) <= _LONGEST:
            self._colon, self._page, self._listed = text, leaf(block.locator), False
        return over

    def _ended(self, block: Block) -> bool:
        item = block.kind is BlockKind.LIST_ITEM
        ended = leaf(block.locator) != self._page or (self._listed and not item)
        self._listed = self._listed or item
        return ended
