"""Which way words say money goes, faintly: in, out, or what lies between the two."""

import re

from scoring.language.ru.folded import any_of
from scoring.remembered import of_text
from scoring.totals.labels import Concept

_WAYS = (
    (
        Concept.BALANCE,
        any_of(
            r"\b(?:разниц|дефицит|профицит|сальдо|разрыв|недоста|нехват|перерасход|перевес|излиш|избыт|"
            r"превышен|остат[ок]|осталось|останет|отрыв|зазор|просвет)[а-я]*",
            r"\bдыр[аыуе]\b|\bне ?хват[а-я]+|\bзаймем|\bзанять|\bзайм[а-я]*|\bвзаймы|\bв долг\b|"
            r"\bминус\b|\bплюс\b|\b(?:больше|меньше|сверх)\b[^.!?]{0,20}\bна\b",
        ),
    ),
    (
        Concept.REVENUE,
        any_of(
            r"\b(?:доход(?!ч)|поступ|приход|прид[еу]|приш[ел]|получ(?!ил(?:ось|ся|ись))|собер|собр|собир|заработ|зарабат|пополн|"
            r"наполн|принес|зачисл|ресурс|приток|выруч|доб(?:ыв|ыл|ыт|уд)|нажив|налит)[а-я]*",
            r"\bв (?:казне|копилке|кошельке)\b",
        ),
    ),
    (
        Concept.EXPENDITURE,
        any_of(
            r"\b(?:расход|трат|потра[тч]|истра[тч]|израсход|уйд[еу]т|уш[ле]|уход|использован|раздад|раздал|"
            r"отда(?:д|л|т)|направ|выплат|вынем|вынул|вынут|отток|оттек|освои|освоен|надо)[а-я]*"
        ),
    ),
)
_NOT_ALL = any_of(
    r"фонд|район|посел|муниципал|консолидир|федеральн\w+ бюджет|учрежд|предприят|\bгородск|\bжител|"
    r"\bдуш[уи]\b|\bчеловек|\bкажд|\bсобственн|\bналог|\bненалог|дотаци|субсид|субвенц|безвозмезд|"
    r"\bдолг[аеу]?\b(?! на\b)|\bпо (?:программ|нацпроект)|"
    r"\bна (?:образ|здрав|дорог|школ|культ|спорт|соц)|"
    r"\bиз них\b|\bв том числе\b|\bнеистрач|\bдобав"
)
"""Words of a part, of somebody else's money or of a change: no total stands by them."""


@of_text
def way(words: str) -> Concept | None:
    """The way the last word of a clause tells; None of words of a part or of nothing."""
    if not words.strip() or _NOT_ALL.search(words):
        return None
    last: tuple[int, Concept] | None = None
    for of, pattern in _WAYS:
        for match in pattern.finditer(words):
            if last is None or match.end() > last[0]:
                last = match.end(), of
    return last[1] if last else None


def gap_said(words: str) -> bool:
    """Do words say, wherever in them, that a sum is what lies between two others?"""
    return _WAYS[0][1].search(words) is not None


COME_TO = re.compile(
    r"\b(?:(?:получ|слож|удал)илось|вышло|оказалось|на деле|на самом деле|стало|по факту|составил)"
)
"""What came of what was meant."""
PLANNED = re.compile(
    r"\b(?:рассчитывал|намерева|планировал|хотел|собирал(?:и|а|о)?сь|ждал|ожидал|думал|надея|"
    r"мечтал|обещал|"
    r"закладывал|должн[аоы] был|вместо|по плану|по закону|плана\b|план\b|допуска|разреша|"
    r"могл[аио])[а-я]*"
)
