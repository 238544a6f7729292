"""Questions of the Open Budget Survey: answers a, b, c, d of the editions that were out in time."""

from abc import abstractmethod
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import ClassVar

from pydantic import Field

from scoring.checks.answers import measured, unknown
from scoring.checks.availability import out_by
from scoring.checks.cycle import CycleCheck, proof_of, words_of
from scoring.model import Answered, Dossier, Due, Edition, Stage, Status


class SurveyQuestion(CycleCheck):
    """1 for a, ``b``, ``c``, 0 for d. The best edition answers for the cycle.

    To the survey a late edition is none: that on the draft must be out before adoption, that on
    the law within three months, that on the report within twelve months of the year's end.
    Source: Open Budget Survey 2019, questionnaire and Tracker guide, annex 4.
    """

    stages: ClassVar[tuple[Stage, ...]] = tuple(Stage)
    b: float = Field(default=0.67, gt=0, lt=1)
    c: float = Field(default=0.33, gt=0, lt=1)

    def whole(self, dossier: Dossier) -> Answered:
        """The best answer of the editions in time, opened upwards by those that may be."""
        told = available(dossier, self.stages)
        sure = [s for s, answer in told.items() if answer.value == 1]
        answers = [self.look(dossier, _edition(dossier, stage)) for stage in sure]
        high = max((self._at_most(dossier, stage, told[stage]) for stage in told), default=0.0)
        if not answers:
            return nothing(told, high)
        best = max(answers, key=lambda a: (a.low, a.value or 0.0, a.high))
        return replace(best, high=max(best.high, high))

    @abstractmethod
    def look(self, dossier: Dossier, edition: Edition) -> Answered:
        """The answer of one edition that is there."""

    def _at_most(self, dossier: Dossier, stage: Stage, told: Answered) -> float:
        """The best a stage could still answer: its edition's, if it was in time."""
        if told.high == 0 or dossier.edition(stage) is None:
            return told.high
        return self.look(dossier, _edition(dossier, stage)).high


def available(dossier: Dossier, stages: tuple[Stage, ...]) -> dict[Stage, Answered]:
    """Was each stage's edition out before the survey counts it as late?"""
    return {stage: out_by(dossier, stage, _until(dossier.owed(stage))) for stage in stages}


def nothing(told: Mapping[Stage, Answered], high: float) -> Answered:
    """The answer d, or unknown where an edition may have been there in time."""
    hidden = [answer for answer in told.values() if answer.status is Status.UNKNOWN]
    if hidden:
        return unknown(hidden[0].reason, proof_of(hidden), high=high)
    return measured(0.0, words_of(told.values()), proof_of(told.values()), high=high)


def _edition(dossier: Dossier, stage: Stage) -> Edition:
    edition = dossier.edition(stage)
    if edition is None:
        raise LookupError(f"the edition at {stage} was said to be there")
    return edition


def _until(due: Due) -> date:
    """The last day the survey counts."""
    return date(due.fiscal_year + 1, 12, 31) if due.stage is Stage.EXECUTED else due.half_until
