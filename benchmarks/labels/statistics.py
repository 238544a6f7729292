"""How sure a share is, and how much better than chance two readers agree."""

from collections.abc import Sequence
from itertools import permutations
from math import sqrt

_Z = 1.959963984540054


def wilson(hits: int, tried: int) -> tuple[float, float]:
    """The 95 % interval of a share (Wilson 1927); (0, 1) when nothing was tried."""
    if not tried:
        return 0.0, 1.0
    share, z2 = hits / tried, _Z * _Z
    middle = share + z2 / (2 * tried)
    wide = _Z * sqrt(share * (1 - share) / tried + z2 / (4 * tried * tried))
    whole = 1 + z2 / tried
    return max(0.0, (middle - wide) / whole), min(1.0, (middle + wide) / whole)


def alpha(units: Sequence[Sequence[float | None]]) -> float | None:
    """Krippendorff's alpha for interval data; a unit is what each reader said of one thing.

    1 when all agree, 0 when as by chance, None when nothing varies or nothing can be paired.
    None stands for a reader who said nothing. Source: K. Krippendorff, Computing Krippendorff's
    Alpha-Reliability (2011), section D, difference squared.
    """
    paired = [[v for v in unit if v is not None] for unit in units]
    paired = [unit for unit in paired if len(unit) > 1]
    values = [value for unit in paired for value in unit]
    count = len(values)
    if count < 2:
        return None
    expected = sum((a - b) ** 2 for a in values for b in values) / (count - 1)
    if expected == 0:
        return None
    observed = sum(
        sum((a - b) ** 2 for a, b in permutations(unit, 2)) / (len(unit) - 1) for unit in paired
    )
    return 1 - observed / expected


def ratio(part: float, whole: float) -> float | None:
    """A share, None of nothing."""
    return part / whole if whole else None
