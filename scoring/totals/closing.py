"""Three sums that close: one said to come in, one to go out, one to be what lies between them.

Each is said in words too faint to be sure of; together they are, for the third is exactly the
difference of the other two.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import permutations

from scoring.model import Document
from scoring.totals.figures import Figure, Wanted
from scoring.totals.items import FAR, GONE, Item, items
from scoring.totals.labels import Concept

_TRUST, _DATED = 1.2, 0.7
_LEAST = 1e9
"""No region lives on less."""
_ALIKE = 0.6
_SLIP = 0.05
_KOPECK = 0.01
_SIDES = 3
"""What comes in, what goes out and what lies between."""


@dataclass(frozen=True, slots=True)
class _Three:
    came: Item
    went: Item
    between: Item

    @property
    def year(self) -> int | None:
        return next(
            (i.year for i in (self.came, self.went, self.between) if (i.year or 0) > 0), None
        )

    @property
    def values(self) -> tuple[float, float]:
        return self.came.roubles, self.went.roubles


def figures(document: Document, wanted: Wanted) -> Iterator[Figure]:
    """The three of the year wanted; of several that no year tells apart none is sure."""
    told = tuple(three for run in items(document) for three in _threes(run, wanted))
    dated = [three for three in told if three.year == wanted.year]
    chosen = dated or [three for three in told if three.year is None]
    if len({three.values for three in chosen}) != 1:
        return
    three = chosen[0]
    trust = _TRUST + _DATED * (three.year is not None)
    less = three.came.roubles < three.went.roubles
    for of, item in (
        (Concept.REVENUE, three.came),
        (Concept.EXPENDITURE, three.went),
        (Concept.BALANCE, three.between),
    ):
        sign = -1 if of is Concept.BALANCE and less else 1
        yield Figure(of, sign * item.roubles, trust, item.quote, item.locator, item.place)


def _threes(told: Sequence[Item], wanted: Wanted) -> Iterator[_Three]:
    fit = [item for item in told if item.of and _may_be(item, wanted)]
    for place, first in enumerate(fit):
        near = [i for i in fit[place + 1 : place + 1 + FAR] if i.number - first.number <= FAR]
        if not _tell_all(first, *near):  # true of most
            continue
        for at, second in enumerate(near):
            for third in near[at + 1 :]:
                if _may_close(first, second, third):
                    for three in permutations((first, second, third)):
                        if _closes(*three):
                            yield _Three(*three)


def _tell_all(*told: Item) -> bool:
    return len(frozenset().union(*[item.of for item in told])) == _SIDES


def _may_close(*three: Item) -> bool:
    """Is the largest of the three what the others come to? Of few it is."""
    low, middle, high = sorted([item.roubles for item in three])
    slip = _SLIP * min([item.step for item in three]) + _KOPECK
    return abs(high - middle - low) <= slip and _tell_all(*three)


def _may_be(item: Item, wanted: Wanted) -> bool:
    gone = item.year == GONE and wanted.fact
    return (gone or item.year in (None, wanted.year)) and not (wanted.fact and item.planned)


def _closes(came: Item, went: Item, between: Item) -> bool:
    """Is it what comes in, what goes out and, to the last digit told, the gap of the two?"""
    if (
        Concept.REVENUE not in came.of
        or Concept.EXPENDITURE not in went.of
        or Concept.BALANCE not in between.of
        or len({i.year for i in (came, went, between)} - {None, GONE}) > 1
    ):
        return False
    small, big = sorted((came.roubles, went.roubles))
    if small < _LEAST or small / big < _ALIKE or not between.roubles:
        return False
    step = min(came.step, went.step, between.step)
    return abs(big - small - between.roubles) <= _SLIP * step
