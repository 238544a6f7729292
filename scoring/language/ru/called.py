"""What comes before its name: "превышение доходов над расходами (профицит)"."""

import re

_WORDS = r"\b[а-я-]{1,40}+(?: [а-я-]{1,40}+){0,3}"
# From where a sentence begins: read from every letter on, long texts would cost their square.
_TOLD = r"(?<![^.!?\n])(?P<meaning>[^.!?\n]{8,300}?)\W{1,3}"
_IN_BRACKETS = re.compile(
    r"(?:^|[.;:,!?\n]\s|\bсложил\w+ |\bэто )(?P<meaning>(?:превышение|перевес|нехватк|недостач|"
    r"недостат|недостающ|разниц|деньги|средства|помощь|плата|оплата|остат|излиш|лишние|налоги)[а-я]*"
    r"(?: [а-я-]{1,40}){1,10}) "
    rf"\((?:это |так называемы[йе] |то есть )?\"?(?P<term>{_WORDS})\"?\)"
)
_THIS_IS = re.compile(
    rf"{_TOLD}(?:это|так[а-я]*(?: \w+)?) (?:(?:и|еще) )?"
    rf"(?:есть|зовут|называ\w+|зовется|имену\w+)\W{{1,3}}(?P<term>{_WORDS})"
)
_SPOKEN = re.compile(
    rf"{_TOLD}(?:[а-я-]+ ){{0,3}}(?:говорят|зовут|зовется|называют|называется|именуют|скажут|"
    r"по-научному|на языке [а-я]+|на (?:финансовом|бюджетном) языке|в законе)"
    rf"(?: это| их| его| ее| так| о таком| про такое)?[ :,-]{{1,3}}\"(?P<term>{_WORDS})\""
)
_EXPERTS = re.compile(
    rf"{_TOLD}(?:финансист|экономист|специалист|бухгалтер)\w* (?:это )?(?:говорят|называют|зовут)"
    rf"(?: это| его| их)?[ :-]{{1,3}}\"?(?P<term>{_WORDS})"
)
_COMPARES = re.compile(
    r"\b(?:не хват|нехват|больше|меньше|превыш|разниц|недостающ|недоста|лишн|остат|в плюс|в минус|"
    r"тяжелее|легче|перевес|сверх|займ|занима|котор|чтобы|деньги|помощь|без )"
)


def _of_words(meaning: str) -> bool:
    return len(meaning.split()) > 1


def _compares(meaning: str) -> bool:
    """More, less, not enough: what deficits and surpluses are told by; or what a thing is for."""
    return _COMPARES.search(meaning) is not None


CALLED = (
    (_IN_BRACKETS, _of_words, (" (",)),
    (_THIS_IS, _compares, ("это и ", "это еще ", "это зов", "это назыв", "так зов", "так назыв")),
    (_SPOKEN, _compares, ('"',)),
    (_EXPERTS, _compares, ("говорят", "называют", "зовут")),
)
"""Each form, what makes its meaning one, and the signs of which it has one at least."""
