"""What the bytes say, and no opinion: blocks, tables and links that know where they stand.

A locator says where, in parts joined by ``;``, each ``kind=value``; in values ``%``, ``;``,
``=``, ``&`` and control signs are percent-escaped (``scoring.locator`` writes, parses, resolves):

========================  =========================================================================
``page=3``                a page of a paged document, from 1
``slide=4``               a slide of a presentation, from 1, hidden ones counted
``sheet=Доходы``          a sheet of a workbook, by its name
``sheet=Доходы;cell=B7``  a cell of it, or a range ``B7:D9``, by the letters and numbers it shows
``block=12``              the n-th block of a document without pages, from 1
``table=2``               the n-th table of such a document, from 1
``table=2;row=5``         a row of it, from 1
``line=7``                a line or record of plain text or data, from 1
``page=3;ocr=87``         a page whose words were recognised in its picture, and how surely, of 100
``member=2026/a.pdf;...`` a file in an archive, by its path there; the rest lies in that file
========================  =========================================================================
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import accumulate, chain

from scoring.quick import quickly
from scoring.remembered import of_document

_MARK = ";ocr="
CLEAR = 80.0
"""Of words recognised on a page this surely, of 100, few are wrong: they read as the page does."""


def recognised(locator: str) -> bool:
    """Does the place lie in a picture whose words were recognised?"""
    return _MARK in locator


def _is_clear(locator: str) -> bool:
    mark = locator.rpartition(_MARK)
    return not mark[1] or float(mark[2]) >= CLEAR


class BlockKind(StrEnum):
    """What a piece of text is in its document.

    BOILERPLATE is all that does not belong to what is told: menus, headers, footers, contents
    pages, and what only its author sees (speaker's notes, hidden slides, names of hidden sheets).
    """

    TITLE = "title"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    CAPTION = "caption"
    BOILERPLATE = "boilerplate"


@quickly
@dataclass(frozen=True, slots=True)
class Block:
    """A piece of text that knows where it stands.

    ``locator`` is ``page=3`` for paged documents (opens a PDF at the page as a URL fragment),
    ``slide=4``, ``sheet=Доходы;cell=A1``, or ``block=12`` where there are no pages.
    """

    kind: BlockKind
    text: str
    locator: str
    level: int = 0

    @property
    def ocr(self) -> bool:
        """Recognised in a picture: its words may be quoted with that mark, its sums are guesses.

        The mark is in the locator, so that whatever quotes the block carries it.
        """
        return recognised(self.locator)

    @property
    def clear(self) -> bool:
        """Typed, or recognised so surely that a reader may rely on its words."""
        return _is_clear(self.locator)


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells as text, merged cells repeated; ``caption`` includes a unit line above it.

    ``corner`` is the cell of its sheet the first row begins at (``B3``), "" for other tables.
    ``after`` counts the document's blocks that stand before it: their last heading is its own.
    """

    rows: tuple[tuple[str, ...], ...]
    locator: str
    caption: str = ""
    corner: str = ""
    after: int = 0

    @property
    def ocr(self) -> bool:
        """Recognised in a picture, as a block may be."""
        return recognised(self.locator)

    @property
    def clear(self) -> bool:
        """Typed, or recognised so surely that a reader may rely on its words."""
        return _is_clear(self.locator)


@dataclass(frozen=True, slots=True)
class PageLink:
    """A link on a page: href as written, its text, and the text of the row or item around it."""

    href: str
    text: str
    context: str
    locator: str


@dataclass(frozen=True, slots=True)
class Scan:
    """A page that is a picture of text, and what recognising it gave.

    ``confidence`` is the mean of its words, 0..100, as the program gives it. ``reason`` is "" when
    its words are blocks of the Document; else ``no-text-layer`` (not tried), ``low-confidence``,
    ``missing-program``, ``too-slow``, ``too-large``, ``empty`` (no words in it), ``crashed``.
    """

    page: int
    confidence: float = 0.0
    words: int = 0
    reason: str = "no-text-layer"


@dataclass(frozen=True, slots=True)
class Inset:
    """A picture that stands in a text and may show words: a chart, a plan, a table as a picture.

    ``part`` is its name in an office file's package; on a page of a PDF its edges in points, left,
    bottom, right and top, joined by commas. ``after`` counts the blocks that stand before it.
    """

    part: str
    locator: str
    after: int = 0


@dataclass(frozen=True, slots=True)
class Member:
    """A file in an archive: its path there with ``/``, and what its own bytes say.

    A file of an archive inside the archive has that one's path before its own. Of a member that
    was refused unread ``sha256`` is "" and its Document says why.
    """

    path: str
    sha256: str
    bytes: int
    document: "Document"


@dataclass(frozen=True, slots=True)
class Document:
    """What the bytes say, and no opinion. The same bytes give the same Document.

    ``unreadable`` is a reason code ("" when it was read): ``empty``, ``torn``, ``encrypted``,
    ``too-large``, ``too-slow``, ``unsupported-format``, ``crashed``, ``not-a-document``,
    ``missing-program`` (what reads it is not installed; ``detail`` says what to install),
    ``low-confidence`` (a picture of text too poor to recognise); of members of archives also
    ``unsafe-path``, ``not-a-file`` (a link or a device), ``too-deep`` (archives in archives).
    ``pages`` counts pages or slides; of a text file it is what its program last counted, a hint,
    0 when unknown. ``pictures`` counts pictures, charts and diagrams.
    ``text_layer_share`` is the share of pages or slides whose text can be selected (1.0 for HTML
    and text, 0.0 for a text file of nothing but pictures), None for data, which has no pages.
    ``created`` and ``modified`` are ISO dates from file metadata, "" when absent.
    ``page_labels`` are the numbers printed on a PDF's pages, in their order, where they differ
    from the count: ``page=7`` may be called "5". Empty where both agree.
    ``page_dates`` are dates the page states about itself in machine form: (where, ISO date).
    ``scans`` are the pages without a text layer, ``members`` the files of an archive, by path.
    ``insets`` are pictures in its text that nobody has read yet: what they say becomes blocks and
    tables marked as recognised (``scoring.ocr.inset``).
    """

    sha256: str
    media_type: str
    title: str = ""
    pages: int = 0
    blocks: tuple[Block, ...] = ()
    tables: tuple[Table, ...] = ()
    links: tuple[PageLink, ...] = ()
    pictures: int = 0
    text_layer_share: float | None = None
    created: str = ""
    modified: str = ""
    page_dates: tuple[tuple[str, str], ...] = ()
    page_labels: tuple[str, ...] = ()
    unreadable: str = ""
    detail: str = ""
    scans: tuple[Scan, ...] = ()
    members: tuple[Member, ...] = ()
    insets: tuple[Inset, ...] = ()

    def __hash__(self) -> int:
        """The bytes' own hash will do: what is remembered by document need not read all of it."""
        return hash(self.sha256)

    @property
    def typed(self) -> "Document":
        """The Document without what was recognised in pictures: of it figures may be taken."""
        return _typed(self)

    @property
    def legible(self) -> "Document":
        """The Document as a careful reader reads it: typed words and clearly recognised ones."""
        return _legible(self)

    @property
    def hidden_share(self) -> float:
        """The share of pages, 0..1, that neither have a text layer nor were recognised clearly."""
        if self.text_layer_share is None:
            return 0.0
        clear = sum(not scan.reason and scan.confidence >= CLEAR for scan in self.scans)
        return max(0.0, 1.0 - self.text_layer_share - clear / max(1, self.pages))

    @property
    def worded(self) -> bool:
        """Is there a word of main text? Cheaper than to count them."""
        main = (b.text for b in self.blocks if b.kind is not BlockKind.BOILERPLATE)
        cells = (c for t in self.tables for r in t.rows for c in r)
        return any(text.strip() for text in chain(main, cells))

    @property
    def words(self) -> int:
        """Words of the main text, tables included."""
        return _words(self)


@of_document
def _typed(document: Document) -> Document:
    return _kept(document, lambda thing: not thing.ocr)


@of_document
def _legible(document: Document) -> Document:
    return _kept(document, lambda thing: thing.clear)


def _kept(document: Document, wanted: Callable[[Block | Table], bool]) -> Document:
    """The Document without some blocks and tables; the others stand after as many as are left."""
    things: chain[Block | Table] = chain(document.blocks, document.tables)
    if all(map(wanted, things)):
        return document
    left = (0, *accumulate(map(wanted, document.blocks)))
    return replace(
        document,
        blocks=tuple(block for block in document.blocks if wanted(block)),
        tables=tuple(
            replace(table, after=left[min(table.after, len(left) - 1)])
            for table in document.tables
            if wanted(table)
        ),
    )


@of_document
def _words(document: Document) -> int:
    main = (b.text for b in document.blocks if b.kind is not BlockKind.BOILERPLATE)
    cells = (c for t in document.tables for r in t.rows for c in r)
    return sum(len(text.split()) for text in (*main, *cells))
