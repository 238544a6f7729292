"""Sentences about somebody else's money: a town, a district or a fund by its name."""

import re

from scoring.language.ru.folded import any_of, folded
from scoring.remembered import of_text

_REGIONS = r"(?:[Мм]оскв|[Сс]анкт|[Пп]етербург|[Сс]евастопол|[Гг]еро[йя])"
_PLACE = (
    r"(?:[Гг]ород(?:ской округ)?|[Гг]\.|[Рр]айон|[Пп]ос[её]лок|[Сс]ело|[Сс]таница|[Рр]айцентр|"
    r"(?:[Мм]униципальный|[Гг]ородской) (?:округ|район))"
)
_TOWN = re.compile(rf"^\W*(?:А |И |Сам )?{_PLACE}\s+[«\"]?(?!{_REGIONS})[А-ЯЁ][а-яё-]+")
"""A town with its name is who gets or spends: "Город Заречный получит 2,6 млрд рублей"."""
_DISTRICT = re.compile(
    r"^\W*[А-ЯЁ][а-яё-]+(?:ский|цкий|ный) (?:(?:муниципальный |городской )?район|"
    r"(?:муниципальный|городской) округ)\b"
)
_ITS_BUDGET = any_of(
    r"^\W*(?:[а-я0-9]+ ){0,3}бюджет\w? (?:[а-я-]+ ){0,2}"
    r"(?:фонд|район|поселени|учреждени|городск\w+ округ|муниципальн)\w*",
    r"^\W*(?:в |у |из )?(?:[а-я-]+ ){0,2}фонд\w{0,2} (?:омс|[а-я-]+ страховани\w)",
    r"^\W*(?:городск|районн|местн)\w+ бюджет\w?\b",
)
_HERE = any_of(
    r"\b(?:областн|краев|республиканск|окружн|региональн)\w+ (?:бюджет|казн)",
    r"\bбюджет\w? (?:области|края|республики|региона)",
)


@of_text
def anothers(sentence: str) -> bool:
    """Does a sentence speak of the budget of a town, a district or a fund, not of the region's?"""
    named = _TOWN.match(sentence) or _DISTRICT.match(sentence)
    plain = folded(sentence)
    return bool(named or _ITS_BUDGET.search(plain)) and not _HERE.search(plain)
