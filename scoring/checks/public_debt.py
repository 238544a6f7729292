"""Is the region's debt given as an amount, and set against something?"""

import re
from typing import ClassVar, Literal

from pydantic import Field

from scoring.checks.answers import in_file, in_files, measured
from scoring.checks.debt_amount import is_debt
from scoring.checks.debt_bare import bare
from scoring.checks.debt_relation import relation
from scoring.checks.debt_spoken import is_bound, spoken
from scoring.checks.debt_told import on_days, told_in_words
from scoring.checks.figures import told
from scoring.checks.texts import TextCheck
from scoring.language.ru.folded import folded
from scoring.language.ru.lexicon import lexicon
from scoring.model import Answered, Dossier, Edition, EditionFile, Evidence
from scoring.passages import Passage, passages
from scoring.remembered import of_text

_NONE = re.compile(
    r"\b(?:гос)?долг\w*(?: [а-я]+){0,5} (?:нет|отсутству\w+|не имеет\w*|равен нулю|нулев\w+)\b|"
    r"\b(?:нет|без|не имеет|нулевой|отсутств\w+|ни рубля|"
    r"ни копейки)(?: [а-я]+){0,2} (?:гос)?долг(?:а|ов|и)?\b|"
    r"\b(?:никому|ничего) (?:[а-я]+ )?(?:не|ничего не) долж(?:ен|на|ны)|живет без долгов"
)
_NONE_SIGNS = ("долг", "долж")
"""Every way to say so has one of them, and grows with ``_NONE``: most sentences have none."""
_REGION = re.compile(
    r"\b(?:область|край|республика|(?<!муниципальный )(?<!городской )округ|автономия|регион|мы|"
    r"бюджет(?! (?:[а-я]+ )?(?:район|город|поселен|муниц|округ))|казна|"
    r"госдолг\w*|государственн\w+ (?:внутренн\w+ )?долг\w*)\b|"
    r"\bу (?:нас|нашего|нашей|области|края|республики|региона|(?:автономного )?округа|казны)\b|"
    r"\bдолг\w* (?:у )?(?:области|края|республики|региона)\b"
)
"""Who owes nothing, where districts and towns are named too."""
_SOME = re.compile(r"\b(?:округов|районов|городов|поселений|муниципалитетов)\b")
_OVER_TIME = re.compile(
    r"(?:с|уже|и в) 20\d\d|\b(?:второй|третий|четвертый|пятый|который|несколько|всегда|"
    r"по-прежнему)\b.*год|год\w* подряд"
)


class PublicDebt(TextCheck):
    """1 for an amount and a relation (to revenue, to a limit, over time), ``alone`` without one."""

    kind: Literal["public-debt"]
    laid_out: ClassVar[bool] = True
    alone: float = Field(default=0.5, gt=0, lt=1)

    def look(self, dossier: Dossier, edition: Edition, files: tuple[EditionFile, ...]) -> Answered:
        """Quote the amount and what it is set against."""
        every = list(told(files))
        amounts = [one for one in every if is_debt(one.fact)] or list(spoken(every))
        if not amounts:
            return self._unsummed(edition, files)
        against = [one.proof for one in relation(amounts, every)]
        owed = [one for one in amounts if not is_bound(one)]
        against = against or on_days(amounts) or told_in_words(owed)
        against = against or [proof for proof in [_none(files)] if proof]
        return self._told([amounts[0].proof, *against])

    def _told(self, proof: list[Evidence]) -> Answered:
        """The amount, and behind it what it is set against."""
        if len(proof) > 1:
            both = (
                "Долг назван суммой и сопоставлен с доходами, пределом или другим годом.",
                "Debt is given as an amount and set against revenue, a limit or another year.",
            )
            return measured(1.0, both, proof)
        only = (
            "Долг назван только суммой, сравнить её не с чем.",
            "Debt is given as an amount alone, with nothing to compare it with.",
        )
        return measured(self.alone, only, proof)

    def _unsummed(self, edition: Edition, files: tuple[EditionFile, ...]) -> Answered:
        """No sum of money is the debt's: a bare number may be, or there is no debt."""
        for proof in bare(files):
            return self._told(proof)
        return self._owing_nothing(edition, files)

    def _owing_nothing(self, edition: Edition, files: tuple[EditionFile, ...]) -> Answered:
        proof = _none(files)
        if proof is None:
            none = "Сумма государственного долга не названа.", "The amount of debt is not given."
            return measured(0.0, none, in_files(edition))
        said = "Сказано, что долга нет.", "It is said that there is no debt."
        since = _OVER_TIME.search(folded(proof.quote)) is not None
        return measured(1.0 if since else self.alone, said, [proof])


def _none(files: tuple[EditionFile, ...]) -> Evidence | None:
    """The sentence that says the region owes nothing."""
    for file in files:
        for passage in passages(file.document.legible):
            if not _owes_nothing(passage.text) or _of_districts(passage):
                continue
            if not lexicon("debt").words.named(passage.text) & {"service", "other"}:
                return in_file(file, passage.locator, passage.text)
    return None


def _of_districts(passage: Passage) -> bool:
    """Is it some of the districts that owe nothing: "Двадцать один район долга не имеет"?"""
    words = lexicon("municipal").words
    said = (passage.text, *passage.above[-1:])
    some = _SOME.search(folded(passage.text)) is not None
    local = some or any("local" in words.named(text) for text in said)
    return local and _REGION.search(folded(passage.text)) is None


@of_text
def _owes_nothing(text: str) -> bool:
    plain = folded(text)
    told = any(sign in plain for sign in _NONE_SIGNS)
    return told and _NONE.search(plain) is not None and "просроч" not in plain
