"""The one door to PDFium: a file, its pages, and what is drawn on each, as plain values.

PDFium is not thread-safe: one process reads one file at a time. Its Python package is
untyped, so nothing outside ``calls``, ``drawn`` and this module imports it.
"""

import ctypes
import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from math import hypot

import pypdfium2  # type: ignore[import-untyped]  # ships no types
import pypdfium2.raw as pdfium  # type: ignore[import-untyped]  # ships no types

from scoring.extract.pdf import calls
from scoring.extract.pdf.drawn import Drawing, Drawn
from scoring.extract.pdf.places import Box

_HEAVY = re.compile(rb"bold|black|heavy|semibd|demi", re.IGNORECASE)
_NAME = 128
# One file is read at a time, and making rooms anew for every page takes longer than filling them.
_MATRIX, _PLACE, _POINT = calls.floats(6), calls.doubles(4), calls.doubles(2)
_MATRIX_AT, _PLACE_AT, _POINT_AT = _MATRIX.at[0], _PLACE.at, _POINT.at
_FONT, _FLAGS = ctypes.create_string_buffer(_NAME), calls.integers(1).at[0]
_FONT_AT = ctypes.byref(_FONT)
# PDFium takes the length as an unsigned long, which is not the number ctypes gives unasked.
_SIZE = ctypes.c_ulong.from_param(_NAME)
_USUAL = 1 << 17
_PAGE = ctypes.create_string_buffer(_USUAL)


class Refused(Exception):  # noqa: N818  # a file refused is no error of ours
    """PDFium would not open the file; ``encrypted`` when it asks for a password."""

    def __init__(self, detail: str) -> None:
        super().__init__(detail)
        self.encrypted = "password" in detail.lower() or "security" in detail.lower()


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

    def labels(self) -> list[str]:
        """What each page is called: ``iv``, ``5``; "" where the file does not say."""
        # Labels begin with the first page or are not there at all.
        named = self.pages if self._pdf.get_page_label(0) else 0
        return [str(self._pdf.get_page_label(index) or "") for index in range(named)]

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
        self._held = pdfium.FPDFText_LoadPage(page)
        self._text = calls.given(self._held)
        self.width = float(pdfium.FPDF_GetPageWidthF(page))
        self.height = float(pdfium.FPDF_GetPageHeightF(page))
        self._turn = int(pdfium.FPDFPage_GetRotation(page))

    @property
    def turned(self) -> bool:
        """Is the page read lying on one of its long sides?"""
        return self._turn % 2 == 1

    def lay(self, quarters: int) -> None:
        """Read the page as if it were turned clockwise by so many quarters more."""
        self._turn = (self._turn + quarters) % 4
        if quarters % 2:
            self.width, self.height = self.height, self.width

    def close(self) -> None:
        """Give the memory back; the sheet is of no use afterwards."""
        if self._held:
            pdfium.FPDFText_ClosePage(self._held)
        pdfium.FPDF_ClosePage(self._page)

    def text(self) -> str:
        """All signs of the page; the n-th is the n-th for ``box`` and ``foot`` too."""
        count = int(pdfium.FPDFText_CountChars(self._held)) if self._held else 0
        if count <= 0:
            return ""
        length = count * 4 + 4
        buffer = _PAGE if length <= _USUAL else ctypes.create_string_buffer(length)
        written = int(calls.signs(self._text, 0, count, ctypes.byref(buffer)))
        raw = ctypes.string_at(buffer, max(0, written - 1) * 2)
        text = raw.decode("utf-16-le", errors="surrogatepass")
        if len(text) == count:
            return text
        codes = (calls.char_code(self._text, index) for index in range(count))
        return "".join(chr(code) if code <= 0x10FFFF else "\ufffd" for code in codes)

    def box(self, index: int) -> Box:
        """Where the ink of a sign is."""
        calls.char_box(self._text, index, *_PLACE_AT)
        left, right, bottom, top = _PLACE.read()
        box = (left, bottom, right, top)
        return self._turned(box) if self._turn else box

    def span(self, first: int, last: int, middle: int) -> tuple[Box, Box, float, float]:
        """Boxes of a line's first and last sign, its foot and its size, asked in one go."""
        if self._turn:
            foot = self.foot(first)[1]
            return self.box(first), self.box(last), foot, self.size(middle)
        text, box, (at, at2, at3, at4) = self._text, calls.char_box, _PLACE_AT
        box(text, first, at, at2, at3, at4)
        left, right, bottom, top = _PLACE.read()
        one = other = (left, bottom, right, top)
        if last != first:
            box(text, last, at, at2, at3, at4)
            left, right, bottom, top = _PLACE.read()
            other = (left, bottom, right, top)
        calls.char_origin(text, first, *_POINT_AT)
        calls.char_matrix(text, middle, _MATRIX_AT)
        c, d = _MATRIX.view[2], _MATRIX.view[3]
        size = abs(calls.font_size(text, middle) * (abs(d) if c == 0 else hypot(c, d)))
        return one, other, _POINT.view[1], size

    def middles(self, indexes: Iterable[int]) -> list[float]:
        """How far from the left edge of the page the middle of each sign's ink is."""
        text, box, view = self._text, calls.char_box, _PLACE.view
        at, at2, at3, at4 = _PLACE_AT
        near, far, mirrored = self._across()
        found = []
        for index in indexes:
            box(text, index, at, at2, at3, at4)
            if mirrored:
                found.append(((self.width - view[far]) + (self.width - view[near])) / 2)
            else:
                found.append((view[near] + view[far]) / 2)
        return found

    def ends(self, words: Iterable[tuple[int, int]]) -> list[tuple[float, float]]:
        """Left and right edges of words, each given by its first sign and the one after it."""
        text, box, view = self._text, calls.char_box, _PLACE.view
        at, at2, at3, at4 = _PLACE_AT
        near, far, mirrored = self._across()
        found = []
        for first, end in words:
            box(text, first, at, at2, at3, at4)
            left, right = view[near], view[far]
            if mirrored:
                left = self.width - right
                right = self.width - view[near]
            if end - first > 1:
                box(text, end - 1, at, at2, at3, at4)
                right = self.width - view[near] if mirrored else view[far]
            found.append((left, right))
        return found

    def _across(self) -> tuple[int, int, bool]:
        """Which numbers of a box are its left and right as read; are they from the right edge?"""
        near, far = (2, 3) if self.turned else (0, 1)
        return near, far, self._turn > 1

    def size(self, index: int) -> float:
        """Size of the type in points as it is seen: the font's size, scaled as drawn."""
        calls.char_matrix(self._text, index, _MATRIX_AT)
        c, d = _MATRIX.view[2], _MATRIX.view[3]
        scale = abs(d) if c == 0 else hypot(c, d)
        return abs(calls.font_size(self._text, index) * scale)  # type: ignore[no-any-return]

    def foot(self, index: int) -> tuple[float, float]:
        """Where the sign stands: its left end and the line its foot is on."""
        calls.char_origin(self._text, index, *_POINT_AT)
        x, y = _POINT.read()
        return self._turned((x, y, x, y))[:2] if self._turn else (x, y)

    def put_in(self, index: int) -> bool:
        """Is the sign no sign of the file, but a space PDFium saw between two of them?"""
        return bool(calls.is_generated(self._text, index) == 1)

    def bold(self, index: int) -> bool:
        """Is the sign set in a heavy font? Many fonts say so in their name only."""
        if calls.font_weight(self._text, index) >= 600:
            return True
        size = calls.font_info(self._text, index, _FONT_AT, _SIZE, _FLAGS)
        return 0 < size <= _NAME and _is_heavy(_FONT.value)

    def drawn(self) -> list[Drawn]:
        """Images, paths and shadings of the page and of forms within it; text is left out."""
        return Drawing(self._page, self._turned if self._turn else None).all()

    def _turned(self, box: Box) -> Box:
        """The box as read: a page may be kept lying on its side and shown turned."""
        left, bottom, right, top = box
        if self._turn == 0:
            return box
        if self._turn == 1:
            return bottom, self.height - right, top, self.height - left
        if self._turn == 2:
            return self.width - right, self.height - top, self.width - left, self.height - bottom
        return self.width - top, left, self.width - bottom, right


@lru_cache(maxsize=1024)
def _is_heavy(name: bytes) -> bool:
    return bool(_HEAVY.search(name))
