"""A document as a reader takes it in: sentences, items and rows, each under its headings."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from scoring.facts.headings import headed
from scoring.facts.parts import parts
from scoring.facts.rows import corner
from scoring.language.ru.sentences import is_running, split
from scoring.locator import of_cell
from scoring.model import BlockKind, Document, Table
from scoring.quick import quickly
from scoring.relined import relined

LONGEST = 20_000
"""Letters of a block that are read."""
_HEADS = (BlockKind.TITLE, BlockKind.HEADING)
_REMEMBERED = 256


class Piece(StrEnum):
    """What a passage is in its document."""

    HEADING = "heading"
    ITEM = "item"
    SENTENCE = "sentence"
    ROW = "row"


@quickly
@dataclass(frozen=True, slots=True)
class Passage:
    """``text`` as written, under the headings ``above``; ``block`` numbers the block or table.

    Sentences of one block share its number; rows of a table, and the paragraphs that fill a row
    by themselves, have the numbers below zero.
    """

    text: str
    piece: Piece
    locator: str
    above: tuple[str, ...]
    block: int


def passages(document: Document) -> tuple[Passage, ...]:
    """All that a reader reads, blocks first and then tables; menus and footers left out."""
    return _passages(document)


@lru_cache(maxsize=_REMEMBERED)
def _passages(document: Document) -> tuple[Passage, ...]:
    return tuple(_read(document))


def _read(document: Document) -> Iterator[Passage]:
    document = relined(document)
    over = headed(document)
    for number, block in enumerate(document.blocks):
        if block.kind is BlockKind.BOILERPLATE:
            continue
        text = block.text[:LONGEST]
        if block.kind in _HEADS:
            yield Passage(text, Piece.HEADING, block.locator, over.blocks[number], number)
            continue
        piece = Piece.ITEM if block.kind is BlockKind.LIST_ITEM else Piece.SENTENCE
        for sentence in split(text):
            yield Passage(sentence, piece, block.locator, over.blocks[number], number)
    for number, table in enumerate(document.tables):
        above = (*over.table(table), *filter(None, (table.caption,)))
        yield from _rows(table, above, -number - 1)


def _rows(table: Table, above: tuple[str, ...], number: int) -> Iterator[Passage]:
    """A sheet of a workbook holds paragraphs too, one to a row, and tables with heads of their own.

    A line alone in its row before such heads is the heading of their table.
    """
    corners = {part.first: corner(table.rows if not part.first else part.rows)
               for part in parts(table.rows)}  # fmt: skip
    lead = head = ""
    alone = ""
    for down, row in enumerate(table.rows):
        if down in corners:
            lead, head = alone, corners[down]
        told = tuple(dict.fromkeys(cell.strip() for cell in row if cell.strip()))
        over = (*above, *filter(None, (lead, head)))
        where = of_cell(table, down, 0)
        running = len(told) == 1 and is_running(told[0])
        alone = told[0] if len(told) == 1 and not running else ""
        if running:
            for sentence in split(told[0]):
                yield Passage(sentence, Piece.SENTENCE, where, over, number)
        elif told:
            yield Passage(" | ".join(told), Piece.ROW, where, over, number)
