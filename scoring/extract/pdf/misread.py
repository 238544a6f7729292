"""Pages whose lines PDFium takes to stand upright: letters parted, lines of one height joined."""

import re
from itertools import pairwise

from scoring.extract.pdf.lines import NOTHING
from scoring.extract.pdf.raw import Sheet

# On a page of few words PDFium may guess the flow of the text wrong, and ends lines at letters.
_PARTED = re.compile(r"(?:\S\r\n){4}")
_SHORT = re.compile(r"\r\n\S\r\n\S\r\n\S\r\n")
"""What each of them holds: it begins with a letter's own end of line, and is found by that."""
_SIGN = re.compile(r"\S")
_LETTERS, _LEVEL, _BACK = 0.3, 0.4, 0.5
"""Shares of the size of type: gaps inside a word, feet of one line, and how far letters overlap."""


def as_seen(sheet: Sheet, text: str) -> str:
    """``text`` with blanks and ends of lines where the page shows them, sign for sign as long.

    Most pages are as they should be. Inside a word stand zero-width spaces, which is nothing.
    """
    if not _SHORT.search(text) or not _PARTED.search(text):
        return text
    signs = [match.start() for match in _SIGN.finditer(text)]
    lefts, rights = sheet.sides(signs)
    seen = list(zip(signs, lefts, rights, sheet.feet(signs), sheet.sizes(signs), strict=True))
    told = [text[: signs[0]]]
    for (at, _, right, foot, size), (following, left, _, level, _) in pairwise(seen):
        told.append(text[at])
        if length := following - at - 1:
            gap = left - right
            alike = abs(level - foot) < _LEVEL * size and gap > -_BACK * size
            told.append(_between(gap / size, length, alike=alike))
    return "".join((*told, text[signs[-1] :]))


def _between(gap: float, length: int, *, alike: bool) -> str:
    if not alike:
        return "\r\n".ljust(length) if length > 1 else "\n"
    return (NOTHING if gap < _LETTERS else " ") * length
