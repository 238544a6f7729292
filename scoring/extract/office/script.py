"""What a reader has found so far, in the order of reading, up to bounds."""

from collections.abc import Sequence
from dataclasses import replace

from scoring.document import Block, BlockKind, Inset, PageLink, Table
from scoring.extract.broken import BREAK, unbroken
from scoring.extract.caption import above
from scoring.extract.office.refused import Refused
from scoring.extract.outward import outward
from scoring.extract.spelling import tidy

LONGEST = 10_000_000
"""Characters of text beyond which a file is a bomb, not a document."""
MOST_BLOCKS = 100_000
MOST_CELLS = 2_000_000
MOST_LINKS = 20_000
MOST_TABLES = 10_000
MOST_INSETS = 200


class Script:
    """Blocks, tables, links, a count of pictures, and those that may show words.

    Locators are the caller's; where it gives none, a block is ``block=N`` and a table ``table=N``.
    Raises Refused (``too-large``) beyond the bounds.
    """

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.tables: list[Table] = []
        self.links: list[PageLink] = []
        self.pictures = 0
        self.insets: list[Inset] = []
        self._letters = LONGEST
        self._cells = MOST_CELLS

    @property
    def here(self) -> str:
        """The locator of the next block that is not told where it stands."""
        return f"block={len(self.blocks) + 1}"

    def say(self, kind: BlockKind, text: str, locator: str = "", level: int = 0) -> None:
        """A piece of text, if it says anything; lines its author broke may be several."""
        parted = (
            unbroken(text.replace("\n", BREAK)) if kind is BlockKind.PARAGRAPH else [tidy(text)]
        )
        for piece in filter(None, parted):
            self._spend(len(piece))
            if len(self.blocks) >= MOST_BLOCKS:
                raise Refused("too-large", f"more than {MOST_BLOCKS} pieces of text")
            self.blocks.append(Block(kind, piece, locator or self.here, level))

    def show(
        self,
        rows: Sequence[Sequence[str]],
        locator: str = "",
        caption: str = "",
        corner: str = "",
    ) -> str:
        """A table, trimmed of its empty ends; returns its locator, "" when it holds nothing."""
        kept = trimmed(rows)
        if not kept:
            return ""
        self._cells -= sum(len(row) for row in kept)
        self._spend(sum(len(cell) for row in kept for cell in row))
        if len(self.tables) >= MOST_TABLES:
            raise Refused("too-large", f"more than {MOST_TABLES} tables")
        if self._cells < 0:
            raise Refused("too-large", f"more than {MOST_CELLS} cells")
        locator = locator or f"table={len(self.tables) + 1}"
        self.tables.append(Table(kept, locator, caption, corner, len(self.blocks)))
        return locator

    def inset(self, part: str, locator: str = "") -> None:
        """A picture kept in the file under a name; some beyond the bound are not looked at."""
        if part and len(self.insets) < MOST_INSETS:
            self.insets.append(Inset(part, locator or self.here, len(self.blocks)))

    def recast(self, since: int, kind: BlockKind, level: int = 0) -> None:
        """What was said from the ``since``-th block on is of another kind."""
        again = [replace(block, kind=kind, level=level) for block in self.blocks[since:]]
        self.blocks[since:] = again

    def caption(self, own: str = "") -> str:
        """The caption of a table that comes next: its own and the lines above."""
        return above(self.blocks, tidy(own))

    def link(self, href: str, text: str, context: str, locator: str) -> None:
        """An address outside the file, as written."""
        link = outward(href, text, context, locator)
        if link is not None and len(self.links) < MOST_LINKS:
            self.links.append(link)

    def _spend(self, letters: int) -> None:
        self._letters -= letters
        if self._letters < 0:
            raise Refused("too-large", f"more than {LONGEST} characters of text")


def trimmed(rows: Sequence[Sequence[str]]) -> tuple[tuple[str, ...], ...]:
    """Rows as wide as the last filled cell, without empty rows at the end."""
    width = max((n + 1 for row in rows for n, cell in enumerate(row) if cell), default=0)
    height = max((n + 1 for n, row in enumerate(rows) if any(row)), default=0)
    padded = (tuple(row[:width]) + ("",) * (width - len(row)) for row in rows[:height])
    return tuple(padded)
