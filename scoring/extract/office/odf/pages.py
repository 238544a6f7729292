"""Slides of an ODP: their shapes in the order of reading, notes and hidden slides apart."""

from collections.abc import Iterator
from dataclasses import replace

from scoring.document import BlockKind
from scoring.extract.office.markup import Element, children, local, value
from scoring.extract.office.odf.frames import length
from scoring.extract.office.odf.looks import Looks
from scoring.extract.office.odf.walk import Walk
from scoring.extract.office.package import Package
from scoring.extract.office.placed import Box, in_order
from scoring.extract.office.refused import Refused
from scoring.extract.office.script import Script
from scoring.extract.office.text_share import Shown

MOST_SLIDES = 2000
_EDGES = ("page-number", "footer", "header", "date-time")
_SHAPES = frozenset({"frame", "custom-shape", "rect", "ellipse", "polygon", "line", "connector"})
_DEEPEST = 40


def slides(script: Script, seen: Shown, package: Package, looks: Looks, body: Element) -> int:
    """Tell all slides; returns how many there are."""
    pages = list(children(body, "page"))
    if len(pages) > MOST_SLIDES:
        raise Refused("too-large", f"{len(pages)} slides, read up to {MOST_SLIDES}")
    for number, page in enumerate(pages, 1):
        told = Script()
        _slide(Walk(told, package, looks, where=f"slide={number}"), page)
        _add(script, told, number, hidden=looks.hidden(value(page, "style-name")))
        if not looks.hidden(value(page, "style-name")):
            words = sum(b.kind is not BlockKind.BOILERPLATE for b in told.blocks)
            seen.add(words=words + len(told.tables), pictures=told.pictures)
    return len(pages)


def _slide(walk: Walk, page: Element) -> None:
    shapes = [s for s in _shapes(page, 0) if value(s, "class") not in _EDGES]
    titles = [shape for shape in shapes if value(shape, "class") == "title"]
    others = [(_box(shape), shape) for shape in shapes if value(shape, "class") != "title"]
    for shape in titles:
        walk.over(_holder(shape))
    _as_title(walk)
    for shape in in_order(others):
        walk.take(shape)
    begun = len(walk.script.blocks)
    for notes in children(page, "notes"):
        for shape in _shapes(notes, 0):
            if value(shape, "class") == "notes":
                walk.over(_holder(shape))
    walk.script.recast(begun, BlockKind.BOILERPLATE)


def _as_title(walk: Walk) -> None:
    kind = BlockKind.TITLE if walk.here == "slide=1" else BlockKind.HEADING
    walk.script.recast(0, kind, 1)


def _holder(shape: Element) -> Element:
    """What holds the words: a frame's text box, a shape itself."""
    return next(children(shape, "text-box"), shape)


def _shapes(group: Element, depth: int) -> Iterator[Element]:
    for one in group:
        name = local(one)
        if name == "g" and depth < _DEEPEST:
            yield from _shapes(one, depth + 1)
        elif name in _SHAPES:
            yield one


def _box(shape: Element) -> Box | None:
    sides = [length(value(shape, side)) for side in ("x", "y", "width", "height")]
    known = [side for side in sides if side is not None]
    return Box(*known) if len(known) == 4 else None


def _add(script: Script, told: Script, number: int, *, hidden: bool) -> None:
    """A slide's words to the others'; of a hidden one all are kept aside, tables as lines."""
    before = len(script.blocks)
    for block in told.blocks:
        kind = BlockKind.BOILERPLATE if hidden else block.kind
        script.say(kind, block.text, block.locator, 0 if hidden else block.level)
    for table in told.tables:
        if hidden:
            for row in table.rows:
                script.say(BlockKind.BOILERPLATE, " | ".join(row), f"slide={number}")
        else:
            script.show(table.rows, table.locator, table.caption)
    script.pictures += 0 if hidden else told.pictures
    for inset in () if hidden else told.insets:
        script.insets.append(replace(inset, after=before + inset.after))
    for link in told.links:
        script.link(link.href, link.text, link.context, link.locator)
