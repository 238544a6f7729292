"""The unit that a head, a row, a caption or a line announces for numbers that stand bare."""

import re
from dataclasses import dataclass

from scoring.facts.counts import THINGS
from scoring.facts.fact import Unit
from scoring.facts.quantity import per_resident
from scoring.language.ru.folded import folded
from scoring.remembered import of_text
from scoring.totals.money import unit as money

_CHANGE = re.compile(
    r"отклонен|темп|прирост|\bрост\b|изменени|разниц|динамик|к предыдущему|к прошлому|\+/-|"
    r"% (?:исполнени|выполнени|к )|(?:исполнени|выполнени)\w*\s*,?\s*(?:\(?%|в процент)|"
    r"процент исполнени"
)
_SHARE = re.compile(r"%|процент|\bдол[яиюей]\b|удельн|структур")
_COUNTED = re.compile(
    r"(?:^|[\s,(])(?<!для )(?P<scale>тыс\.?|тысяч\w*|млн\.?)?\s*(?P<noun>"
    r"чел(?:\.|овек\w*)?|жител\w*|граждан|ед(?:\.|иниц\w*)|шт(?:\.|ук\w*)?|км|кв\.?\s?м\w*|га|гектар\w*|тонн\w*|мест\w?|коек|"
    r"семей|детей|объект\w+|учреждени\w*|школ\w*|посещени\w*|случаев|лет|квартир\w*|домов|"
    r"количество|число|численность)(?:$|[\s,).](?!\s?\d))"
)
_SET_APART = re.compile(
    r"(?:[,(]\s*(?:в )?|^\W*)(?:(?:тыс|млн|тысяч|миллион)[а-я]*\.?\s*)?"
    r"(?:чел|жител|граждан|ед|шт|км|кв|га|гект|тонн|мест|коек|сем|дет|лет|количеств|числ)"
)
_SCALES = {"тыс": 1e3, "млн": 1e6}
# "Школьников во вторую смену, тыс.": no roubles.
_THOUSANDS = re.compile(
    rf"^\W*(?:[а-я]+(?:ых|их) )?(?P<noun>{THINGS}[а-я]*)[^,(₽%]{{0,60}}[,(] ?(?P<scale>тыс|млн)"
    r"(?:яч|ионов)?\.?\)?\W*$"
)


@dataclass(frozen=True, slots=True)
class Measure:
    """What numbers are in: a unit, what one of them is worth, and the noun of what is counted."""

    unit: Unit
    factor: float = 1.0
    noun: str = ""


def over_all(caption: str) -> Measure | None:
    """The measure a caption announces for its table: "Ремонт школ" counts no schools.

    What is counted stands behind a comma or in brackets: "Сеть учреждений, единиц".
    """
    told = measure(caption)
    counts = told is not None and told.unit is Unit.COUNT
    return None if counts and not _SET_APART.search(folded(caption)) else told


@of_text
def measure(text: str) -> Measure | None:
    """The measure ``text`` announces, None when it announces none.

    A column of changes, rates or percents of completion measures no amount: it is PERCENT of
    "change", which no question asks for.
    """
    plain = folded(text)
    if not plain.strip():
        return None
    if of := _THOUSANDS.match(plain):
        return Measure(Unit.COUNT, _SCALES[of["scale"][:3]], of["noun"])
    roubles = money(text)
    if _CHANGE.search(plain) and (roubles is None or "отклон" in plain):
        return Measure(Unit.PERCENT, 1.0, "change")
    if per_resident(plain) and roubles is not None:
        return Measure(Unit.PER_RESIDENT, roubles)
    if roubles is not None:
        return Measure(Unit.MONEY, roubles)
    if _SHARE.search(plain):
        return Measure(Unit.PERCENT)
    if counted := _COUNTED.search(plain):
        factor = _SCALES.get((counted["scale"] or "")[:3], 1.0)
        return Measure(Unit.COUNT, factor, counted["noun"])
    return None
