"""What does the citizens' budget tell: the survey's four core elements, and more than they?"""

from typing import ClassVar, Literal

from scoring.checks.answers import measured, unknown
from scoring.checks.base import Check
from scoring.checks.contacts import Contacts
from scoring.checks.cycle import proof_of
from scoring.checks.macro_indicators import MacroIndicators
from scoring.checks.municipal_transfers import MunicipalTransfers
from scoring.checks.priorities import Priorities
from scoring.checks.public_debt import PublicDebt
from scoring.checks.results import Results
from scoring.checks.revenue_structure import RevenueStructure
from scoring.checks.spending_by_function import SpendingByFunction
from scoring.checks.spending_by_programme import SpendingByProgramme
from scoring.checks.survey import SurveyQuestion
from scoring.checks.target_groups import TargetGroups
from scoring.checks.texts import readable
from scoring.checks.totals import Totals, given
from scoring.model import Answered, Dossier, Edition, Stage, Status

_CORE: tuple[tuple[Check, tuple[str, str]], ...] = (
    (Totals(kind="totals"), ("итоги доходов и расходов", "expenditure and revenue totals")),
    (Priorities(kind="priorities"), ("главные цели политики", "main policy initiatives")),
    (MacroIndicators(kind="macro-indicators"), ("прогноз экономики", "macroeconomic forecast")),
    (Contacts(kind="contacts"), ("контакты", "contact information")),
)
_MORE: tuple[Check, ...] = (
    RevenueStructure(kind="revenue-structure"),
    SpendingByFunction(kind="spending-by-function"),
    SpendingByProgramme(kind="spending-by-programme"),
    Results(kind="results"),
    TargetGroups(kind="target-groups"),
    MunicipalTransfers(kind="municipal-transfers"),
    PublicDebt(kind="public-debt"),
)
_BOTH_TOTALS = {"revenue", "expenditure"}


class SurveyContent(SurveyQuestion):
    """a: the core and more, b: the core, c: not all of it, d: no edition. OBS, question 64.

    More is any of seven house criteria met in full. Asked of the editions on the draft and on
    the law, which are those the survey looks at. The answers are the house checks' own.
    """

    kind: Literal["survey-content"]
    stages: ClassVar[tuple[Stage, ...]] = (Stage.DRAFT, Stage.ADOPTED)

    def look(self, dossier: Dossier, edition: Edition) -> Answered:
        """Which core elements are there; what could not be read leaves the answer open."""
        core = [(check(dossier, edition.stage), said) for check, said in _CORE]
        more = [check(dossier, edition.stage) for check in _MORE]
        answers = [answer for answer, _ in core]
        if all(a.status is Status.UNKNOWN for a in answers):
            return unknown(answers[0].reason, proof_of(answers), low=self.c)
        there = [_there(a, n, edition) for n, a in enumerate(answers)]
        may = [yes or a.high > 0 for yes, a in zip(there, answers, strict=True)]
        low = self._letter(all(there), any(a.low == 1 for a in more))
        high = self._letter(all(may), any(a.high == 1 for a in more))
        proof = proof_of([a for a, yes in zip(answers, there, strict=True) if yes] or answers)
        return measured(low, _words(core, there, low == 1), proof, high=high)

    def _letter(self, core: bool, more: bool) -> float:  # noqa: FBT001 - two halves of one answer
        if not core:
            return self.c
        return 1.0 if more else self.b


def _there(answer: Answered, number: int, edition: Edition) -> bool:
    """A core element is told at all; of the totals the survey asks for two, not for the balance."""
    if number or answer.low in (0, 1):
        return answer.low > 0
    return set(given(edition, readable(edition))) >= _BOTH_TOTALS


def _words(
    core: list[tuple[Answered, tuple[str, str]]],
    there: list[bool],
    more: bool,  # noqa: FBT001 - one more thing to name
) -> tuple[str, str]:
    names = [said for _, said in core]
    sides = []
    for lang, (has, lacks, beyond) in enumerate(
        (
            ("Из главного есть", "нет", "Есть и сверх главного."),
            ("Of the core there is", "missing", "There is more than the core."),
        )
    ):
        given = ", ".join(n[lang] for n, yes in zip(names, there, strict=True) if yes) or "—"
        gone = ", ".join(n[lang] for n, yes in zip(names, there, strict=True) if not yes)
        told = f"{has}: {given}" + (f"; {lacks}: {gone}." if gone else ".")
        sides.append(f"{told} {beyond}" if more else told)
    return sides[0], sides[1]
