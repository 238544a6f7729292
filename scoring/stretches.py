"""The text of documents in stretches: a quote is read among the words around it."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from scoring.judgement import Judgement
from scoring.locator import inside, leaf, of_cell, within
from scoring.model import Block, BlockKind, Document, Table

LONGEST = 1_200
"""Letters of a stretch; a block or row that is longer is parted between two of its words."""
MOST = 200_000
"""Letters of one document that are published, some hundred pages of plain text."""
_HEADS = (BlockKind.TITLE, BlockKind.HEADING)
_SHORT = LONGEST // 3


@dataclass(frozen=True, slots=True)
class Stretch:
    """``text`` from ``locator`` on: blocks, and rows with ``|`` between cells, a line each.

    ``number`` counts a document's stretches from 0 in the order of reading. No stretch goes on
    from one page, slide or sheet to the next, or from text into a table.
    """

    sha256: str
    number: int
    locator: str
    text: str


@dataclass(frozen=True, slots=True)
class _Line:
    """``place`` tells lines that may stand in one stretch; ``head``: it opens a new one."""

    locator: str
    place: tuple[str, ...]
    text: str
    head: bool = False


def wanted(judgements: Iterable[Judgement]) -> Mapping[str, tuple[str, str]]:
    """The documents whose text is published, by sha256, with the hints they were read by.

    They are the files of editions, and whatever an answer quotes.
    """
    told = tuple(judgements)
    cited = {f.sha256 for j in told for e in j.editions for f in e.files}
    every = (e for j in told for f in j.findings for e in f.answered.evidence)
    cited |= {piece.sha256 for piece in every if piece.quote and piece.sha256}
    known = {d.sha256 for j in told for d in j.documents if not d.unreadable}
    captures = sorted((c for j in told for c in j.captures), key=lambda c: c.id, reverse=True)
    hints = {c.sha256: (c.final_url, c.media_type) for c in captures}
    return {sha: hints[sha] for sha in sorted(cited & known) if sha in hints}


def stretches(document: Document) -> Iterator[Stretch]:
    """A document's text, the first ``MOST`` letters of it; menus, headers and footers left out.

    Of an archive the text of its files, each place within it.
    """
    left = MOST
    for number, (locator, text) in enumerate(_joined(_lines(document))):
        if left <= 0:
            return
        yield Stretch(document.sha256, number, locator, text[:left])
        left -= len(text)


def _joined(lines: Iterable[_Line]) -> Iterator[tuple[str, str]]:
    for _, group in groupby(lines, key=lambda line: line.place):
        held: list[_Line] = []
        size = 0
        for line in group:
            full = size + len(line.text) > LONGEST or (line.head and size > _SHORT)
            if held and full:
                yield held[0].locator, "\n".join(one.text for one in held)
                held, size = [], 0
            held.append(line)
            size += len(line.text) + 1
        yield held[0].locator, "\n".join(one.text for one in held)


def _lines(document: Document) -> Iterator[_Line]:
    for member in document.members:
        for line in _lines(member.document):
            place = (member.path, *line.place)
            yield _Line(within(member.path, line.locator), place, line.text, line.head)
    tables = sorted(enumerate(document.tables), key=lambda pair: (pair[1].after, pair[0]))
    said = {block.text for block in document.blocks}
    for after, block in enumerate(document.blocks):
        while tables and tables[0][1].after <= after:
            yield from _rows(*tables.pop(0), said)
        yield from _block(block)
    for number, table in tables:
        yield from _rows(number, table, said)


def _block(block: Block) -> Iterator[_Line]:
    if block.kind is BlockKind.BOILERPLATE:
        return
    place = (leaf(block.locator), "ocr" if block.ocr else "", inside(block.locator)[0])
    for text in _parted(block.text):
        yield _Line(block.locator, place, text, block.kind in _HEADS)


def _rows(number: int, table: Table, said: Collection[str]) -> Iterator[_Line]:
    """The caption may be a line of the text before, and is read there."""
    place = (leaf(table.locator), f"table {number}", inside(table.locator)[0])
    for text in _parted("" if table.caption in said else table.caption):
        yield _Line(table.locator, place, text)
    for down, row in enumerate(table.rows):
        # A merged cell stands in each column it covers; it is read once.
        cells = [cell for cell, _ in groupby(" ".join(cell.split()) for cell in row)]
        for text in _parted(" | ".join(filter(None, cells))):
            yield _Line(of_cell(table, down, 0), place, text)


def _parted(text: str) -> Iterator[str]:
    """One line of single spaces, parted where it is too long."""
    rest = " ".join(text.split())
    while len(rest) > LONGEST:
        cut = rest.rfind(" ", LONGEST // 2, LONGEST) + 1 or LONGEST
        yield rest[:cut].rstrip()
        rest = rest[cut:]
    if rest:
        yield rest
