"""At how many stages of the budget cycle is there a citizens' edition?"""

from typing import Literal

from scoring.checks.answers import measured
from scoring.checks.cycle import proof_of, words_of
from scoring.checks.survey import SurveyQuestion, available, nothing
from scoring.model import Answered, Dossier, Edition

_ALL = 4
_AUDIT = (
    "Издание к заключению о проверке бюджета здесь не ищется.",
    "An edition on the audit is not looked for here.",
)


class SurveyCycle(SurveyQuestion):
    """a: all four stages, b: two or three, c: one, d: none. OBS, question 67.

    Of the survey's four (formulation, enactment, execution, audit) the first three are looked
    for: where all three have their edition the answer is b, open upwards.
    """

    kind: Literal["survey-cycle"]

    def whole(self, dossier: Dossier) -> Answered:
        """Count those in time; those that may be widen the bounds."""
        told = available(dossier, self.stages)
        sure = [answer for answer in told.values() if answer.value == 1]
        possible = sum(answer.high == 1 for answer in told.values())
        high = self._letter(_ALL if possible == len(told) else possible)
        if not sure:
            return nothing(told, high)
        said = words_of(sure)
        words = (f"{said[0]} {_AUDIT[0]}", f"{said[1]} {_AUDIT[1]}")
        return measured(self._letter(len(sure)), words, proof_of(sure), high=high)

    def look(self, dossier: Dossier, edition: Edition) -> Answered:
        """One edition is one stage."""
        return self.whole(dossier)

    def _letter(self, count: int) -> float:
        if count >= _ALL:
            return 1.0
        return self.b if count > 1 else self.c if count else 0.0
