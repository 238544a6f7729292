"""The one door to PDFium: a file, its pages, and what is drawn on each, as plain values.

PDFium is not thread-safe: one process reads one file at a time. Its Python package is
untyped, so nothing outside ``calls``, ``drawn`` and this module imports it.
"""

import ctypes
import re
from codecs import utf_16_le_decode
from collections.abc import Callable, Iterator, Sequence
from itertools import repeat
from math import hypot
from operator import mul
from typing import Any

import pypdfium2.internal as pdfium_internal  # type: ignore[import-untyped]  # ships no types
import pypdfium2.raw as pdfium  # type: ignore[import-untyped]  # ships no types

from scoring.extract.pdf import calls
from scoring.extract.pdf.anchors import Anchor, anchors
from scoring.extract.pdf.drawn import Drawing, Drawn
from scoring.extract.pdf.places import Box

_HEAVY = re.compile(rb"bold|black|heavy|semibd|demi", re.IGNORECASE)
_NAME, _HEAVY_WEIGHT = 128, 600
# One file is read at a time, and making rooms anew for every page takes longer than filling them.
_BOXES = calls.Rows(ctypes.c_double, 4, "d")
_FEET = calls.Rows(ctypes.c_double, 2, "d")
_ROOMS = calls.Rows(ctypes.c_float, 4, "f", whole=True)
_SIDES = ((0, 2), (1, 3))
_MATRICES = calls.Rows(ctypes.c_float, 6, "f", whole=True)
_FONT = ctypes.create_string_buffer(_NAME)
_ROOM = ctypes.c_size_t(_NAME)
_USUAL = 1 << 17
_AHEAD, _AHEAD_BYTES = 16, 1_000_000
_PAGE = ctypes.create_string_buffer(_USUAL)
_AT_PAGE: Any = ctypes.byref(_PAGE)
_PAGE_VIEW, _PAGE_SIZE = memoryview(_PAGE).cast("B"), ctypes.c_ulong(_USUAL)


class Refused(Exception):  # noqa: N818  # a file refused is no error of ours
    """PDFium would not open the file; ``encrypted`` when it asks for a password."""

    def __init__(self, detail: str) -> None:
        super().__init__(detail)
        self.encrypted = "password" in detail.lower() or "security" in detail.lower()


class File:
    """An open PDF."""

    def __init__(self, body: bytes) -> None:
        self._body = body  # PDFium reads in it as long as the file is open
        self._pdf = pdfium.FPDF_LoadMemDocument64(body, len(body), None)
        self.pages = int(pdfium.FPDF_GetPageCount(self._pdf)) if self._pdf else 0
        if self.pages < 1:
            error = pdfium_internal.ErrorToStr.get(pdfium.FPDF_GetLastError())
            raise Refused(f"Failed to load document (PDFium: {error}).")
        self._asked = calls.given(self._pdf)
        # Where pages are drawn of very many lines, fewer are held at a time.
        self._ahead = max(1, min(_AHEAD, _AHEAD_BYTES * self.pages // len(body)))

    def says(self, key: str) -> str:
        """What the file tells of itself: its Title, CreationDate or ModDate; "" when nothing."""
        return self._told(calls.meta_text, key.encode())

    def labels(self) -> list[str]:
        """What each page is called: ``iv``, ``5``; "" where the file does not say."""
        # Labels begin with the first page or are not there at all.
        named = self.pages if self._told(calls.page_label, 0) else 0
        return [self._told(calls.page_label, index) for index in range(named)]

    def _told(self, ask: Callable[..., int], what: bytes | int) -> str:
        size, held = ask(self._asked, what, _AT_PAGE, _PAGE_SIZE), _PAGE_VIEW
        if size > _USUAL:
            larger = ctypes.create_string_buffer(size)
            ask(self._asked, what, larger, ctypes.c_ulong(size))
            held = memoryview(larger).cast("B")
        # Two zero bytes end it.
        return utf_16_le_decode(held[: max(0, size - 2)], "replace")[0]

    def sheets(self) -> Iterator["Sheet | None"]:
        """Its pages one after another, None for a page that cannot be loaded.

        Some are loaded ahead: PDFium's work and ours drive one another out of the processor's
        cache, and by turns of sixteen pages a file is read a tenth faster than page by page.
        """
        for first in range(0, self.pages, self._ahead):
            some = range(first, min(first + self._ahead, self.pages))
            heavy: dict[int, bool] = {}  # as long as a page is open, its fonts are
            loaded = [self._loaded(index, heavy) for index in some]
            try:
                yield from loaded
            finally:
                for sheet in loaded:
                    if sheet is not None:
                        sheet.close()

    def _loaded(self, index: int, heavy: dict[int, bool]) -> "Sheet | None":
        page = calls.load_page(self._asked, index)
        return Sheet(page, heavy, self._asked) if page else None

    def close(self) -> None:
        """Give the memory back."""
        pdfium.FPDF_CloseDocument(self._pdf)


class Sheet:
    """One page: its text by PDFium's own order of reading, and where each sign stands."""

    def __init__(self, page: calls.Handle, heavy: dict[int, bool], file: Any) -> None:
        self._page = page
        self._file = file
        self._heavy = heavy
        self._held = calls.load_text(page)
        self._text = calls.given(self._held)
        self._owner = (self._text,)
        self.width = float(calls.page_width(page))
        self.height = float(calls.page_height(page))
        self._turn = int(calls.page_rotation(page))

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
            calls.close_text(self._held)
        calls.close_page(self._page)

    def text(self) -> str:
        """All signs of the page; the n-th is the n-th for ``boxes`` and others too."""
        count = int(calls.count_signs(self._text)) if self._held else 0
        if count <= 0:
            return ""
        length = count * 4 + 4
        at, held = _AT_PAGE, _PAGE_VIEW
        if length > _USUAL:
            at = ctypes.create_string_buffer(length)
            held = memoryview(at).cast("B")
        written = int(calls.signs(self._text, 0, count, at))
        text = utf_16_le_decode(held[: max(0, written - 1) * 2], "surrogatepass")[0]
        if len(text) == count:
            return text
        codes = (calls.char_code(self._text, index) for index in range(count))
        return "".join(chr(code) if code <= 0x10FFFF else "\ufffd" for code in codes)

    def edges(self, signs: Sequence[int]) -> list[list[float]]:
        """Where the ink of each of the signs begins and ends: lefts, bottoms, rights, tops."""
        told = _BOXES.asked(calls.char_box, self._owner, signs, 0, 2, 1, 3)
        if not self._turn or not signs:
            return told
        return list(map(list, zip(*map(self._turned, zip(*told, strict=True)), strict=True)))

    def sides(self, signs: Sequence[int]) -> tuple[list[float], list[float]]:
        """How far from the left edge of the page the ink of each sign begins and ends."""
        # A box is told as left, right, bottom, top; of a turned page others are the sides.
        sides = (2, 3) if self.turned else (0, 1)
        one, other = _BOXES.asked(calls.char_box, self._owner, signs, *sides)
        if self._turn < 2:
            return one, other
        wide = self.width
        return [wide - edge for edge in other], [wide - edge for edge in one]

    def middles(self, signs: Sequence[int]) -> list[float]:
        """How far from the left edge of the page the middle of the room of each sign is."""
        # A room is told as left, top, right, bottom; of a turned page others are the sides.
        one, other = _ROOMS.asked(calls.char_room, self._owner, signs, *_SIDES[self._turn % 2])
        if self._turn < 2:
            return [(begin + end) / 2 for begin, end in zip(one, other, strict=True)]
        return [self.width - (begin + end) / 2 for begin, end in zip(one, other, strict=True)]

    def sizes(self, signs: Sequence[int]) -> list[float]:
        """Size of the type of each, in points as it is seen: the font's size, scaled as drawn."""
        slants, heights = _MATRICES.asked(calls.char_matrix, self._owner, signs, 2, 3)
        if any(slants):
            heights = list(map(hypot, slants, heights))
        given = map(calls.font_size, repeat(self._text), signs)
        return list(map(abs, map(mul, given, heights)))

    def feet(self, signs: Sequence[int]) -> list[float]:
        """How high above the lower edge of the page the line is that each sign stands on."""
        x, y = _FEET.asked(calls.char_origin, self._owner, signs, 0, 1)
        if self._turn == 0:
            return y
        if self._turn == 1:
            return [self.height - at for at in x]
        return [self.height - at for at in y] if self._turn == 2 else x

    def put_in(self, index: int) -> bool:
        """Is the sign no sign of the file, but a space PDFium saw between two of them?"""
        return bool(calls.is_generated(self._text, index) == 1)

    def bold(self, signs: Sequence[int]) -> list[bool]:
        """Is each sign set in a heavy font? Many fonts say so in their name only."""
        things = map(calls.text_object, repeat(self._text), signs)
        # Pages have few fonts, and each is asked once.
        fonts, heavy = list(map(calls.object_font, things)), self._heavy
        for font in set(fonts).difference(heavy):
            heavy[font] = font is not None and _is_heavy(font)
        return [heavy[font] for font in fonts]

    def drawn(self) -> list[Drawn]:
        """Images, paths and shadings of the page and of forms within it; text is left out."""
        return Drawing(self._page, self._turned if self._turn else None).all()

    def anchors(self) -> list[Anchor]:
        """Places of the page that lead to an address outside of the file, in its order."""
        return anchors(self._file, self._page, self._text)

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


def _is_heavy(font: int) -> bool:
    held = ctypes.c_void_p(font)
    if calls.font_weight(held) >= _HEAVY_WEIGHT:
        return True
    size = int(calls.font_name(held, _FONT, _ROOM))
    return 0 < size <= _NAME and _HEAVY.search(_FONT.value) is not None
