"""What stands under a heading of goals behind the goal itself: deeds in numbers are its results."""

import re
from collections.abc import Sequence

from scoring.checks.aims import is_aim
from scoring.checks.goal_heads import names_goals
from scoring.checks.goal_told import states
from scoring.passages import Passage, Piece

_DIGIT = re.compile(r"\d")


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
