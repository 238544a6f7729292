"""A unit said once for two sums of one size."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from scoring.totals.money import Sum

_LEAST, _MOST = 0.5, 2.0
"""How much smaller or greater than the sum before a number without a unit may be."""


def united(found: Sequence[Sum]) -> Iterator[Sum]:
    """The sums with the unit of the one before: "собрали 70,2 млрд и потратили 71,6"."""
    before: Sum | None = None
    for this in found:
        alike = before and before.unit and _LEAST < this.number / (before.number or 1.0) < _MOST
        if this.unit is None and before and alike and not float(this.number).is_integer():
            yield Sum(this.number, before.unit, this.start, this.end)
        else:
            yield this
        before = this if this.unit else before


_NEXT_NAME = re.compile(
    r"\s*[,;]?\s*(?:(?:а|и|при|с|то есть|значит) )*(?:[а-я]+ом )?"
    r"(?:доход|расход|дефицит|профицит)[а-я]{0,3}\s?[-:]?\s*(?:в |по )?"
)
WRITTEN_OUT = re.compile(r"\d[ \xa0\u202f.,]\d")
"""A number of many digits or with decimals: a count of months or a year is none."""


def said_last(plain: str, found: Sequence[Sum]) -> tuple[Sum, ...]:
    """The sums with the unit of the next: "доходы 52 340,6, расходы 55 118,9 млн рублей"."""
    told: list[Sum] = []
    for this in reversed(found):
        after = told[-1] if told else None
        bare = this.unit is None and WRITTEN_OUT.search(plain, this.start, this.end)
        if bare and after and _NEXT_NAME.fullmatch(plain[this.end : after.start]):
            this = replace(this, unit=after.unit)
        told.append(this)
    return tuple(reversed(told))
