"""Charts drawn by shapes: bars of rectangles, a pie of sectors."""

from reportlab.graphics.shapes import Drawing, Rect, Wedge
from reportlab.lib.colors import HexColor

_COLOURS = [HexColor(code) for code in ("#2a6f97", "#e07a5f", "#81b29a", "#f2cc8f")]


def charts(count: int) -> list[Drawing]:
    """None, bars, or bars and a pie."""
    return [make() for make in (_bars, _pie)[:count]]


def _bars() -> Drawing:
    drawing = Drawing(300, 190)
    for n, height in enumerate((80, 130, 60, 170)):
        drawing.add(Rect(20 + 60 * n, 10, 40, height, fillColor=_COLOURS[0], strokeColor=None))
    return drawing


def _pie() -> Drawing:
    drawing = Drawing(300, 210)
    for n, colour in enumerate(_COLOURS):
        drawing.add(Wedge(150, 105, 90, n * 90, n * 90 + 70, fillColor=colour, strokeColor=None))
    return drawing
