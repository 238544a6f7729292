"""Are totals given for several years, or plan beside fact?"""

import re
from collections.abc import Iterator
from typing import ClassVar, Literal

from pydantic import Field

from scoring.checks.answers import in_file, in_files, measured
from scoring.checks.figures import Told, told
from scoring.checks.periods import periods
from scoring.checks.texts import TextCheck
from scoring.editions.years import mentioned
from scoring.facts import Fact, Form, Unit
from scoring.language.ru.folded import folded
from scoring.model import Answered, Dossier, Edition, EditionFile, Evidence, Stage
from scoring.remembered import of_text
from scoring.totals.against import against
from scoring.totals.echoes import echoes
from scoring.totals.fulfilled import fulfilled
from scoring.totals.labels import Concept, concept, whole
from scoring.totals.period import distinct
from scoring.totals.series import series
from scoring.totals.speaking import YEAR_BEFORE
from scoring.totals.titles import title_of

_LEAST = 1e7
# Rows of a table for people: "Придёт", "Потратим".
_BY_VERB = {
    Concept.REVENUE: re.compile(
        r"^\W*(?:прид[её]т|пришло|получ\w+|собер\w+|собрали|поступ\w+)\W*(?:всего)?\W*$"
    ),
    Concept.EXPENDITURE: re.compile(r"^\W*(?:потра\w+|израсход\w+|уйд[её]т|ушло)\W*(?:всего)?\W*$"),
}
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
    laid_out: ClassVar[bool] = True
    many: int = Field(default=3, ge=2)
    few: int = Field(default=2, ge=2)
    some: float = Field(default=0.5, gt=0, lt=1)

    def look(self, dossier: Dossier, edition: Edition, files: tuple[EditionFile, ...]) -> Answered:
        """Quote one total in each of its periods."""
        found: dict[str, dict[tuple[int, str], Told]] = {}
        for one in told(files):
            named = _total(one.fact)
            if named:
                period = _period(one.fact, edition.fiscal_year)
                found.setdefault(named, {}).setdefault(period, one)
        best = max((_distinct(p) for p in found.values()), key=len, default=[])
        if len(best) < self.many:
            row = _in_a_row(files, over=edition.stage is Stage.EXECUTED)
            best = max((best, *periods(files, edition), *row), key=len)
        count = len(best)
        value = 1.0 if count >= self.many else self.some if count >= self.few else 0.0
        said = (
            f"Итоговые суммы даны за столько периодов: {count}.",
            f"Totals are given for so many periods: {count}.",
        )
        return measured(value, said, best or in_files(edition))


def _in_a_row(files: tuple[EditionFile, ...], *, over: bool) -> Iterator[list[Evidence]]:
    """The periods of totals that paragraphs tell one after another; ``over``: by shares too."""
    for file in files:
        document = file.document.legible
        shares = fulfilled(document) if over else ()
        for told_of in (*series(document), *echoes(document), *against(document), *shares):
            yield [in_file(file, one.locator, one.quote) for one in distinct(told_of)]


def _total(fact: Fact) -> str:
    """The total a figure is of; "" for parts, shares and small change."""
    money = fact.amount if fact.form is Form.CELL else fact.unit is Unit.MONEY
    if not money or (fact.unit is Unit.MONEY and abs(fact.value) < _LEAST):
        return ""
    named = _spoken_of(fact.label) if fact.form is Form.PROSE else concept(fact.label)
    if named is None and fact.form is not Form.PROSE:
        named = _by_verb(fact.label)
    if named is None and fact.form is Form.CELL and _only_when(fact):
        named = next(filter(None, map(title_of, reversed(fact.above))), None)
    return str(named) if named else ""


@of_text
def _spoken_of(label: str) -> Concept | None:
    return concept(_TOLD.sub(" ", label))


@of_text
def _by_verb(label: str) -> Concept | None:
    plain = folded(label)
    return next((c for c, said in _BY_VERB.items() if said.match(plain)), None)


def _only_when(fact: Fact) -> bool:
    """Do row and column say no more than the year, so that the title names the total?"""
    return bool(fact.years) and whole(fact.label) and whole(fact.column)


def _period(fact: Fact, year: int) -> tuple[int, str]:
    if not mentioned(fact.column) and YEAR_BEFORE.search(folded(fact.column)):
        return (year - 1, fact.kind)
    return (fact.years[0] if fact.years else year, fact.kind)


def _distinct(periods: dict[tuple[int, str], Told]) -> list[Evidence]:
    """One period a year, two where plan and fact stand apart with sums of their own."""
    kept: list[Evidence] = []
    for year in sorted({year for year, _ in periods}):
        mine = {kind: one for (of, kind), one in periods.items() if of == year}
        both = "plan" in mine and "fact" in mine
        kept += [mine[kind].proof for kind in ("plan", "fact")] if both else []
        kept += [] if both else [next(iter(mine.values())).proof]
    return kept
