"""Real files for tests: PDFs by ReportLab with a Cyrillic font, read as any other."""

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from reportlab.lib import pagesizes
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

FONTS = Path("/usr/share/fonts/truetype/dejavu")
REGULAR, BOLD = "DejaVuSans", "DejaVuSans-Bold"


def fonts_or_skip() -> None:
    if not (FONTS / f"{REGULAR}.ttf").is_file():
        pytest.skip("needs the DejaVu fonts: apt-get install fonts-dejavu-core")
    for name in (REGULAR, BOLD):
        if name not in pdfmetrics.getRegisteredFontNames():
            pdfmetrics.registerFont(TTFont(name, str(FONTS / f"{name}.ttf")))


def pdf(*draw: Callable[[Canvas], None], size: tuple[float, float] = pagesizes.A4) -> bytes:
    """A PDF with one page for each function that draws it."""
    fonts_or_skip()
    held = io.BytesIO()
    canvas = Canvas(held, pagesize=size, invariant=1)
    for page in draw:
        page(canvas)
        canvas.showPage()
    canvas.save()
    return held.getvalue()


def written(
    *lines: str, size: float = 11, top: float = 700, left: float = 72, font: str = REGULAR
) -> Callable[[Canvas], None]:
    """Lines of type from ``top`` down."""

    def draw(canvas: Canvas) -> None:
        canvas.setFont(font, size)
        for number, line in enumerate(lines):
            canvas.drawString(left, top - number * size * 1.25, line)

    return draw


def both(*draw: Callable[[Canvas], None]) -> Callable[[Canvas], None]:
    def page(canvas: Canvas) -> None:
        for one in draw:
            one(canvas)

    return page
