"""What is drawn on a page beside its text: images, paths and shadings, in forms too."""

from collections.abc import Callable
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium  # type: ignore[import-untyped]  # ships no types

from scoring.extract.pdf import calls
from scoring.extract.pdf.places import AS_IT_IS, Box, Matrix, moved, within

THIN = 2.5
"""Points up to which a shape is a ruled line, whatever it is made of."""
_DEEPEST_FORM = 4
_MOST_OBJECTS = 40_000
_PAPER = 245
_TEXT, _PATH, _FORM = 1, 2, 5
_BOUNDS, _MATRIX = calls.floats(4), calls.floats(6)
_MODES, _COLOUR = calls.integers(2), calls.integers(4)
_KINDS = {_PATH: "path", 3: "image", 4: "shading"}


class Drawn(NamedTuple):
    """Something drawn on a page: a page may have thousands, hence no dataclass.

    ``curved`` paths have Bezier segments; others say how inked. Of a thin path nothing but
    its place is asked.
    """

    kind: str
    box: Box
    curved: bool = False
    filled: bool = False
    stroked: bool = False
    segments: int = 0


class Drawing:
    """Looks through the objects of one page; ``turned`` turns a box as the page is shown."""

    def __init__(self, page: object, turned: Callable[[Box], Box]) -> None:
        self._page = page
        self._turned = turned
        self._found: list[Drawn] = []
        self._left = _MOST_OBJECTS

    def all(self) -> list[Drawn]:
        """Everything but text, in the order it is drawn; so many objects at most."""
        count = int(pdfium.FPDFPage_CountObjects(self._page))
        self._over(calls.page_object, self._page, count, AS_IT_IS, 0)
        return self._found

    def _over(
        self, get: Callable[..., Any], owner: object, count: int, at: Matrix, depth: int
    ) -> None:
        kind_of, found = calls.object_type, self._found
        count = min(count, self._left)
        self._left -= count
        for index in range(count):
            thing = get(owner, index)
            kind = kind_of(thing)
            if kind == _TEXT:
                continue
            if kind == _FORM:
                self._within(thing, at, depth)
            elif kind in _KINDS:
                found.append(self._known(thing, kind, at))

    def _within(self, form: calls.Handle, at: Matrix, depth: int) -> None:
        """Forms hold forms, and hostile ones hold themselves."""
        if depth < _DEEPEST_FORM:
            held = calls.object_matrix(form, _MATRIX.at[0])
            own: Any = _MATRIX.read() if held else AS_IT_IS
            count = int(calls.count_within(form))
            self._over(calls.form_object, form, count, within(own, at), depth + 1)

    def _known(self, thing: calls.Handle, kind: int, at: Matrix) -> Drawn:
        calls.object_bounds(thing, *_BOUNDS.at)
        left, bottom, right, top = _BOUNDS.read()
        box = self._turned(moved((left, bottom, right, top), at))
        if kind != _PATH:
            return Drawn(_KINDS[kind], box)
        if box[2] - box[0] <= THIN or box[3] - box[1] <= THIN:
            return Drawn("path", box)
        segments = int(calls.count_segments(thing))
        return Drawn("path", box, _curved(thing, segments), *self._inked(thing), segments)

    def _inked(self, path: calls.Handle) -> tuple[bool, bool]:
        """Is it filled with a colour one can see on white paper; is its outline drawn?"""
        calls.draw_mode(path, *_MODES.at)
        mode, stroke = _MODES.read()
        return mode != 0 and not self._white(path), stroke != 0

    def _white(self, path: calls.Handle) -> bool:
        calls.fill_colour(path, *_COLOUR.at)
        red, green, blue, alpha = _COLOUR.read()
        return bool(min(red, green, blue) >= _PAPER or alpha == 0)


def _curved(path: calls.Handle, count: int) -> bool:
    if count < 3:
        return False
    segment, kind = calls.path_segment, calls.segment_type
    return any(kind(segment(path, index)) == _BEZIER for index in range(1, min(count, 8)))


_BEZIER = int(pdfium.FPDF_SEGMENT_BEZIERTO)
