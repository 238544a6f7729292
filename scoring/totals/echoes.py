"""Totals of more years told in the order of the first: "на 2028 год 115,9, 119,9 и 4,0 млрд"."""

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from scoring.editions.years import mentioned
from scoring.model import Document
from scoring.totals.labels import Concept
from scoring.totals.money import LISTED, Sum
from scoring.totals.period import Period, when
from scoring.totals.sentences import Sentence, telling_any

_MOST_APART = 1.7
"""How many times one year's total may be another's, a year or two away."""
_PAIR = (Concept.REVENUE, Concept.EXPENDITURE)


def echoes(document: Document) -> Iterator[list[Period]]:
    """The revenue of the years each paragraph lists, once it has told both totals in words."""
    for _, group in groupby(telling_any(document), key=lambda sentence: sentence.place):
        told: dict[Concept, float] = {}
        found: list[Period] = []
        for sentence in group:
            for one in sentence.owned:
                for concept, _ in one.of:
                    told.setdefault(concept, one.sum.roubles(None) or 0.0)
            if all(concept in told for concept in _PAIR):
                found += _listed(sentence, told, since=not found)
        yield found


def _listed(sentence: Sentence, told: dict[Concept, float], *, since: bool) -> Iterator[Period]:
    """The lists of a sentence that are like the totals told; before the first of them, these."""
    revenue = told[Concept.REVENUE]
    if since:
        yield _period(sentence, revenue, ())
    for run in _runs(sentence.plain, sentence.found):
        values = [abs(s.roubles(None) or 0.0) for s in run]
        alike = len(run) > 1 and all(
            1 / _MOST_APART < value / told[concept] < _MOST_APART and value != told[concept]
            for concept, value in zip(_PAIR, values, strict=False)
        )
        told_of = when(sentence.plain[: run[0].start]) if alike else ()
        if told_of:
            yield _period(sentence, values[0], told_of[:1])


def _period(sentence: Sentence, roubles: float, when: tuple[int | str, ...]) -> Period:
    quote = sentence.text.strip()[:300]
    return Period(Concept.REVENUE, roubles, when, quote, sentence.locator)


def _runs(plain: str, found: Sequence[Sum]) -> Iterator[list[Sum]]:
    """Sums listed together, with no year between them."""
    run = list(found[:1])
    for one, other in pairwise(found):
        between = plain[one.end : other.start]
        if LISTED.fullmatch(between) and not mentioned(between):
            run.append(other)
            continue
        yield run
        run = [other]
    if run:
        yield run
