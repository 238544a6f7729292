"""Lines that head what follows them, in files that have lost their headings."""

import re
from collections.abc import Sequence

from scoring.passages import Passage, Piece
from scoring.remembered import of_text

NUMBERED = re.compile(r"^\W*\d{1,2}[.)]")
_ENDED = re.compile(r"[.;!,…][\"»)]*$")
_LONGEST_HEAD = 9
_NEAR = 4
_LEAD = 12
"""Words before a colon that may open a list."""


@of_text
def ends(text: str) -> bool:
    """Does it end as a sentence or an item of a list does?"""
    return _ENDED.search(text.rstrip()) is not None


def is_head(read: Sequence[Passage], number: int) -> bool:
    """A line alone that no stop ends, as files without headings have them."""
    this = read[number]
    said = this.text.rstrip()
    if this.piece is Piece.ITEM or "|" in said or ends(said):
        return False
    if len(said.split(maxsplit=_LONGEST_HEAD)) > _LONGEST_HEAD or NUMBERED.match(said):
        return False
    beside = (read[n] for n in (number - 1, number + 1) if 0 <= n < len(read))
    return not any((p.block, p.locator) == (this.block, this.locator) for p in beside)


def heads_over(read: Sequence[Passage], number: int) -> tuple[str, ...]:
    """The headings over a passage; and the line over it that is one without being marked so."""
    above = read[number].above
    for at in range(number - 1, max(-1, number - _NEAR), -1):
        before = read[at]
        if before.piece is Piece.HEADING or before.above != above:
            break
        if "|" not in before.text and is_head(read, at):
            return (*above, before.text)
    return above


@of_text
def opening(text: str) -> str:
    """The words before the colon with which a text begins to list, "" where it does not."""
    lead, colon, _ = text.partition(":")
    return lead if colon and len(lead.split()) <= _LEAD else ""
