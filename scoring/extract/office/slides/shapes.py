"""Shapes of a slide with their places: groups opened, placeholders placed by their layout."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from scoring.extract.office.markup import Element, below, child, children, chosen, local, value
from scoring.extract.office.package import Package
from scoring.extract.office.placed import Box
from scoring.extract.office.slides.leaf import Leaf

_SHAPES = frozenset({"sp", "pic", "graphicFrame", "cxnSp"})
_TITLES = ("title", "ctrTitle")
_EDGES = ("sldNum", "ftr", "dt", "hdr")
_MOST = 20_000
_DEEPEST = 40
Shift = tuple[float, float, float, float]
"""How a group's own measures become the slide's: scale and offset, across and down."""
_NONE: Shift = (1.0, 1.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Shape:
    """A shape on its slide. ``role`` is its placeholder's type ("" for a shape of its own)."""

    element: Element
    box: Box | None
    role: str = ""

    @property
    def is_title(self) -> bool:
        """The title of the slide."""
        return self.role in _TITLES

    @property
    def is_edge(self) -> bool:
        """A slide number, a date or a footer."""
        return self.role in _EDGES

    @property
    def paragraphs(self) -> Iterator[Element]:
        """Its text."""
        return children(child(self.element, "txBody"), "p")


Places = Mapping[tuple[str, str], Box]
"""Boxes of a layout's placeholders by (type, index)."""


class Layouts:
    """Where layouts and masters put their placeholders, each read once."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._known: dict[str, dict[tuple[str, str], Box]] = {}

    def of(self, leaf: Leaf) -> Places:
        """The places of a slide's layout."""
        return self._places(self._related(leaf.name, "slideLayout"), "slideMaster")

    def _places(self, name: str, parent: str) -> dict[tuple[str, str], Box]:
        if name not in self._known:
            upper = self._places(self._related(name, parent), "") if parent and name else {}
            root = self._package.xml_if(name) if name else None
            own = [] if root is None else shapes_of(root, upper)
            placed = ((_placeholder(s.element), s.box) for s in own)
            self._known[name] = {**upper, **{key: box for key, box in placed if key and box}}
        return self._known[name]

    def _related(self, name: str, kind: str) -> str:
        known = self._package.relations(name).values()
        return next((r.target for r in known if r.kind == kind and not r.external), "")


def shapes_of(root: Element, places: Places) -> list[Shape]:
    """All shapes, in the order drawn."""
    tree = child(root, "cSld", "spTree")
    return [] if tree is None else list(_inside(tree, places, _NONE, 0))[:_MOST]


def _inside(group: Element, places: Places, shift: Shift, depth: int) -> Iterator[Shape]:
    for one in group:
        name = local(one)
        if name in _SHAPES and not _invisible(one):
            yield _shape(one, places, shift)
        elif name == "grpSp" and depth < _DEEPEST and not _invisible(one):
            yield from _inside(one, places, _shifted(one, shift), depth + 1)
        elif name == "AlternateContent" and (choice := chosen(one)) is not None:
            yield from _inside(choice, places, shift, depth + 1)


def _shape(element: Element, places: Places, shift: Shift) -> Shape:
    key = _placeholder(element)
    box = _box(element, shift)
    if box is None and key is not None:
        box = places.get(key) or next(
            (b for (kind, _), b in places.items() if kind == key[0]), None
        )
    return Shape(element, box, key[0] if key else "")


def _placeholder(element: Element) -> tuple[str, str] | None:
    found = next(
        (e for part in element if local(part).startswith("nv") for e in below(part, "ph")), None
    )
    return None if found is None else (value(found, "type", "obj"), value(found, "idx", "0"))


def _invisible(element: Element) -> bool:
    named = next(
        (e for part in element if local(part).startswith("nv") for e in below(part, "cNvPr")), None
    )
    return value(named, "hidden") in ("1", "true")


def _box(element: Element, shift: Shift) -> Box | None:
    frame = child(element, "xfrm")
    frame = frame if frame is not None else child(element, "spPr", "xfrm")
    at, size = child(frame, "off"), child(frame, "ext")
    if at is None or size is None:
        return None
    across, down, left, top = shift
    return Box(
        left + across * _number(value(at, "x")),
        top + down * _number(value(at, "y")),
        across * _number(value(size, "cx")),
        down * _number(value(size, "cy")),
    )


def _shifted(group: Element, shift: Shift) -> Shift:
    frame = child(group, "grpSpPr", "xfrm")
    outer = _box_of(child(frame, "off"), child(frame, "ext"))
    inner = _box_of(child(frame, "chOff"), child(frame, "chExt"))
    if outer is None or inner is None:
        return shift
    across = outer.width / inner.width if inner.width else 1.0
    down = outer.height / inner.height if inner.height else 1.0
    return (
        shift[0] * across,
        shift[1] * down,
        shift[2] + shift[0] * (outer.left - inner.left * across),
        shift[3] + shift[1] * (outer.top - inner.top * down),
    )


def _box_of(at: Element | None, size: Element | None) -> Box | None:
    if at is None or size is None:
        return None
    sides = (value(at, "x"), value(at, "y"), value(size, "cx"), value(size, "cy"))
    return Box(*map(_number, sides))


def _number(text: str) -> float:
    digits = text.removeprefix("-")
    return float(text) if digits.isascii() and digits.isdigit() and len(digits) < 12 else 0.0
