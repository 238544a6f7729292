"""Pages as pictures: what is left of a document that was printed and scanned."""

import io

import pypdfium2
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

DPI = 200


def scanned(body: bytes) -> bytes:
    """The same pages, each one grey JPEG; no letter can be selected."""
    held = io.BytesIO()
    canvas = Canvas(held, invariant=1)
    file = pypdfium2.PdfDocument(body)
    for page in file:
        width, height = page.get_size()
        picture = page.render(scale=DPI / 72, grayscale=True).to_pil()
        packed = io.BytesIO()
        picture.save(packed, "JPEG", quality=85)
        canvas.setPageSize((width, height))
        canvas.drawImage(ImageReader(packed), 0, 0, width, height)
        canvas.showPage()
    canvas.save()
    return held.getvalue()
