"""What is told of a part of a year: a quarter, nine months, the year so far."""

import re

from scoring.language.ru.folded import any_of

PARTLY = any_of(
    r"\bквартал[а-я]*|\bполугоди[а-я]*",
    r"\b(?:[2-9]|1[01]|два|три|трех|четыре|пять|шесть|шести|семь|восемь|девять|девяти|десять|десяти|"
    r"одиннадцать) месяц[а-я]*",
    r"\bс начала (?:этого |текущего )?года|\bна 1 (?:апреля|мая|июня|июля|августа|сентября|октября|"
    r"ноября|декабря)\b",
    r"\b(?:за )?январ[ьея] ?- ?(?:феврал|март|апрел|ма[йя]|июн|июл|август|"
    r"сентябр|октябр|ноябр)[а-я]*",
)
_STOP = re.compile(r"[.;!?]\s|\b(?:за|по итогам|в целом за) (?:весь )?(?:20\d\d )?год\b")


def partly(before: str) -> bool:
    """Do the words before a sum, back to a stop, speak of a part of a year?"""
    return PARTLY.search(_STOP.split(before)[-1]) is not None
