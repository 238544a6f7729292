"""A question about the whole budget cycle: one answer for a region, whichever stage is named."""

from abc import abstractmethod
from collections.abc import Iterable
from typing import ClassVar

from scoring.checks.base import Check
from scoring.model import Answered, Dossier, Edition, Evidence, Stage


class CycleCheck(Check):
    """Asked once: a criterion with such a check lists one stage, and the answer is the cycle's."""

    from_file: ClassVar[bool] = False

    def answer(self, dossier: Dossier, stage: Stage) -> Answered:
        """The answer about all stages together."""
        return self.whole(dossier)

    def measure(self, dossier: Dossier, edition: Edition) -> Answered:
        """The same: there is no answer about one edition alone."""
        return self.whole(dossier)

    @abstractmethod
    def whole(self, dossier: Dossier) -> Answered:
        """The answer about all stages; it says itself what is not there."""


def proof_of(answers: Iterable[Answered]) -> tuple[Evidence, ...]:
    """The evidence of several answers, each piece once, those of each by turns."""
    lists = [answer.evidence for answer in answers]
    longest = max(map(len, lists), default=0)
    turns = (pieces[n] for n in range(longest) for pieces in lists if n < len(pieces))
    return tuple(dict.fromkeys(turns))


def words_of(answers: Iterable[Answered]) -> tuple[str, str]:
    """What several answers say, one after the other."""
    told = list(answers)
    ru = " ".join(dict.fromkeys(answer.reason for answer in told))
    return ru, " ".join(dict.fromkeys(answer.reason_en for answer in told))
