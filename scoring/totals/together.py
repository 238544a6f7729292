"""Budgets told together: the region's and those of its towns and districts as one."""

import re

from scoring.language.ru.folded import any_of, folded
from scoring.remembered import of_text

_OWN = r"(?:области|края|республики|региона|(?:автономного )?округа|субъекта)"
_TOWNS = r"(?:местн|муниципальн|районн|городск)"
_TOGETHER = any_of(
    rf"\b(?:консолидированн|сводн)[а-я]{{2,3}} (?:[а-я]+ )?"
    rf"(?:бюджет|казн)[а-я]{{0,2}}(?: {_OWN})?\b",
    rf"\bвс(?:е|ех|ем|еми) бюджет(?:ы|ов|ам|ах|ами) (?:на территории )?{_OWN}\b",
    rf"\bбюджет(?:ы|ов|а)? {_OWN} (?:вместе|в сумме|заодно) с (?:[а-я]+ )?{_TOWNS}[а-я]+\b",
    rf"\b(?:областн|краев|республиканск|окружн|региональн)[а-я]{{2,3}} (?:бюджет[а-я]{{0,2}} )?и "
    rf"(?:всех )?{_TOWNS}[а-я]{{1,3}} (?:бюджет[а-я]{{0,2}} )?(?:вместе|в сумме)\b",
)
_APART = re.compile(
    r"\b(?:областн|краев|республиканск|окружн|региональн)[а-я]{2,3} (?:бюджет|казн)|"
    rf"\bбюджет[а-я]{{0,2}} {_OWN}"
)

_STEMS = ("консолидир", "сводн", "вместе", "в сумме", "заодно", "бюджеты", "бюджетов", "бюджетам")


@of_text
def together(text: str) -> bool:
    """Does a text speak of all budgets of the region as one, and of its own budget not at all?"""
    plain = folded(text)
    if not any(stem in plain for stem in _STEMS):
        return False
    rest = _TOGETHER.sub(" ", plain)
    return rest != plain and _APART.search(rest) is None


@of_text
def apart(text: str) -> bool:
    """Does a text name the region's own budget?"""
    return not together(text) and _APART.search(folded(text)) is not None
