"""Which total a label names: revenue, expenditure or balance, and never a part of one."""

import re
from enum import StrEnum

from scoring.language.ru.folded import any_of, folded


class Concept(StrEnum):
    """The three totals that make a budget."""

    REVENUE = "revenue"
    EXPENDITURE = "expenditure"
    BALANCE = "balance"


_CORE = {
    Concept.REVENUE: re.compile(
        r"\b(?:доход(?:ы|ов|ах|ам)?|доходн\w+ част[ьи]|revenues?|income|"
        r"получ(?:им|ит|или|ено)|собер(?:ем|ет)|собра(?:ли|но)|поступ(?:ит|ило))\b"
    ),
    Concept.EXPENDITURE: re.compile(
        r"\b(?:расход(?:ы|ов|ах|ам)?|расходн\w+ част[ьи]|expenditures?|spending|"
        r"(?:по|ис)трат(?:им|ит|или)|потрачено|израсходова(?:ли|но|л))\b"
    ),
    Concept.BALANCE: re.compile(
        r"\b(?:дефицит\w{0,2}|профицит\w{0,2}|сальдо|deficit|surplus|balance|"
        r"не ?хват(?:ает|ит|ило)|нехватк[аи]|недоста(?:ет|нет|ющее))\b"
        r"|результат\w* исполнения бюджета"
    ),
}
_CODE = r"^\W*(?:[ivx]{1,4}|\d{1,2})(?:\.\d{1,2})?[.)]\s*|^\d{3}[ \d]{4,}"
_SCALES = r"(?:тыс\.?|млн\.?|млрд\.?|тысяч\w*|миллион\w*|миллиард\w*)"
_NOISE = any_of(
    _CODE,
    rf"\(?(?:в )?{_SCALES}?\s*(?:руб(?:л\w+)?\b\.?|₽)\)?",
    r"\(?\"?(?<!\w)(?:\+|-)(?!\w)\"?\)?|\d{4}(?:\s*(?:г\.|год[ауы]?|годов|годах))?",
    r"\b(?:в|во) (?:том числе|т\.\s?ч\.).*$|\bиз них.*$|\bс учетом (?:изменений|уточнений)",
)
_ALL = (
    r"все(?:го|му|х)|итого|итогов\w+|общ(?:ий|ая|ее|его|ем|ей)|объем\w{0,3}|сумм\w{0,2}|"
    r"результат\w{0,2}|размер\w{0,2}|величин\w|предельн\w+|основн\w{2}|характеристик\w?|показател\w{1,2}"
)
_WHOSE = (
    r"бюджет\w{0,3}|областн\w{2,3}|краев\w{2,3}|республиканск\w{2,3}|окружн\w{2,3}|"
    r"региональн\w{2,3}|субъект\w{0,2}|государств\w{0,6}|российской федерации|рф|области|края|"
    r"республики|(?:автономн\w+ )?(?:округа|области)"
)
_WHEN = (
    r"план\w{0,9}|прогноз\w{0,10}|факт\w{0,9}|проект\w{0,2}|закон\w{0,2}|утвержден\w{0,3}|"
    r"исполнен\w{0,3}|исполнени\w|год\w{0,2}"
)
_SMALL = r"руб\w*|тыс|млн|млрд|и|за|на|по|в|к|total|budget|regional|the|of|all"
_GENERAL = re.compile(rf"\b(?:{_ALL}|{_WHOSE}|{_WHEN}|{_SMALL})\b")
_PLACE = any_of(
    r"(?:[а-я-]+(?:ской|цкой|ной|ого)\s+){1,2}"
    r"(?=(?:автономн\w+ )?(?:области|края|округа|республики))",
    r"(?<=республики )[а-я-]+(?: \([а-я]+\))?|(?<=города )[а-я-]+|\bгорода\b",
)
_EXCESS = re.compile(r"превышени\w+ (?:доходов над расходами|расходов над доходами)")
_CONSOLIDATED = re.compile(r"\bконсолидированн\w+")
_LACK = re.compile(r"дефицит|deficit|хват(?:ает|ит|ило)|нехватк|недоста")
_SIGNED = re.compile(
    r"дефицит\W*(?:\(\s*-\s*\)|-\s*,?\s*/?)?.*профицит|профицит.*дефицит|сальдо|результат"
)


def concept(label: str) -> Concept | None:
    """The total ``label`` names, None when it names a part, another thing or nothing.

    A label names a total when nothing is left of it beyond the core word and words that do not
    narrow it: "Доходы областного бюджета, всего" does, "Налоговые доходы" does not.
    """
    plain = _EXCESS.sub(" ", folded(label))
    named = [c for c, core in _CORE.items() if core.search(plain)]
    if len(named) != 1 or len(plain) > 160:
        return None
    return named[0] if not re.search(r"\w", _rest(plain, named[0])) else None


def consolidated(label: str) -> bool:
    """Does the label speak of the region's budget together with those of its municipalities?"""
    return _CONSOLIDATED.search(folded(label)) is not None


def lacking(label: str) -> bool:
    """Does the label name a lack, so that its unsigned number is below zero?"""
    return _LACK.search(folded(label)) is not None


def two_sided(label: str) -> bool:
    """Does the label name both signs of the balance, so that the number brings its own?"""
    return _SIGNED.search(folded(label)) is not None


def _rest(plain: str, named: Concept) -> str:
    for pattern in (_NOISE, _PLACE, _CONSOLIDATED, _CORE[named], _GENERAL):
        plain = pattern.sub(" ", plain)
    return plain
