"""Steps of the budget process told in one place: who does what with the budget, and in turn."""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from scoring.checks.step_names import BEEN, SHORT, by_months, step_of, stop
from scoring.language.ru.folded import folded
from scoring.language.ru.lexicon import lexicon
from scoring.passages import Passage, Piece
from scoring.remembered import of_text

_WHEN = re.compile(
    r"\b(?:январ|феврал|март[еау]?\b|апрел|ма[йея]\b|июн|июл|август|сентябр|октябр|ноябр|декабр|весн|лет(?:о|ом)\b|"
    r"осен|зим)"
)
_NEAR = 8
"""Passages that are read as one place."""
_LONGEST = 40
"""Words: a longer sentence that names the steps is of officials, not for readers."""
_MONTHS = 3
_IN_TURN = re.compile(
    r"\b(?:сначала|сперва|первым делом|затем|потом|после (?:этого|того|чего)|дальше|далее|наконец|"
    r"в конце|итог|последн\w+ слово|напоследок)\b"
)
_BODIES = re.compile(
    r"\b(?:депутат|парламент|дум[аеуы]\b|собрани|хурал|минфин|министерств|ведомств|губернатор)"
)
_WHO = re.compile(
    r"\bкто (?:[а-я]+ ){0,2}?(?:составля|сочиня|готов|пиш|верста|вносит|утвержда|принима|голосу|"
    r"исполня|"
    r"следит|контролир|проверя|подписыва|рассматрива|решает)\w*"
)
_YEAR = re.compile(r"20\d\d")
_DAY = re.compile(r"\b\d{1,2} (?:октябр|ноябр|декабр|январ)")


def told(read: Sequence[Passage], steps: int) -> Iterator[list[Passage]]:
    """Places that tell ``steps`` steps; one fewer under a heading or a question that promises it.

    A calendar under such a promise ("Май — прогноз → Июль — заявки → ...") tells it too.
    """
    for number, first in enumerate(read):
        if first.piece is Piece.HEADING:
            continue
        near = [p for p in read[number : number + _NEAR] if _together(first, p)]
        # Over a row stands the head of its column, and over that the table's own.
        over = first.above[-2:] if first.piece is Piece.ROW else first.above[-1:]
        due = promised(over) or promised([p.text for p in near[:1]])
        plain = near if due else [p for p in near if _is_plain(p.text)]
        of = stop if due else step_of
        tells = [p for p in plain if of(p.text)]
        named = {step for p in tells for step in of(p.text)}
        if len(named) >= (steps - 1 if due else steps):
            yield tells
        elif (due and _year_round(near)) or _asked_who(near) >= steps - 1:
            yield near
        elif named and (line := _line(near, steps - 1)):
            yield line
        elif (named and _ends_in_law(first.text)) or _year_told(first, steps - 1):
            yield [first]


def _year_told(passage: Passage, steps: int) -> bool:
    """One passage that goes from month to month: "в июле — заявки, в ноябре — чтения"."""
    return _months([passage]) >= _MONTHS and len(by_months(passage.text)) >= steps


@of_text
def _is_plain(text: str) -> bool:
    return len(text.split()) <= _LONGEST


@of_text
def _ends_in_law(text: str) -> bool:
    """One sentence with the end of the way, in turn: "обсуждают в Думе, затем подписывает глава".

    It tells of every year: what has been, or is set for a day, is news.
    """
    plain = folded(text)
    news = BEEN.search(plain) or _YEAR.search(plain) or _DAY.search(plain)
    last = {"review", "adoption"} <= step_of(text)
    return last and _IN_TURN.search(plain) is not None and not news


def _line(near: Sequence[Passage], steps: int) -> list[Passage]:
    """A line of time: short lines, of what comes every year and not of what has been."""
    line = list(takewhile(_is_stop, near))
    told = {step for p in line for step in stop(p.text)} - {"execution", "reporting"}
    if len(line) < _MONTHS or len(told) < steps:
        return []
    return line if _months(line) >= _MONTHS else []


def _is_stop(passage: Passage) -> bool:
    """A row of a calendar may say "закон подписан" of every year."""
    plain = folded(passage.text)
    been = BEEN.search(plain) and (passage.piece is not Piece.ROW or _YEAR.search(plain))
    return len(plain.split()) <= SHORT and not been


def _year_round(read: Sequence[Passage]) -> bool:
    """Told by months, or as one thing after another."""
    return _months(read) >= _MONTHS or _in_turn(read)


def _asked_who(read: Sequence[Passage]) -> int:
    """How many of "Кто составляет?", "Кто утверждает?" are asked."""
    return len({who[0] for p in read for who in _WHO.finditer(folded(p.text))})


def _in_turn(read: Sequence[Passage]) -> bool:
    """Told as one thing after another, and with who does them, without sums."""
    plain = folded(" ".join(passage.text for passage in read))
    turns = {turn[0] for turn in _IN_TURN.finditer(plain)}
    return len(turns) > 1 and _BODIES.search(plain) is not None and not re.search(r"\d{3}", plain)


def _months(read: Sequence[Passage]) -> int:
    """How many months and seasons are named."""
    return len({m[0] for p in read for m in _WHEN.finditer(folded(p.text))})


def _together(first: Passage, passage: Passage) -> bool:
    if Piece.ROW in (first.piece, passage.piece):
        return first.block == passage.block
    return first.above == passage.above


def promised(texts: Sequence[str]) -> bool:
    """Does a heading or a question among them promise to tell how a budget is made?"""
    return any(map(_explains, texts))


@of_text
def _explains(text: str) -> bool:
    return "explained" in lexicon("process").words.named(text)
