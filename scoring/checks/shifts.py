"""Results told as a shift: "смертность снизилась с 13,1 до 12,6", "11 рейсов вместо 8"."""

import re
from collections.abc import Iterator

from scoring.language.ru.folded import any_of, folded
from scoring.language.ru.lexicon import lexicon
from scoring.language.ru.signs import any_in, holds
from scoring.model import EditionFile
from scoring.passages import Passage, Piece, passages

# What is measured of life, not of money.
_MEASURED = re.compile(
    r"\b(?:смертност|рождаемост|заболеваемост|продолжительност|ожидани|очеред|срок|врем[яе]|число|"
    r"количеств|численност|доля|долю|дол[ией]\b|охват|уров[не]|обеспеченност|аварийност|аварий|дтп|"
    r"преступност|пожар|износ|нагрузк|протяженност|площад|мощност|пробк|задержк|выброс|посещаемост|"
    r"удовлетворенност|доступност|газификаци|поголовь|урожайност|средн\w+ возраст)"
)
_SHIFT = re.compile(
    r"\b(?:сниз|сократ|уменьш|упа[лд]|выр[оа]с|вырастет|увелич|подн[яи]|подним|достиг|дойд|дошл|"
    r"свед|стан[еу]т|стал|состав|повыс|удлин|укорот|растет|падает)\w*[^.;!?\d]{0,40}?"
    r"\b(?:с|до|на|в)? ?\d[^.;!?]*"
)
# "Очередь сократилась вдвое", "сократить число аварий на одну пятую": so much, in words.
_BY = (
    r"(?:вдвое|втрое|вчетверо|впятеро|наполовину|"
    r"на (?:одну )?(?:половину|треть|четверть|пятую|шестую|десятую|две трети|три четверти)|"
    r"в (?:\d+(?:,\d+)?|полтора|два|три|четыре|пять|несколько) раза?)\b"
)
_CHANGE = (
    r"\b(?:сниз|сократ|уменьш|упа[лд]|выр[оа]с|вырастет|увелич|подн[яи]|подним|повыс|растет|падает|"
    r"стал[оаи]? (?:больше|меньше))\w*"
)
_TIMES = re.compile(rf"{_CHANGE}[^.;!?\d]{{0,60}}?\b{_BY}")
# What is to be brought so far: "довести долю обеспеченных водой до 88,6 процента".
_BRING = re.compile(
    r"\b(?:дове(?:сти|д[еу]\w+|ли)|снизить|сократить|увеличить|повысить|уменьшить|поднять|нарастить|"
    r"(?:снизим|сократим|увеличим|повысим|уменьшим|поднимем))\b"
)
_BROUGHT = re.compile(
    rf"[^.;!?\d]{{0,120}}?\b(?:(?:с \d[\d ,]*(?:[а-я%]+ )?)?(?:до|на) (?:[а-я]+ ){{0,2}}\d|{_BY})"
)
_INSTEAD = re.compile(r"\d[\d ,]* (?!тыс|млн|млрд|руб|процент)[а-я]{3,}[^.;!?\d]{0,30} вместо \d")
# What is measured of life, told as it stands: "ожидаемая продолжительность жизни 71,9 года".
_STATED = any_of(
    r"\bпродолжительност\w+ жизни\b[^.;!?\d]{0,50}\d\d(?:,\d+)?",
    r"\b\d\d(?:,\d+)? (?:лет|года?)\b[^.;!?\d]{0,30}\bпродолжительност\w+ жизни",
    r"\b(?:обеспеченност|заболеваемост|смертност|рождаемост|посещаемост)\w*\b[^.;!?\d]{0,80}"
    r"\d[\d,]* (?:[а-я]+ )?на (?:\d|тысяч|сто )",
    r"\b(?:очеред|срок|врем[яе]|дефицит мест)\w*[^.;!?\d]{0,40}\b(?:до нуля|исчезн\w+|обнул\w+)",
    r"\b(?:приезжа|прибыва|(?:врем[яе]|срок)\w* ожидани)\w*"
    r"[^.;!?\d]{0,40}\d+ (?:минут|час|дн)",
)
_STATED_SIGNS = ("дефицит мест", "приезжа", "прибыва")
"""Of what is not measured besides: it stands as told by these alone."""
_TOLD_SIGNS = (*_STATED_SIGNS, " вместо ")
_OF_MONEY = re.compile(
    r"доход|расход|бюджет|\bдолг|налог|\bврп\b|валов|дотаци|субсиди|субвенци|трансферт|рубл|руб\b|₽|"
    r"млн|млрд|миллион|миллиард|средств|дефицит|профицит|инфляц|\bцен[ыа]?\b|финансир|собственн|"
    r"зарплат|заработн|безработ|кредит|заимствован|ассигнован|исполнен|\bплат[аыуе]\b|инвестиц|"
    r"населени|жителей (?:област|кра|республик)|слушани|вопрос|страниц|поправ|программ"
)
# A share of the people is no number of them.
_SHARE_OF_ALL = re.compile(r"(?<=\bдол[юяи] )(?:населения|жителей|граждан)\b")
_NUMBER = re.compile(r"\d{1,3}(?: \d{3})+(?:,\d+)?|\d+(?:,\d+)?")
_CLAUSE = re.compile(
    r"[.;!?,]\s(?:(?<=[.;!?]\s)|(?=доля|число|уровень|охват|обеспеченност|смертност|очеред)|"
    r"(?=\d[\d ,]* (?:[а-я]+ )?(?:дет|мест|километр|процент))|"
    r"(?=(?:а также )?(?:довести|снизить|сократить|увеличить|повысить|уменьшить|поднять) ))|"
    r"\s(?=(?:довести|снизить|сократить|увеличить|повысить|уменьшить|поднять) )"
)


def shifted(file: EditionFile) -> Iterator[tuple[Passage, str]]:
    """Each clause outside tables that tells of a shift in how people live, and its words."""
    for passage in passages(file.document.legible):
        if passage.piece in (Piece.ROW, Piece.HEADING):
            continue
        plain = folded(passage.text)
        # What no sentence measures, none of its clauses does.
        if not (any_in(plain, _TOLD_SIGNS) or holds(_MEASURED, plain)):
            continue
        for clause in _CLAUSE.split(plain):
            if is_shift(clause):
                yield passage, clause


def is_shift(clause: str) -> bool:
    """Does a folded clause say how a measure of life changes, with a number?"""
    measured = _MEASURED.search(clause)
    if (measured or any_in(clause, _STATED_SIGNS)) and holds(_STATED, clause):
        return True
    shift = measured is not None and _moves(clause, measured.start())
    if not shift and not (" вместо " in clause and _INSTEAD.search(clause)):
        return False
    of = _SHARE_OF_ALL.sub(" ", clause)
    return _OF_MONEY.search(of) is None and not lexicon("macro").words.named(of)


def _moves(clause: str, start: int) -> bool:
    """Does what is measured there change by a number, or is to be brought so far?"""
    if _SHIFT.search(clause, start) or _TIMES.search(clause, start):
        return True
    bring = _BRING.search(clause, 0, start)
    return bring is not None and _BROUGHT.match(clause, start) is not None


def numbers_in(clause: str) -> frozenset[float]:
    """All numbers of a folded clause."""
    digits = (match[0].replace(" ", "").replace(",", ".") for match in _NUMBER.finditer(clause))
    return frozenset(map(float, digits))
