"""Places of the regions that could be seen well enough, each with the interval it may lie in."""

from collections.abc import Iterable

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
    totals = [s for s in scores if s.dimension == TOTAL and s.ranked and s.value is not None]
    placed = [_rank(one, [s for s in totals if s is not one and s.wave == one.wave], rubric)
              for one in totals]  # fmt: skip
    return tuple(sorted(placed, key=lambda r: (r.wave, r.rank, r.region)))


def _rank(one: Score, others: list[Score], rubric: Rubric) -> Rank:
    value, low, high = (round(x or 0.0, _DIGITS) for x in (one.value, one.low, one.high))
    return Rank(
        one.region,
        one.wave,
        rubric.id,
        1 + sum(round(s.value or 0.0, _DIGITS) > value for s in others),
        1 + sum(round(s.low, _DIGITS) > high for s in others),
        1 + sum(round(s.high, _DIGITS) > low for s in others),
        band(value, rubric),
    )


def band(value: float, rubric: Rubric) -> str:
    """The id of the rubric's band that a total lies in; bands go from the highest down."""
    return next(b.id for b in rubric.bands if value >= b.since)
