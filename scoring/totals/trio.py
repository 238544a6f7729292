"""Three rows of a table that close: faint labels of what comes in, goes out and lies between."""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations, islice, permutations

from scoring.language.ru.folded import folded
from scoring.totals.directed import gap_said, way
from scoring.totals.labels import Concept
from scoring.totals.money import cell

_MOST = 14
"""Rows with faint labels that are tried: a table of more tells of other things."""
_ALIKE = 0.6
_LONGEST = 80
_ORDER = (Concept.REVENUE, Concept.EXPENDITURE, Concept.BALANCE)

Row = Sequence[str]


def trio(rows: Sequence[Row]) -> dict[str, Concept]:
    """The labels of the three rows of which the third is the gap of the two, column by column.

    "Соберём", "Раздадим" and "Дыра" name the totals when the figures under them close; of several
    threes that close none is sure.
    """
    told = list(islice(_faint(rows), _MOST))
    found = [
        tuple(label for label, _, _ in three)
        for some in combinations(told, len(_ORDER))
        for three in permutations(some)
        if all(of in ways for of, (_, ways, _) in zip(_ORDER, three, strict=True))
        and _close(*(row for _, _, row in three))
    ]
    return dict(zip(found[0], _ORDER, strict=True)) if len(set(found)) == 1 else {}


def _faint(rows: Sequence[Row]) -> Iterator[tuple[str, set[Concept], Row]]:
    for row in rows:
        label = next((text for text in row if re.search(r"[^\W\d]{2}", text)), "")
        plain = folded(label) if len(label) <= _LONGEST else ""
        if named := way(plain):
            yield label, {named, Concept.BALANCE} if gap_said(plain) else {named}, row


def _close(came: Row, went: Row, between: Row) -> bool:
    """Do at least as many columns close as do not (shares never do), and one at all?"""
    closed, open_ = 0, 0
    for texts in zip(came, went, between, strict=False):
        values = [None if (value := cell(text)) is None else abs(value) for text in texts]
        one, other, gap = values
        if one is None or other is None or gap is None:
            continue
        small, big = sorted((one, other))
        fits = big > 0 and small / big >= _ALIKE and abs(big - small - gap) < _last(texts) / 2
        closed, open_ = closed + fits, open_ + (not fits)
    return closed >= max(open_, 1)


def _last(texts: Sequence[str]) -> float:
    """The place of the last digit told in any of the cells."""
    return min(10.0 ** -_decimals(text) for text in texts)


def _decimals(text: str) -> int:
    told = re.search(r"[.,](\d+)\D*$", text)
    return len(told[1]) if told else 0
