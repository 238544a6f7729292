"""The one door to PDFium: a file, its pages, and what is drawn on each, as plain values.

PDFium is not thread-safe: one process reads one file at a time. Its Python package is
untyped, so nothing else imports it.
"""

import ctypes
import re
from collections.abc import Iterator
from dataclasses import dataclass
from math import hypot

import pypdfium2  # type: ignore[import-untyped]  # ships no types
import pypdfium2.raw as pdfium  # type: ignore[import-untyped]  # ships no types

from scoring.extract.pdf.places import AS_IT_IS, Box, Matrix, moved, within

_HEAVY = re.compile(rb"bold|black|heavy|semibd|demi", re.IGNORECASE)
_DEEPEST_FORM = 4
_MOST_OBJECTS = 20_000
_PAPER = 245
_KINDS = {1: "text", 2: "path", 3: "image", 4: "shading", 5: "form"}


class Refused(Exception):  # noqa: N818  # a file refused is no error of ours
    """PDFium would not open the file; ``encrypted`` when it asks for a password."""

    def __init__(self, detail: str) -> None:
        super().__init__(detail)
        self.encrypted = "password" in detail.lower() or "security" in detail.lower()


@dataclass(frozen=True, slots=True)
class Drawn:
    """Something drawn on a page. ``curved`` paths have Bezier segments; others say how inked."""

    kind: str
    box: Box
    curved: bool = False
    filled: bool = False
    stroked: bool = False
    segments: int = 0


class File:
    """An open PDF."""

    def __init__(self, body: bytes) -> None:
        try:
            self._pdf = pypdfium2.PdfDocument(body)
            self.pages = len(self._pdf)
        except pypdfium2.PdfiumError as error:
            raise Refused(str(error)) from error

    def metadata(self) -> dict[str, str]:
        """Title, CreationDate, ModDate and others as the file holds them."""
        return {str(k): str(v) for k, v in self._pdf.get_metadata_dict().items()}

    def sheets(self) -> Iterator["Sheet | None"]:
        """Its pages one after another, None for a page that cannot be loaded."""
        for index in range(self.pages):
            page = pdfium.FPDF_LoadPage(self._pdf.raw, index)
            if not page:
                yield None
                continue
            sheet = Sheet(page)
            try:
                yield sheet
            finally:
                sheet.close()

    def close(self) -> None:
        """Give the memory back."""
        self._pdf.close()


class Sheet:
    """One page: its text by PDFium's own order of reading, and where each sign stands."""

    def __init__(self, page: object) -> None:
        self._page = page
        self._text = pdfium.FPDFText_LoadPage(page)
        self.width = float(pdfium.FPDF_GetPageWidthF(page))
        self.height = float(pdfium.FPDF_GetPageHeightF(page))
        self._turn = int(pdfium.FPDFPage_GetRotation(page))
        self._name = ctypes.create_string_buffer(128)
        self._matrix = pdfium.FS_MATRIX()
        self._numbers = [ctypes.c_double() for _ in range(4)]
        self._floats = [ctypes.c_float() for _ in range(4)]

    def close(self) -> None:
        """Give the memory back; the sheet is of no use afterwards."""
        if self._text:
            pdfium.FPDFText_ClosePage(self._text)
        pdfium.FPDF_ClosePage(self._page)

    def text(self) -> str:
        """All signs of the page; the n-th is the n-th for ``box`` and ``foot`` too."""
        count = int(pdfium.FPDFText_CountChars(self._text)) if self._text else 0
        if count <= 0:
            return ""
        buffer = (ctypes.c_ushort * (count * 2 + 2))()
        written = int(pdfium.FPDFText_GetText(self._text, 0, count, buffer))
        raw = bytes(buffer)[: max(0, written - 1) * 2]
        text = raw.decode("utf-16-le", errors="surrogatepass")
        if len(text) == count:
            return text
        codes = (int(pdfium.FPDFText_GetUnicode(self._text, i)) for i in range(count))
        return "".join(chr(code) if code <= 0x10FFFF else "\ufffd" for code in codes)

    def box(self, index: int) -> Box:
        """Where the ink of a sign is."""
        left, right, bottom, top = self._numbers
        pdfium.FPDFText_GetCharBox(self._text, index, left, right, bottom, top)
        return self._turned(left.value, bottom.value, right.value, top.value)

    def size(self, index: int) -> float:
        """Size of the type in points as it is seen: the font's size, scaled as drawn."""
        matrix = self._matrix
        pdfium.FPDFText_GetMatrix(self._text, index, matrix)
        font = float(pdfium.FPDFText_GetFontSize(self._text, index))
        return abs(font) * hypot(matrix.c, matrix.d)

    def foot(self, index: int) -> tuple[float, float]:
        """Where the sign stands: its left end and the line its foot is on."""
        x, y, _, _ = self._numbers
        pdfium.FPDFText_GetCharOrigin(self._text, index, x, y)
        left, bottom, _, _ = self._turned(x.value, y.value, x.value, y.value)
        return left, bottom

    def put_in(self, index: int) -> bool:
        """Is the sign no sign of the file, but a space PDFium saw between two of them?"""
        return int(pdfium.FPDFText_IsGenerated(self._text, index)) == 1

    def bold(self, index: int) -> bool:
        """Is the sign set in a heavy font? Many fonts say so in their name only."""
        if int(pdfium.FPDFText_GetFontWeight(self._text, index)) >= 600:
            return True
        flags, name = ctypes.c_int(), self._name
        size = int(pdfium.FPDFText_GetFontInfo(self._text, index, name, len(name), flags))
        return 0 < size <= len(name) and bool(_HEAVY.search(name.raw[: size - 1]))

    def drawn(self) -> list[Drawn]:
        """Images, paths and shadings of the page and of forms within it; text is left out."""
        found: list[Drawn] = []
        count = min(int(pdfium.FPDFPage_CountObjects(self._page)), _MOST_OBJECTS)
        for index in range(count):
            thing = pdfium.FPDFPage_GetObject(self._page, index)
            self._describe(thing, found, AS_IT_IS, 0)
        return found

    def _describe(self, thing: object, found: list[Drawn], at: Matrix, depth: int) -> None:
        kind = _KINDS.get(int(pdfium.FPDFPageObj_GetType(thing)), "")
        if kind == "form" and depth < _DEEPEST_FORM:
            inside = within(self._matrix_of(thing), at)
            inner = min(int(pdfium.FPDFFormObj_CountObjects(thing)), _MOST_OBJECTS - len(found))
            for index in range(inner):
                one = pdfium.FPDFFormObj_GetObject(thing, index)
                self._describe(one, found, inside, depth + 1)
        elif kind in ("path", "image", "shading") and len(found) < _MOST_OBJECTS:
            found.append(self._known(thing, kind, at))

    def _matrix_of(self, form: object) -> Matrix:
        m = self._matrix
        if not pdfium.FPDFPageObj_GetMatrix(form, m):
            return AS_IT_IS
        return (m.a, m.b, m.c, m.d, m.e, m.f)

    def _known(self, thing: object, kind: str, at: Matrix) -> Drawn:
        left, bottom, right, top = self._floats
        pdfium.FPDFPageObj_GetBounds(thing, left, bottom, right, top)
        box = self._turned(*moved((left.value, bottom.value, right.value, top.value), at))
        if kind != "path":
            return Drawn(kind, box)
        segments = int(pdfium.FPDFPath_CountSegments(thing))
        return Drawn(kind, box, _curved(thing, segments), *_inked(thing), segments)

    def _turned(self, left: float, bottom: float, right: float, top: float) -> Box:
        """The box as read: a page may be kept lying on its side and shown turned."""
        if self._turn == 0:
            return left, bottom, right, top
        if self._turn == 1:
            return bottom, self.height - right, top, self.height - left
        if self._turn == 2:
            return self.width - right, self.height - top, self.width - left, self.height - bottom
        return self.width - top, left, self.width - bottom, right


def _curved(path: object, count: int) -> bool:
    if count < 3:
        return False
    looked = range(1, min(count, 8))
    segments = (pdfium.FPDFPath_GetPathSegment(path, index) for index in looked)
    return any(
        pdfium.FPDFPathSegment_GetType(one) == pdfium.FPDF_SEGMENT_BEZIERTO for one in segments
    )


def _inked(path: object) -> tuple[bool, bool]:
    """Is it filled with a colour one can see on white paper; is its outline drawn?"""
    mode, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(path, mode, stroke)
    return mode.value != 0 and not _white(path), stroke.value != 0


def _white(path: object) -> bool:
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    pdfium.FPDFPageObj_GetFillColor(path, red, green, blue, alpha)
    return min(red.value, green.value, blue.value) >= _PAPER or alpha.value == 0
