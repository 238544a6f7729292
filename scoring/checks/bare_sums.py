"""Sums whose unit was said before: "аэропорт в Усть-Кыре (640), интернат в Хонде (515)"."""

import re
from collections.abc import Iterator, Sequence

from scoring.checks import building
from scoring.checks.lines import opening
from scoring.passages import Passage, Piece
from scoring.remembered import of_text

_PAIR = re.compile(
    r"(?:^|[,;:]|\bи\b|\.\s)\s*+(?P<name>[^,;:()\d]{4,80}?)\s*"
    r"(?:\(\d[\d ]*(?:,\d+)?\)|[—–-]\s*\d[\d ]*(?:,\d+)?(?=\s*(?:[,;.]|$)))"
)
_BARE = re.compile(r"[(—–-]\s*\d")
"""How the number of a pair begins: most texts have none."""
_BEFORE = 3
"""Sentences before a list that may say of what its numbers are."""
_FEWEST = 2


def bare_sums(read: Sequence[Passage]) -> Iterator[tuple[str, list[str]]]:
    """Sentences that list two named objects or more, a bare number to each, and their names.

    Where building or money is spoken of, over them or before: numbers of pupils look the same.
    """
    for number, passage in enumerate(read):
        if passage.piece in (Piece.ROW, Piece.HEADING):
            continue
        names = _names(passage.text)
        if not names:
            continue
        # "...; Дом культуры - 154,9" goes on with the list of the sentence before it.
        near = (p for p in read[max(0, number - 1) : number + 2] if p.block == passage.block)
        listed = sum(len(_names(p.text)) for p in near)
        if listed >= _FEWEST and _of_money(read, number):
            yield passage.text, list(names)


@of_text
def _names(text: str) -> tuple[str, ...]:
    if _BARE.search(text) is None:
        return ()
    found = (match["name"].strip() for match in _PAIR.finditer(text))
    return tuple(dict.fromkeys(name for name in found if building.names_an_object(name)))


def _of_money(read: Sequence[Passage], number: int) -> bool:
    this = read[number]
    before = (p for p in read[max(0, number - _BEFORE) : number] if p.above == this.above)
    over = (*this.above, opening(this.text))
    return building.is_building(over) or any(building.has_money(p.text) for p in before)
