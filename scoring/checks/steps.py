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
        promised = _promised(first.above[-1:]) or _promised([p.text for p in near[:1]])
        plain = near if promised else [p for p in near if _is_plain(p.text)]
        of = _stop if promised else step_of
        tells = [p for p in plain if of(p.text)]
        named = {step for p in tells for step in of(p.text)}
        if len(named) >= (steps - 1 if promised else steps):
            yield tells
        elif promised and _months(near) >= _MONTHS:
            yield near
        elif named and (line := _line(near, steps - 1)):
            yield line
        elif len(step_of(first.text)) >= steps - 1 and _months([first]) >= _MONTHS:
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
    return len(passage.text.split()) <= _SHORT and _BEEN.search(folded(passage.text)) is None


def _months(read: Sequence[Passage]) -> int:
    """How many months and seasons are named."""
    return len({m[0] for p in read for m in _WHEN.finditer(folded(p.text))})


@of_text
def step_of(text: str) -> frozenset[str]:
    """The steps a sentence tells of, by name or by who does what."""
    if _CODE.search(folded(text)):
        return frozenset()
    named = lexicon("process").words.named(text) - {"explained"}
    made = lexicon("makers").words.named(text)
    return named | {step for (who, does), step in _STEPS.items() if {who, does} <= made}


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
