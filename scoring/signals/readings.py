"""The totals a file states with the step they are rounded to, and whether two may be one sum."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import product

from scoring.amounts import stated
from scoring.checks.answers import in_file
from scoring.checks.texts import has_text
from scoring.language.ru.folded import folded
from scoring.model import EditionFile, Evidence
from scoring.totals import tabular
from scoring.totals.figures import Figure, Wanted
from scoring.totals.labels import Concept

_NUMBER = re.compile(r"\d{1,3}(?: \d{3})+(?:[.,]\d+)?|\d+(?:[.,]\d+)?")
_UNITS = (1.0, 1e3, 1e6, 1e9, 1e12)
_HEADED = 3.4
"""Trust a cell has under a head that names its year and whether it is plan or outcome."""
_MOST = 24
"""Readings of one concept that are tried with those of the others."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A reading of a total in a file; ``step`` is what its last written digit is worth, roubles."""

    figure: Figure
    step: float
    file: EditionFile

    @property
    def proof(self) -> Evidence:
        """Where it stands."""
        return in_file(self.file, self.figure.locator, self.figure.quote)

    def may_be(self, other: "Reading") -> bool:
        """Could both be one sum, rounded or cut off?"""
        apart = abs(abs(self.figure.roubles) - abs(other.figure.roubles))
        return apart <= max(self.step, other.step)


def readings(file: EditionFile, wanted: Wanted) -> dict[Concept, tuple[Reading, ...]]:
    """Every reading of each total of the file, the most trusted first."""
    return _by_concept(file, stated(file.document.typed, wanted) if has_text(file) else ())


def headed(file: EditionFile, wanted: Wanted) -> dict[Concept, tuple[Reading, ...]]:
    """Only cells of tables whose column is headed by the very year and by plan or outcome."""
    read = tabular.figures(file.document.typed, wanted) if has_text(file) else ()
    return _by_concept(file, (figure for figure in read if figure.trust >= _HEADED))


def _by_concept(file: EditionFile, figures: Iterable[Figure]) -> dict[Concept, tuple[Reading, ...]]:
    found: dict[Concept, list[Reading]] = {}
    for figure in figures:
        found.setdefault(figure.concept, []).append(Reading(figure, step(figure), file))
    return {concept: tuple(these) for concept, these in found.items()}


def closes(told: dict[Concept, tuple[Reading, ...]]) -> bool:
    """Is there any way to read the three totals so that they add up?"""
    few = [_distinct(told.get(concept, ())) for concept in Concept]
    return any(slip(*three) <= slack(*three) for three in product(*few))


def slip(revenue: Reading, expenditure: Reading, balance: Reading) -> float:
    """How far revenue less expenditure is from the balance, in roubles; the sign aside."""
    left = abs(revenue.figure.roubles - expenditure.figure.roubles)
    return abs(left - abs(balance.figure.roubles))


def slack(*told: Reading) -> float:
    """What rounding alone may do: each figure may be cut off by one of its last digits."""
    return sum(reading.step for reading in told)


def step(figure: Figure) -> float:
    """What the last digit written is worth; where it cannot be told, by the zeros at the end."""
    known = [worth for number in _numbers(figure.quote) if (worth := _worth(number, figure))]
    return max(known) if known else _by_zeros(figure.roubles)


def _numbers(quote: str) -> list[str]:
    return [match.replace(" ", "").replace(",", ".") for match in _NUMBER.findall(folded(quote))]


def _worth(number: str, figure: Figure) -> float:
    """The step when ``number`` is the figure in one of the units, else 0."""
    decimals = len(number.partition(".")[2])
    for unit in _UNITS:
        if abs(float(number) * unit - abs(figure.roubles)) < 0.01:
            return float(unit * 10.0**-decimals)
    return 0.0


def _by_zeros(roubles: float) -> float:
    whole, worth = round(abs(roubles)), 1
    while whole and whole % (worth * 10) == 0:
        worth *= 10
    return float(worth)


def _distinct(told: Iterable[Reading]) -> list[Reading]:
    return list({r.figure.roubles: r for r in reversed([*told])}.values())[-_MOST:]
