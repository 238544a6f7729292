"""Is at least one amount given per resident?"""

from typing import Literal

from scoring.checks.answers import in_files, measured
from scoring.checks.figures import told
from scoring.checks.texts import TextCheck
from scoring.facts import Fact, Form, Unit
from scoring.facts.quantity import MOST_PER_RESIDENT, per_resident
from scoring.language.ru.folded import any_of, folded
from scoring.model import Answered, Dossier, Edition, EditionFile

_LEAST = 1000.0
"""Roubles a year a budget spends on a resident at the least."""
_NOT_SPENT = any_of(
    r"прожиточн|\bврп\b|валов\w+ |\bинвестиц|\bоборот|потребительск|зарплат|заработн|"
    r"\b(?:средне)?душев\w+ (?:[а-я]+ )?доход|"
    r"\bдоход\w* (?:[а-я]+ )?(?:семь|населени|на (?:человека|члена))"
)
"""Sums a head that no budget spends: what people live on, earn and buy."""


class PerCapita(TextCheck):
    """1 when an amount of roubles is said to be per resident, else 0."""

    kind: Literal["per-capita"]

    def look(self, dossier: Dossier, edition: Edition, files: tuple[EditionFile, ...]) -> Answered:
        """Quote the amounts."""
        found = [one.proof for one in told(files) if _each(one.fact)]
        if found:
            given = "Сумма на жителя названа.", "An amount per resident is given."
            return measured(1.0, given, found)
        none = "Ни одной суммы в расчёте на жителя нет.", "No amount per resident is given."
        return measured(0.0, none, in_files(edition))


def _each(fact: Fact) -> bool:
    """Said of a resident in its own words, or a small sum under a heading that says so."""
    small = fact.unit is Unit.MONEY and _LEAST <= fact.value < MOST_PER_RESIDENT
    # Over a cell stand the head of its sheet, its caption and its corner.
    heads = fact.above[-3:] if fact.form is Form.CELL else fact.above[-1:]
    each = fact.unit is Unit.PER_RESIDENT or (
        small and any(per_resident(folded(head)) for head in (fact.label, *heads))
    )
    return each and not _NOT_SPENT.search(folded(f"{fact.group} {fact.label}"))
