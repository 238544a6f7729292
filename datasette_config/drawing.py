"""A region's standing as a picture for social networks: 1200 × 630 pixels, the same bytes always.

The letters are Roboto's, Latin and Cyrillic (Apache-2.0, carried in ``fonts/``), laid out by
FreeType alone, so that no font of the machine has a say.
"""

import io
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from datasette_config.card import Card
from datasette_config.ranking import Points

SIZE = (1200, 630)
_FONTS = Path(__file__).with_name("fonts")
# The light colours of site.css.
_PAPER, _INK, _SOFT, _LINE, _RAIL = "#fcfbf8", "#1a1d21", "#555b63", "#dcd8cf", "#e9e5db"
_BRAND, _FILL = "#0b4f6c", "#2474ad"
_EDGE = 72  # pixels left free at either side
_RIGHT = 640  # where the column of dimensions begins


def png(card: Card) -> bytes:
    """The picture."""
    image = Image.new("RGB", SIZE, _PAPER)
    _Drawing(ImageDraw.Draw(image)).card(card)
    out = io.BytesIO()
    image.save(out, "PNG", compress_level=9)
    return out.getvalue()


@dataclass(frozen=True, slots=True)
class _Drawing:
    pen: ImageDraw.ImageDraw

    def card(self, card: Card) -> None:
        """From the top to the bottom."""
        self.pen.rectangle((0, 0, SIZE[0], 12), _BRAND)
        for x, high in ((0, 36), (14, 22), (28, 12)):
            self.pen.rectangle((_EDGE + x, 92 - high, _EDGE + x + 9, 92), _BRAND)
        self.text((_EDGE + 56, 92), card.brand, 30, _BRAND, bold=True)
        self.text((SIZE[0] - _EDGE, 92), card.wave, 30, _SOFT, anchor="rs")
        self.name(card.name)
        self.text((_EDGE - 6, 426), card.score, 150, _INK, bold=True)
        self.bar((_EDGE, 474, 560), 26, card.total)
        self.text((_EDGE, 536), card.bounds, 26, _SOFT)
        self.place(card)
        for row, bar in enumerate(card.bars[:4]):
            y = 366 + row * 62
            self.text((_RIGHT, y), _cut(bar.name, 26, 430), 26, _INK)
            self.text((SIZE[0] - _EDGE, y), bar.said, 26, _INK, anchor="rs", bold=True)
            self.bar((_RIGHT, y + 12, SIZE[0] - _EDGE), 14, bar.points)
        self.pen.line((_EDGE, 566, SIZE[0] - _EDGE, 566), _LINE, 2)
        self.text((_EDGE, 602), _cut(card.foot, 22, SIZE[0] - 2 * _EDGE), 22, _SOFT)

    def name(self, name: str) -> None:
        """The region's name, as large as one line or two have room for."""
        width = SIZE[0] - 2 * _EDGE
        size = next((s for s in (68, 60, 52) if _font(s, bold=True).getlength(name) <= width), 46)
        lines = _lines(name, size, width)
        for row, line in enumerate(lines):
            self.text((_EDGE, (210 if len(lines) == 1 else 176) + row * 56), line, size, _INK,
                      bold=True)  # fmt: skip

    def place(self, card: Card) -> None:
        """The rank, large; why there is none, small, in as many lines as it takes up to two."""
        if card.ranked:
            return self.text((_RIGHT, 312), card.place, 44, _INK, bold=True)
        for row, line in enumerate(_lines(card.place, 26, SIZE[0] - _EDGE - _RIGHT)):
            self.text((_RIGHT, 288 + row * 32), line, 26, _INK, bold=True)
        return None

    def bar(self, place: tuple[int, int, int], high: int, points: Points) -> None:
        """The scale from 0 to 100, the score filled, the bounds as a whisker."""
        left, top, right = place
        step = (right - left) / 100
        self.pen.rectangle((left, top, right, top + high), _RAIL)
        if points.value is not None:
            self.pen.rectangle((left, top, left + round(points.value * step), top + high), _FILL)
        if points.sure:
            return
        low, top_high = (left + round(p * step) for p in (points.low, points.high))
        middle = top + high // 2
        self.pen.line((low, middle, top_high, middle), _INK, 3)
        for x in (low, top_high):
            self.pen.line((x, top + 2, x, top + high - 2), _INK, 3)

    def text(
        self, at: tuple[int, int], said: str, size: int, ink: str, *, bold: bool = False,
        anchor: str = "ls",
    ) -> None:  # fmt: skip
        """Words on their base line, from its left end or, with ``rs``, to its right one."""
        self.pen.text(at, said, ink, _font(size, bold=bold), anchor)


@cache
def _font(size: int, *, bold: bool = False) -> ImageFont.FreeTypeFont:
    file = _FONTS / f"Roboto-{'Bold' if bold else 'Regular'}.ttf"
    return ImageFont.truetype(file, size, layout_engine=ImageFont.Layout.BASIC)


def _cut(text: str, size: int, width: int) -> str:
    if _font(size).getlength(text) <= width:
        return text
    while text and _font(size).getlength(f"{text}…") > width:
        text = text[:-1]
    return f"{text.rstrip()}…"


def _lines(text: str, size: int, width: int) -> list[str]:
    """At most two lines, broken between words where the halves are most alike."""
    font, words = _font(size, bold=True), text.split(" ")
    if font.getlength(text) <= width or len(words) == 1:
        return [text]
    halves = [(" ".join(words[:n]), " ".join(words[n:])) for n in range(1, len(words))]
    return list(min(halves, key=lambda two: max(font.getlength(half) for half in two)))
