"""Pictures, charts and diagrams of office files: counted, and what they say told."""

from typing import Protocol

from scoring.document import BlockKind
from scoring.extract.office.charts import chart
from scoring.extract.office.diagrams import words_of
from scoring.extract.office.markup import Element, below, local, value
from scoring.extract.office.script import Script

_SMALLEST = 360_000
"""English metric units: a picture of less than a centimetre is an icon or a line."""


class Known(Protocol):
    """What gives the part an id refers to."""

    def part(self, number: str) -> Element | None:
        """The part's root element, None for what is not there."""

    def target(self, number: str) -> str:
        """The part's name, "" for what is outside or not there."""


class Graphics:
    """Takes drawings into a Script."""

    def __init__(self, script: Script, parts: Known) -> None:
        self._script = script
        self._parts = parts

    def take(self, drawing: Element, locator: str) -> None:
        """Count what is drawn; charts give tables, diagrams items of a list."""
        charts = [e for e in below(drawing, "chart") if value(e, "id")]
        diagrams = list(below(drawing, "relIds"))
        for one in charts:
            self._chart(one, locator)
        for one in diagrams:
            self._script.pictures += 1
            for text in words_of(self._parts.part(value(one, "dm"))):
                self._script.say(BlockKind.LIST_ITEM, text, locator)
        if not charts and not diagrams and not _small(drawing):
            for picture in below(drawing, "blip", "imagedata"):
                self._script.pictures += 1
                named = value(picture, "embed") or value(picture, "id")
                self._script.inset(self._parts.target(named), locator)

    def _chart(self, element: Element, locator: str) -> None:
        self._script.pictures += 1
        told = chart(self._parts.part(value(element, "id")))
        if told is not None:
            caption = " ".join(filter(None, (told.title, told.unit)))
            self._script.show(told.rows, locator, self._script.caption(caption))


def _small(drawing: Element) -> bool:
    extents = (e for e in drawing.iter() if local(e) in ("extent", "ext") and value(e, "cx"))
    extent = next(extents, None)
    sides = [value(extent, side) for side in ("cx", "cy")]
    return extent is not None and any(s.isdigit() and int(s) < _SMALLEST for s in sides)
