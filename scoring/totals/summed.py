"""A row that is the sum of those over it: "Заработали", "Подарили нам" and then "В копилке"."""

import re
from collections.abc import Iterator, Sequence

from scoring.language.ru.folded import folded
from scoring.totals.directed import way
from scoring.totals.labels import Concept, concept
from scoring.totals.money import cell

_FEWEST, _MOST = 2, 5
_ALIKE = 0.6
_ROWS = 14
_OTHER = {
    Concept.REVENUE: Concept.EXPENDITURE,
    Concept.EXPENDITURE: Concept.REVENUE,
}

Row = Sequence[str]


def sum_rows(rows: Sequence[Row]) -> tuple[dict[str, Concept], frozenset[str]]:
    """The labels of such a row and of the one row of the other side, and those of its parts.

    Only where a part has a total's own verb is there anything to tell apart: what we earned is
    not all that came in when gifts stand beside it and the purse under both.
    """
    if not _FEWEST < len(rows) <= _ROWS:
        return {}, frozenset()
    for at, row in enumerate(rows):
        of = way(folded(_label(row)))
        if of not in _OTHER:
            continue
        for parts in (rows[at - n : at] for n in range(_FEWEST, min(_MOST, at) + 1)):
            labels = frozenset(map(_label, parts))
            if _of_side(labels, of) and _adds_up(parts, row):
                told = {_label(row): of}
                others = [one for one in rows if _other(one, row, _OTHER[of], labels)]
                if len(others) == 1:
                    told[_label(others[0])] = _OTHER[of]
                return told, labels
    return {}, frozenset()


def _of_side(labels: frozenset[str], of: Concept) -> bool:
    """Does a part bear a name like the total's, and none one of the other side's?"""
    named = any(concept(label) is of for label in labels)
    return named and all(way(folded(label)) in (of, None) for label in labels)


def _label(row: Row) -> str:
    return next((text for text in row if re.search(r"[^\W\d]{2}", text)), "")


def _other(row: Row, total: Row, side: Concept, parts: frozenset[str]) -> bool:
    label = _label(row)
    alike = [min(a, b) / max(a, b) >= _ALIKE for a, b in _pairs(row, total)]
    return label not in parts and way(folded(label)) is side and bool(alike) and all(alike)


def _pairs(row: Row, other: Row) -> Iterator[tuple[float, float]]:
    for one, two in zip(row, other, strict=False):
        a, b = cell(one), cell(two)
        if a and b:
            yield abs(a), abs(b)


def _adds_up(parts: Sequence[Row], total: Row) -> bool:
    """Does every figure of the row sum those over it up, to the last digit told?"""
    told = 0
    for column, text in enumerate(total):
        value = cell(text)
        if value is None:
            continue
        values = [cell(part[column]) if column < len(part) else None for part in parts]
        if None in values or abs(sum(v or 0.0 for v in values) - value) > _last(text) / 2:
            return False
        told += 1
    return told > 0


def _last(text: str) -> float:
    decimals = re.search(r"[.,](\d+)\D*$", text)
    return 10.0 ** -(len(decimals[1]) if decimals else 0)
