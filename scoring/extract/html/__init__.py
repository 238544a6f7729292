"""A page of a site, read as a person sees it: content apart from the furniture around it."""

import re

from selectolax.lexbor import LexborHTMLParser

from scoring.document import Block, BlockKind, Document
from scoring.extract.charset import decode
from scoring.extract.given import Given
from scoring.extract.html.dates import page_dates
from scoring.extract.html.furniture import Furniture
from scoring.extract.html.menus import without_menus
from scoring.extract.html.walk import Walk

LONGEST = 5_000_000
"""Characters of text beyond which a page is not a page."""
MOST_BLOCKS = 50_000
DEEPEST = 10_000
_NEST = re.compile(
    r"<(/?)(?:div|span|table|ul|ol|section|font|blockquote|center|dl|b|i|em)\b", re.I
)


def read(given: Given) -> Document:
    """The Document of a page of a site; ``pages`` is 0, its text can always be selected."""
    text, _ = decode(given.body, given.header)
    if _too_deep(text):
        return given.unreadable("too-large", f"HTML nested deeper than {DEEPEST} elements")
    tree = LexborHTMLParser(text.replace("\x00", ""))
    if tree.body is None:
        return given.unreadable("torn", "HTML without a body")
    walk = Walk(Furniture(tree.body), most_blocks=MOST_BLOCKS, longest=LONGEST)
    walk.title(tree)
    walk.over(tree.body)
    if walk.overflown:
        limits = f"{LONGEST} characters or {MOST_BLOCKS} blocks"
        return given.unreadable("too-large", f"HTML with more than {limits} of text")
    blocks = without_menus(walk.blocks, walk.menu_like)
    return Document(
        sha256=given.sha256,
        media_type="text/html",
        title=_title(blocks),
        blocks=blocks,
        tables=tuple(walk.tables),
        links=tuple(walk.links),
        pictures=walk.pictures,
        text_layer_share=1.0,
        page_dates=page_dates(tree, walk.times),
    )


def _too_deep(text: str) -> bool:
    """Parsing takes the square of the depth: a hundred thousand open tags take minutes."""
    depth = 0
    for tag in _NEST.finditer(text):
        depth = max(0, depth - 1) if tag[1] else depth + 1
        if depth > DEEPEST:
            return True
    return False


def _title(blocks: tuple[Block, ...]) -> str:
    """The main heading; else what the browser shows on the tab (often the site's name)."""
    titles = [block for block in blocks if block.kind is BlockKind.TITLE]
    main = next((block for block in titles if block.level == 1), None)
    return (main or titles[0]).text[:500] if titles else ""
