"""A unit said once for two sums of one size."""

from collections.abc import Iterator, Sequence

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
