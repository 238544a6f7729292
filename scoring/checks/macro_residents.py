"""Does a figure count those who live in the region, all of them or some?"""

import re
from enum import Enum

from scoring.facts import Fact, Form, Unit
from scoring.language.ru.folded import folded

_RESIDENTS = re.compile(r"\W*(?:(?:жител|населени)\w*|нас)\W*")
# "Поддержку получат 120 тысяч жителей": not all who live there.
_SOME = re.compile(
    r"получ|поддерж|участ|участв|охват|охвач|льгот|выплат|помо[гщ]|пересел|обеспеч|подключ|голос|"
    r"обслуж|прикреп|осмотр|обследов|привит|посет|занима|воспольз|пострада|пожалов|"
    r"обращени|жалоб|вопрос|предложени|заявк|подпис"
)
# "В округе 54 300 человек": nothing but where they are.
_IN_REGION = re.compile(
    r"^\W*(?:(?:сейчас|сегодня|теперь|всего|уже) )?(?:у нас )?(?:в|на) (?:(?:наш|эт)\w+ )?"
    r"(?:[а-я-]+(?:ой|ом|ском) )?(?:округе|области|крае|республике|регионе)\W*"
    r"(?:(?:сейчас|сегодня|теперь|всего|уже) )?"
    r"(?:(?:живе|жив[уе]т|прожива|остал|насчит|будет|стан)\w*\W*)?"
    r"(?:(?:уже|почти|около|более|больше|примерно|чуть) ){0,2}\W*$"
)
_PEOPLE = re.compile(r"\d\s*(?:тыс\w*\.?|млн\.?|миллион\w*)?\s*человека?\s*(?:[.,;:!]|$)")
# A row or a column of a table: "Жителей, тыс. чел.", "Жителей края на начало года, тыс.".
_RESIDENTS_CELL = re.compile(
    r"\W*(?:жител(?:ей|и)|население|людей|люди)(?: (?:в |на )?(?:[а-я]+(?:ой|ом) )?"
    r"(?:област|кра[йюея]|регион|республик|округ)\w*)?(?:,? (?:на (?:начало|конец|1 января)|"
    r"в среднем)[^,]{0,20})?,? (?:тыс|млн|чел)(?!.*руб)[а-я. ]{0,20}\W*"
)
# "Жителей, тыс.": a thousand without a rouble beside it counts people.
_THOUSANDS = re.compile(
    r"(?:^|\W)(?:жител\w+|населени\w+)\W+(?:тыс|млн)\w*+\.?+(?! ?руб)\W*$|"
    r"(?:^|\W)(?:жител\w+|населени\w+)\W{1,3}[\d ]+(?:,\d+)? ?(?:тыс|млн)\w*+\.?+(?! ?руб)(?:\W|$)"
)
LEAST_REGION = 40_000  # the least peopled region has some 43 thousand residents
MOST_REGION = 200_000_000  # more than live in the country: a sum that lost its roubles


class Counted(Enum):
    """Whom a count of residents counts."""

    ALL = "all"
    SOME = "some"


def residents(fact: Fact) -> Counted | None:
    """All who live there, some of them ("поддержку получат 120 тысяч"), or nobody."""
    if _in_thousands(fact):
        return Counted.ALL
    if fact.unit is Unit.COUNT and fact.value >= LEAST_REGION and _of_residents(fact):
        return Counted.SOME if _SOME.search(folded(fact.whole)) else Counted.ALL
    return Counted.ALL if _peoples(fact) else None


def _in_thousands(fact: Fact) -> bool:
    """Residents in thousands that look like money, for nothing says of what they are."""
    if fact.unit is not Unit.MONEY or not LEAST_REGION <= fact.value <= MOST_REGION:
        return False
    if fact.form is Form.CELL and _RESIDENTS_CELL.fullmatch(folded(fact.label)):
        return True
    said = fact.label if fact.form is Form.CELL else fact.whole
    ours = folded(fact.label).rstrip(" ,.:-").endswith(("жителей", "жители", "население", "тыс"))
    told = ours and _THOUSANDS.search(folded(said)) is not None
    return told and _SOME.search(folded(fact.whole)) is None


def _of_residents(fact: Fact) -> bool:
    """Does it count residents: "402 тысячи жителей", "жителей 402 тысячи"?"""
    label = folded(fact.label)
    if fact.form is Form.CELL and _RESIDENTS_CELL.fullmatch(label):
        return True
    return bool(_RESIDENTS.match(fact.noun) or _RESIDENTS.fullmatch(label))


def _peoples(fact: Fact) -> bool:
    """So many people are in the region, told of nobody else: "В крае 2,3 миллиона человек"."""
    people = fact.unit is Unit.COUNT and fact.noun.startswith("человек")
    told = people and fact.value >= LEAST_REGION and _PEOPLE.search(folded(fact.whole))
    return bool(told) and _IN_REGION.match(folded(fact.label)) is not None
