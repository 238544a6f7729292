"""For which periods an edition's texts state a total: years, and a year's plan beside its fact."""

from collections.abc import Iterable, Iterator
from itertools import chain

from scoring.amounts import stated
from scoring.checks.answers import in_file
from scoring.editions.years import mentioned
from scoring.model import Document, Edition, EditionFile, Evidence, Stage
from scoring.totals.figures import Figure, Wanted
from scoring.totals.labels import Concept
from scoring.totals.sentences import telling
from scoring.totals.speaking import YEAR_BEFORE

_BACK, _AHEAD = 3, 3
_NEVER = 1999
"""A year no budget is of: what is stated for it is stated for no year at all."""
_LEAST = 1.0
"""Trust below which a figure is read for want of a better one."""
_SAME = 0.005
"""Sums this near each other are one sum, rounded."""


def periods(files: Iterable[EditionFile], edition: Edition) -> Iterator[list[Evidence]]:
    """The statements of each total in its different periods, one list a total."""
    found: dict[Concept, dict[tuple[int, Stage], tuple[float, Evidence]]] = {}
    for file in files:
        told_in = chain(
            _told(file.document.legible, edition), _before(file.document.legible, edition)
        )
        for year, stage, figure in told_in:
            told = found.setdefault(figure.concept, {})
            proof = in_file(file, figure.locator, figure.quote)
            told.setdefault((year, stage), (figure.roubles, proof))
    for concept in (Concept.REVENUE, Concept.EXPENDITURE):
        yield _distinct(found.get(concept, {}))


def _told(document: Document, edition: Edition) -> Iterator[tuple[int, Stage, Figure]]:
    """The best figure of every total by year; plan beside fact for the year reported on."""
    this = edition.fiscal_year
    named = {year for text in _texts(document) for year, _ in mentioned(text)}
    near = sorted(year for year in {*named, this} if this - _BACK <= year <= this + _AHEAD)
    for stage in (Stage.ADOPTED, Stage.EXECUTED):
        undated = {(f.concept, f.roubles) for f in stated(document, Wanted(_NEVER, stage))}
        for year in near:
            if stage is Stage.ADOPTED or year != this or edition.stage is Stage.EXECUTED:
                yield from _best(document, Wanted(year, stage), undated if year != this else set())


def _before(document: Document, edition: Edition) -> Iterator[tuple[int, Stage, Figure]]:
    """Totals a sentence tells of the year before: "Год назад доходы были 79,4 млрд рублей"."""
    for sentence in telling(document):
        for one in sentence.owned:
            before = sentence.plain[: one.sum.start]
            if YEAR_BEFORE.search(before) and not mentioned(before):
                for concept, sign in one.of:
                    value = sign * abs(one.sum.roubles(None) or 0.0)
                    quote, at = sentence.text.strip()[:400], sentence.locator
                    figure = Figure(concept, value, _LEAST, quote, at, sentence.place)
                    yield edition.fiscal_year - 1, Stage.ADOPTED, figure


def _best(
    document: Document, wanted: Wanted, undated: set[tuple[Concept, float]]
) -> Iterator[tuple[int, Stage, Figure]]:
    done: set[Concept] = set()
    for figure in stated(document, wanted):
        dated = (figure.concept, figure.roubles) not in undated
        if dated and figure.trust >= _LEAST and figure.concept not in done:
            done.add(figure.concept)
            yield wanted.year, wanted.stage, figure


def _texts(document: Document) -> Iterator[str]:
    yield from (block.text for block in document.blocks)
    for table in document.tables:
        yield table.caption
        yield from (text for row in table.rows for text in row)


def _distinct(told: dict[tuple[int, Stage], tuple[float, Evidence]]) -> list[Evidence]:
    """One statement a year, two where plan and fact are different sums."""
    kept: list[Evidence] = []
    for year in sorted({year for year, _ in told}):
        mine = [told[key] for key in sorted(told) if key[0] == year]
        kept += [proof for _, proof in (mine if _apart(mine) else mine[:1])]
    return kept


def _apart(sums: list[tuple[float, Evidence]]) -> bool:
    values = [value for value, _ in sums]
    return max(values) - min(values) > _SAME * max(values)
