"""How much of what a document says was read, in which order, in which cells."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from benchmarks.documents.truth import Case
from scoring.document import BlockKind, Document

_MARKER = re.compile(r"^\s*(?:[•◦▪○●■□–-]|o |\d{1,2}[.)])\s*")
_SPACES = re.compile(r"\s+")


@dataclass(slots=True)
class Figures:
    """Sums over documents: signs wrong of signs, cells right of cells, n-grams found of all."""

    wrong: int = 0
    signs: int = 0
    right: int = 0
    cells: int = 0
    found: int = 0
    grams: int = 0
    documents: int = 0
    counted: int = 0
    unread: list[str] = field(default_factory=list)

    def add(self, case: Case, document: Document) -> None:
        """Compare one document with what it says."""
        self.documents += 1
        if document.unreadable:
            self.unread.append(f"{case.name}: {document.unreadable} {document.detail}")
        told, read = truth_of(case, document), prose_of(document)
        self.wrong += distance(told, read)
        self.signs += len(told)
        right, cells = cells_right([t.rows for t in case.tables], document)
        self.right += right
        self.cells += cells
        grams = _grams(told.split())
        self.found += sum((grams & _grams(read.split())).values())
        self.grams += sum(grams.values())
        self.counted += document.pictures == case.charts

    @property
    def error(self) -> float:
        """Character error rate, percent."""
        return 100 * self.wrong / max(1, self.signs)

    @property
    def accuracy(self) -> float:
        """Cells in the right row and column, percent."""
        return 100 * self.right / self.cells if self.cells else 100.0

    @property
    def order(self) -> float:
        """Recall of runs of four words, percent."""
        return 100 * self.found / max(1, self.grams)


def truth_of(case: Case, document: Document) -> str:
    """What the document says outside its tables, on one line.

    Where nobody tells tables from text, as in a scan, theirs belongs to it.
    """
    said = case.printed if document.scans else [piece.text for piece in case.prose]
    return _plain(" ".join(said))


def prose_of(document: Document) -> str:
    """What was read outside tables; bullets are no text, a page's tab is not on the page.

    Of a scan all that was read, its tables row by row where they stand.
    """
    if document.scans:
        return _plain(" ".join(_MARKER.sub("", text) for text in _all_of(document)))
    main = [b.text for b in document.blocks if b.kind is not BlockKind.BOILERPLATE]
    if document.media_type == "text/html":
        main = main[1:]
    return _plain(" ".join(_MARKER.sub("", text) for text in main))


def _all_of(document: Document) -> Iterator[str]:
    at = 0
    for table in sorted(document.tables, key=lambda table: table.after):
        yield from (block.text for block in document.blocks[at : table.after])
        yield from (" ".join(filter(None, row)) for row in table.rows)
        at = table.after
    yield from (block.text for block in document.blocks[at:])


def _plain(text: str) -> str:
    return _SPACES.sub(" ", text.replace("\u00ad", "")).strip()


def distance(one: str, two: str) -> int:
    """Levenshtein's distance, by the bits of whole numbers (Hyyrö 2003)."""
    if not one or not two:
        return max(len(one), len(two))
    places: dict[str, int] = {}
    for index, sign in enumerate(one):
        places[sign] = places.get(sign, 0) | 1 << index
    every, last = (1 << len(one)) - 1, 1 << (len(one) - 1)
    more, less, score = every, 0, len(one)
    for sign in two:
        here = places.get(sign, 0)
        level = (((here & more) + more) ^ more) | here | less
        up, down = less | (every & ~(level | more)), more & level
        score += bool(up & last) - bool(down & last)
        up, down = (up << 1 | 1) & every, (down << 1) & every
        more, less = down | (every & ~(level | up)), up & level
    return score


def cells_right(tables: Sequence[list[list[str]]], document: Document) -> tuple[int, int]:
    """Cells that stand in a row with their fellows and in their own column, of all that speak.

    A table that runs over pages may be read as two: rows are matched in their order over the
    whole document, as texts are aligned.
    """
    told = [[_cell(c) for c in row] for table in tables for row in table]
    read = [[_cell(c) for c in row] for table in document.tables for row in table.rows]
    best = [0] * (len(read) + 1)
    for row in told:
        before = best
        best = [0]
        for index, other in enumerate(read):
            same = sum(a == b != "" for a, b in zip(row, other, strict=False))
            best.append(max(before[index] + same, before[index + 1], best[-1]))
    return best[-1], sum(cell != "" for row in told for cell in row)


def _cell(text: str) -> str:
    return _SPACES.sub("", text.replace("\u00ad", "")).replace("−", "-")


def _grams(words: list[str]) -> Counter[tuple[str, ...]]:
    return Counter(tuple(words[n : n + 4]) for n in range(len(words) - 3))
