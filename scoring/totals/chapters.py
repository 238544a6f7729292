"""Titles of chapters that ask where all money comes from and where it goes: "Откуда деньги"."""

import re

from scoring.language.ru.folded import folded
from scoring.remembered import of_text
from scoring.totals.labels import Concept, whole

_FROM = re.compile(
    r"^\W*(?:(?:глава|часть|раздел|шаг) \d{1,2}\W+|\d{1,2}[.)]\s*)?"
    r"(?:(?:а )?откуда|из чего|из каких источников|чем наполняется|что наполняет|кто наполняет)\b"
)
_TO = re.compile(
    r"^\W*(?:(?:глава|часть|раздел|шаг) \d{1,2}\W+|\d{1,2}[.)]\s*)?"
    r"(?:(?:а )?куда|(?:а )?на что|во что|по каким направлениям)\b"
)
_GOES = re.compile(
    r"\b(?:бер[её]?тся|берутся|возьмутся|взять|взялись|приход[а-я]+|прид[а-я]+|поступ[а-я]+|приш[а-я]+|"
    r"склады[а-я]+|сложи[а-я]+|формиру[а-я]+|состоит|получ[а-я]+|появл[а-я]+|наполня[а-я]+|собира[а-я]+|"
    r"ид[а-я]+|пойд[а-я]+|пош[а-я]+|уход[а-я]+|уйд[а-я]+|уш[а-я]+|дева[а-я]+|тра[тч][а-я]+|потра[тч][а-я]+|"
    r"направ[а-я]+|расход[а-я]+ся|израсход[а-я]+|деньг[а-я]+|рубл[а-я]+|кошел[а-я]+|копилк[а-я]+|там|"
    r"в|из|у|нас|их|они|наши)\b"
)


@of_text
def asking(title: str) -> Concept | None:
    """Revenue for "Откуда деньги?", expenditure for "Куда они идут?"; None when it narrows them."""
    plain = folded(title)
    came, went = _FROM.match(plain), _TO.match(plain)
    asked = came or went
    if asked is None or not whole(_GOES.sub(" ", plain[asked.end() :])):
        return None
    return Concept.REVENUE if came else Concept.EXPENDITURE
