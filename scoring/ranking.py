"""Places of the regions that could be seen well enough, each with the interval it may lie in."""

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from scoring.model import Rank, Score
from scoring.rubric import Rubric
from scoring.score import TOTAL

_DIGITS = 9  # two sums of the same answers may differ in the last bit; that is a tie


def ranks(scores: Iterable[Score], rubric: Rubric) -> tuple[Rank, ...]:
    """Ranks of the ``ranked`` totals, by place, those of one place by region.

    ``rank`` is 1 + how many have more; equals share the better place. ``rank_low`` is the best
    and ``rank_high`` the worst place possible when every region lies anywhere between its own
    bounds. Regions that are not ranked take no place and push nobody down.
    """
    placed: list[Rank] = []
    of_wave: dict[str, list[_Total]] = defaultdict(list)
    for one in scores:
        if one.dimension == TOTAL and one.ranked and one.value is not None:
            value, low, high = (round(x, _DIGITS) for x in (one.value, one.low, one.high))
            of_wave[one.wave].append(_Total(one.region, value, low, high))
    for wave, totals in of_wave.items():
        placed += [_rank(one, totals, wave, rubric) for one in totals]
    return tuple(sorted(placed, key=lambda r: (r.wave, r.rank, r.region)))


class _Total(NamedTuple):
    """A region's score with its bounds, as they are compared."""

    region: str
    value: float
    low: float
    high: float


def _rank(one: _Total, totals: Iterable[_Total], wave: str, rubric: Rubric) -> Rank:
    # Nobody has more than himself, nor a least bound above his highest.
    return Rank(
        one.region,
        wave,
        rubric.id,
        1 + sum(other.value > one.value for other in totals),
        1 + sum(other.low > one.high for other in totals),
        1 + sum(other.high > one.low for other in totals if other is not one),
        band(one.value, rubric),
    )


def band(value: float, rubric: Rubric) -> str:
    """The id of the rubric's band that a total lies in; bands go from the highest down."""
    return next(b.id for b in rubric.bands if value >= b.since)
