"""What is drawn on a page beside its text: images, paths and shadings, in forms too."""

import ctypes
from collections.abc import Callable, Iterable, Sequence
from itertools import repeat
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
_BOUNDS, _MATRIX = calls.Rows(ctypes.c_float, 4, "f"), calls.floats(6)
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


_drawn = tuple.__new__


class Drawing:
    """Looks through the objects of one page; ``turned`` turns a box as the page is shown."""

    def __init__(self, page: object, turned: Callable[[Box], Box] | None) -> None:
        self._page = page
        self._turned = turned
        self._found: list[Drawn] = []
        self._left = _MOST_OBJECTS

    def all(self) -> list[Drawn]:
        """Everything but text, in the order it is drawn; so many objects at most."""
        count = int(calls.count_objects(self._page))
        self._over(calls.page_object, calls.given(self._page), count, AS_IT_IS, 0)
        return self._found

    def _over(
        self, get: Callable[..., Any], owner: object, count: int, at: Matrix, depth: int
    ) -> None:
        count = min(count, self._left)
        self._left -= count
        # Most things on a page are pieces of text: these loops pass them by without a thought.
        things = list(map(get, repeat(owner, count), range(count)))
        kinds = list(map(calls.object_type, things))
        if kinds.count(_TEXT) == count:
            return
        shown = [told for told in zip(things, kinds, strict=True) if told[1] != _TEXT]
        boxes = self._boxes([thing for thing, _ in shown], at)
        found = self._found
        for (thing, kind), box in zip(shown, boxes, strict=True):
            if kind == _PATH:
                left, bottom, right, top = box
                if right - left <= THIN or top - bottom <= THIN:
                    found.append(_drawn(Drawn, ("path", box, False, False, False, 0)))
                else:
                    found.append(_shape(thing, box))
            elif kind == _FORM:
                self._within(thing, at, depth)
            elif kind in _KINDS:
                found.append(Drawn(_KINDS[kind], box))

    def _within(self, form: calls.Handle, at: Matrix, depth: int) -> None:
        """Forms hold forms, and hostile ones hold themselves."""
        if depth < _DEEPEST_FORM:
            held = calls.object_matrix(form, _MATRIX.at[0])
            own: Any = _MATRIX.read() if held else AS_IT_IS
            count = int(calls.count_within(form))
            self._over(calls.form_object, calls.given(form), count, within(own, at), depth + 1)

    def _boxes(self, things: Sequence[calls.Handle], at: Matrix) -> Iterable[Box]:
        """The box of each thing, asked of all in one go before any form is looked into."""
        boxes: Iterable[Box] = zip(
            *_BOUNDS.asked(calls.object_bounds, (), things, 0, 1, 2, 3), strict=True
        )
        if at != AS_IT_IS:
            boxes = [moved(box, at) for box in boxes]
        return map(self._turned, boxes) if self._turned else boxes


def _shape(thing: calls.Handle, box: Box) -> Drawn:
    """A path that is no ruled line."""
    segments = int(calls.count_segments(thing))
    return _drawn(Drawn, ("path", box, _curved(thing, segments), *_inked(thing), segments))


def _inked(path: calls.Handle) -> tuple[bool, bool]:
    """Is it filled with a colour one can see on white paper; is its outline drawn?"""
    calls.draw_mode(path, *_MODES.at)
    mode, stroke = _MODES.view
    return mode != 0 and not _white(path), stroke != 0


def _white(path: calls.Handle) -> bool:
    calls.fill_colour(path, *_COLOUR.at)
    red, green, blue, alpha = _COLOUR.view
    return bool((red >= _PAPER and green >= _PAPER and blue >= _PAPER) or alpha == 0)


def _curved(path: calls.Handle, count: int) -> bool:
    """Is one of its first segments a Bezier? PDFium tells each as three: every third is asked."""
    asked = range(min(count, 8) - 1, 0, -3) if count > 3 else ()
    return any(calls.segment_type(calls.path_segment(path, index)) == _BEZIER for index in asked)


_BEZIER = int(pdfium.FPDF_SEGMENT_BEZIERTO)
