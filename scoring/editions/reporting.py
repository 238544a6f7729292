"""A page that reports on an edition or on a budget, wherever a site puts it."""

import re

from scoring.editions.clues import Clues
from scoring.editions.leading import leads_to_files
from scoring.editions.lookalikes import named_on_cover
from scoring.editions.naming import naming
from scoring.editions.witnesses import introduced
from scoring.language.ru.folded import any_of, folded

_SURE = 3
_SEVERAL = 2
_SAID = r"(?:сказал|отметил|сообщил|рассказал|подчеркнул|пояснил|добавил|заявил|уточнил)"
_OFFICIAL = r"(?:министр|губернатор|глава (?:региона|области|края|республики|ведомства))"
_SPEECH = any_of(
    rf"[\"!?.,]\s?-\s{_SAID}[аи]?\b",
    rf"\b{_SAID}[аи]?\s(?:[а-я]+\s){{0,2}}{_OFFICIAL}",
    rf"\b{_OFFICIAL}\w*\s[^.\n]{{0,60}}\b{_SAID}[аи]?\b",
    r"\bпо (?:его |ее )?словам\b",
    r"\bсообща(?:ет|ют) (?:[а-я-]+ )?(?:пресс|министерств)",
    r"\bсообщили в (?:[а-я-]+ )?(?:пресс|министерств|минфин|департамент)",
)
"""Whom a newspaper quotes: an edition may quote a minister once, a report does so often."""
_SAID_BY = re.compile(
    r"^\W*(?:(?:[Ии]нтервью|[Кк]олонка|[Мм]нение|[Рр]епортаж|[Кк]омментарий|[Бб]рифинг|"
    r"[Пп]ресс-конференция|[Пп]рямая линия|[Оо]бзор (?:СМИ|прессы)|[Дд]айджест)\b|"
    r"[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)? [А-ЯЁ][а-яё-]+\s*[:—–-]\s*[«\"“„])"
)
"""A headline of a person's words, or of a newspaper's own kinds of writing."""
_CAME_OUT = re.compile(
    r"\b(?:появил(?:ся|ась|ись)|вышл[аи]|вышел|опубликован[аоы]?|опубликовал[аи]?|"
    r"выпустил[аи]?|издал[аи]?|размещен[аоы]?|разместил[аи]?|презентовал[аи]?)\b"
)


def reported(clues: Clues) -> str:
    """The words that make a page a report on an edition or a budget, "" when it is none."""
    head = clues.cover_text.split("\n")[0]
    if _SAID_BY.match(head):
        return head
    if introduced(clues):
        return ""
    if leads_to_files(clues) and (sentence := _came_out(clues)):
        return sentence
    named = named_on_cover(clues)
    if named and named.itself and named.strength == _SURE:
        return ""
    said = list(_SPEECH.finditer(clues.plain))
    return said[0][0] if len(said) >= _SEVERAL else ""


def _came_out(clues: Clues) -> str:
    """A first line that says that an edition came out, where the page leads to it."""
    for line in clues.lead:
        for sentence in re.split(r"(?<=[.!?])\s", line):
            named = naming(sentence)
            if named and named.strength == _SURE and _CAME_OUT.search(folded(sentence)):
                return sentence
    return ""
