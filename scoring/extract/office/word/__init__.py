"""DOCX: what Word shows a reader, paragraph by paragraph."""

from scoring.document import BlockKind, Document
from scoring.extract.given import Given
from scoring.extract.office.markup import Element, below, child, local
from scoring.extract.office.package import Package
from scoring.extract.office.properties import Properties, of_office
from scoring.extract.office.refused import Refused, refusing
from scoring.extract.office.script import Script
from scoring.extract.office.word.lists import Lists
from scoring.extract.office.word.parts import Parts
from scoring.extract.office.word.styles import Styles
from scoring.extract.office.word.walk import Walk


@refusing
def read(given: Given) -> Document:
    """The Document of a DOCX; ``page=N`` where Word left its page breaks, else ``block=N``."""
    package = Package(given)
    name = package.main("word/document.xml")
    root = package.xml(name)
    body = child(root, "body")
    if body is None:
        raise Refused("torn", f"{name}: no body")
    parts = Parts(package, name)
    about = of_office(package)
    script = Script()
    styles = Styles(parts.root("styles"))
    walk = Walk(script, parts, styles, Lists(parts.root("numbering")), paged=_paged(root, about))
    walk.over(body)
    walk.notes()
    _edges(walk, parts)
    shown = script.pictures or any(b.kind is not BlockKind.BOILERPLATE for b in script.blocks)
    return Document(
        sha256=given.sha256,
        media_type=given.media_type,
        title=about.title or _title(script),
        pages=max(about.pages, walk.page if walk.paged else 0),
        blocks=tuple(script.blocks),
        tables=tuple(script.tables),
        links=tuple(script.links),
        pictures=script.pictures,
        insets=tuple(script.insets),
        text_layer_share=_text_share(script) if shown or script.tables else None,
        created=about.created,
        modified=about.modified,
    )


def _paged(root: Element, about: Properties) -> bool:
    """Word notes where its pages broke, but not every break: then the notes are no page numbers."""
    breaks = sum(1 for _ in below(root, "lastRenderedPageBreak"))
    return breaks > 0 and breaks + 1 >= about.pages


def _edges(walk: Walk, parts: Parts) -> None:
    """Headers and footers, each text once."""
    said: set[str] = set()
    for kind in ("header", "footer"):
        for name in parts.all_of(kind):
            for paragraph in below(parts.package.xml_if(name), "p"):
                text = "".join(
                    (e.text or "") if local(e) == "t" else " " for e in below(paragraph, "t", "tab")
                )
                if text.strip() not in said:
                    said.add(text.strip())
                    walk.script.say(BlockKind.BOILERPLATE, text, walk.first_page)


def _text_share(script: Script) -> float:
    """Scans pasted into Word are no text."""
    words = any(b.kind is not BlockKind.BOILERPLATE for b in script.blocks) or script.tables
    return 1.0 if words else 0.0


def _title(script: Script) -> str:
    """The paragraph of the style "Title", else the first heading near the beginning."""
    titles = [b for b in script.blocks if b.kind is BlockKind.TITLE]
    heads = [b for b in script.blocks[:12] if b.kind is BlockKind.HEADING]
    return next((b.text[:300] for b in (*titles, *heads)), "")
