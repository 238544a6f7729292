"""Pages of a PDF as grey pictures, for the eyes of a program that recognises text."""

import io
from collections.abc import Sequence
from math import sqrt

import pypdfium2  # type: ignore[import-untyped]  # ships no types
from PIL import Image

from scoring.extract.archives.packed import BATCH, Packed, framed
from scoring.extract.inked import inked
from scoring.extract.office.refused import Refused

DPI = 200
"""Finer does not recognise more and takes longer; coarser loses small type."""
MOST_PIXELS = 24_000_000
"""A wall map is drawn coarser than this many allow, not cut."""


def render(body: bytes, *, pages: Sequence[int]) -> bytes:
    """Pages by number, from 1, as PGM, framed as files of an archive are: as many as fit.

    The path of each is its number, its detail the dots per inch it was drawn at.
    """
    try:
        document = pypdfium2.PdfDocument(body)
    except pypdfium2.PdfiumError as error:
        raise Refused("torn", str(error)) from None
    drawn: list[Packed] = []
    room = BATCH
    for number in pages:
        one = _drawn(document, number)
        room -= len(one.body)
        if drawn and room < 0:
            break
        drawn.append(one)
    return framed(drawn, len(pages))


def _drawn(document: pypdfium2.PdfDocument, number: int) -> Packed:
    try:
        page = document[number - 1]
        width, height = page.get_size()
        scale = min(DPI / 72, sqrt(MOST_PIXELS / max(1.0, width * height)))
        bitmap = page.render(scale=scale, grayscale=True)
        rows, stride = bytes(bitmap.buffer), bitmap.stride
        wide, high = bitmap.width, bitmap.height
        page.close()
    except (pypdfium2.PdfiumError, IndexError, ValueError) as error:
        return Packed(str(number), b"", "torn", str(error))
    grey = Image.frombuffer("L", (wide, high), rows, "raw", "L", stride, 1)
    held = io.BytesIO()
    inked(grey).save(held, "PPM")
    return Packed(str(number), held.getvalue(), "", str(max(1, round(scale * 72))))
