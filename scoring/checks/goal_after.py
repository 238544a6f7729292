"""What stands under a heading of goals: a list in large type, deeds in numbers behind a goal."""

import re
from collections.abc import Sequence

from scoring.checks.aims import hinted, is_aim
from scoring.checks.goal_heads import names_goals
from scoring.checks.goal_told import states
from scoring.language.ru.sentences import split
from scoring.passages import Passage, Piece

_LONG = 14
"""Words: a heading has fewer."""
_FEWEST = 2
_DIGIT = re.compile(r"\d")


def in_large_type(passage: Passage) -> int:
    """How many aims stand in a list that looks like a heading, under one of goals, 0 for one."""
    over = any(names_goals(head) or hinted(head) for head in passage.above[-1:])
    if not over or len(passage.text.split()) < _LONG:
        return 0
    told = sum(map(is_aim, split(passage.text)))
    return told if told >= _FEWEST else 0


def told_after(read: Sequence[Passage], number: int) -> bool:
    """A sentence with a number behind one that says what the goal is: "Ключи получат 310 семей"."""
    this = read[number]
    if this.piece is not Piece.SENTENCE or not _DIGIT.search(this.text) or is_aim(this.text):
        return False
    before = number - 1
    while before >= 0 and read[before].above == this.above:
        said = read[before]
        if said.piece is Piece.SENTENCE and names_goals(said.text) and states(said):
            return not names_goals(this.text)
        before -= 1
    return False
