"""The totals an edition states: revenue, expenditure and balance of its fiscal year, in roubles."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import product

from scoring.model import Amount, Document, Stage
from scoring.totals import plainspoken, slides, tabular, told
from scoring.totals.figures import Figure, Wanted
from scoring.totals.labels import Concept

_CLOSE = 0.8
"""Candidates this much less trusted than the best may still be preferred when they add up."""
_ROUNDING = 0.002
MOST = 3e13
"""All regions together spend some twenty trillion roubles a year: more is a unit misread."""


def totals(document: Document, fiscal_year: int, edition: str) -> tuple[Amount, ...]:
    """Return at most one amount for each of revenue, expenditure and balance.

    ``edition`` is an Edition.id; its stage tells whether plan or outcome is meant. A balance is
    negative for a deficit, 0 for a budget said to be balanced, and absent when it is not stated:
    it is never computed from the other two. Quotes are the document's own words.
    """
    # Of what was recognised in pictures no figure is sure: 2 577 is read as 3 577.
    best = _best(document.typed, Wanted(fiscal_year, _stage(edition)))
    return tuple(
        Amount(edition, f.concept, fiscal_year, f.roubles, f.quote, document.sha256, f.locator)
        for f in best
    )


def stated(document: Document, wanted: Wanted) -> tuple[Figure, ...]:
    """Every reading of a total for the year wanted, most trusted first."""
    read = (
        *tabular.figures(document, wanted),
        *told.figures(document, wanted),
        *slides.figures(document, wanted),
        *plainspoken.figures(document, wanted),
    )
    sane = (figure for figure in read if abs(figure.roubles) <= MOST)
    return tuple(sorted(sane, key=lambda f: (-f.trust, f.place, f.locator, f.quote)))


def _stage(edition: str) -> Stage:
    return Stage(edition.split("-")[-2])


@lru_cache(maxsize=32)
def _best(document: Document, wanted: Wanted) -> tuple[Figure, ...]:
    read = [f for f in stated(document, wanted) if f.trust > 0]
    choices = [_choices(read, concept) for concept in Concept]
    picked = max(product(*choices), key=_fitness)
    return tuple(_own_sign(f, picked) for f in picked if f is not None)


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
    unsigned = "дефицит" in figure.quote.lower() and "профицит" in figure.quote.lower()
    if unsigned and _add_up(picked) and revenue.roubles < expenditure.roubles:
        return replace(figure, roubles=-abs(figure.roubles))
    return figure
