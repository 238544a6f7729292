"""Are totals given for several years, or plan beside fact?"""

import re
from collections.abc import Iterator
from itertools import product
from typing import Literal

from pydantic import Field

from scoring.amounts import stated
from scoring.checks.answers import in_file, in_files, measured
from scoring.checks.figures import Told, told
from scoring.checks.texts import TextCheck
from scoring.facts import Fact, Form, Unit
from scoring.model import Answered, Dossier, Edition, EditionFile, Evidence, Stage
from scoring.totals.figures import Wanted
from scoring.totals.labels import concept

_LEAST = 1e7
_BACK, _AHEAD = 3, 3
_SURE = 2.0
"""Figures of amounts.stated this trusted name their year."""
# What a sentence says of a total without making another thing of it.
_TOLD = re.compile(
    r"\b(?:состав\w+|утвержден\w*|утверждён\w*|прогнозир\w+|планир\w+|запланирован\w*|исполнен\w*|"
    r"достигн\w+|сложи\w+|ожида\w+|предусмотрен\w*|определен\w*|определён\w*|равн\w+|был[аи]?|будет|"
    r"будут|вышл?[аи]?|в (?:сумме|объ[её]ме|размере)|из них|а|и|по|на уровне|в (?:прошлом|"
    r"этом) году|"
    r"год назад|план по|около|почти|более)\b",
    re.IGNORECASE,
)


class Comparison(TextCheck):
    """1 for ``many`` periods of a total, ``some`` for ``few``; a year's plan and fact are two."""

    kind: Literal["comparison"]
    many: int = Field(default=3, ge=2)
    few: int = Field(default=2, ge=2)
    some: float = Field(default=0.5, gt=0, lt=1)

    def look(self, dossier: Dossier, edition: Edition, files: tuple[EditionFile, ...]) -> Answered:
        """Quote one total in each of its periods."""
        periods: dict[str, dict[tuple[int, str], Told]] = {}
        for one in told(files):
            named = _total(one.fact)
            if named:
                period = _period(one.fact, edition.fiscal_year)
                periods.setdefault(named, {}).setdefault(period, one)
        best = max((_distinct(p) for p in periods.values()), key=len, default=[])
        if len(best) < self.many:
            best = max((best, *_in_words(files, edition)), key=len)
        count = len(best)
        value = 1.0 if count >= self.many else self.some if count >= self.few else 0.0
        said = (
            f"Итоговые суммы даны за столько периодов: {count}.",
            f"Totals are given for so many periods: {count}.",
        )
        return measured(value, said, best or in_files(edition))


def _total(fact: Fact) -> str:
    """The total a figure is of; "" for parts, shares and small change."""
    money = fact.amount if fact.form is Form.CELL else fact.unit is Unit.MONEY
    if not money or (fact.unit is Unit.MONEY and abs(fact.value) < _LEAST):
        return ""
    named = concept(_TOLD.sub(" ", fact.label) if fact.form is Form.PROSE else fact.label)
    return str(named) if named else ""


def _period(fact: Fact, year: int) -> tuple[int, str]:
    return (fact.years[0] if fact.years else year, fact.kind)


def _distinct(periods: dict[tuple[int, str], Told]) -> list[Evidence]:
    """Without a kind a figure is the same as that of its year with a kind; so are equal sums."""
    kept: dict[tuple[int, float], Told] = {}
    kinds = {(year, kind) for year, kind in periods}
    for (year, kind), one in sorted(periods.items()):
        if not kind and ((year, "plan") in kinds or (year, "fact") in kinds):
            continue
        kept.setdefault((year, one.fact.value), one)
    return [one.proof for one in kept.values()]


def _in_words(files: tuple[EditionFile, ...], edition: Edition) -> Iterator[list[Evidence]]:
    """The total of each year a text tells of, in its own words, by concept; plan and fact apart."""
    found: dict[str, dict[tuple[int, float], Evidence]] = {}
    years = range(edition.fiscal_year - _BACK, edition.fiscal_year + _AHEAD + 1)
    for file, year, stage in product(files, years, (Stage.ADOPTED, Stage.EXECUTED)):
        best = {
            figure.concept: figure
            for figure in reversed(stated(file.document.typed, Wanted(year, stage)))
            if figure.trust >= _SURE
        }
        for concept_, figure in best.items():
            proof = in_file(file, figure.locator, figure.quote)
            key = (year, round(figure.roubles))
            found.setdefault(str(concept_), {}).setdefault(key, proof)
    yield from (list(told.values()) for told in found.values())
