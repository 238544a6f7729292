"""Can a way to respond that a text names be used, and is it not over?"""

import re
from collections.abc import Sequence

from scoring.language.ru.folded import folded
from scoring.passages import Passage

_DAY = re.compile(
    r"\b\d{1,2}\s+(?:январ|феврал|март|апрел|ма[яй]\b|июн|июл|август|сентябр|октябр|ноябр|декабр)|"
    r"\b\d{1,2}\.\d{1,2}\.(?:20)?\d\d"
)
_PLACE = re.compile(
    r"\b(?:зал\w{0,3}|здани\w+|ул\.|улиц\w+|площад\w+|пл\.|просп\w*|кабинет\w*|ауд\w*|"
    r"дом\w* (?:\d|культуры|дружбы|печати|"
    r"правительств|союз)|правительств\w+|администрац\w+|по адресу|онлайн|видео\w*|трансляц\w+|"
    r"минфин\w*|"
    r"министерств\w+|дум[аеы]|собрани\w+|библиотек\w+|г\. ?[а-я]|в городе|мфц|"
    r"школ\w+|ратуш\w+|клуб\w*|театр\w*|техникум\w*|институт\w*|университет\w*|колледж\w*|двор[еац]\w*|"
    r"фойе|холл\w*|вестибюл\w*|комнат\w+|набережн\w+|переул\w+)\b"
)
# In Russian text Latin letters with a dot between are an address, whatever its ending.
_ADDRESS = re.compile(
    r"https?://|www\.|@[\w-]+\.|\b[a-z0-9][a-z0-9-]+\.[a-z]{2,}\b|\b[\w-]+\.рф\b|\bqr\b|госуслуг|"
    r"\bформ\w+ (?:\w+ ){0,2}на (?:нашем |этом )?(?:сайте|странице|портале)|навед\w+ камер"
)
_PHONE = re.compile(r"\d[\d() -]{4,}\d")
_TIME = re.compile(
    r"\b(?:понедельник|вторник|сред[ауы]|четверг|пятниц|суббот|ежемесячн|ежедневн|последн\w+|перв\w+)\w*|"
    r"\bс \d{1,2}[.:]\d\d|\d{1,2} час"
)
_PAST = re.compile(
    r"\b(?:прошл[иа]|состоял[иа]сь|проведен[ыо]|проводил[иа]сь|принял[иа] участие|обсудил[иа]|"
    r"выступил\w*|пришл[иоа] \d|собрал[иа]сь|завершил[иа]сь|подведен\w*|показал\w*)\b"
)
_TO_COME = re.compile(
    r"\b(?:пройд[её]т|пройдут|состо[ия]тся|буд[уе]т|приглаша\w+|приходите|ждем)\b"
)
_DATED = re.compile(r"\d{1,2}(?:\s+[а-я]+|\.\d\d?\.)\s*(20\d\d)\b")


def is_past(plain: str) -> bool:
    """Does a folded text tell of what is over, and of nothing to come?"""
    return _PAST.search(plain) is not None and not _TO_COME.search(plain)


def is_over(plain: str, since: int) -> bool:
    """Are all days of a folded text before the year ``since``?"""
    years = [int(year) for year in _DATED.findall(plain)]
    return bool(years) and max(years) < since


def usable(named: frozenset[str], read: Sequence[Passage], number: int, *, since: int) -> bool:
    """Is the day and place, the address or the hours told of what the passage names?

    ``named`` are topics of the lexicon "voice"; a day before the year ``since`` has passed.
    """
    this = read[number]
    own, around = folded(this.text), _around(read, number)
    told = _PLACE.search(around) is not None and not is_past(own)
    if "hearing" in named and told and _DAY.search(around) and not is_over(around, since):
        return True
    if "box" in named and told:
        return True
    if "reception" in named and _PHONE.search(around) and _TIME.search(around):
        return True
    if not named & {"survey", "question"} or is_past(own):
        return False
    near = read[max(0, number - 2) : number + 3]
    block = folded(" ".join(p.text for p in near if _beside(p, this)))
    return _ADDRESS.search(around if own.endswith((":", "?")) else block) is not None


def _beside(passage: Passage, this: Passage) -> bool:
    """A sentence of the same paragraph; the rows of a table have each a say of their own."""
    return passage is this or (passage.block == this.block >= 0)


def _around(read: Sequence[Passage], number: int) -> str:
    """The passage with those of its block, and the two next under the same heading."""
    this = read[number]
    near = [p for p in read[max(0, number - 2) : number] if p.block == this.block]
    after = [p for p in read[number + 1 : number + 3] if p.above == this.above or _led(p, this)]
    return folded(" ".join(p.text for p in (*near, this, *after)))


def _led(passage: Passage, lead: Passage) -> bool:
    """Is it an item of the list that a lead in a colon opens?"""
    return any(head.endswith(lead.text.strip()) for head in passage.above[-1:])
