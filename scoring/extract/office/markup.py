"""XML of strangers: no entities, no network, no depth, no giants."""

import re
from collections.abc import Iterator

from lxml import etree

from scoring.extract.office.refused import Refused

_DOCTYPE = re.compile(rb"<!DOCTYPE|<\0!\0D\0O\0C|\0<\0!\0D\0O\0C")
_HUGE = re.compile(r"huge|excessive|depth|limit|too long", re.IGNORECASE)
_W3 = "http://schemas.openxmlformats.org/"
_STRICT = tuple(
    (f"http://purl.oclc.org/ooxml/{strict}".encode(), (_W3 + known).encode())
    for strict, known in (
        ("officeDocument/relationships", "officeDocument/2006/relationships"),
        ("wordprocessingml/main", "wordprocessingml/2006/main"),
        ("spreadsheetml/main", "spreadsheetml/2006/main"),
        ("presentationml/main", "presentationml/2006/main"),
        ("drawingml/main", "drawingml/2006/main"),
        ("drawingml/chart", "drawingml/2006/chart"),
        ("drawingml/diagram", "drawingml/2006/diagram"),
        ("drawingml/wordprocessingDrawing", "drawingml/2006/wordprocessingDrawing"),
    )
)

Element = etree._Element  # the only name lxml's elements have


def parsed(body: bytes, what: str) -> Element:
    """The root element. Raises Refused: ``torn`` for no XML, ``too-large`` for a giant.

    A document type is refused outright: office files have none, bombs and spies do.
    """
    if _DOCTYPE.search(body):
        raise Refused("torn", f"{what}: XML with a document type, which office files never have")
    if b"http://purl.oclc.org/ooxml/" in body[:4096]:
        for strict, known in _STRICT:
            body = body.replace(strict, known)
    try:
        root = etree.fromstring(body, hardened())
    except etree.XMLSyntaxError as error:
        reason = "too-large" if _HUGE.search(str(error)) else "torn"
        raise Refused(reason, f"{what}: {error}") from None
    if root is None:
        raise Refused("torn", f"{what}: no XML")
    return root


def hardened() -> etree.XMLParser:
    """A parser for hostile bytes; a fresh one each time, for they are not to be shared."""
    return etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )


def local(element: Element) -> str:
    """The tag without its namespace."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def value(element: Element | None, name: str = "val", default: str = "") -> str:
    """An attribute by its local name, whatever its namespace."""
    if element is None:
        return default
    for key, text in element.attrib.items():
        if str(key).rpartition("}")[2] == name:
            return str(text)
    return default


def child(element: Element | None, *path: str) -> Element | None:
    """The first child of this local name, and its first child, and so on."""
    for name in path:
        if element is None:
            return None
        element = next((c for c in element if local(c) == name), None)
    return element


def children(element: Element | None, name: str) -> Iterator[Element]:
    """Children of this local name."""
    return (c for c in ([] if element is None else element) if local(c) == name)


def below(element: Element | None, *names: str) -> Iterator[Element]:
    """Elements of these local names at any depth, in the order of the document."""
    if element is not None:
        yield from (e for e in element.iter("{*}" + names[0], *("{*}" + n for n in names[1:])))


def chosen(alternate: Element) -> Element | None:
    """Of mc:AlternateContent the first choice that holds anything, else the fallback."""
    choices = [c for c in alternate if local(c) in ("Choice", "Fallback") and len(c)]
    return choices[0] if choices else None
