"""Pictures: what a program takes for a photograph, and bars where there are no native charts."""

import io
import random
from functools import cache
from pathlib import Path

import numpy
from PIL import Image, ImageDraw, ImageFont

from benchmarks.labels.prints.pieces import Chart

_FONT = Path("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf")
_SIZE = (640, 400)


@cache
def photograph(caption: str) -> bytes:
    """A JPEG of sky, ground and houses with the grain of a camera, the same for one caption."""
    dice = random.Random(caption)
    width, height = _SIZE
    ground = dice.randint(220, 300)
    picture = Image.new("RGB", _SIZE)
    draw = ImageDraw.Draw(picture)
    for y in range(height):
        light = 255 - y // 4
        colour = (
            (light - 90, light - 40, light) if y < ground else (90, 120 - (y - ground) // 3, 60)
        )
        draw.line([(0, y), (width, y)], fill=colour)
    for _ in range(dice.randint(3, 6)):
        left, wide, tall = dice.randint(0, 560), dice.randint(50, 140), dice.randint(50, 170)
        shade = dice.randint(110, 210)
        box = (left, ground - tall, left + wide, ground + dice.randint(5, 40))
        draw.rectangle(box, fill=(shade, shade - 20, shade - 45))
    grain = numpy.random.default_rng(dice.randint(0, 2**31)).normal(0, 9, (height, width, 3))
    noisy = numpy.clip(numpy.asarray(picture) + grain, 0, 255).astype("uint8")
    return _packed(Image.fromarray(noisy), "JPEG")


def bars(chart: Chart) -> bytes:
    """The chart as a PNG: a picture pasted into a text."""
    row = 44
    picture = Image.new("RGB", (900, 60 + row * len(chart.bars)), "white")
    draw = ImageDraw.Draw(picture)
    font = ImageFont.truetype(str(_FONT), 20)
    draw.text((10, 12), chart.title, fill="black", font=font)
    most = max(abs(value) for _, value in chart.bars) or 1
    for number, (name, value) in enumerate(chart.bars):
        y = 54 + row * number
        draw.text((10, y), name, fill="black", font=font)
        wide = round(380 * abs(value) / most)
        draw.rectangle((380, y, 380 + wide, y + 28), fill="#2a6f97")
        draw.text((390 + wide, y), figure(value), fill="black", font=font)
    return _packed(picture, "PNG")


def figure(value: float) -> str:
    """A number as Russians write it."""
    return f"{value:g}".replace(".", ",")


def _packed(picture: Image.Image, kind: str) -> bytes:
    held = io.BytesIO()
    picture.save(held, kind, quality=80)
    return held.getvalue()
