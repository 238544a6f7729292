"""Is it an object that is built or repaired: this school or bridge, and not schools at large?"""

import re
from collections.abc import Sequence

from scoring.facts import Unit
from scoring.facts.quantity import quantities
from scoring.language.ru.folded import folded
from scoring.language.ru.lexicon import lexicon
from scoring.remembered import of_text

# What makes an object this one and no other: a name, a number, a place.
_NAMED = re.compile(
    r'["«№]|\b(?:[Вв]о?|[Нн]а|[Чч]ерез|[Ии]з|[Уу]|по|[Дд]о|имени|за|под|над|'
    r"около|возле|вокруг|близ|между|мимо)\s+"
    r"(?:(?:г|с|п|д|пос|пгт|ст|ул|р|мкр)\.\s?|(?:город\w*|сел[еоа]|посел\w+|посёл\w+|деревн\w+|"
    r"станиц\w+|район\w*|улиц\w+|микрорайон\w*|реку|рек[еи]|озер\w+|остров\w*|проток\w+|"
    r"железн\w+ дорог\w+)\s+){0,2}[А-ЯЁ][а-яё-]{2,}|[А-ЯЁ][а-яё]+ск(?:ой|ий|ая|ое|ого|ую)\b|"
    # Of these a region has one.
    r"\b(?:[Оо]бластн|[Кк]раев|[Рр]еспубликанск|[Оо]кружн|[Цц]ентральн)(?:ая|ой|ую|ый|ого|ом|"
    r"ое)\s+(?:[а-яё]+\s+)?"
    r"(?:больниц|библиотек|театр|музе|филармони|стадион|роддом|диспансер|госпитал|архив|"
    r"поликлиник|площад|парк|лице|гимнази|колледж|техникум|университет|онкоцентр|кванториум|"
    r"цирк|двор[це]|хоспис|галере|планетари|зоопарк|спорткомплекс|перинатальн|онкологическ|детск)|"
    r"\b[Вв] (?:областн\w+ |краев\w+ )?(?:столиц|центр)[еу]\b|"
    r"(?<=[а-яё] )(?:Дом|Двор(?:ец|ц))[а-яё]{0,3} [а-яё]{4,}|"
    r",\s+(?:(?:г|с|п|д|пос|пгт|мкр)\.\s?|сел[оа]\s|посел\w+\s|город\w?\s)?[А-ЯЁ][а-яё-]{2,}"
)
_CAPACITY = re.compile(r"\bна \d[\d ]* (?:мест|коек|посещени)")
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
    r"достраива|реконстру|реставр|обновля[ею]|благоустр|открываем\b(?! бюджет)|сдаем\b)"
)
_BUILT = re.compile(
    r"\b(?:что|где) (?:\w+ )?(?:по)?стро(?:им|ят|ится|или|ено|ится)\b|\b(?:стройки|новостройки|"
    r"объекты) "
    r"(?:года|\d{4})|\b(?:крупн|главн|больш|важн)\w+ (?:стройк|объект)"
)
_NOT_OBJECT = re.compile(
    r"\b(?<!инвестиционная )(?<!инвестиционной )(?<!инвестиционную )(?<!инвестиционных )программ|"
    r"^\W*(?:всего|итого|зарплат\w+|заработн\w+)\b|"
    r"\b(?:вернут|компенсируют|пенсионерам|семьям|льготник)|\bплат[ауы] за\b|"
    r"\bпо разделу\b|\bпринес(?:ли|ет|ут)?\b|\bплательщик|"
    r"инициативн|\bслушани|^наименован|^проект (?:\w+ )?(?:бюджет|закон)|"
    r"^(?:объект\w*|проекты?|стройки?|показател\w+)\W*$"
)
# "1 школа на 600 мест": a number of them before the capacity.
_MANY = re.compile(r"\b(?:\d+|одн[ау]|две|двух|три|трех|четыре)\s+(?:[а-я-]+\s+){1,4}на \d")
_OF_SOMEONE = re.compile(r"[а-яё]{3,} [А-ЯЁ][а-яё-]{2,}")
_SHORT = 12
"""Words of a name: in a longer text any capital letter may be of something else."""
_LEAST = 1e6
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
def is_named(label: str) -> bool:
    """Has it a name, a number, a place or a capacity of its own?"""
    if _NAMED.search(label) or (len(label.split()) <= _SHORT and _OF_SOMEONE.search(label)):
        return True
    return _CAPACITY.search(label) is not None and not _MANY.search(folded(label))


@of_text
def objects(label: str) -> frozenset[str]:
    """Kinds of objects a label names, outside the quotes in which programmes bear their names."""
    words = lexicon("objects").words
    outside = words.named(_QUOTED.sub(" ", label)) - {"works"}
    return outside or words.named(label) - {"works"}


def refused(name: str, above: Sequence[str]) -> bool:
    """A programme, a sum of others, a head of a table; or a list of programmes."""
    listed = any(map(_lists_programmes, above[-1:])) and _QUOTED_FIRST.match(name) is not None
    return listed or _is_no_object(name)


@of_text
def _is_no_object(name: str) -> bool:
    return _NOT_OBJECT.search(folded(name)) is not None


@of_text
def is_quoted(name: str) -> bool:
    """Is a name in quotes the first of it, with no word for what it is: "«Зимник и причал»"?"""
    return _QUOTED_FIRST.match(name) is not None


@of_text
def speaks_of_programmes(text: str) -> bool:
    """Does it say that money goes by programmes, so that names in quotes may be theirs?"""
    return re.search(r"\bпрограмм(?:ам|ах|ы|а|ами)\b", folded(text)) is not None


@of_text
def _lists_programmes(head: str) -> bool:
    return re.search(r"\bпо програм|\bпрограммы\b", folded(head)) is not None


def is_building(above: Sequence[str]) -> bool:
    """Do the headings over it speak of building?"""
    return _of_building(" . ".join(above[-3:]))


@of_text
def _of_building(over: str) -> bool:
    plain = re.sub(r"проект\w* (?:\w+ ){0,2}(?:бюджет|закон)\w*", " ", folded(over))
    return _BUILDING.search(plain) is not None


def builds(above: Sequence[str]) -> bool:
    """Does the nearest heading promise buildings one by one: "Что построим", "Стройки года"?"""
    return any(_BUILT.search(folded(head)) for head in above[-2:])


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
    return any(q.unit is Unit.MONEY and q.value >= _LEAST for q in quantities(text))


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
