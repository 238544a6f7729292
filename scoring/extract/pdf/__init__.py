"""A PDF, read page by page: paragraphs, tables, pictures, and whether its text is text."""

import gc
import re
from collections.abc import Iterator
from contextlib import contextmanager

from scoring.document import Document, Scan
from scoring.extract.given import Given
from scoring.extract.pdf.about import day_of, title_of
from scoring.extract.pdf.assemble import assembled
from scoring.extract.pdf.leaf import Leaf, leaf_of
from scoring.extract.pdf.lines import Line
from scoring.extract.pdf.outgoing import links_of
from scoring.extract.pdf.pictures import count_pictures
from scoring.extract.pdf.raw import File, Refused
from scoring.extract.spelling import tidy

_LETTERS = re.compile(r"(?:[^\W\d_][\W\d_]*){4}")
MOST_PAGES = 2_000
LONGEST = 10_000_000
"""Characters of text beyond which a file is a bomb, not a document."""


def read(given: Given) -> Document:
    """The Document of a PDF; locators are ``page=N``, pages count from 1."""
    try:
        file = File(given.body)
    except Refused as refused:
        return given.unreadable("encrypted" if refused.encrypted else "torn", str(refused))
    try:
        with _uncollected():
            return _document(given, file)
    finally:
        file.close()


@contextmanager
def _uncollected() -> Iterator[None]:
    """A page makes thousands of tuples and no cycle: the collector looks at them for nothing."""
    collected = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collected:
            gc.enable()


def _document(given: Given, file: File) -> Document:
    if file.pages == 0:
        return given.unreadable("torn", "PDF without pages")
    if file.pages > MOST_PAGES:
        return given.unreadable("too-large", f"PDF of {file.pages} pages, read up to {MOST_PAGES}")
    leaves: list[Leaf] = []
    left = LONGEST
    for number, sheet in enumerate(file.sheets(), 1):
        leaf = leaf_of(number, sheet)
        leaves.append(leaf)
        left -= leaf.length
        if left < 0:
            return given.unreadable("too-large", f"PDF with more than {LONGEST} characters")
    blocks, tables, insets = assembled(leaves)
    return Document(
        sha256=given.sha256,
        media_type="application/pdf",
        title=title_of(file.says("Title")) or _largest(leaves),
        pages=file.pages,
        blocks=blocks,
        tables=tables,
        pictures=count_pictures([leaf.pictures for leaf in leaves]),
        text_layer_share=_text_layer_share(leaves),
        created=day_of(file.says("CreationDate")),
        modified=day_of(file.says("ModDate")),
        page_labels=_labels(file),
        insets=insets,
        links=links_of(leaves, blocks),
        scans=tuple(Scan(leaf.number) for leaf in leaves if not (leaf.has_text or leaf.blank)),
    )


def _labels(file: File) -> tuple[str, ...]:
    """Numbers printed on the pages, where they are not simply counted from 1."""
    labels = tuple(tidy(label)[:20] for label in file.labels())
    counted = tuple(str(number) for number in range(1, len(labels) + 1))
    return labels if any(labels) and labels != counted else ()


def _text_layer_share(leaves: list[Leaf]) -> float | None:
    """Share of pages with text one can select, of those that show anything; None if none do."""
    shown = [leaf for leaf in leaves if not leaf.blank]
    return round(sum(leaf.has_text for leaf in shown) / len(shown), 4) if shown else None


def _largest(leaves: list[Leaf]) -> str:
    """The largest type on the first page that says something."""
    for leaf in leaves[:2]:
        by_size = sorted(leaf.lines, key=lambda line: -line.size)
        size = next((line.size for line in by_size if _speaks(line)), 0.0)
        if size:
            large = (line for line in leaf.lines if line.size >= size * 0.9)
            return " ".join(line.text for line in large if _speaks(line))[:300]
    return ""


def _speaks(line: Line) -> bool:
    return _LETTERS.search(line.text) is not None
