"""Pictures that stand in a text, as grey pictures for a program that recognises words."""

import io
import zipfile
from collections.abc import Iterator, Sequence
from math import sqrt

import pypdfium2  # type: ignore[import-untyped]  # ships no types
from PIL import Image, UnidentifiedImageError

from scoring.extract.archives.packed import BATCH, Packed, framed
from scoring.extract.data.plates import PICTURE, plates
from scoring.extract.given import Given
from scoring.extract.inked import inked, is_photograph
from scoring.extract.office.package import Package
from scoring.extract.office.refused import Refused

DPI = 300
MOST_PIXELS = 6_000_000
"""Of one picture: more is drawn coarser."""
_WIDE = 2400
"""Points a picture of an office file is brought to: type on a screen is too small as it is."""
_LARGER = 3.0
_SMALLEST = (160, 60)
"""Points of width and height below which a picture is a sign."""
_FORMATS = ("PNG", "JPEG", "GIF", "BMP", "TIFF", "WEBP")
"""What Pillow reads by itself: for others it would start programs."""
_PDF, _RICH = "application/pdf", "application/rtf"
_FAULTS = (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError)

Wanted = Sequence[tuple[str, str]]
"""Locator and part of each inset, as the Document tells them."""


def drawn(body: bytes, *, media_type: str, wanted: Wanted) -> bytes:
    """The insets as PGM, framed as files of an archive are: as many as fit.

    The path of each is its number, from 0, its detail the dots per inch it was drawn at, 0 when
    nobody knows. Solid bars and grounds are taken off. Photographs have the reason ``empty``.
    """
    pictures = _OF.get(media_type, _of_package)(body, wanted)
    made: list[Packed] = []
    room = BATCH
    for number, (picture, dpi) in enumerate(pictures):
        one = Packed(str(number), b"", "empty") if picture is None else _told(number, picture, dpi)
        room -= len(one.body)
        if made and room < 0:
            break
        made.append(one)
    return framed(made, len(wanted))


def _told(number: int, picture: Image.Image, dpi: int) -> Packed:
    if is_photograph(picture):
        return Packed(str(number), b"", "empty")
    held = io.BytesIO()
    inked(picture).save(held, "PPM")
    return Packed(str(number), held.getvalue(), "", str(dpi))


def _of_pdf(body: bytes, wanted: Wanted) -> Iterator[tuple[Image.Image | None, int]]:
    try:
        document = pypdfium2.PdfDocument(body)
    except pypdfium2.PdfiumError as error:
        raise Refused("torn", str(error)) from None
    for locator, part in wanted:
        try:
            yield _cut(document[int(locator.partition("=")[2]) - 1], part)
        except (pypdfium2.PdfiumError, IndexError, ValueError):
            yield None, 0


def _cut(page: pypdfium2.PdfPage, part: str) -> tuple[Image.Image, int]:
    """The part of a page within some edges."""
    left, bottom, right, top = map(float, part.split(","))
    area = max(1.0, (right - left) * (top - bottom)) / 72**2
    scale = min(DPI, sqrt(MOST_PIXELS / area)) / 72
    low, down, high, up = page.get_bbox()
    crop = (left - low, bottom - down, high - right, up - top)
    bitmap = page.render(scale=scale, grayscale=True, crop=tuple(max(0.0, side) for side in crop))
    return bitmap.to_pil().convert("L"), round(scale * 72)


def _of_package(body: bytes, wanted: Wanted) -> Iterator[tuple[Image.Image | None, int]]:
    package = Package(Given.of(body))
    for _, part in wanted:
        try:
            yield _enlarged(package.bytes_of(part)), 0
        except (Refused, zipfile.BadZipFile, *_FAULTS):
            yield None, 0


def _of_rich(body: bytes, wanted: Wanted) -> Iterator[tuple[Image.Image | None, int]]:
    kept = {PICTURE.format(n): plate.body for n, plate in enumerate(plates(body), 1)}
    for _, part in wanted:
        try:
            yield _enlarged(kept[part]), 0
        except (KeyError, *_FAULTS):
            yield None, 0


_OF = {_PDF: _of_pdf, _RICH: _of_rich}


def _enlarged(body: bytes) -> Image.Image | None:
    """Grey on white, as large as type must be to be read; None of a sign or a bomb."""
    with Image.open(io.BytesIO(body), formats=_FORMATS) as picture:
        wide, high = picture.size
        if wide < _SMALLEST[0] or high < _SMALLEST[1] or wide * high > 8 * MOST_PIXELS:
            return None
        clear = picture.convert("RGBA")
    ground = Image.new("RGBA", clear.size, "white")
    grey = Image.alpha_composite(ground, clear).convert("L")
    times = min(_LARGER, max(1.0, _WIDE / wide), sqrt(MOST_PIXELS / (wide * high)))
    size = max(1, round(wide * times)), max(1, round(high * times))
    return grey.resize(size, Image.Resampling.LANCZOS)
