"""Names too faint for a total of their own, sure beside the other one: "Собрано" and "Выплаты"."""

import re
from collections.abc import Sequence

from scoring.language.ru.folded import any_of, folded
from scoring.totals.labels import Concept, concept, whole
from scoring.totals.money import cell, sums

_CAME = any_of(
    r"\b(?:доход|поступ|приход|прид[еу]|приш|получ|собра|собер|собир|сбор|заработ|зарабат|наполн|пополн|"
    r"принес|зачисл|влож|приток)[а-я]*"
)
_WENT = any_of(
    r"\b(?:расход|трат|потра|истра|затра|уй[дт]|уш[ле]|уход|выплат|выплач|заплат|оплат|платеж|направ|отда|"
    r"отпущ|отпуст|израсход|осво[ие]|выдан|выдел|распредел|отток)[а-я]*"
)
_ALIKE = 0.6
"""The smaller of the two is at least this share of the other: a budget lives on what it gets."""

Row = Sequence[str]


def partners(rows: Sequence[Row]) -> dict[str, Concept]:
    """The faint labels of rows that name the total no other label names, beside one that does.

    "Выплаты, итого" is the expenditure where revenue has a row of like sums and expenditure none.
    """
    labels = {next((t for t in row if re.search(r"[^\W\d]{2}", t)), ""): row for row in rows}
    strict = {named: row for text, row in labels.items() if (named := concept(text))}
    told = {c for c in strict if c is not Concept.BALANCE}
    if len(told) != 1:
        return {}
    known = told.pop()
    asked = Concept.EXPENDITURE if known is Concept.REVENUE else Concept.REVENUE
    return {
        text: asked
        for text, row in labels.items()
        if text and _faint(text) is asked and _alike(row, strict[known])
    }


def _faint(label: str) -> Concept | None:
    plain = folded(label)
    came, went = _CAME.sub(" ", plain), _WENT.sub(" ", plain)
    if (came == plain) == (went == plain):
        return None
    rest = went if came == plain else came
    named = Concept.EXPENDITURE if came == plain else Concept.REVENUE
    return named if whole(rest) else None


def _alike(row: Row, other: Row) -> bool:
    """Are the sums that stand under one another in two rows of one size?"""
    pairs = [
        tuple(sorted((abs(one), abs(two))))
        for text, against in zip(row, other, strict=False)
        if (one := _value(text)) and (two := _value(against))
    ]
    return any(small / big >= _ALIKE for small, big in pairs)


def _value(text: str) -> float | None:
    found = [s.roubles(1.0) for s in sums(text) if s.unit]
    return cell(text) or (found[0] if len(found) == 1 else None)
