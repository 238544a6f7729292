"""Were a summary of the proposal and one of the approved budget both out within PEFA's limits?"""

from calendar import monthrange
from datetime import date, timedelta
from typing import Literal

from pydantic import Field

from scoring.checks.answers import measured, unknown
from scoring.checks.availability import out_by
from scoring.checks.cycle import CycleCheck, proof_of, words_of
from scoring.checks.said import ASSUMED
from scoring.model import Answered, Dossier, Stage, Status


class SummaryInTime(CycleCheck):
    """1 when both are, 0 when either surely is not: PEFA counts an element fully met or not.

    The summary of the proposal is due ``weeks`` after submission, that of the approved budget
    ``months`` after the law was signed. Source: PEFA 2016, PI-9.1, element 8.
    """

    kind: Literal["summary-in-time"]
    weeks: int = Field(default=2, ge=1)
    months: int = Field(default=1, ge=1)

    def whole(self, dossier: Dossier) -> Answered:
        """Say of each of the two when it came; what cannot be told of one may not matter."""
        submitted = dossier.owed(Stage.DRAFT).event
        signed = dossier.owed(Stage.ADOPTED).event
        both = (
            out_by(dossier, Stage.DRAFT, submitted + timedelta(weeks=self.weeks)),
            out_by(dossier, Stage.ADOPTED, later(signed, self.months)),
        )
        lost = [a for a in both if a.high == 0]
        hidden = [a for a in both if a.status is Status.UNKNOWN]
        if hidden and not lost:
            return unknown(hidden[0].reason, proof_of(hidden))
        value = min(a.value or 0.0 for a in both)
        said = words_of(a for a in both if a.status is Status.MEASURED)
        if any(dossier.owed(s).assumed for s in (Stage.DRAFT, Stage.ADOPTED)):
            said = (f"{said[0]} {ASSUMED[0]}", f"{said[1]} {ASSUMED[1]}")
        return measured(value, said, proof_of(lost or both), high=min(a.high for a in both))


def later(day: date, months: int) -> date:
    """The same day so many months on, or the last day of a month that is too short for it."""
    years, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, month + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))
