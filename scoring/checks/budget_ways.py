"""How a budget is drawn up, told in two passages: what it rests on, how its three years move on.

And how it differs from a family's, asked and answered.
"""

import re

from scoring.language.ru.folded import any_of, folded
from scoring.remembered import of_text

_DRAWN_FROM = any_of(
    r"^\W*(?:составлени|формировани|подготовк|разработк)\w* (?:проекта )?(?:[а-я]+ )?бюджета\b"
    r"[^.:]{0,60}\b(?:основ|базир)[^.:]{0,40}:\W*$",
    r"\bбюджет\w*(?: [а-я]+){0,3} (?:составля|формиру|разрабатыва|готов|верста|стро)[юияе]?тся\b"
    r"[^.:]{0,30}\b(?:основ|исходя из|с учетом|опор|опира)[^.:]{0,40}:\W*$",
    r"\b(?:составля|формиру|готов|верста)[юие]т бюджет[^.:]{0,30}"
    r"\b(?:основ|исходя из|с учетом|опор|опира)[^.:]{0,40}:\W*$",
    r"\bна чем (?:основ|базиру|строи)[а-я]+ (?:проект )?(?:[а-я]+ )?бюджет\w*\W*$",
)
# Article 172 of the Budget Code.
_SOURCE = re.compile(
    r"^\W*(?:\d+[.)]\W*)?(?:(?:ежегодн|бюджетн)\w+ )?(?:послани|прогноз|сценарн|указ|стратеги|"
    r"основн\w+ направлени|(?:государственн|муниципальн)\w+ программ|госпрограмм)"
)
_THREE_YEARS = re.compile(
    r"\b(?:на три года|трехлет|на трехлетн|три года:|очередной (?:финансовый )?(?:год )?и два)"
)
_MOVES_ON = re.compile(
    r"\b(?:план|бюджет|период|трехлет\w*|горизонт|год\w*|окно|показател\w*)\b[^.!?]{0,40}"
    r"\b(?:сдвига|сдвине|скольз|перемеща|передвига|смеща)\w+|"
    r"\b(?:сдвига|скольз|перемеща|передвига|смеща)\w+[^.!?]{0,40}"
    r"\b(?:план|бюджет|период|трехлет\w*|горизонт|год)\b|"
    r"\b(?:кажд\w+ год|ежегодно)\b[^.!?]{0,60}\b(?:добавля\w+|прибавля\w+)[^.!?]{0,20}\bгод\b"
)
_DIFFERS = any_of(
    r"\bчем\b[^?]{0,50}\bбюджет\w*[^?]{0,40}\b(?:отлича|похож)[^?]*\b(?:семь|семейн|домашн)[^?]*\?\W*$",
    r"\b(?:отлича|похож)[^?]{0,40}\b(?:семейн|домашн)\w+[^?]{0,30}\?\W*$",
    r"\bчем\b[^?]{0,20}\b(?:семейн|домашн)\w+ бюджет[^?]*\b(?:отлича|похож)[^?]*\?\W*$",
)
_ALIKE = re.compile(
    r"^\W*(?:по сути |на деле |в общем |да |нет,? )?(?:(?:почти|практически|мало|только|лишь) )?"
    r"(?:ничем|чем|размер|масштаб|всем|тем же|тем,? что|очень|похож|и там|и тут|принцип)\w*\b"
)


def rests_on(said: str, then: str) -> bool:
    """A lead that says the draft is drawn up from something, and a forecast or programmes."""
    return _is_lead(said) and _is_source(then)


def moves_on(said: str, then: str) -> bool:
    """Three years are planned at once, and every year the plan moves a year on."""
    return _is_of_three(said) and _moves(then)


def is_likened(said: str, then: str) -> bool:
    """How is it unlike a family's? "Почти ничем"."""
    return asks_how_unlike(said) and _ALIKE.match(folded(then)) is not None


@of_text
def _is_lead(text: str) -> bool:
    return _DRAWN_FROM.search(folded(text)) is not None


@of_text
def _is_source(text: str) -> bool:
    return _SOURCE.match(folded(text)) is not None


@of_text
def _is_of_three(text: str) -> bool:
    plain = folded(text)
    return "бюджет" in plain and _THREE_YEARS.search(plain) is not None


@of_text
def _moves(text: str) -> bool:
    return _MOVES_ON.search(folded(text)) is not None


def asks_how_unlike(text: str) -> bool:
    """Is it asked how a region's budget differs from a family's?"""
    plain = folded(text)
    return "?" in plain and _DIFFERS.search(plain) is not None
