"""Goals that bear a number: "Приоритет 1. Дороги", "Цель № 2" over what it is, "Во-вторых, ..."."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from scoring.checks.aims import hinted, is_aim, numbered
from scoring.checks.goal_told import bare
from scoring.language.ru.folded import folded
from scoring.language.ru.signs import any_in
from scoring.passages import Passage, Piece
from scoring.remembered import of_text

_NUMBERED = re.compile(
    r"^\W*(?:(?:стратегическ|национальн|главн|ключев)\w+ )?(?P<what>приоритет|цель|задача|ориентир|"
    r"вызов|направление)(?: (?:№ ?)?\d{1,2}|\s\w+ый)\s?(?:[.:-](?P<own>[^?]*))?$"
)
_WE = re.compile(r"^\W*(?:во-первых|во-вторых|в-третьих)\W+(?:\w+ ){0,2}мы\b|^\W*мы\b")
_TURN = re.compile(r"^\W*(?:во-первых|во-вторых|в-третьих)\b")
_OF_POWER = re.compile(
    r"\b(?:губернатор|глав[аеы]\b|правительств|послани|политик|бюджет|вызов|задач|цел[ьие]|приоритет|"
    r"власт|регион|област|кра[йея]\b|республик|округ)"
)
_PAPERS = re.compile(r"\b(?:документ|заявлени|справк|паспорт|мфц|госуслуг|подать|анкет|сайт|налог)")
_INLINE = re.compile(r"^\W*1[.)] .+\s2[.)] ")
_ITEM = re.compile(r"(?:^|\s)\d[.)]\s")
_NO_GOAL = re.compile(r"\d|[?:]\s*$|^\W*[а-я]+(?:йте|ьте)\b")
"""A sum, a question, a problem for pupils: "Сосчитайте долг"."""
_SECOND = re.compile(
    r"^\W*на (?:втором|третьем|четвертом)(?: месте| плане)?\s?(?:-|стоит\b|стоят\b)"
)
_SECOND_SIGNS = ("втором", "третьем", "четвертом")
"""Of which what ``_SECOND`` finds has one: they grow together."""


def names_one(text: str) -> bool:
    """Is it a goal by its number, "Приоритет № 2. Дороги", and no heading of goals?"""
    told = _NUMBERED.match(folded(text))
    return told is not None and bool(told["own"]) and _is_told(told["own"])


def by_number(read: Sequence[Passage], number: int) -> list[Passage]:
    """What "Приоритет № 1" names, on its line or in the next passage of it."""
    this = read[number]
    told = _NUMBERED.match(folded(this.text)) if this.piece is not Piece.ROW else None
    if told is None:
        return []
    if names_one(this.text):
        return [this]
    after = [p for p in read[number + 1 : number + 2] if _of(p, this) and _is_told(folded(p.text))]
    return [] if (told["own"] or "").strip() else after


def under_number(passage: Passage) -> bool:
    """Does it stand under a heading that is only a number: "Цель № 1"?"""
    return any(map(bears_number, passage.above[-1:])) and _is_told(folded(passage.text))


@of_text
def bears_number(head: str) -> bool:
    """Is a heading only a number of a goal: "Цель № 1"?"""
    told = _NUMBERED.match(folded(head))
    return told is not None and not (told["own"] or "").strip()


def may_be_numbered(text: str) -> bool:
    """Does it begin with the number of a goal, or has a line several with theirs?"""
    return _NUMBERED.match(folded(text)) is not None or _INLINE.match(text) is not None


def in_a_line(passage: Passage) -> int:
    """How many aims of a list run into one line, "1. Люди важнее бетона 2. Долг не растёт", or 0.

    Print and recognised pictures lose the ends of lines; over it stands a hint of goals.
    """
    if _INLINE.match(passage.text) is None or not any(map(hinted, passage.above[-1:])):
        return 0
    parts = [part for part in _ITEM.split(passage.text) if bare(part)]
    return len(parts) if len(parts) > 1 and sum(map(is_aim, parts)) > len(parts) // 2 else 0


def _of(passage: Passage, this: Passage) -> bool:
    return passage.piece is not Piece.ROW and passage.above[-1:] in (
        this.above[-1:],
        (this.text.strip(),),
    )


def _is_told(plain: str) -> bool:
    return bool(bare(plain)) and _NO_GOAL.search(plain) is None


def in_turn(read: Sequence[Passage]) -> Iterator[Passage]:
    """What "Во-первых, мы ... Во-вторых, мы ..." states, whatever stands before.

    Without "мы" both begin with what is to be done, and those who govern say it; what comes
    "на втором" place follows what comes first.
    """
    turns = [numbered(passage.text) for passage in read]
    for number, (first, second) in enumerate(pairwise(read)):
        if _is_second(folded(second.text)) and first.above == second.above:
            yield from [second] if bare(second.text) else []
        if not (turns[number] and turns[number + 1]) or first.block != second.block:
            continue
        told = (first, second)
        ours = all(_WE.match(folded(p.text)) and is_aim(p.text) for p in told)
        around = " ".join((*first.above[-1:], *(p.text for p in read[max(0, number - 1) : number])))
        if ours or (all(map(_to_do, told)) and _of_power(around, told)):
            yield from told


def _is_second(plain: str) -> bool:
    """Does it tell what comes "на втором месте"?"""
    return any_in(plain, _SECOND_SIGNS) and _SECOND.match(plain) is not None


def _to_do(passage: Passage) -> bool:
    plain = folded(passage.text)
    turn = _TURN.match(plain)
    return turn is not None and is_aim(plain[turn.end() :].strip(" ,"))


def _of_power(around: str, told: Sequence[Passage]) -> bool:
    papers = _PAPERS.search(folded(" ".join(p.text for p in told)))
    return _OF_POWER.search(folded(around)) is not None and papers is None
