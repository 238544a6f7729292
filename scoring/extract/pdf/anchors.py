"""Places of a PDF's page that lead out of the file, and the words that stand there."""

import ctypes
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium  # type: ignore[import-untyped]  # ships no types

from scoring.extract.pdf import calls

MOST = 200
"""Places of a page that are looked at: nobody links more."""
_LONGEST, _LETTERS = 2_000, 300
_ADDRESS = 3
"""PDFium's word for an action that opens an address."""
_ROOM = ctypes.create_string_buffer(_LONGEST)
_WORDS = (ctypes.c_ushort * _LETTERS)()


class Anchor(NamedTuple):
    """An address as written, and the text under the place that leads there."""

    href: str
    text: str


def anchors(file: Any, page: calls.Handle, text: Any) -> list[Anchor]:
    """Those of a page that lead out; ``file``, ``page`` and ``text`` are handles of PDFium."""
    at, link = ctypes.c_int(0), pdfium.FPDF_LINK()
    found: list[Anchor] = []
    for _ in range(MOST):
        if not calls.next_link(page, ctypes.byref(at), ctypes.byref(link)):
            break
        if href := _address(file, link):
            found.append(Anchor(href, _under(text, link)))
    return found


def _address(file: Any, link: Any) -> str:
    action = calls.link_action(link)
    if not action or calls.action_kind(action) != _ADDRESS:
        return ""
    size = int(calls.action_address(file, action, _ROOM, ctypes.c_ulong(_LONGEST)))
    return _ROOM.raw[: size - 1].decode("utf-8", "replace") if 0 < size <= _LONGEST else ""


def _under(text: Any, link: Any) -> str:
    edges = pdfium.FS_RECTF()
    if not calls.link_edges(link, ctypes.byref(edges)):
        return ""
    sides = (edges.left, edges.top, edges.right, edges.bottom)
    count = int(calls.text_within(text, *map(ctypes.c_double, sides), _WORDS, _LETTERS))
    return bytes(_WORDS)[: 2 * max(0, count)].decode("utf-16-le", "replace").rstrip("\0")
