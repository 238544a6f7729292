"""What makes an object this one: a name, a number, a place, or that a region has one of it."""

import re

from scoring.language.ru.folded import folded
from scoring.language.ru.signs import holds
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
    r"\b(?:[Пп]еринатальн(?:ый|ого|ом) центр|[Оо]нкоцентр|"
    r"[Оо]нкологическ(?:ий|ого) (?:центр|диспансер)|"
    r"[Оо]нкодиспансер|[Дд]рамтеатр|[Тт]еатр(?:а|у|ом|е)? кукол|[Аа]эропорт|[Аа]эровокзал|"
    r"[Зз]оопарк|[Фф]илармони[яиюе]|[Пп]ланетари|"
    r"[Дд]раматическ(?:ий|ого) театр|[Кк]укольн(?:ый|ого) театр)"
    r"(?:[аеуя]|ом|ем)?\b|"
    r",\s+(?:(?:г|с|п|д|пос|пгт|мкр)\.\s?|сел[оа]\s|посел\w+\s|город\w?\s)?[А-ЯЁ][а-яё-]{2,}"
)
_CAPACITY = re.compile(r"\bна \d[\d ]* (?:мест|коек|посещени)")
# "1 школа на 600 мест": a number of them before the capacity.
_MANY = re.compile(r"\b(?:\d+|одн[ау]|две|двух|три|трех|четыре)\s+(?:[а-я-]+\s+){1,4}на \d")
_OF_SOMEONE = re.compile(r"[а-яё]{3,} [А-ЯЁ][а-яё-]{2,}")
_SHORT = 12
"""Words of a name: in a longer text any capital letter may be of something else."""


@of_text
def is_named(label: str) -> bool:
    """Has it a name, a number, a place or a capacity of its own?"""
    if holds(_NAMED, label) or (len(label.split()) <= _SHORT and _OF_SOMEONE.search(label)):
        return True
    return _CAPACITY.search(label) is not None and not _MANY.search(folded(label))
