"""What stands around a passage: its paragraph, and what the next lines add to it."""

from collections.abc import Sequence

from scoring.language.ru.folded import folded
from scoring.passages import Passage

_PARAGRAPH = 7
"""Sentences of a paragraph that may tell the day, the hour and the place one by one."""


def paragraph(near: Sequence[Passage], this: Passage) -> list[str]:
    """The sentences of its paragraph; the rows of a table have each a say of their own."""
    return [p.text for p in near if p is this or p.block == this.block >= 0]


def around(read: Sequence[Passage], number: int) -> str:
    """The passage with the next ones of its paragraph, and the two next under the heading."""
    this = read[number]
    near = [p for p in read[max(0, number - 2) : number] if p.block == this.block]
    after = [p for p in read[number + 1 : number + 3] if p.above == this.above or led_by(p, this)]
    if this.block >= 0:
        after += [p for p in read[number + 3 : number + _PARAGRAPH] if p.block == this.block]
    return folded(" ".join(p.text for p in (*near, this, *after)))


def led_by(passage: Passage, lead: Passage) -> bool:
    """Is it an item of the list that a lead in a colon opens?"""
    return any(head.endswith(lead.text.strip()) for head in passage.above[-1:])
