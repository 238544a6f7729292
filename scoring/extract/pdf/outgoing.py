"""Where a PDF leads: its links, each with the words it stands in."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from scoring.document import Block, PageLink
from scoring.extract.outward import outward
from scoring.extract.pdf.anchors import Anchor
from scoring.extract.pdf.leaf import Leaf
from scoring.extract.spelling import tidy


def links_of(leaves: Sequence[Leaf], blocks: Sequence[Block]) -> tuple[PageLink, ...]:
    """The links of all pages, each with the paragraph that holds its words."""
    return tuple(
        link
        for leaf in leaves
        if leaf.anchors
        for anchor in _joined(leaf.anchors)
        if (link := outward(*anchor, _around(anchor, leaf, blocks), f"page={leaf.number}"))
    )


def _joined(anchors: tuple[Anchor, ...]) -> Iterator[Anchor]:
    """A link that runs over two lines has a place on each."""
    for href, pieces in groupby(anchors, key=lambda anchor: anchor.href):
        yield Anchor(href, " ".join(piece.text for piece in pieces))


def _around(anchor: Anchor, leaf: Leaf, blocks: Sequence[Block]) -> str:
    said, page = tidy(anchor.text), f"page={leaf.number}"
    here = (block.text for block in blocks if block.locator == page)
    return next((text for text in here if said and said in text), said)
