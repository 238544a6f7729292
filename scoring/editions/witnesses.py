"""Evidence that adds up: who says that a paper is the budget told to citizens, and what it tells.

Few strangers write "Бюджет для граждан на 2027 год" on a cover. They call it "Год прожит!" and say
in the first line, in the news or over the list of links what it is.
"""

import re

from scoring.editions.clues import Clues
from scoring.editions.explaining import addressed, of_whole
from scoring.editions.heard import named
from scoring.editions.linked import NEAREST, Mention
from scoring.editions.pointing import own_name, pointed_at
from scoring.editions.stages import marks
from scoring.editions.years import fiscal
from scoring.language.ru.folded import folded

ENOUGH = 5
"""Points that make an edition; a news item needs ``NEWS_ENOUGH``."""
NEWS_ENOUGH = 7
_LINKED = (0, 2, 2, 3)
"""Points for a heading over a bare link, for a row or a file's name, for a link's own words."""
_RETOLD = (0, 2, 3)
"""Points for a promise to tell the budget in plain words, and for one made in several ways."""
_TURNS = 2
_SURE = 3
_FIGURES = 2
_BEFORE = re.compile(
    r"\W*(?:(?:это|вот|перед вами|здесь|тут|ниже|встречайте|представля\w+|предлага\w+|подготови\w+|"
    r"сделали|собрали|написали|вы|мы|для вас|вам|вашему вниманию|читаете|открыли|держите в руках|"
    r"смотрите|на этой странице|эта|этот|страница|текст|материал|статья|пересказ|рассказ|буклет|"
    r"брошюра|книжка|выпуск|лонгрид|спецвыпуск|наш\w*|нов\w+|очередн\w+|кратк\w+|электронн\w+|"
    r"настоящ\w+|данн\w+|и есть)\W+)*"
)
"""Words with which a text introduces itself before its name."""
_AFTER = re.compile(
    r"^[^.!?\n]{0,60}\b(?:размещ|публик|опублик|подготовлен|разработан|издан|издае|ежегодно|скача|"
    r"ознаком|по ссылке|доступ[её]?н\b|можно найти|вышел|представлен\b|призван|это\b)"
)
"""Of an edition published elsewhere, or of what such a thing is."""
_DEDICATED = re.compile(
    r"^\W*для\s+(?:всех\s+)?(?:жител|граждан|населени|земляк)\w*(?:\s+[а-я-]+){0,4}\W*$", re.M
)
_RETELLS = tuple(
    re.compile(way)
    for way in (
        r"пересказ\w*\s+(?:[а-я]+\s+){0,4}(?:закон|проект|отчет|бюджет)",
        r"(?:закон|проект|отчет|бюджет)\w*\b[^.\n]{0,50}\bпересказа(?:ли|н)",
        r"(?:перев[ео]л\w*|перевод\w*|переложил\w*)\s[^.\n]{0,60}(?:человеческ|прост|понятн|русск|обычн)",
        r"для тех,? кто[^.\n]{0,60}"
        r"(?:закон|таблиц|цифр|бюджет|термин|не читает|не бухгалтер|не экономист)",
        r"(?:простыми|обычными|человеческими|своими|понятными)\s+словами|по-(?:человечески|простому)",
        r"(?:прост|понятн|человеческ|доступн|русск)\w+\s+языком|на\s+(?:прост|понятн|человеческ)\w+\s+язык",
        r"без\s+(?:занудств|скучн|канцелярит|сложн|лишних|терминов|купюр|воды|казенн)\w*|на\s+пальцах",
        r"(?:рассказыва|объясня|разбира|показыва|отвеча|расска[жз]|объясни|разбер|разобра|поясня)\w+"
        r",?\s[^.\n]{0,60}(?:бюджет|деньг|казн|кошел)",
        r"(?:рассказыва|объясня|разъясня|пересказыва|расскаж|объясни)\w*\s+(?:[а-я]+\s+){0,2}"
        r"(?:жител|граждан|земляк|населени|горожан|людям|вам\b)",
        r"(?:жител|граждан|земляк|населени|горожан|людя)\w*\s+(?:об?|про)\s[^.\n]{0,40}"
        r"(?:бюджет|деньг|казн|кошел)",
        r"\b(?:отвеча(?:ем|ет|ют)|ответы)\s+на\s+(?:[а-я]+\s+){0,3}вопрос\w*\s+(?:[а-я]+\s+)?"
        r"(?:жител|граждан|земляк|населени|читател|людей|горожан|о\s+бюджет)",
        r"\b(?:наш|тво|ваш)[а-я]{1,2}\s+(?:общ[а-я]+\s+)?(?:деньг|кошел|казн)",
        r"(?:^|[(\n.,:-]|\b(?:издани|материал|информаци|пересказ|рассказ|разъяснени|пояснени|бюджет|"
        r"отчет|выпуск|газет|гид|брошюр|буклет|книг|страниц|изложени|верси|раздел|справк|таблиц|"
        r"плакат|закон|написан|сделан|подготовлен|это)\w*\s)\s*(?:[а-я]+\s+){0,2}"
        r"для\s+(?:[а-я]+\s+)?(?:жител|граждан|земляк|населени|широк\w+\s+круг)",
        r"(?:читаем|разбираем|смотрим|листаем|считаем)\s[^.\n]{0,50}\bвместе\b",
    )
)
"""How a paper says that it tells the budget to people in their own words."""


def weight(clues: Clues, *, explains: int, budget: int) -> int:
    """Points of all that speaks for an edition, 0 when it tells too little of a budget.

    A paper that neither bears a name nor turns to anybody is none, whatever section it is in.
    Names count most (its own, a link's, a row's), then the section it stands in, then how it
    speaks and how much of a budget it tells.
    """
    if budget < 3 or clues.money < 4 or not of_whole(clues):
        return 0
    turns = addressed(clues)
    whole = (budget >= 5 and clues.money >= 8) or (budget >= 4 and clues.money >= 12)
    stage, year = _placed(clues)
    pointed = pointed_at(clues)
    points = max(named_by_itself(clues), _RETOLD[min(retells(clues), 2)])
    points += _LINKED[pointed] or retold(clues.link_text) or retold(clues.context)
    if not (points or pointed or turns >= _TURNS):
        return 0
    points += whole + (stage and year) + (explains >= 2) + (explains >= 4) + (turns >= _TURNS)
    return points + (2 if points < NEWS_ENOUGH and in_section(clues) else 0)


def named_by_itself(clues: Clues) -> int:
    """3 where its title or its first words call it an edition, 2 for a name near them, or 0.

    A title page that says for whom, in a line of its own, calls it one.
    """
    own = own_name(clues)
    told = introduced(clues) or _DEDICATED.search(folded(clues.cover_text))
    return 3 if told else own if own >= 2 else 0


def introduced(clues: Clues) -> bool:
    """Do its first sentences say that this is an edition? Not that one was published."""
    for line in clues.lead:
        for sentence in re.split(r"(?<=[.!?])\s", line):
            name = named(sentence)
            if name is None or name.strength < _SURE:
                continue
            plain = folded(sentence)
            opened = _BEFORE.fullmatch(plain[: name.start])
            if opened and not _AFTER.search(plain[name.start + len(name.quote) :]):
                return True
    return False


def retells(clues: Clues) -> int:
    """In how many ways its title or first sentences say that it tells the budget plainly."""
    if "бюджет" not in clues.plain[:3000]:
        return 0
    said = folded("\n".join((clues.cover_text, *clues.lead)))
    return sum(1 for way in _RETELLS if way.search(said))


def retold(text: str) -> bool:
    """Do these words promise a budget in plain words?"""
    plain = folded(text)
    return any(way.search(plain) for way in _RETELLS)


def in_section(clues: Clues) -> bool:
    """Is it listed on a page made for citizens' budgets? A page with figures lists no editions."""
    return any(_for_citizens(m) for m in clues.mentions[:NEAREST])


def _for_citizens(mention: Mention) -> bool:
    page = Clues(mention.page, mention.document, ())
    said = (page.cover_text, *page.lead, *mention.led)
    called = page.is_page and any(named(text) for text in said)
    return called and page.money < _FIGURES


def _placed(clues: Clues) -> tuple[bool, bool]:
    """Does it name a stage and a year where a reader looks for them?"""
    said = "\n".join((clues.cover_text, clues.link_text, clues.context, *clues.lead))
    return bool(marks(said)), fiscal(said) is not None
