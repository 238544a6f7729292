"""An invitation that a sentence gives to what the one before it names: "Приглашаем участвовать"."""

import re
from collections.abc import Sequence

from scoring.checks import asking, bygone, channels
from scoring.facts import Unit
from scoring.facts.quantity import quantities
from scoring.language.ru.folded import folded
from scoring.language.ru.lexicon import lexicon
from scoring.passages import Passage
from scoring.remembered import of_text

_COME = re.compile(
    r"^\W*(?:(?:мы )?(?:приглашаем|ждем|зовем|рады видеть)|приходите|участвуйте|присоединяйтесь|"
    r"(?:вы|каждый|все|любой)(?: [а-я]+){0,2} (?:можете|может|могут|вправе))\b"
    r"[^.:]*?\b(?:участ|прийти|придт|выступ|обсу|присоедин|высказ|всех|вас\b|каждого)"
)
_TO = frozenset({"hearing", "survey"})
_BACK = 3
"""Sentences back that may name what one is invited to."""
_YOU = re.compile(r"\b(?:вы|вам|вас|ваш\w*|[а-я]+(?:йте|ите|ьте))\b")


def to_the_last(read: Sequence[Passage], number: int, since: int) -> bool:
    """Does a sentence invite to the hearing or survey its paragraph has just named?"""
    this = read[number]
    if this.block < 0 or not _COME.match(folded(this.text)):
        return False
    before = [p for p in read[max(0, number - _BACK) : number] if p.block == this.block]
    plain = folded(" ".join(p.text for p in before))
    named = any(lexicon("voice").words.named(p.text) & _TO for p in before)
    return named and not bygone.is_past(plain) and not bygone.is_over(plain, since)


@of_text
def costs(text: str) -> bool:
    """Is a survey told of for what it costs: "социологические опросы - 6,2 млн рублей"?"""
    plain = folded(text)
    if asking.asks(text) or _YOU.search(plain) or channels.ADDRESS.search(plain):
        return False
    return any(quantity.unit is Unit.MONEY for quantity in quantities(text))
