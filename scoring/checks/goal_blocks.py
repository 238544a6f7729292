"""Goals of blocks: under a heading of goals several lesser headings, each with its line."""

from collections.abc import Sequence

from scoring.checks.aims import is_aim
from scoring.checks.goal_heads import names_goals
from scoring.language.ru.terms import is_term
from scoring.passages import Passage, Piece

_FEWEST = 2
_MOST = 24
"""Passages under one heading that are looked through."""
_LINES = 3
"""Lines of one block that are looked at."""
_LONGEST = 6
"""Words of a lesser heading."""


def by_blocks(read: Sequence[Passage], number: int) -> list[Passage]:
    """Aims of the blocks a heading of goals opens: the first of each, where there are several.

    A heading that names a thing of the budget ("Доходы") is a chapter, and ends them.
    """
    if not _opens_blocks(read, number):
        return []
    found, lines = list[Passage](), 0
    for passage in read[number + 1 : number + 1 + _MOST]:
        if passage.piece is Piece.HEADING:
            if _is_chapter(passage.text):
                break
            lines = 0
            continue
        lines += 1
        if lines > _LINES:
            break
        if is_aim(passage.text):
            found.append(passage)
    return found if len({passage.above for passage in found}) >= _FEWEST else []


def _opens_blocks(read: Sequence[Passage], number: int) -> bool:
    after = read[number + 1 : number + 2]
    heads = [read[number], *after]
    both = len(heads) > 1 and all(p.piece is Piece.HEADING for p in heads)
    return both and names_goals(read[number].text)


def _is_chapter(text: str) -> bool:
    return is_term(text) or names_goals(text) or len(text.split()) > _LONGEST
