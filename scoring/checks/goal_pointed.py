"""What "Это и есть ориентиры" or "таков приоритет" points back to."""

import re
from collections.abc import Sequence

from scoring.checks.aims import is_aim
from scoring.checks.goal_heads import names_goals
from scoring.checks.goal_told import bare
from scoring.language.ru.folded import folded
from scoring.passages import Passage, Piece

_BACK = re.compile(r"^\W*(?:это|этот|эт[ио]х?|так|так(?:ой|ая|ов\w*|ие)|вот|с этими|именно)\b")
_THESE = re.compile(r"^\W*(?:(?:именно|вот) )?(?:эт[иоа]\w*|так(?:ов\w*|ие|ой)|на эти\b|вот)\b")
_COMMA = re.compile(r"[,;] ")
_FEWEST = 2
_SHORTEST = 7
"""Words of a line that is one of a list."""
_IN_TURN = re.compile(
    r"^\W*(?:сначала|потом|затем|сперва|во-первых|во-вторых|в-третьих|первым делом|дальше|"
    r"(?:в|на) (?:перв|втор|трет)\w+ (?:очеред|мест)\w+)\b"
)
_BEFORE = 4
"""Sentences that one which points back may mean."""


def pointed_at(read: Sequence[Passage], number: int) -> list[tuple[Passage, int]]:
    """What "Это и называется приоритетами" means: the sentences before it that tell an order.

    It may mean one sentence that lists aims behind its colon, or a list of short lines.
    """
    this = read[number]
    if not _BACK.match(folded(this.text)) or ":" in this.text or not names_goals(this.text):
        return []
    before = read[max(0, number - _BEFORE) : number]
    near = [p for p in before if p.above[-1:] == this.above[-1:] and p.piece is not Piece.HEADING]
    told = [p for p in near if _IN_TURN.match(folded(p.text)) or is_aim(p.text)]
    if len(told) < _FEWEST and near and (parts := _behind_colon(near[-1].text)):
        return [(near[-1], parts)]
    if len(told) < _FEWEST and _THESE.match(folded(this.text)):
        told = near if len(near) >= _FEWEST and all(map(_is_line, near)) else []
    return [(p, 1) for p in told] if len(told) >= _FEWEST else []


def _behind_colon(text: str) -> int:
    """How many aims a sentence lists behind its colon, 0 for less than two."""
    parts = [part for part in _COMMA.split(text.partition(":")[2]) if is_aim(part.strip())]
    return len(parts) if len(parts) >= _FEWEST else 0


def _is_line(passage: Passage) -> bool:
    """A short line of a list, without a number: "Заработная плата"."""
    text = passage.text
    short = len(text.split()) <= _SHORTEST and not any(map(str.isdigit, text))
    return short and not text.rstrip().endswith((".", "?", ":", "!")) and bool(bare(text))
