"""What a shape says: paragraphs, a table, a chart, a diagram, a picture."""

import re
from itertools import zip_longest

from scoring.document import BlockKind
from scoring.extract.office.graphics import Graphics
from scoring.extract.office.grid import Cell, is_data, spread
from scoring.extract.office.markup import Element, below, child, children, local, value
from scoring.extract.office.script import Script
from scoring.extract.office.slides.leaf import Leaf
from scoring.extract.office.slides.shapes import Shape
from scoring.extract.office.spoken import is_bold_heading
from scoring.extract.office.word.parts import Parts
from scoring.extract.spelling import tidy

_BULLETS = ("buChar", "buAutoNum", "buBlip")
_BODIES = ("body", "obj")
_BOLD_LEVEL = 6
_A_TEXT = 5
_YEAR = re.compile(r"\b20\d\d\b")


def tell(script: Script, parts: Parts, graphics: Graphics, shape: Shape, leaf: Leaf) -> None:
    """Tell one shape to the script."""
    table = (
        next(below(shape.element, "tbl"), None) if local(shape.element) == "graphicFrame" else None
    )
    if table is not None:
        _table(script, parts, table, leaf.locator)
    elif local(shape.element) in ("graphicFrame", "pic"):
        graphics.take(shape.element, leaf.locator)
    else:
        _texts(script, parts, shape, leaf)


def _texts(script: Script, parts: Parts, shape: Shape, leaf: Leaf) -> None:
    spoken = [p for p in shape.paragraphs if _text(p).strip()]
    for paragraph, below_it in zip_longest(spoken, spoken[1:]):
        kind, level = _kind(shape, paragraph, leaf, several=len(spoken) > 1)
        if kind is BlockKind.PARAGRAPH and below_it is not None and _heads(paragraph, below_it):
            kind, level = BlockKind.HEADING, _BOLD_LEVEL
        text = _text(paragraph)
        script.say(kind, text, leaf.locator, level)
        for run in below(paragraph, "r"):
            _link(script, parts, run, text, leaf.locator)


def _heads(paragraph: Element, other: Element) -> bool:
    """A bold line over one that is not: the heading of a part of a slide, and no figure.

    One word is the heading of a text; over a figure it is the figure's name.
    """
    text = _text(paragraph)
    told = len(text.split()) > 1 or len(_text(other).split()) >= _A_TEXT
    several = told and not re.search(r"\d", _YEAR.sub("", text))
    return several and is_bold_heading(text, _bold(paragraph)) and not _bold(other)


def _bold(paragraph: Element) -> int:
    """Its bold letters, spaces apart."""
    runs = (run for run in below(paragraph, "r") if value(child(run, "rPr"), "b") in ("1", "true"))
    return sum(len("".join(_text(run).split())) for run in runs)


def _link(script: Script, parts: Parts, run: Element, around: str, locator: str) -> None:
    click = child(run, "rPr", "hlinkClick")
    if click is not None:
        words = "".join(e.text or "" for e in below(run, "t"))
        script.link(parts.address(value(click, "id")), words, around, locator)


def _kind(shape: Shape, paragraph: Element, leaf: Leaf, *, several: bool) -> tuple[BlockKind, int]:
    if shape.is_edge:
        return BlockKind.BOILERPLATE, 0
    if shape.is_title:
        return (BlockKind.TITLE, 1) if leaf.number == 1 else (BlockKind.HEADING, 1)
    if shape.role == "subTitle":
        return (BlockKind.HEADING, 2) if leaf.number == 1 else (BlockKind.PARAGRAPH, 0)
    properties = child(paragraph, "pPr")
    if any(child(properties, name) is not None for name in _BULLETS):
        return BlockKind.LIST_ITEM, 0
    bare = child(properties, "buNone") is not None
    # A body placeholder has bullets by its layout; a lone paragraph in it is a text.
    listed = shape.role in _BODIES and several and not bare
    return (BlockKind.LIST_ITEM if listed else BlockKind.PARAGRAPH), 0


def _text(paragraph: Element) -> str:
    """Letters of runs and fields; a line break parts words."""
    return "".join((e.text or "") if local(e) == "t" else "\n" for e in below(paragraph, "t", "br"))


def _table(script: Script, parts: Parts, table: Element, locator: str) -> None:
    rows = spread(
        [[_cell(c) for c in children(r, "tc") if _starts(c)] for r in children(table, "tr")]
    )
    if is_data(rows):
        script.show(rows, locator, script.caption())
    else:
        for paragraph in below(table, "p"):
            script.say(BlockKind.PARAGRAPH, _text(paragraph), locator)
    for row in children(table, "tr"):
        around = tidy(" ".join(_text(p) for p in below(row, "p")))
        for run in below(row, "r"):
            _link(script, parts, run, around, locator)


def _starts(cell: Element) -> bool:
    """A cell covered from the left is counted by the one that covers it."""
    return value(cell, "hMerge") not in ("1", "true")


def _cell(cell: Element) -> Cell:
    continued = value(cell, "vMerge") in ("1", "true")
    text = tidy("\n".join(_text(p) for p in children(child(cell, "txBody"), "p")))
    across = value(cell, "gridSpan")
    wide = int(across) if across.isascii() and across.isdigit() and len(across) < 5 else 1
    return Cell("" if continued else text, wide, 0 if continued else 1)
