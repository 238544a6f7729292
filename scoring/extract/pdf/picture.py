"""A page of a PDF in colour, as a reader sees it."""

from math import sqrt

import pypdfium2  # type: ignore[import-untyped]  # ships no types

from scoring.extract.office.refused import Refused

DPI = 96
MOST_PIXELS = 2_500_000
"""A poster is drawn coarser than this many allow, not cut."""


def picture(body: bytes, *, page: int) -> bytes:
    """A page by number, from 1, as PPM (P6). Raises Refused for what cannot be drawn."""
    try:
        document = pypdfium2.PdfDocument(body)
        drawn = document[page - 1]
        width, height = drawn.get_size()
        scale = min(DPI / 72, sqrt(MOST_PIXELS / max(1.0, width * height)))
        bitmap = drawn.render(scale=scale, rev_byteorder=True, prefer_bgrx=False)
    except (pypdfium2.PdfiumError, IndexError, ValueError) as error:
        raise Refused("torn", str(error)) from None
    if bitmap.n_channels != 3:
        raise Refused("unsupported-format", f"{bitmap.n_channels} channels")
    rows, wide, high = bytes(bitmap.buffer), bitmap.width, bitmap.height
    lines = (rows[at : at + 3 * wide] for at in range(0, bitmap.stride * high, bitmap.stride))
    return b"P6\n%d %d\n255\n" % (wide, high) + b"".join(lines)
