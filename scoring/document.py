"""What the bytes say, and no opinion: blocks, tables and links that know where they stand."""

from dataclasses import dataclass
from enum import StrEnum


class BlockKind(StrEnum):
    """What a piece of text is in its document."""

    TITLE = "title"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    CAPTION = "caption"
    BOILERPLATE = "boilerplate"


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of text that knows where it stands.

    ``locator`` is ``page=3`` for paged documents (1-based, opens a PDF at the page as a URL
    fragment) and ``block=12`` for pages of a site (the n-th block, 1-based).
    Menus, headers, footers and repeated page headers are kept as BOILERPLATE.
    """

    kind: BlockKind
    text: str
    locator: str
    level: int = 0


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells as text, merged cells repeated; ``caption`` includes a unit line above it."""

    rows: tuple[tuple[str, ...], ...]
    locator: str
    caption: str = ""


@dataclass(frozen=True, slots=True)
class PageLink:
    """A link on a page: href as written, its text, and the text of the row or item around it."""

    href: str
    text: str
    context: str
    locator: str


@dataclass(frozen=True, slots=True)
class Document:
    """What the bytes say, and no opinion. The same bytes give the same Document.

    ``unreadable`` is a reason code ("" when it was read): ``empty``, ``torn``, ``encrypted``,
    ``too-large``, ``too-slow``, ``unsupported-format``, ``crashed``, ``not-a-document``.
    ``text_layer_share`` is the share of pages whose text can be selected (1.0 for HTML).
    ``created`` and ``modified`` are ISO dates from file metadata, "" when absent.
    ``page_labels`` are the numbers printed on a PDF's pages, in their order, where they differ
    from the count: ``page=7`` may be called "5". Empty where both agree.
    ``page_dates`` are dates the page states about itself in machine form: (where, ISO date).
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

    @property
    def words(self) -> int:
        """Words of the main text, tables included."""
        main = (b.text for b in self.blocks if b.kind is not BlockKind.BOILERPLATE)
        cells = (c for t in self.tables for r in t.rows for c in r)
        return sum(len(text.split()) for text in (*main, *cells))
