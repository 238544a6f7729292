"""Which steps of the budget process a line names, by its words or by who does what."""

import re

from scoring.language.ru.folded import folded
from scoring.language.ru.lexicon import lexicon
from scoring.remembered import of_text

# (who, does what) -> the step of the process (Budget Code, part three) it is.
_STEPS = {
    ("finance", "draft"): "drafting",
    ("head", "give"): "submission",
    ("finance", "give"): "submission",
    ("parliament", "give"): "submission",
    ("deputies", "read"): "review",
    ("deputies", "vote"): "adoption",
    ("sign", "sign"): "adoption",
}
_WORDS = {
    "drafting": re.compile(
        r"\b(?:(?:прогноз|черновик|заявк|расчет|состав(?:ить|ля))\w*|проект(?: бюджета)?\W*$)"
    ),
    "review": re.compile(r"\b(?:слушани|чтени|поправк|обсуждени|экспертиз|рассмотр)\w*\b"),
    "adoption": re.compile(
        r"\b(?:голос(?:овани|уют)|подпис|приняти|утверждени|утвердить)\w*|\bзакон\W*$"
    ),
}
SHORT = 9
"""Words of a stop on a line of time."""
_LISTED = 2
"""Commas of a sentence that tells the steps by a word each: "прогноз, заявки, чтения, подпись"."""
BEEN = re.compile(
    r"\b(?:внес|внесен|принят|подписан|прош[её]л|прошл[иао]|состоял|утвержден)[аоы]?(?:сь)?\b"
)
# "Рассмотрение бюджета осуществляется в соответствии с кодексом" sends the reader to the law.
_BY_LAW = re.compile(
    r"\b(?:в соответствии с|согласно|регулиру\w+|определ[яе]\w+|установлен\w*|на основании)\b"
    r"[^.]{0,50}\b(?:кодекс|закон|глав[аеыо]|стать|порядк|регламент)"
)
_CONTEST = re.compile(
    r"\b(?:инициатив|народн\w+ бюджет|конкурс|двор|грант|победител|олимпиад|турнир)"
)
_CODE = re.compile(r"\bрегламентиру\w+ (?:\w+ )?законодательств")
"""The Budget Code's words for the process name its steps and tell nothing of them."""


@of_text
def step_of(text: str) -> frozenset[str]:
    """The steps a sentence tells of, by name or by who does what."""
    named = lexicon("process").words.named(text) - {"explained"}
    made = lexicon("makers").words.named(text)
    # Most texts name nothing of it, and there is nothing to be refused.
    if not (named or len(made) > 1 or "sign" in made) or _CODE.search(folded(text)):
        return frozenset()
    if named and _BY_LAW.search(folded(text)):
        named = frozenset()
    return named | {step for (who, does), step in _STEPS.items() if who in made and does in made}


@of_text
def votes_and_signs(text: str) -> frozenset[str]:
    """Who votes and who signs, which are one step to the law and two to a reader."""
    made = lexicon("makers").words.named(text)
    voted = {"vote"} if {"deputies", "vote"} <= made else set()
    return frozenset(voted | (made & {"sign"}))


@of_text
def is_contest(head: str) -> bool:
    """Is it told of projects of citizens, which are applied for, read and voted as well?"""
    return _CONTEST.search(folded(head)) is not None


@of_text
def by_months(text: str) -> frozenset[str]:
    """The steps of a sentence that goes from month to month, where a word is enough too.

    Contests of citizens' projects have their months, applications and votes as well.
    """
    plain = folded(text)
    if _CONTEST.search(plain) or BEEN.search(plain):
        return step_of(text)
    return step_of(text) | {step for step, word in _WORDS.items() if word.search(plain)}


@of_text
def stop(text: str) -> frozenset[str]:
    """The steps of a short line in a list of them, where a word is enough: "Шаг 2. Проект"."""
    if len(text.split()) > SHORT and text.count(",") < _LISTED:
        return step_of(text)
    plain = folded(text)
    if _CODE.search(plain):
        return frozenset()
    return step_of(text) | {step for step, word in _WORDS.items() if word.search(plain)}
