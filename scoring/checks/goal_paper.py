"""Goals of the brochure and not of the budget: "цель издания - рассказать о деньгах просто"."""

import re
from collections.abc import Sequence

from scoring.language.ru.folded import any_of, folded
from scoring.passages import Passage, Piece

_PAPER = (
    r"(?:(?:брошюр|издани|публикаци|сборник|справочник|буклет|презентаци|путеводител|книжк|"
    r"книжечк|памятк|листовк|выпуск)\w*|бюджет\w* для граждан|"
    r"(?:настоящ|данн|эт(?:от|ого|ому|им|ой|их)|наш(?:его|ему|им|ей))\w* (?:[а-я]+ )?(?:документ|материал|"
    r"раздел|рубрик|портал|сайт|страниц|ресурс|слайд)\w*)"
)
_GOAL = r"(?:цел(?:ь|и|ью|ей|ями|ям)|задач\w*|предназначени\w*|назначени\w*)"
_OF_PAPER = any_of(
    r"\b(?:объяснить|рассказать|показать|познакомить|ознакомить|разъяснить|донести|"
    r"проинформировать|информирование (?:граждан|населения|жителей))\b",
    rf"\b{_PAPER} [^.:]{{0,40}}?\b{_GOAL}\b",
    rf"\b{_GOAL} (?:[а-я]+ ){{0,5}}{_PAPER}",
    rf"\b{_PAPER} (?:[а-я]+ ){{0,3}}(?:подготовл|созда|составл|разработ|издан|выпущ|призван|"
    r"направл|помо[гж]|адресован)",
)
# What is wished of readers: that they know, read and answer.
_READERS = re.compile(
    r"\b(?:информированност|осведомленност|просвещени|знаток|лайк|читател|без скуки|"
    r"(?:просты|понятны|доступны|человечески)м языком|(?:понятной|доступной|простой) форме|"
    r"(?:бюджетн\w+|финансов\w+) (?:[а-я]+ )?грамотност)"
)
_MADE = (
    r"(?:сделали|написали|выпустили|выпускаем|подготовили|придумали|собрали|сочинили|нарисовали|"
    r"рассказываем|публикуем|издаем|издали|пишем|напечатали)"
)
_ABOUT_PAPER = any_of(
    r"^\W*об? (?:этой |этом |нашей |нашем |данном )?"
    r"(?:брошюр|издани|документ|книжк|выпуск|сайт|портал|странице)",
    r"^\W*(?:от|кому) (?:составител|автор|редакци)",
    r"^\W*(?:зачем|для чего|ради чего) (?:нуж\w+ )?(?:эта (?:брошюр|книж|страниц)|"
    r"этот (?:документ|сборник|выпуск)|бюджет для граждан|брошюр)",
    rf"^\W*(?:зачем|для чего|ради чего|почему) (?:мы )?(?:(?:все )?(?:это|ее|его|эт[ау]\w*) )?"
    rf"(?:[а-я]+ )?{_MADE}\b",
    r"^\W*(?:зачем|как) (?:вам |тебе )?(?:это |ее |эту \w+ )?(?:читать|пользоваться|листать)\b",
    rf"^\W*{_GOAL}(?: и {_GOAL})? (?:[а-я]+ ){{0,3}}{_PAPER}",
)
_OF_BUDGET = re.compile(r"\bприоритет|\bполитик|\bбюджета\b(?! для граждан)")
_POLICY = re.compile(r"\bприоритет|\bполитик")


def of_paper(read: Sequence[Passage], number: int) -> bool:
    """Is it what the brochure is for: by its words, its heading, or the first of its list?"""
    passage = read[number]
    head, plain = next(iter(passage.above[-1:]), ""), folded(passage.text)
    about = _ABOUT_PAPER.search(folded(head)) and not _OF_BUDGET.search(plain)
    return bool(about) or _is_for_readers(plain) or _listed_after_it(read, number, plain)


def _is_for_readers(plain: str) -> bool:
    readers = _READERS.search(plain) is not None and not _POLICY.search(plain)
    return readers or _OF_PAPER.search(plain) is not None


def _listed_after_it(read: Sequence[Passage], number: int, plain: str) -> bool:
    """An item of a list whose first is of the brochure: "рассказать просто; собрать вопросы"."""
    this = read[number]
    if this.piece is not Piece.ITEM or _OF_BUDGET.search(plain):
        return False
    first = number
    while first and read[first - 1].piece is Piece.ITEM and read[first - 1].above == this.above:
        first -= 1
    return first < number and _is_for_readers(folded(read[first].text))
