"""Is a figure what the region owes?"""

import re

from scoring.checks.debt_whose import is_others
from scoring.checks.figures import topics
from scoring.facts import Fact, Form, Unit, Words
from scoring.language.ru.folded import folded
from scoring.language.ru.lexicon import lexicon
from scoring.remembered import of_text, of_words

_ANOTHER = re.compile(
    r"\bдоход|\bрасход|дефицит|кредит\w* (?:получ|привлеч)|процент\w* по|займем|возьмем|дотаци|"
    r"субсиди|субвенц|трансферт|\b(?:дорожн|резервн)\w+ фонд|"
    r"\bна (?:[а-я]+ ){1,4}(?:есть|направ|пойд|потра|выдел|предусм|уйд|зало)"
)
# "2,9 млрд рублей, или 12 % собственных доходов": what the debt is set against.
_OF_REVENUE = re.compile(
    r"(?:%|процент\w*|трет\w+|четверт\w+|половин\w+|част\w+|рубл\w+|\bот|\bк|\bиз)"
    r"(?: (?:от|к|всех|наших|годов\w+|собственн\w+|сво\w+|ее|его|налогов\w+|неналогов\w+|и|"
    r"объем\w*|сумм\w+|общ\w+|утвержденн\w+|област\w+|краев\w+|бюджетн\w+)){0,7} доход\w*"
)
_MUST = re.compile(r"\bдолж(?:ен|на|но|ны) (?:\w+ ){0,2}[а-я]+(?:ть|ться|ти|чь)\b")
_NOUN = re.compile(r"долг(?:а|у|и|ов|ом|е|ам)?\b|задолжен|обязательств")
# "Сейчас она должна 23 млрд рублей", said of the region.
_OWES = re.compile(
    r"\bмы (?:[а-я]+ )?должны(?: (?:сейчас|еще|банкам|всего))?\W*$|"
    r"\b(?:всего|итого) (?:мы )?должны\W*$|"
    r"\b(?:област[ьи]|кра[йя]|республик[аи]|округа?|регион|город|мы|казн[аы]|бюджет)\b.*"
    r"\b(?:он|она|мы|они) (?:[а-я]+ )?долж(?:ен|на|ны)(?: (?:сейчас|еще|банкам|всего))?\W*$"
)
# "Удержать долг ниже трети доходов: сейчас он равен 48,9 млрд рублей".
_IS = r"(?:равен|составляет|составит|составил|достигает|достиг|достигнет|будет|был)"
_HE_IS = re.compile(rf"\bон (?:[а-я]+ )?{_IS}\W*$")
_DEBT_HE_IS = re.compile(rf"\b(?:гос)?долг(?:а|у|ом|е)?\b[^.!?]*\bон (?:[а-я]+ )?{_IS}")
_NOT_RETURNED = re.compile(
    r"\b(?:занял|взял|занят|взят|заимствова)\w*\b[^.;]{0,50}\bне (?:\w+ )?(?:верну|отда|возвра|"
    r"погас|"
    r"погаш|выплат)"
)
# "Заняла у банков 14,2 млрд рублей и пока не вернула".
_BORROWED = re.compile(r"\b(?:занял[аи]?|взял[аи]? (?:в долг|взаймы)|задолжал[аи]?|одолжил[аи]?)\b")
_STILL = re.compile(
    r"^(?:рублей )?(?:, |и |но |а ){1,2}(?:[а-я]+ ){0,2}?"
    r"не (?:[а-я]+ )?(?:верну|отда|возвра|погас|выплат)"
)
# "За ним числилось 17,3 млрд рублей займов": the name of debt stands behind its amount.
_HAS = re.compile(r"\b(?:числ\w+|вис(?:ит|ел\w*)|накоп\w+|оста[лн]\w+|был[ои]?|начал[аи]?)\b")
_LOANS = re.compile(
    r"(?:рублей )?(?:(?:непогашенных|невозвращенных|взятых|старых) )?"
    r"(?:долгов\b|долга\b|займов\b|кредитов и займов|кредитов$|заимствований)"
)
# "Недостающие 1,4 млрд возьмём взаймы": a hole to be filled is not owed yet.
_LACKED = re.compile(r"\b(?:недоста|не ?хват|нехватк)\w*|\b(?:возьмем|займем) (?:взаймы|в долг)")
_WAS = re.compile(
    r"\W*(?:(?:был[оа]?|стал[оа]?|будет|станет|сейчас|теперь|сегодня|пока|год|назад|раньше|и|в|на|"
    r"начал[оаеу]|кон(?:ец|це|цу)|года)\b\W*){0,8}"
)
_INTEREST = re.compile(
    r"\W*(?:рублей )?(?:процентов|за обслуживание|на обслуживание|на проценты)\b"
)
_LEAD = 6
"""Words before a colon that may name the debt."""
_LEAST = 1e6
"""What a family of a schoolbook owes, and no region: "долг Ивановых - 180 тысяч рублей"."""
_DAY_ALONE = re.compile(
    r"\W*(?:(?:на|к|по состоянию на) )?(?:(?:начало|конец) )?"
    r"(?:\d{1,2}\.\d\d\.|\d{1,2} [а-я]{3,8} )?20\d\d(?: ?г(?:ода?)?)?\W*"
)


def is_debt(fact: Fact) -> bool:
    """Is the figure an amount the region owes, or the limit of it?"""
    if fact.unit is not Unit.MONEY and not (fact.form is Form.CELL and fact.amount):
        return False
    large = abs(fact.value) >= _LEAST or fact.unit is Unit.BARE or not fact.value
    debt = large and (_of_debt(fact.words, none=not fact.value) or _on_day(fact))
    return debt and not _in_their_column(fact)


def _on_day(fact: Fact) -> bool:
    """A cell of the column of debt, in the row of a day."""
    if fact.form is not Form.CELL or not fact.column:
        return False
    named = _named(fact.column)
    owed = bool(named) and named <= {"debt", "limit"} and not _of_others(fact.column)
    return owed and _DAY_ALONE.fullmatch(folded(fact.label)) is not None


@of_text
def _named(text: str) -> frozenset[str]:
    return frozenset(lexicon("debt").words.named(text))


@of_words
def _of_debt(fact: Words, *, none: bool) -> bool:
    """Do the words say so? Of ``none`` at all only its own name is believed."""
    own = topics(fact, "debt")
    if fact.form is Form.PROSE and not (fact.label or fact.after):
        own = lexicon("debt").words.named(fact.whole)
    if (none and not own) or own & {"service", "other"} or _of_others(fact.label) or _paid(fact):
        return False
    if own & {"debt", "limit"}:
        said = folded(f"{fact.label} {fact.after}")
        if _LACKED.search(said):
            return False
        return _MUST.search(said) is None or _NOUN.search(said) is not None
    return not none and (_owed(fact) or _under(fact) or _led(fact))


def _in_their_column(fact: Fact) -> bool:
    """Does it stand in the column of districts and towns?"""
    column = fact.column if fact.form is Form.CELL else ""
    return bool(column) and "local" in lexicon("municipal").words.named(column)


@of_text
def _of_others(label: str) -> bool:
    """Districts and towns owe it, or who is no budget at all, by its words."""
    return "local" in lexicon("municipal").words.named(label) or is_others(label)


def _paid(fact: Words) -> bool:
    """Interest that was paid: "по госдолгу уплачено 402,6 млн рублей процентов"."""
    money = bool(fact.after) and fact.unit is Unit.MONEY
    return money and _INTEREST.match(folded(fact.after)) is not None


def _owed(fact: Words) -> bool:
    """An amount whose verb says that the region owes it."""
    if not _may_owe(fact.label):
        return False
    label, behind = folded(fact.label), folded(fact.after)
    return bool(
        (_HE_IS.search(label) and _DEBT_HE_IS.search(folded(fact.whole)))
        or _OWES.search(label)
        or _NOT_RETURNED.search(label)
        or (_BORROWED.search(label) and _STILL.match(behind))
        or (_HAS.search(label) and _LOANS.match(behind))
    )


@of_text
def _may_owe(label: str) -> bool:
    """Is there one of the verbs in a label, whatever else is to stand beside it?"""
    plain = folded(label)
    return any(verb.search(plain) for verb in (_HE_IS, _OWES, _NOT_RETURNED, _BORROWED, _HAS))


def _led(fact: Words) -> bool:
    """What a line says of the debt after its colon: "Долг: было 19,0, стало 18,9 млрд рублей"."""
    if fact.form is not Form.PROSE:
        return False
    lead, colon, _ = fact.whole.partition(":")
    named = lexicon("debt").words.named(lead) if colon and len(lead.split()) <= _LEAD else ()
    led = bool(named) and set(named) <= {"debt", "limit"}
    return led and _WAS.fullmatch(folded(fact.label)) is not None


def _under(fact: Words) -> bool:
    """A figure under the heading of debt whose own words speak of no other thing."""
    if not _heads_debt(fact.above[-2:], fact.group):
        return False
    if lexicon("debt").words.named(fact.whole) & {"service", "other"}:
        return False
    return not _ANOTHER.search(_OF_REVENUE.sub(" ", folded(fact.whole)))


@of_text
def _heads_debt(above: tuple[str, ...], group: str) -> bool:
    """Is the nearest heading that speaks of debt one of the debt itself, and of no district?"""
    words = lexicon("debt").words
    over = [topics for text in above if (topics := words.named(text))]
    if not over or not over[-1] & {"debt", "limit"}:
        return False
    municipal = lexicon("municipal").words
    return "local" not in municipal.named(" . ".join((*above[-1:], group)))
