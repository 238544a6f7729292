"""PDFium's functions that are asked of every sign and every shape, called without ceremony.

A page has thousands of both, and ctypes spends more time on checking the types of what it
is given than PDFium on the answer. Here nothing is checked: arguments are handles, numbers
below 2**31 and references to the rooms below, in the order of PDFium's own headers.
"""

import ctypes
from collections import deque
from collections.abc import Callable, Sequence
from itertools import chain, repeat
from typing import Any

import pypdfium2.raw as pdfium  # type: ignore[import-untyped]  # ships no types

_ROWS = 1024


class Handle(ctypes.c_void_p):
    """An object of PDFium; false when there is none."""


class Room:
    """Numbers PDFium writes into.

    ``at`` are the references to give; ``view`` the numbers as written last, one by one, and
    ``read`` all of them.
    """

    __slots__ = ("_held", "at", "read", "view")

    def __init__(self, kind: Any, count: int, code: str) -> None:
        self._held = (kind * count)()
        self.at = tuple(ctypes.byref(self._held, ctypes.sizeof(kind) * n) for n in range(count))
        self.view: Any = memoryview(self._held).cast("B").cast(code)  # type: ignore[call-overload]
        self.read: Callable[[], list[Any]] = self.view.tolist


class Rows:
    """Numbers PDFium writes about many things, a row of ``wide`` numbers each.

    A function asked by ``map`` costs less than one asked in a loop. It is given its ``owner``,
    the thing and references to the row's numbers: all of them, or where they are one structure,
    the first (``whole``).
    """

    __slots__ = ("_at", "_held", "_view", "_wide")

    def __init__(self, kind: Any, wide: int, code: str, *, whole: bool = False) -> None:
        self._held = (kind * (wide * _ROWS))()
        self._wide = wide
        size, end = ctypes.sizeof(kind), wide * _ROWS
        self._at = [
            [ctypes.byref(self._held, size * place) for place in range(column, end, wide)]
            for column in range(1 if whole else wide)
        ]
        self._view: Any = memoryview(self._held).cast("B").cast(code)  # type: ignore[call-overload]

    def asked(
        self, ask: Callable[..., Any], owner: Sequence[object], of: Sequence[Any], *columns: int
    ) -> list[list[Any]]:
        """The columns asked for, a number for each of the things."""
        if len(of) > _ROWS:
            parts = [of[first : first + _ROWS] for first in range(0, len(of), _ROWS)]
            told = [self.asked(ask, owner, part, *columns) for part in parts]
            return [list(chain.from_iterable(column)) for column in zip(*told, strict=True)]
        deque(map(ask, *map(repeat, owner), of, *self._at), 0)
        wide, end = self._wide, len(of) * self._wide
        return [self._view[column:end:wide].tolist() for column in columns]


def given(handle: Any) -> Any:
    """An object of PDFium as an argument made once, for functions called a thousand times."""
    if isinstance(handle, Handle):
        return ctypes.c_void_p.from_param(handle.value)
    return ctypes.c_void_p.from_param(ctypes.addressof(handle.contents) if handle else None)


def doubles(count: int) -> Room:
    """A room for numbers of eight bytes."""
    return Room(ctypes.c_double, count, "d")


def floats(count: int) -> Room:
    """A room for numbers of four bytes; the six of a matrix too."""
    return Room(ctypes.c_float, count, "f")


def integers(count: int) -> Room:
    """A room for whole numbers, signed or not: PDFium's colours and modes are small."""
    return Room(ctypes.c_int, count, "i")


def _call(
    name: str, answer: Any = ctypes.c_int, kind: Any = ctypes.PYFUNCTYPE
) -> Callable[..., Any]:
    """The function; of the kind CFUNCTYPE other threads run while it works."""
    address = ctypes.cast(getattr(pdfium, name), ctypes.c_void_p).value or 0
    called: Callable[..., Any] = kind(answer)(address)
    return called


load_page = _call("FPDF_LoadPage", Handle, ctypes.CFUNCTYPE)
load_text = _call("FPDFText_LoadPage", Handle, ctypes.CFUNCTYPE)
close_page = _call("FPDF_ClosePage", None)
close_text = _call("FPDFText_ClosePage", None)
meta_text = _call("FPDF_GetMetaText", ctypes.c_ulong)
page_label = _call("FPDF_GetPageLabel", ctypes.c_ulong)

count_signs = _call("FPDFText_CountChars")
signs = _call("FPDFText_GetText")
char_box = _call("FPDFText_GetCharBox")
char_room = _call("FPDFText_GetLooseCharBox")
char_origin = _call("FPDFText_GetCharOrigin")
char_matrix = _call("FPDFText_GetMatrix")
char_code = _call("FPDFText_GetUnicode", ctypes.c_uint)
font_size = _call("FPDFText_GetFontSize", ctypes.c_double)
text_object = _call("FPDFText_GetTextObject", Handle)
object_font = _call("FPDFTextObj_GetFont", ctypes.c_void_p)
font_weight = _call("FPDFFont_GetWeight")
font_name = _call("FPDFFont_GetBaseFontName", ctypes.c_size_t)
is_generated = _call("FPDFText_IsGenerated")

next_link = _call("FPDFLink_Enumerate")
link_edges = _call("FPDFLink_GetAnnotRect")
link_action = _call("FPDFLink_GetAction", Handle)
action_kind = _call("FPDFAction_GetType", ctypes.c_ulong)
action_address = _call("FPDFAction_GetURIPath", ctypes.c_ulong)
text_within = _call("FPDFText_GetBoundedText")

page_width = _call("FPDF_GetPageWidthF", ctypes.c_float)
page_height = _call("FPDF_GetPageHeightF", ctypes.c_float)
page_rotation = _call("FPDFPage_GetRotation")
count_objects = _call("FPDFPage_CountObjects")
page_object = _call("FPDFPage_GetObject", Handle)
form_object = _call("FPDFFormObj_GetObject", Handle)
count_within = _call("FPDFFormObj_CountObjects")
object_type = _call("FPDFPageObj_GetType")
object_bounds = _call("FPDFPageObj_GetBounds")
object_matrix = _call("FPDFPageObj_GetMatrix")
count_segments = _call("FPDFPath_CountSegments")
path_segment = _call("FPDFPath_GetPathSegment", Handle)
segment_type = _call("FPDFPathSegment_GetType")
draw_mode = _call("FPDFPath_GetDrawMode")
fill_colour = _call("FPDFPageObj_GetFillColor")
