"""Terms explained by another name or by a want: "профицит, или излишек", "не хватает. Это ..."."""

import re

from scoring.language.ru.meanings import defines
from scoring.language.ru.terms import is_term

_WORDS = r"\b[а-я-]{1,40}+(?: [а-я-]{1,40}+){0,3}"
# «Профицит, или превышение собранного над истраченным, равен ...»
OR_ELSE = re.compile(
    rf"(?P<term>{_WORDS}),? (?:или|иначе говоря|проще говоря|по-простому|иными словами),? "
    r"(?P<meaning>[^.,;:()!?\n\d]{8,120})"
)
# «Не хватает 3 млрд рублей. Это дефицит бюджета.»
_GAP = r"(?:не хват|недоста|больше|меньше|превы|лишн|сверх|выше)"
_THUS = re.compile(
    rf"(?<![^.!?\n])(?P<meaning>[^.!?\n]{{0,200}}\b{_GAP}[^.!?\n]{{0,80}}[.!?\n]*)"
    r"\s*[\s,-]\s?(?:вот )?это "
    rf"(?:и есть |(?:и )?называется |(?:и )?называют )?(?P<term>{_WORDS})(?=\W*(?:$|[.!;,\n]))"
)
_IF = re.compile(
    rf"\b(?:если|когда) (?P<meaning>[^.!?\n\d]{{0,90}}\b{_GAP}[^.!?\n\d]{{0,60}}?),? (?:то )?"
    rf"(?:говорят о|возникает|получается|появляется|образуется|у бюджета|у него|"
    rf"бывает) (?P<term>{_WORDS})"
    r"(?=\W*(?:$|[.!;,\n]))"
)
# «Дефицит. Так говорят, когда тратят больше, чем получают.»
_SO_CALLED = re.compile(
    rf"(?:^|[.!?\n]\s*+)\W{{0,3}}(?P<term>{_WORDS})[.:!,]? -?\s?(?:так (?:говорят|называют|зовут|"
    rf"называется)|"
    r"говорят, когда|это когда|бывает, когда),? (?P<meaning>[^.!?\n\d]{12,160})",
)


def _or_else(meaning: str) -> bool:
    """Another name for a kind of thing, and no second thing of budgets."""
    return defines(meaning, named=False, glossary=False) and not is_term(meaning.split()[0])


OTHERWISE = (
    (OR_ELSE, _or_else, (" или ", "говоря", "по-простому", "словами")),
    (_THUS, bool, ("это ",)),
    (_IF, bool, ("если ", "когда ")),
    (_SO_CALLED, bool, ("так ", "когда ")),
)
"""Each form, what makes its meaning one, and the signs of which it has one at least."""
