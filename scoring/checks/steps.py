"""Steps of the budget process told in one place: who does what with the budget, and in turn."""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from scoring.language.ru.folded import folded
from scoring.language.ru.lexicon import lexicon
from scoring.passages import Passage, Piece
from scoring.remembered import of_text

# (who, does what) -> the step of the process (Budget Code, part three) it is.
_STEPS = {
    ("finance", "draft"): "drafting",
    ("head", "give"): "submission",
    ("finance", "give"): "submission",
    ("deputies", "read"): "review",
    ("deputies", "vote"): "adoption",
    ("sign", "sign"): "adoption",
}
_WORDS = {
    "drafting": re.compile(r"\b(?:(?:прогноз|черновик|заявк|расчет)\w*|проект(?: бюджета)?\W*$)"),
    "review": re.compile(r"\b(?:слушани|чтени|поправк|обсуждени|экспертиз)\w*\b"),
    "adoption": re.compile(r"\b(?:голосовани|подпис|приняти|утверждени)\w*"),
}
_WHEN = re.compile(
    r"\b(?:январ|феврал|март[еау]?\b|апрел|ма[йея]\b|июн|июл|август|сентябр|октябр|ноябр|декабр|весн|лет(?:о|ом)\b|"
    r"осен|зим)"
)
_NEAR = 8
"""Passages that are read as one place."""
_LONGEST = 40
"""Words: a longer sentence that names the steps is of officials, not for readers."""
_MONTHS = 3
_SHORT = 9
"""Words of a stop on a line of time."""
_BEEN = re.compile(
    r"\b(?:внес|внесен|принят|подписан|прош[её]л|прошл[иао]|состоял|утвержден)[аоы]?(?:сь)?\b"
)
# "Рассмотрение бюджета осуществляется в соответствии с кодексом" sends the reader to the law.
_BY_LAW = re.compile(
    r"\b(?:в соответствии с|согласно|регулиру\w+|определ[яе]\w+|установлен\w*|на основании)\b"
    r"[^.]{0,50}\b(?:кодекс|закон|глав[аеыо]|стать|порядк|регламент)"
)
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
_CONTEST = re.compile(r"\b(?:инициатив|конкурс|двор|грант|победител|олимпиад|турнир)")
_YEAR = re.compile(r"20\d\d")
_CODE = re.compile(r"\bрегламентиру\w+ (?:\w+ )?законодательств")
"""The Budget Code's words for the process name its steps and tell nothing of them."""


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
        promised = _promised(over) or _promised([p.text for p in near[:1]])
        plain = near if promised else [p for p in near if _is_plain(p.text)]
        of = _stop if promised else step_of
        tells = [p for p in plain if of(p.text)]
        named = {step for p in tells for step in of(p.text)}
        if len(named) >= (steps - 1 if promised else steps):
            yield tells
        elif (promised and _year_round(near)) or _asked_who(near) >= steps - 1:
            yield near
        elif named and (line := _line(near, steps - 1)):
            yield line
        elif _months([first]) >= _MONTHS and len(_by_months(first.text)) >= steps - 1:
            yield [first]


@of_text
def _is_plain(text: str) -> bool:
    return len(text.split()) <= _LONGEST


def _line(near: Sequence[Passage], steps: int) -> list[Passage]:
    """A line of time: short lines, of what comes every year and not of what has been."""
    line = list(takewhile(_is_stop, near))
    told = {step for p in line for step in _stop(p.text)} - {"execution", "reporting"}
    if len(line) < _MONTHS or len(told) < steps:
        return []
    return line if _months(line) >= _MONTHS else []


def _is_stop(passage: Passage) -> bool:
    """A row of a calendar may say "закон подписан" of every year."""
    plain = folded(passage.text)
    been = _BEEN.search(plain) and (passage.piece is not Piece.ROW or _YEAR.search(plain))
    return len(plain.split()) <= _SHORT and not been


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


@of_text
def step_of(text: str) -> frozenset[str]:
    """The steps a sentence tells of, by name or by who does what."""
    if _CODE.search(folded(text)):
        return frozenset()
    named = lexicon("process").words.named(text) - {"explained"}
    if _BY_LAW.search(folded(text)):
        named = frozenset()
    made = lexicon("makers").words.named(text)
    return named | {step for (who, does), step in _STEPS.items() if {who, does} <= made}


@of_text
def _by_months(text: str) -> frozenset[str]:
    """The steps of a sentence that goes from month to month, where a word is enough too.

    Contests of citizens' projects have their months, applications and votes as well.
    """
    plain = folded(text)
    if _CONTEST.search(plain) or _BEEN.search(plain):
        return step_of(text)
    return step_of(text) | {step for step, word in _WORDS.items() if word.search(plain)}


@of_text
def _stop(text: str) -> frozenset[str]:
    """The steps of a short line in a list of them, where a word is enough: "Шаг 2. Проект"."""
    if len(text.split()) > _SHORT:
        return step_of(text)
    plain = folded(text)
    return step_of(text) | {step for step, word in _WORDS.items() if word.search(plain)}


def _together(first: Passage, passage: Passage) -> bool:
    if Piece.ROW in (first.piece, passage.piece):
        return first.block == passage.block
    return first.above == passage.above


def _promised(texts: Sequence[str]) -> bool:
    return any(map(_explains, texts))


@of_text
def _explains(text: str) -> bool:
    return "explained" in lexicon("process").words.named(text)
