"""The totals an edition states: revenue, expenditure and balance of its fiscal year, in roubles."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import product

from scoring.model import Amount, Document, Stage
from scoring.totals import (
    city,
    closing,
    follow,
    formula,
    gap,
    lack,
    moved,
    plainspoken,
    precisely,
    slides,
    tabular,
    told,
    worked,
)
from scoring.totals import finer as finer_in
from scoring.totals.figures import Figure, Wanted
from scoring.totals.labels import Concept

_CLOSE = 0.8
"""Candidates this much less trusted than the best may still be preferred when they add up."""
_ROUNDING = 0.002
_TOLD_APART = 1.0
"""Trust a balance needs that does not add up with the other two."""
_ROUNDED = 0.01
_MANY_DIGITS = 10_000
_SOME_DIGITS = 100
_DECIMAL = re.compile(r"\d[\d \xa0]*,\d+")
_SCALES = (1e9, 1e6, 1e3, 1.0)
_SIDES = 2
_MOST_APART = 3.0
"""No budget spends three times what it gets, or a third."""
MOST = 3e13
"""All regions together spend some twenty trillion roubles a year: more is a unit misread."""
LEAST = 1e7
"""No budget is so small: "из каждых 100 рублей доходов" is a way to explain shares."""


def totals(document: Document, fiscal_year: int, edition: str) -> tuple[Amount, ...]:
    """Return at most one amount for each of revenue, expenditure and balance.

    ``edition`` is an Edition.id; its stage tells whether plan or outcome is meant. A balance is
    negative for a deficit, 0 for a budget said to be balanced, and absent when it is not stated:
    it is never computed from the other two. Quotes are the document's own words.
    """
    wanted = Wanted(fiscal_year, _stage(edition))
    best = _best(document.typed, wanted) or _proved(document, wanted)
    return _amounts(best, document, fiscal_year, edition)


def legible(document: Document, fiscal_year: int, edition: str) -> tuple[Amount, ...]:
    """The totals a reader reads there, those of clear pictures too: enough to say they are given.

    To be published their last digit would have to be sure: ask ``totals``.
    """
    best = _best(document.legible, Wanted(fiscal_year, _stage(edition)))
    return _amounts(best, document, fiscal_year, edition)


def _amounts(
    best: Iterable[Figure], document: Document, fiscal_year: int, edition: str
) -> tuple[Amount, ...]:
    return tuple(
        Amount(edition, f.concept, fiscal_year, f.roubles, f.quote, document.sha256, f.locator)
        for f in best
    )


@lru_cache(maxsize=64)
def stated(document: Document, wanted: Wanted) -> tuple[Figure, ...]:
    """Every reading of a total for the year wanted, most trusted first."""
    own = city.as_region(document)
    read = (
        *tabular.figures(own, wanted),
        *told.figures(own, wanted),
        *follow.figures(own, wanted),
        *slides.figures(own, wanted),
        *plainspoken.figures(own, wanted),
        *formula.figures(own, wanted),
        *closing.figures(own, wanted),
        *moved.figures(own),
        *worked.figures(own, wanted),
    )
    sane = (city.quoting(figure, document) for figure in read if _sane(figure))
    return tuple(sorted(sane, key=lambda f: (-f.trust, f.place, f.locator, f.quote)))


def _sane(figure: Figure) -> bool:
    small = figure.concept is not Concept.BALANCE and figure.roubles < LEAST
    return abs(figure.roubles) <= MOST and not small


def _stage(edition: str) -> Stage:
    return Stage(edition.split("-")[-2])


@lru_cache(maxsize=32)
def _best(document: Document, wanted: Wanted) -> tuple[Figure, ...]:
    return _read(document, wanted, exactly=True)


def _read(document: Document, wanted: Wanted, *, exactly: bool) -> tuple[Figure, ...]:
    read = [f for f in stated(document, wanted) if f.trust > 0]
    choices = [_choices(read, concept) for concept in Concept]
    picked = max(product(*choices), key=_fitness)
    own = city.as_region(document)
    exact = [_exact(f, read, own) if f and exactly else f for f in _of_one(picked)]
    revenue, expenditure, found = exact
    exact[-1] = _balance(own, revenue, expenditure, _no_example(revenue, expenditure, found))
    return tuple(city.quoting(_own_sign(f, exact), document) for f in exact if f is not None)


def _of_one(picked: Sequence[Figure | None]) -> Sequence[Figure | None]:
    """Without the total that cannot be of one budget with the other: it spends what it gets."""
    sides = sorted((f for f in picked[:2] if f), key=lambda f: (f.trust, abs(f.roubles)))
    if len(sides) < _SIDES or 1 / _MOST_APART <= sides[0].roubles / sides[1].roubles <= _MOST_APART:
        return picked
    return [None if f is sides[0] else f for f in picked]


def _no_example(
    revenue: Figure | None, expenditure: Figure | None, found: Figure | None
) -> Figure | None:
    """The balance, unless it is small change: a family lacks ten thousand, a resident's share less.

    Only where the other two leave just that is it the budget's own.
    """
    if found is None or not found.roubles or abs(found.roubles) >= LEAST:
        return found
    if revenue is None or expenditure is None:
        return None
    left = revenue.roubles - expenditure.roubles
    return found if abs(abs(left) - abs(found.roubles)) < _last_digit(found.roubles) else None


def _balance(
    document: Document, revenue: Figure | None, expenditure: Figure | None, found: Figure | None
) -> Figure | None:
    """The balance found by its name; else told by other words. A doubted one has to add up."""
    sure = found is not None and (
        found.trust >= _TOLD_APART or _add_up((revenue, expenditure, found))
    )
    if sure:
        return found
    if revenue is None or expenditure is None:
        known = revenue or expenditure
        return found or (next(lack.figures(document, known), None) if known else None)
    difference = abs(revenue.roubles - expenditure.roubles)
    told = gap.figures(document, revenue, expenditure)
    return min(told, key=lambda f: abs(difference - abs(f.roubles)), default=None)


def _proved(document: Document, wanted: Wanted) -> tuple[Figure, ...]:
    """Totals recognised in pictures, when they prove each other or are told twice.

    Of what was recognised no figure is sure: 2 577 is read as 3 577. But three sums that close to
    their last digit were read rightly, and so was one that stands in two places. A comma lost
    everywhere would not show: short sums must have theirs.
    """
    legible = document.legible
    if legible == document.typed:
        return ()
    # Of three sums told alike a chart may repeat one in more digits, which close with none.
    for found in (_best(legible, wanted), _read(legible, wanted, exactly=False)):
        if len(found) == len(Concept) and _close(*found):
            return found
    found = _best(legible, wanted)
    read = stated(legible, wanted)
    return tuple(f for f in found if _long(f) and _told_twice(f, read))


def _close(revenue: Figure, expenditure: Figure, balance: Figure) -> bool:
    told = (revenue.roubles, expenditure.roubles, balance.roubles)
    closes = abs(told[0] - told[1] - told[2]) < _last_digit(*told)
    return closes and _long(revenue) and _long(expenditure)


def _long(figure: Figure) -> bool:
    """Many digits, or some with a comma among them."""
    digits = abs(figure.roubles) / _last_digit(figure.roubles)
    return digits >= _MANY_DIGITS or (digits >= _SOME_DIGITS and "," in figure.quote)


def _told_twice(figure: Figure, read: Iterable[Figure]) -> bool:
    same = (f for f in read if f.concept is figure.concept and f.roubles == figure.roubles)
    return len({f.locator for f in same}) > 1


def _last_digit(*roubles: float) -> float:
    """The place of the last digit told of any of the sums: 39,9 млрд -> 100 million."""
    return min(next(10.0**n for n in range(12, -3, -1) if _round(r, n)) for r in roubles)


def _round(roubles: float, digits: int) -> bool:
    kopecks = round(roubles * 100)
    return kopecks % round(10.0 ** (digits + 2)) == 0


def _exact(figure: Figure, read: Iterable[Figure], document: Document) -> Figure:
    """The same total told in more digits elsewhere: 41 320 млн in words, 41,3 млрд on a chart."""
    if exact := next(precisely.figures(document, figure), None):
        return exact
    step, size = _told_to(figure), abs(figure.roubles)
    rounded = size / step < _MANY_DIGITS
    told = [
        f
        for f in (*read, *(finer_in.figures(document, figure, step) if rounded else ()))
        if f.concept is figure.concept and finer(figure.roubles, f.roubles, step)
    ]
    return max(told, key=lambda f: (f.trust, -f.place), default=figure)


def _told_to(figure: Figure) -> float:
    """The place of the last digit written: "56,0 млрд" is told to a hundred million."""
    step = _last_digit(figure.roubles)
    for number in _DECIMAL.findall(figure.quote):
        told = float(number.replace(" ", "").replace("\xa0", "").replace(",", "."))
        scale = next((s for s in _SCALES if round(told * s, 2) == abs(figure.roubles)), None)
        if scale is not None:
            return min(step, scale / 10.0 ** len(number.partition(",")[2]))
    return step


def finer(rough: float, other: float, step: float | None = None) -> bool:
    """Is the other sum the same one told in more digits, 31 713 100 000 of 31 700 000 000?

    ``step`` is the place of the last digit written, when more is known than the sum itself tells.
    """
    step = step or _last_digit(rough)
    near = min(step / 2, _ROUNDED * abs(rough))
    return _last_digit(other) < step and abs(other - rough) <= near


def _choices(read: Iterable[Figure], concept: Concept) -> Sequence[Figure | None]:
    """The few readings worth comparing, one for each different sum."""
    mine = [f for f in read if f.concept is concept]
    near = [f for f in mine if f.trust > mine[0].trust - _CLOSE]
    return tuple({f.roubles: f for f in reversed(near)}.values())[-6:] or (None,)


def _fitness(picked: Sequence[Figure | None]) -> tuple[float, int]:
    """Trust first; that the three add up decides between readings about equally trusted."""
    trust = sum(f.trust for f in picked if f)
    return trust + 0.9 * _add_up(picked), -sum(f.place for f in picked if f)


def _add_up(picked: Sequence[Figure | None]) -> bool:
    revenue, expenditure, balance = picked
    if revenue is None or expenditure is None or balance is None:
        return False
    slip = abs(abs(revenue.roubles - expenditure.roubles) - abs(balance.roubles))
    return slip <= _ROUNDING * max(abs(revenue.roubles), abs(expenditure.roubles))


def _own_sign(figure: Figure, picked: Sequence[Figure | None]) -> Figure:
    """Give "Дефицит/профицит: 1 200" the sign it leaves to the reader: the other two tell it."""
    revenue, expenditure, _ = picked
    if figure.concept is not Concept.BALANCE or revenue is None or expenditure is None:
        return figure
    quote = figure.quote.lower()
    # "Разница: 1 200" leaves its sign to the reader as well.
    unsigned = ("дефицит" in quote) is ("профицит" in quote)
    if unsigned and _add_up(picked) and revenue.roubles < expenditure.roubles:
        return replace(figure, roubles=-abs(figure.roubles))
    return figure
