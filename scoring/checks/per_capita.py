"""Is at least one amount given per resident?"""

from typing import Literal

from scoring.checks.answers import in_files, measured
from scoring.checks.figures import told
from scoring.checks.texts import TextCheck
from scoring.facts import Unit
from scoring.model import Answered, Dossier, Edition, EditionFile


class PerCapita(TextCheck):
    """1 when an amount of roubles is said to be per resident, else 0."""

    kind: Literal["per-capita"]

    def look(self, dossier: Dossier, edition: Edition, files: tuple[EditionFile, ...]) -> Answered:
        """Quote the amounts."""
        found = [one.proof for one in told(files) if one.fact.unit is Unit.PER_RESIDENT]
        if found:
            given = "Сумма на жителя названа.", "An amount per resident is given."
            return measured(1.0, given, found)
        none = "Ни одной суммы в расчёте на жителя нет.", "No amount per resident is given."
        return measured(0.0, none, in_files(edition))
