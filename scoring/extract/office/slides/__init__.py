"""PPTX: slides in the order they are shown, each read as a person reads it."""

from scoring.document import BlockKind, Document
from scoring.extract.given import Given
from scoring.extract.office.graphics import Graphics
from scoring.extract.office.markup import Element, child, children, local
from scoring.extract.office.package import Package
from scoring.extract.office.placed import in_order
from scoring.extract.office.properties import of_office
from scoring.extract.office.refused import Refused, refusing
from scoring.extract.office.script import Script
from scoring.extract.office.slides.leaf import Leaf
from scoring.extract.office.slides.shapes import Layouts, shapes_of
from scoring.extract.office.slides.tell import tell
from scoring.extract.office.text_share import Shown, text_share
from scoring.extract.office.word.parts import Parts

MOST_SLIDES = 2000
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


@refusing
def read(given: Given) -> Document:
    """The Document of a PPTX; locators are ``slide=N``, from 1, hidden slides counted.

    Hidden slides and speaker's notes are BOILERPLATE: no reader of the slides sees them.
    """
    package = Package(given)
    name = package.main("ppt/presentation.xml")
    shown = _slides(package, name)
    about = of_office(package)
    script, seen, layouts = Script(), Shown(), Layouts(package)
    for number, slide in enumerate(shown, 1):
        _slide(script, seen, layouts, Leaf(package, slide, number))
    return Document(
        sha256=given.sha256,
        media_type=given.media_type,
        title=about.title or _title(script),
        pages=len(shown),
        blocks=tuple(script.blocks),
        tables=tuple(script.tables),
        links=tuple(script.links),
        pictures=script.pictures,
        insets=tuple(script.insets),
        text_layer_share=text_share(seen),
        created=about.created,
        modified=about.modified,
    )


def _slides(package: Package, name: str) -> list[str]:
    """Names of the slides' parts as presented, which is not the order of their names."""
    order = child(package.xml(name), "sldIdLst")
    relations = package.relations(name)
    wanted = (relations.get(str(one.get(_RELATION, ""))) for one in children(order, "sldId"))
    names = [r.target for r in wanted if r is not None and r.target in package]
    if not names:
        raise Refused("torn", f"{name}: no slides")
    if len(names) > MOST_SLIDES:
        raise Refused("too-large", f"{len(names)} slides, read up to {MOST_SLIDES}")
    return names


def _slide(script: Script, seen: Shown, layouts: Layouts, leaf: Leaf) -> None:
    root = leaf.root
    if root is None:
        seen.add(words=0, pictures=0)
        return
    parts = Parts(leaf.package, leaf.name)
    shapes = shapes_of(root, layouts.of(leaf))
    titles = [shape for shape in shapes if shape.is_title]
    others = [(shape.box, shape) for shape in shapes if not shape.is_title]
    before = len(script.blocks), len(script.tables), script.pictures, len(script.insets)
    graphics = Graphics(script, parts)
    for shape in (*titles, *in_order(others)):
        tell(script, parts, graphics, shape, leaf)
    if leaf.hidden:
        _hide(script, *before)
        return
    fresh = script.blocks[before[0] :]
    words = sum(len(b.text) for b in fresh if b.kind is not BlockKind.BOILERPLATE)
    words += len(script.tables) - before[1]
    seen.add(words=words, pictures=script.pictures - before[2])
    _notes(script, parts, leaf)


def _hide(script: Script, blocks: int, tables: int, pictures: int, insets: int) -> None:
    """A hidden slide is not shown: its words are kept aside, its tables as lines."""
    told = script.blocks[blocks:]
    rows = [(t.locator, " | ".join(row)) for t in script.tables[tables:] for row in t.rows]
    del script.blocks[blocks:], script.tables[tables:], script.insets[insets:]
    script.pictures = pictures
    for locator, text in (*((b.locator, b.text) for b in told), *rows):
        script.say(BlockKind.BOILERPLATE, text, locator)


def _notes(script: Script, parts: Parts, leaf: Leaf) -> None:
    for name in parts.all_of("notesSlide"):
        root = leaf.package.xml_if(name)
        for shape in shapes_of(root, {}) if root is not None else ():
            if shape.role == "body":
                for paragraph in shape.paragraphs:
                    script.say(BlockKind.BOILERPLATE, _text(paragraph), leaf.locator)


def _text(paragraph: Element) -> str:
    return "".join(
        (e.text or "") if local(e) == "t" else " " for e in paragraph.iter("{*}t", "{*}br")
    )


def _title(script: Script) -> str:
    """The title of the first slide that has one."""
    kinds = (BlockKind.TITLE, BlockKind.HEADING)
    return next((b.text[:300] for b in script.blocks if b.kind in kinds), "")
