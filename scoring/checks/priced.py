"""Where the name of an object stands in a passage, and where its sum."""

import re
from collections.abc import Sequence

from scoring.checks import building
from scoring.passages import Passage, Piece
from scoring.remembered import of_text
from scoring.totals.money import cell

# The sum of a whole section, and of no object before it.
_SHARES = re.compile(
    r"^\W*(?:сам\w+ (?:больш|крупн)\w+ (?:дол|част|стат)|больше всего|половин|треть\b|всего\b)",
    re.I,
)
_NEXT = 3
"""Sentences after an object's name among which its sum may stand."""


def name(passage: Passage) -> str:
    """Of a row its first cell that names an object, or else the first with words in it."""
    return _of_row(passage.text) if passage.piece is Piece.ROW else passage.text


@of_text
def _of_row(text: str) -> str:
    cells = text.split(" | ")
    worded = [c for c in cells if re.search(r"[^\W\d_]{3,}", c) and cell(c) is None]
    return next(iter([*filter(building.names_an_object, worded), *worded, cells[0]]))


def _others(passage: Passage) -> list[str]:
    """The cells of a row beside the object's name."""
    cells = passage.text.split(" | ")
    cells.remove(name(passage))
    return cells


def has_number(passage: Passage) -> bool:
    """Any number beside the name."""
    return any(re.search(r"\d", text) for text in _others(passage)) or has_sum(passage)


def has_sum(passage: Passage) -> bool:
    """A sum beside the name, or alone as the heading over it, as slides have it."""
    if passage.piece is Piece.ROW and any(cell(text) is not None for text in _others(passage)):
        return True
    over = passage.above[-1] if passage.above else ""
    lone = building.has_money(over) and not building.without_sum(over).strip()
    return building.has_money(passage.text) or lone


def sum_after(read: Sequence[Passage], number: int) -> str:
    """The sum of an object told in the sentences after its name, before another is named."""
    passage = read[number]
    if passage.piece is Piece.ROW:
        return ""
    asks = passage.text.rstrip().endswith("?")
    for after in read[number + 1 : number + 1 + _NEXT]:
        lone = building.has_money(after.text) and not building.without_sum(after.text).strip()
        apart = after.block != passage.block and not (asks or (lone and after is read[number + 1]))
        if (
            _SHARES.match(after.text)
            or apart
            or after.text.rstrip().endswith("?")
            or building.names_an_object(after.text)
        ):
            return ""
        if building.has_money(after.text):
            return after.text
    return ""


def sum_under(read: Sequence[Passage], number: int) -> str:
    """The sum of the object a heading names, told in the first passages under it."""
    for after in read[number + 1 : number + 1 + _NEXT]:
        if _SHARES.match(after.text):
            return ""
        if after.piece in (Piece.HEADING, Piece.ROW) or building.names_an_object(after.text):
            return ""
        if building.has_money(after.text):
            return after.text
    return ""
