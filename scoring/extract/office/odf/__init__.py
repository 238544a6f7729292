"""OpenDocument (ODT, ODP, ODS): one language for texts, slides and sheets."""

from scoring.document import BlockKind, Document
from scoring.extract.given import Given
from scoring.extract.office.markup import Element, below, child, children, local
from scoring.extract.office.odf.looks import Looks
from scoring.extract.office.odf.pages import slides
from scoring.extract.office.odf.sheets import sheets
from scoring.extract.office.odf.walk import Walk
from scoring.extract.office.package import Package
from scoring.extract.office.properties import Properties, of_odf
from scoring.extract.office.refused import Refused, refusing
from scoring.extract.office.script import Script
from scoring.extract.office.sheets.layout import tell, title_of_sheets
from scoring.extract.office.text_share import Shown, text_share


@refusing
def read_text(given: Given) -> Document:
    """The Document of an ODT; ``page=N`` where its program left page breaks, else ``block=N``."""
    package, body = _opened(given, "text")
    about, script = of_odf(package), Script()
    breaks = sum(1 for _ in below(body, "soft-page-break"))
    paged = breaks > 0 and breaks + 1 >= about.pages
    walk = Walk(script, package, _looks(package), paged=paged)
    walk.over(body)
    walk.notes()
    _edges(script, package, "page=1" if paged else "")
    words = any(b.kind is not BlockKind.BOILERPLATE for b in script.blocks) or script.tables
    share = (1.0 if words else 0.0) if words or script.pictures else None
    pages = max(about.pages, walk.page if paged else 0)
    return _document(given, script, about, _title(script), pages, share)


@refusing
def read_slides(given: Given) -> Document:
    """The Document of an ODP; locators are ``slide=N``."""
    package, body = _opened(given, "presentation")
    script, seen = Script(), Shown()
    count = slides(script, seen, package, _looks(package), body)
    return _document(given, script, of_odf(package), _title(script), count, text_share(seen))


@refusing
def read_sheets(given: Given) -> Document:
    """The Document of an ODS; cells are as its program showed them when it was saved."""
    package, body = _opened(given, "spreadsheet")
    script = Script()
    tell(script, sheets(body, _looks(package)))
    script.pictures = sum(1 for _ in below(body, "image", "object"))
    return _document(given, script, of_odf(package), title_of_sheets(script), 0, None)


def _document(
    given: Given, script: Script, about: Properties, title: str, pages: int, share: float | None
) -> Document:
    return Document(
        sha256=given.sha256,
        media_type=given.media_type,
        title=about.title or title,
        pages=pages,
        blocks=tuple(script.blocks),
        tables=tuple(script.tables),
        links=tuple(script.links),
        pictures=script.pictures,
        insets=tuple(script.insets),
        text_layer_share=share,
        created=about.created,
        modified=about.modified,
    )


def _opened(given: Given, kind: str) -> tuple[Package, Element]:
    package = Package(given)
    manifest = package.xml_if("META-INF/manifest.xml")
    if any(True for _ in below(manifest, "encryption-data")):
        raise Refused("encrypted", "an OpenDocument protected by a password")
    body = child(package.xml("content.xml"), "body", kind)
    if body is None:
        raise Refused("torn", f"content.xml: no {kind}")
    return package, body


def _looks(package: Package) -> Looks:
    return Looks([package.xml_if("styles.xml"), package.xml_if("content.xml")])


def _edges(script: Script, package: Package, locator: str) -> None:
    """Headers and footers of its page styles, each text once."""
    said: set[str] = set()
    root = package.xml_if("styles.xml")
    for master in children(child(root, "master-styles"), "master-page"):
        for edge in master:
            if local(edge).startswith(("header", "footer")):
                for paragraph in below(edge, "p", "h"):
                    text = "".join(str(part) for part in paragraph.itertext())
                    if text.strip() not in said:
                        said.add(text.strip())
                        script.say(BlockKind.BOILERPLATE, text, locator)


def _title(script: Script) -> str:
    titles = [b for b in script.blocks if b.kind is BlockKind.TITLE]
    heads = [b for b in script.blocks[:12] if b.kind is BlockKind.HEADING]
    return next((b.text[:300] for b in (*titles, *heads)), "")
