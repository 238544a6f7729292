"""A way of measuring: asked of one stage of a dossier, it answers with proof or says why not."""

from abc import abstractmethod
from typing import ClassVar

from pydantic import BaseModel, ConfigDict

from scoring.checks.absence import absent
from scoring.model import Answered, Dossier, Edition, Stage


class Check(BaseModel):
    """What a rubric writes under ``check``: the kind, and its fields are its parameters.

    A kind is the module's name with hyphens. Calling the check measures. An edition that was
    not found is answered for here, so that no check can mistake "not seen" for "no".
    """

    model_config = ConfigDict(frozen=True, extra="forbid")
    from_file: ClassVar[bool] = True
    """Could the edition's files alone answer it, before they are published?"""

    def __call__(self, dossier: Dossier, stage: Stage) -> Answered:
        """The answer about the edition owed at ``stage``; raises only when our code is wrong.

        The dossier remembers it: two rubrics that ask the same are answered once.
        """
        known = dossier.answers.get((self, stage))
        if known is None:
            known = dossier.answers[self, stage] = self.answer(dossier, stage)
        return known

    def answer(self, dossier: Dossier, stage: Stage) -> Answered:
        """What is said of the edition, or of its absence."""
        edition = dossier.edition(stage)
        if edition is None:
            return self.absent(dossier, stage)
        return self.measure(dossier, edition)

    def absent(self, dossier: Dossier, stage: Stage) -> Answered:
        """What is said when the edition owed was not found."""
        return absent(dossier, stage)

    @abstractmethod
    def measure(self, dossier: Dossier, edition: Edition) -> Answered:
        """What is said of the edition that was found."""
