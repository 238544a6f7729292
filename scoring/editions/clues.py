"""What can be read about a file: its own words from the cover inwards, then its links'."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from crawler.model import Capture
from scoring.editions.covers import COVER_LETTERS, main_heads, subtitles, title_page
from scoring.editions.linked import Mention
from scoring.language.ru.folded import folded
from scoring.locator import inside, within
from scoring.model import Block, BlockKind, Document, Evidence, Member, PageLink
from scoring.totals.money import cell, sums
from scoring.totals.spelled import counted_out

BODY_LETTERS = 80_000
FEW_WORDS = 8
"""Words below which nothing can be read in a file."""
MANY_SUMS = 12
"""Sums of money that make a file full of figures: nobody asks for more."""
_LEAD_LINES, _LEAD_LETTERS = 4, 600
_MOSTLY = 0.6
_SHORT_TEXT = 6000
"""Letters of a text whose numbers may be read from words."""
_A_TITLE = 14
"""Words of the longest title of a table."""
_HEADS = (BlockKind.TITLE, BlockKind.HEADING)
_CONTEXT = 300
"""Letters of its row a link remembers."""
_DATA = re.compile(r"spreadsheet|excel|csv|json|/xml|opendocument\.spreadsheet")
_DATA_NAME = re.compile(r"\.(?:xlsx?|xlsm|ods|csv|json|xml)$")
_SITE_NAME = re.compile(r"\s+[|—–»/\\-]\s+|\s*::\s*")
_PLACEHOLDER = re.compile(
    r"^(?:microsoft|презентация powerpoint|слайд|untitled|без (?:имени|названия)|документ|"
    r"\W*\d*\W*$)|\.(?:docx?|pptx?|xlsx?|pdf|indd|cdr)$"
)


@dataclass(frozen=True)
class Clues:
    """A file with the links that lead to it. ``cached_property`` needs a class with a dict."""

    capture: Capture
    document: Document
    mentions: tuple[Mention, ...]
    member: Member | None = None
    """The file of an archive it is; the capture is the archive's then."""

    @cached_property
    def is_page(self) -> bool:
        """A page of a site, not a file."""
        return "html" in self.document.media_type

    @cached_property
    def is_data(self) -> bool:
        """A table for machines: a sheet, a list, a tree."""
        media = self.document.media_type
        return bool(_DATA.search(media) or (not media and _DATA_NAME.search(folded(self.name))))

    @cached_property
    def main(self) -> tuple[Block, ...]:
        """Its blocks without menus and running heads."""
        kept = (b for b in self.document.blocks if b.kind is not BlockKind.BOILERPLATE)
        return tuple(block for block in kept if not _running_head(block))

    @cached_property
    def has_text(self) -> bool:
        """Something can be read in it."""
        return not self.document.unreadable and self.document.words >= FEW_WORDS

    @cached_property
    def cover(self) -> tuple[Block, ...]:
        """The title page; of a page of a site its names and the lines under them."""
        if not self.is_page:
            return tuple(title_page(self.main))
        under = (b for b in subtitles(self.main) if not self._links_fill(b))
        return tuple(dict.fromkeys((*self.names, *under)))

    @cached_property
    def names(self) -> tuple[Block, ...]:
        """What names a page of a site: its title, less the site's own name, and main headings."""
        titled = Block(BlockKind.TITLE, _SITE_NAME.split(self.title)[0], "")
        return (*((titled,) if self.title else ()), *main_heads(self.main))

    @cached_property
    def cover_text(self) -> str:
        """The title page as lines."""
        return "\n".join(block.text for block in self.cover)[: 5 * COVER_LETTERS]

    @cached_property
    def title(self) -> str:
        """The title the file gives itself, "" when a program gave it."""
        title = self.document.title.strip()
        return "" if _PLACEHOLDER.search(folded(title)) else title

    @cached_property
    def headings(self) -> tuple[Block, ...]:
        """Its first headings after the cover."""
        heads = (b for b in self.main if b.kind in _HEADS)
        return tuple(heads)[:12]

    @cached_property
    def lead(self) -> tuple[str, ...]:
        """Its first running lines, which tell what it is where its title does not."""
        texts = (b.text for b in self.main[:12] if b.kind not in _HEADS and not self._links_fill(b))
        return tuple(text[:_LEAD_LETTERS] for text in islice(texts, _LEAD_LINES))

    @cached_property
    def body(self) -> str:
        """Its words up to a bound, tables included, a block a line."""
        lines = [block.text for block in self.main]
        lines += (" ".join(row) for table in self.document.tables for row in table.rows[:40])
        return "\n".join(lines)[:BODY_LETTERS]

    @cached_property
    def plain(self) -> str:
        """Its words folded: each mark of a paper is looked for in them."""
        return folded(self.body)

    @cached_property
    def opening(self) -> str:
        """Its first pages."""
        return self.body[:3000]

    @cached_property
    def link_text(self) -> str:
        """What the link to it says."""
        return next(self._link_texts(), "")

    @cached_property
    def context(self) -> str:
        """The row of the listing its link stands in."""
        return next((m.link.context for m in self.mentions if m.link.context), "")

    @cached_property
    def above(self) -> tuple[str, ...]:
        """The headings over its link, nearest first."""
        return self.mentions[0].headings if self.mentions else ()

    @cached_property
    def name(self) -> str:
        """Its file name: as the server gives it, else the end of its address."""
        if self.member is not None:
            return re.sub(r"[_+/%]+", " ", PurePosixPath(self.member.path).name).strip()
        given = re.search(
            r"filename\*?=(?:utf-8'')?\"?([^\";]+)", self.capture.content_disposition, re.I
        )
        path = (
            unquote(given[1])
            if given
            else unquote(urlsplit(self.capture.final_url or self.capture.url).path)
        )
        parts = PurePosixPath(path).parts[-2:] if self.is_page else PurePosixPath(path).parts[-1:]
        return re.sub(r"[_+/%]+", " ", " ".join(parts)).strip()

    @cached_property
    def links(self) -> tuple[PageLink, ...]:
        """Its links without those of menus and footers."""
        main = {b.locator for b in self.main}
        # On a page of a file furniture and words share a locator: such links are the words'.
        blocks = self.document.blocks
        aside = {b.locator for b in blocks if b.kind is BlockKind.BOILERPLATE} - main
        return tuple(link for link in self.document.links if link.locator not in aside)

    @cached_property
    def money(self) -> int:
        """How many sums of money it states; its text is not read where tables state enough."""
        rows = (row for table in self.document.tables for row in table.rows)
        cells = (text for row in rows if not self._of_links(row) for text in row)
        tabled = len(list(islice((text for text in cells if cell(text) is not None), MANY_SUMS)))
        if tabled == MANY_SUMS:
            return tabled
        # A short text may tell its sums in words alone.
        text = counted_out(self.plain) if len(self.plain) <= _SHORT_TEXT else self.body
        return tabled + sum(1 for s in sums(text) if s.unit)

    @cached_property
    def tables_only(self) -> bool:
        """Tables with titles and no sentence: a sheet, in whatever format it was printed."""
        told = any(len(block.text.split()) > _A_TITLE for block in self.main)
        return self.is_data or (bool(self.document.tables) and not told)

    @cached_property
    def prose_words(self) -> int:
        """Words in blocks that are not links or rows of links."""
        linked = self._link_rows
        texts = (block.text for block in self.main if folded(block.text).strip() not in linked)
        return sum(len(text.split()) for text in texts)

    def quoted(self, quote: str) -> Evidence:
        """Evidence for words of the file, or of the link to it when the file does not say them."""
        for block in self.document.blocks:
            if quote and quote in block.text:
                return Evidence(
                    self.capture.id, self.capture.url, self.capture.sha256, block.locator, quote
                )
        for mention in self.mentions:
            if quote and quote in f"{mention.link.context}\n{mention.link.text}":
                e = mention.evidence
                return Evidence(e.capture, e.url, e.sha256, e.locator, quote)
        return Evidence(self.capture.id, self.capture.url, self.capture.sha256, self.place, quote)

    @cached_property
    def place(self) -> str:
        """Where it stands in what was captured: "" but for a file of an archive."""
        return within(self.member.path, "") if self.member is not None else ""

    @cached_property
    def sha256(self) -> str:
        """The hash of its own bytes, whatever they were packed in."""
        return self.member.sha256 if self.member is not None else self.capture.sha256

    @cached_property
    def recognised(self) -> bool:
        """All its words were recognised in pictures."""
        return bool(self.main) and all(block.ocr for block in self.main)

    @cached_property
    def _link_rows(self) -> frozenset[str]:
        """What stands around its links: rows, items and paragraphs, folded."""
        return frozenset(folded(k.context or k.text).strip() for k in self.document.links)

    def _links_fill(self, block: Block) -> bool:
        """A row of a menu: its words are those of its links."""
        here = (link.text for link in self.document.links if link.locator == block.locator)
        return self.is_page and sum(map(len, here)) > _MOSTLY * len(block.text)

    def _of_links(self, row: Sequence[str]) -> bool:
        """A row of a listing: its numbers count documents, days and bytes, not money."""
        line = " ".join(folded(" ".join(row)).split())
        return line[:_CONTEXT].strip() in self._link_rows

    def _link_texts(self) -> Iterator[str]:
        yield from (m.link.text for m in self.mentions if len(m.link.text.strip()) > 3)
        yield from (text for text in self.capture.link_texts[-1:] if text)


def _running_head(block: Block) -> bool:
    """A short line that ends in the number of its own page ("Министерство финансов · 3")."""
    kind, _, page = inside(block.locator)[1].partition("=")
    if kind not in ("page", "slide") or not page.isdecimal() or len(block.text) >= 90:
        return False
    return re.search(rf"\D[·•|/—–-]\s*{page}\s*$", block.text) is not None
