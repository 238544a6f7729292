"""Frames of OpenDocument: pictures, charts with their data, text boxes, drawn shapes."""

from collections.abc import Callable, Iterator

from scoring.extract.office.grid import is_data
from scoring.extract.office.markup import Element, below, child, children, local, value
from scoring.extract.office.odf.cells import rows
from scoring.extract.office.package import Package
from scoring.extract.office.script import Script, trimmed
from scoring.extract.spelling import tidy

_SMALLEST = 1.0
"""Centimetres: a smaller picture is an icon or a line."""
_UNITS = {"cm": 1.0, "mm": 0.1, "in": 2.54, "pt": 2.54 / 72, "pc": 2.54 / 6, "px": 2.54 / 96}
_DRAWN = ("p", "h", "list")


class Frames:
    """Takes frames into a Script; what is written in them goes ``over``."""

    def __init__(self, script: Script, package: Package, over: Callable[[Element], None]) -> None:
        self._script = script
        self._package = package
        self._over = over

    def take(self, frame: Element, locator: str) -> None:
        """A frame, a group of frames or a shape."""
        name = local(frame)
        if name == "g":
            for one in frame:
                self.take(one, locator)
        elif name != "frame":
            if any(local(one) in _DRAWN for one in frame):
                self._over(frame)
        else:
            self._frame(frame, locator)

    def _frame(self, frame: Element, locator: str) -> None:
        """What a frame holds; a picture beside an object only stands in for it."""
        held = {local(one): one for one in reversed(frame)}
        if "object" in held:
            self._script.pictures += 1
            self._chart(held["object"], locator)
        elif "text-box" in held:
            self._over(held["text-box"])
        elif "table" in held:
            self._over(frame)
        elif "image" in held and not _small(frame):
            self._script.pictures += 1
            self._script.inset(value(held["image"], "href").removeprefix("./"), locator)

    def _chart(self, element: Element, locator: str) -> None:
        folder = value(element, "href").removeprefix("./").rstrip("/")
        root = self._package.xml_if(f"{folder}/content.xml")
        chart = next(below(root, "chart"), None)
        for table in children(chart, "table"):
            told = trimmed(rows(table, _text))
            if is_data(told):
                title = tidy("".join(_texts(child(chart, "title"))))
                self._script.show(told, locator, self._script.caption(title))


def _text(cell: Element) -> str:
    return tidy(" ".join("".join(_texts(p)) for p in below(cell, "p")))


def _texts(element: Element | None) -> Iterator[str]:
    return (str(text) for text in (() if element is None else element.itertext()))


def length(text: str) -> float | None:
    """Centimetres of ``2.5cm``; None of what is no length."""
    unit = text[-2:]
    try:
        return float(text[:-2]) * _UNITS[unit]
    except (ValueError, KeyError):
        return None


def _small(frame: Element) -> bool:
    sides = (length(value(frame, side)) for side in ("width", "height"))
    return any(side is not None and side < _SMALLEST for side in sides)
