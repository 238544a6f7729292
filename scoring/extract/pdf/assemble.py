"""Pages put together: furniture marked by what repeats, paragraphs, tables with captions."""

from collections.abc import Iterable, Sequence

from scoring.document import Block, BlockKind, Inset, Table
from scoring.extract.caption import above
from scoring.extract.pdf.furniture import at_edges, is_page_number, repeated
from scoring.extract.pdf.leaf import Leaf
from scoring.extract.pdf.lines import Line
from scoring.extract.pdf.paragraphs import Part, block_of, body_size_of, parts_of


def assembled(
    leaves: Sequence[Leaf],
) -> tuple[tuple[Block, ...], tuple[Table, ...], tuple[Inset, ...]]:
    """Blocks in the order of reading, tables and insets from the top of each page down."""
    edges = [at_edges(leaf.lines, leaf.height) for leaf in leaves]
    again = repeated([(leaf.lines, page) for leaf, page in zip(leaves, edges, strict=True)])
    pages = [_parted(*page) for page in zip(leaves, edges, again, strict=True)]
    body = body_size_of([part for parts, _ in pages for part in parts])
    blocks: list[Block] = []
    tables: list[Table] = []
    insets: list[Inset] = []
    for leaf, (parts, furniture) in zip(leaves, pages, strict=True):
        locator = f"page={leaf.number}"
        told = [block_of(part, locator, body) for part in parts]
        for table in leaf.tables:
            caption, before = _caption(table.top, parts, told), _before(table.top, parts)
            tables.append(Table(table.rows, locator, caption, after=len(blocks) + before))
        for box in sorted(leaf.insets, key=lambda box: (-box[3], box[0])):
            edges_of = ",".join(f"{edge:.1f}" for edge in box)
            insets.append(Inset(edges_of, locator, len(blocks) + _before(box[3], parts)))
        blocks += told
        blocks += [Block(BlockKind.BOILERPLATE, line.text, locator) for line in furniture]
    return tuple(blocks), tuple(tables), tuple(insets)


def _parted(
    leaf: Leaf, edges: Iterable[int], again: frozenset[int]
) -> tuple[list[Part], list[Line]]:
    """The paragraphs of a page, and its lines that are furniture."""
    aside = [
        index for index in edges if index in again or is_page_number(leaf.lines[index], leaf.height)
    ]
    if not aside:
        return parts_of(leaf.lines), []
    told = [line for index, line in enumerate(leaf.lines) if index not in aside]
    return parts_of(told), [leaf.lines[index] for index in aside]


def _before(top: float, parts: Sequence[Part]) -> int:
    """How many of the page's parts are read before a table: all up to the last one above it."""
    return max(
        (n + 1 for n, p in enumerate(parts) if p.lines[-1].box[1] >= top - p.size), default=0
    )


def _caption(top: float, parts: Sequence[Part], told: Sequence[Block]) -> str:
    """Lines above the table, nearest last, as far as they name it or its unit."""
    over = [
        (part.lines[-1].box[1], block)
        for part, block in zip(parts, told, strict=True)
        if part.lines[-1].box[1] >= top - part.size
    ]
    nearest = sorted(over, key=lambda pair: -pair[0])[-2:]
    return above([block for _, block in nearest])
