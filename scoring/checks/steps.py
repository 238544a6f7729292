"""Steps of the budget process told in one place: who does what with the budget, and in turn."""

import re
from collections.abc import Iterator, Sequence

from scoring.checks.step_names import BEEN, is_contest, step_of, stop, votes_and_signs
from scoring.checks.steps_in_time import (
    ends_in_law,
    is_of_months,
    line_of_time,
    made_ready,
    one_after_another,
    year_round,
    year_told,
)
from scoring.language.ru.folded import folded
from scoring.language.ru.lexicon import lexicon
from scoring.passages import Passage, Piece
from scoring.remembered import of_text

_NEAR = 8
"""Passages that are read as one place."""
_FEW = 4
"""Passages of a place that something else follows."""
_LONGEST = 40
"""Words: a longer sentence that names the steps is of officials, not for readers."""
_WHO = re.compile(
    r"\bкто (?:[а-я]+ ){0,2}?(?:составля|сочиня|готов|пиш|верста|вносит|утвержда|принима|голосу|"
    r"исполня|"
    r"следит|контролир|проверя|подписыва|рассматрива|решает)\w*"
)


def told(read: Sequence[Passage], steps: int) -> Iterator[list[Passage]]:
    """Places that tell ``steps`` steps; one fewer under a heading or a question that promises it.

    A calendar under such a promise ("Май — прогноз → Июль — заявки → ...") tells it too.
    """
    ahead = _telling_ahead(read)
    for number, first in enumerate(read):
        if first.piece is Piece.HEADING:
            continue
        # Over a row stands the head of its column, and over that the table's own.
        over = first.above[-2:] if first.piece is Piece.ROW else first.above[-1:]
        due = promised(over) or _explains(first.text)
        if not (due or ahead[number]) or any(map(is_contest, first.above[-1:])):
            continue
        near = [p for p in read[number : number + _NEAR] if _together(first, p)]
        if place := _place(first, near, steps, due=due):
            yield place


def _telling_ahead(read: Sequence[Passage]) -> list[bool]:
    """Of each passage: does it or one near behind it tell of a step, ask who, or name months?

    Of places where none does nothing is told, unless a heading promises it (see ``_place``).
    """
    found, left = [False] * len(read), 0
    for number in range(len(read) - 1, -1, -1):
        left = _NEAR if _may_tell(read[number].text) else left - 1
        found[number] = left > 0
    return found


@of_text
def _may_tell(text: str) -> bool:
    return bool(step_of(text) or _asking_who(text)) or is_of_months(text)


def _place(first: Passage, near: list[Passage], steps: int, *, due: bool) -> list[Passage]:
    """Of passages that stand together those that tell enough of the steps, [] when none do."""
    of = stop if due else step_of
    tells = [p for p in near if of(p.text) and (due or _is_plain(p.text))]
    named = {step for p in tells for step in of(p.text)} | _signed_apart(tells)
    if not due and "reporting" in named and _of_report(tells):
        return []
    if len(named) >= (steps - 1 if due else steps):
        return tells
    if (due and any(year_round(near[:some]) for some in (_FEW, _NEAR))) or _asked_who(
        near
    ) >= steps - 1:
        return near
    if named and (line := line_of_time(near, steps - 1)):
        return line
    if len(named) >= steps - 1 and one_after_another(tells):
        return tells
    if named and ends_in_law(" ".join(p.text for p in tells)):
        return tells
    return [first] if made_ready(first.text) or year_told(first, steps - 1) else []


def _signed_apart(tells: Sequence[Passage]) -> set[str]:
    """Deputies vote and then the head signs, told of every year: a step more."""
    acts = {act for p in tells for act in votes_and_signs(p.text)}
    been = any(BEEN.search(folded(p.text)) for p in tells)
    return {"signing"} if len(acts) > 1 and not been else set()


def _of_report(tells: Sequence[Passage]) -> bool:
    """Is it the report that was read and adopted: "Отчёт рассмотрен Думой и утверждён"?"""
    plain = folded(" ".join(passage.text for passage in tells))
    return BEEN.search(plain) is not None and "проект" not in plain


@of_text
def _is_plain(text: str) -> bool:
    return len(text.split()) <= _LONGEST


def _asked_who(read: Sequence[Passage]) -> int:
    """How many of "Кто составляет?", "Кто утверждает?" are asked."""
    return len(frozenset().union(*(_asking_who(p.text) for p in read)))


@of_text
def _asking_who(text: str) -> frozenset[str]:
    plain = folded(text)
    return frozenset(who[0] for who in _WHO.finditer(plain)) if "кто " in plain else frozenset()


def _together(first: Passage, passage: Passage) -> bool:
    if Piece.ROW in (first.piece, passage.piece):
        return first.block == passage.block
    return first.above == passage.above


def promised(texts: Sequence[str]) -> bool:
    """Does a heading or a question among them promise to tell how a budget is made?"""
    for text in texts:  # noqa: SIM110 - asked of every passage: any() would double the time
        if _explains(text):
            return True
    return False


@of_text
def _explains(text: str) -> bool:
    return "explained" in lexicon("process").words.named(text)
