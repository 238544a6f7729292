"""Is it an object that is built or repaired: this school or bridge, and not schools at large?"""

import re
from collections.abc import Sequence

from scoring.checks.object_names import is_named
from scoring.facts import Unit
from scoring.facts.quantity import quantities
from scoring.language.ru.folded import folded
from scoring.language.ru.lexicon import lexicon
from scoring.remembered import of_text

# "187 км дорог", "2 детских сада на 460 мест": so many of a kind are no object.
_SO_MANY = re.compile(
    r"^\W*(?:\d[\d ,]*|два|две|три|четыре|пять|шесть|семь|восемь|девять|десять)\s+[а-яё]"
)
_SUM = re.compile(
    r"^\W*\d[\d ,.]*\s*(?:млрд|млн|тыс|миллиард\w*|миллион\w*|тысяч\w*)?\.?\s*(?:₽|руб\w*\.?)?\s*"
)
_MONEY_SIGN = re.compile(r"^\W*\d[\d ,.]*\s*(?:млрд|млн|тыс|миллиард|миллион|тысяч|₽|руб)")
_BUILDING = re.compile(
    r"\b(?:проект|объект|стройк|новострой|строительств|строить|строим|строите|строится|строят|"
    r"построе|"
    r"построи|построят|ремонт|инвестиц|аип\b|адресн|капвложени|капитальн\w+ вложени|что появится|"
    r"что откро|что сдад|что сдал|дом, который|что введ|возвод|возвед|нацпроект|"
    r"сдан[аоы]? в эксплуатаци|введен\w* в (?:эксплуатаци|строй|20\d\d)|вв(?:ели|одим|едем)\b|"
    r"достраива|реконстру|реставр|обновля[ею]|благоустр|открываем\b(?! бюджет)|сдаем\b)"
)
_BUILT = re.compile(
    r"\b(?:что|где) (?:\w+ )?(?:по)?стро(?:им|ят|ится|или|ено|ится)\b|\b(?:стройки|новостройки|"
    r"объекты) "
    r"(?:года|\d{4})|\b(?:крупн|главн|больш|важн)\w+ (?:стройк|объект)"
)
LEAST = 1e6
"""Roubles: for less one buys a ticket to the theatre, or fixes its door."""
_SUMMED_UP = re.compile(
    r"^\W*(?:вот|это|таков\w+|такие|вс[ею] (?:это|они)|эти|все (?:три|четыре|пять))\b"
)
_PROJECT = re.compile(
    r"^\W*(?:\d+[.)]\s*)?проект\w*\s+[«\"](?!Об? )[А-ЯЁ\d][^»\"]*[»\"]\s*(?:$|[:;.,(—–-])", re.I
)
_QUOTED = re.compile(r"«[^»]*»|\"[^\"]*\"")
_QUOTED_FIRST = re.compile(r"^[\W\d]*«")
_TITLED = re.compile(r"[а-яё]{3,} «[А-ЯЁ]")
_COST = re.compile(
    r"\b(?:стоит|стоил\w*|стоимость|обойд[её]тся|обойдутся|обош[её]л\w*|обошл\w+|цена|освоен\w*|"
    r"потрачен\w*|"
    r"потратили|направлен\w*|заложен\w*|выделен\w*|уйд[её]т|ушл[оа]|дадут|дают)\b"
)


@of_text
def names_an_object(label: str) -> bool:
    """Is it this school or bridge, and not schools or bridges at large?"""
    return bool(objects(label)) and is_named(label)


@of_text
def objects(label: str) -> frozenset[str]:
    """Kinds of objects a label names, outside the quotes in which programmes bear their names."""
    words = lexicon("objects").words
    outside = words.named(_QUOTED.sub(" ", label)) - {"works"}
    return outside or words.named(label) - {"works"}


@of_text
def may_name(text: str) -> bool:
    """May an object or a project be named in a text or a cell of it? Most rows name neither.

    Without what stands in quotes its words may come to be said of an object.
    """
    if "«" in text or '"' in text or "проект" in folded(text):
        return True
    return bool(lexicon("objects").words.found(text))


@of_text
def is_quoted(name: str) -> bool:
    """Is a name in quotes the first of it, with no word for what it is: "«Зимник и причал»"?"""
    return _QUOTED_FIRST.match(name) is not None


@of_text
def speaks_of_programmes(text: str) -> bool:
    """Does it say that money goes by programmes, so that names in quotes may be theirs?"""
    return re.search(r"\bпрограмм(?:ам|ах|ы|а|ами)\b", folded(text)) is not None


def is_building(above: Sequence[str]) -> bool:
    """Do the headings over it speak of building?"""
    return _of_building(" . ".join(above[-3:]))


@of_text
def _of_building(over: str) -> bool:
    plain = re.sub(r"проект\w* (?:\w+ ){0,2}(?:бюджет|закон)\w*", " ", folded(over))
    return _BUILDING.search(plain) is not None


def builds(above: Sequence[str]) -> bool:
    """Does the nearest heading promise buildings one by one: "Что построим", "Стройки года"?"""
    return any(map(promises, above[-2:]))


@of_text
def promises(text: str) -> bool:
    """Does a text promise buildings, so that what it heads or leads are such?"""
    return _BUILT.search(folded(text)) is not None


@of_text
def is_priced_work(text: str) -> bool:
    """Does it say what a work costs, cost or got?"""
    return _COST.search(folded(text)) is not None


@of_text
def without_sum(text: str) -> str:
    """Of "640 млн ₽ школа в Хонгуе" the school."""
    return _SUM.sub("", text) if _MONEY_SIGN.match(folded(text)) else text


@of_text
def so_many(text: str) -> bool:
    """Is it a number of things of a kind?"""
    return _SO_MANY.match(without_sum(text)) is not None


@of_text
def has_money(text: str) -> bool:
    """Does a sum that something could be built for stand in it?"""
    return any(q.unit is Unit.MONEY and q.value >= LEAST for q in quantities(text))


@of_text
def is_titled(text: str) -> bool:
    """Does it begin with a name in quotes: "Проект «Чистая река»: 140 млн рублей"?"""
    return re.match(r"^\W*(?:\d+[.)]\s*)?(?:проект\w*\s+)?[«\"][А-ЯЁ\d]", text, re.I) is not None


def is_project(text: str, above: Sequence[str]) -> bool:
    """Does it begin with the name of a project, not one that citizens vote for?"""
    named = _PROJECT.match(text) is not None
    return named and not any("инициатив" in folded(t) for t in (text, *above))


@of_text
def sums_up(text: str) -> bool:
    """Does a sentence say that what was named before it is built: "Вот наши стройки"?"""
    return _SUMMED_UP.match(folded(text)) is not None and is_building((text,))


def titled(text: str) -> bool:
    """Things named one by one: "станцию «Речной вокзал», парк «Плотина»"."""
    return len(_TITLED.findall(text)) > 1
