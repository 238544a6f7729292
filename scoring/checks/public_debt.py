"""Is the region's debt given as an amount, and set against something?"""

import re
from typing import ClassVar, Literal

from pydantic import Field

from scoring.checks.answers import in_files, measured
from scoring.checks.figures import Told, told
from scoring.checks.texts import TextCheck
from scoring.facts import Fact, Form, Unit
from scoring.language.ru.folded import folded
from scoring.language.ru.lexicon import lexicon
from scoring.model import Answered, Dossier, Edition, EditionFile

_AGAINST = re.compile(
    r"\bдоход|\bврп\b|валов\w+ региональн|собственн|предел|разреша|\bлимит|норматив"
)
# "Это 29,9 % собственных доходов": the sentence behind the one that names the debt.
_OF = re.compile(
    r"(?:%|процент\w*)\s+(?:от |к )?(?:\w+ ){0,4}доход|\b(?:от|к|в) (?:\w+ ){0,4}доход\w*|предел|"
    r"разреша"
)
_ANOTHER = re.compile(r"\bдоход|\bрасход|дефицит|кредит\w* (?:получ|привлеч)|процент\w* по")
_DAY = re.compile(r"(?:0?1\.01\.|1 января )(20\d\d)")
_THEN = re.compile(
    r"год\w* (?:назад|ранее|раньше)|\bраньше\b|начали|закончили|на начало|на конец|было\b"
)
_MOVED = re.compile(r"\bс \d[\d ,.]*(?:[а-я. ]{0,15})? до \d")
_TWO = 2
_LEAST = 1e5


class PublicDebt(TextCheck):
    """1 for an amount and a relation (to revenue, to a limit, over time), ``alone`` without one."""

    kind: Literal["public-debt"]
    laid_out: ClassVar[bool] = True
    alone: float = Field(default=0.5, gt=0, lt=1)

    def look(self, dossier: Dossier, edition: Edition, files: tuple[EditionFile, ...]) -> Answered:
        """Quote the amount and what it is set against."""
        every = list(told(files))
        amounts = [one for one in every if is_debt(one.fact)]
        if not amounts:
            none = "Сумма государственного долга не названа.", "The amount of debt is not given."
            return measured(0.0, none, in_files(edition))
        against = _relation(amounts, every)
        if against:
            both = (
                "Долг назван суммой и сопоставлен с доходами, пределом или другим годом.",
                "Debt is given as an amount and set against revenue, a limit or another year.",
            )
            return measured(1.0, both, [amounts[0].proof, *(one.proof for one in against)])
        only = (
            "Долг назван только суммой, сравнить её не с чем.",
            "Debt is given as an amount alone, with nothing to compare it with.",
        )
        return measured(self.alone, only, [amounts[0].proof])


def is_debt(fact: Fact) -> bool:
    """Is the figure an amount the region owes, or the limit of it?"""
    money = fact.amount if fact.form is Form.CELL else fact.unit is Unit.MONEY
    if not money or not (abs(fact.value) >= _LEAST or fact.unit is Unit.BARE):
        return False
    words = lexicon("debt").words
    own = words.named(fact.label)
    if own & {"service", "other"} or "local" in lexicon("municipal").words.named(fact.label):
        return False
    return bool(own & {"debt", "limit"}) or _under(fact)


def _under(fact: Fact) -> bool:
    """A figure under the heading of debt whose own words speak of no other thing."""
    words = lexicon("debt").words
    over = [topics for text in fact.above[-2:] if (topics := words.named(text))]
    if not over or "debt" not in over[-1] or words.named(fact.whole) & {"service", "other"}:
        return False
    return not _ANOTHER.search(folded(fact.whole))


def _relation(amounts: list[Told], every: list[Told]) -> list[Told]:
    """Amounts of other years, or of the limit; or a percent beside the debt."""
    others = {one.fact.value: one for one in amounts[1:] if one.fact.value != amounts[0].fact.value}
    over_time = [one for one in others.values() if _comparable(one.fact, amounts[0].fact)]
    return over_time[:_TWO] or [one for one in every if _is_share(one.fact, amounts)][:1]


def _comparable(one: Fact, first: Fact) -> bool:
    """Debt of another day, or its limit; who it is owed to are parts of it."""
    limits = ["limit" in lexicon("debt").words.named(fact.label) for fact in (one, first)]
    row = one.form is Form.CELL and (one.whole == first.whole or one.table == first.table)
    years = bool(one.years and first.years and one.years != first.years)
    days = one.whole == first.whole and len(set(_DAY.findall(folded(one.whole)))) > 1
    then = _THEN.search(folded(f"{one.label} {first.label}")) is not None
    moved = one.whole == first.whole and _MOVED.search(folded(one.whole)) is not None
    return row or limits[0] != limits[1] or years or days or then or moved


def _is_share(fact: Fact, amounts: list[Told]) -> bool:
    if fact.unit is not Unit.PERCENT or not _AGAINST.search(folded(f"{fact.label} {fact.whole}")):
        return False
    near = lexicon("debt").words.named(f"{fact.whole} . {fact.group}")
    places = {one.fact.locator.split(";cell")[0] for one in amounts}
    beside = fact.locator.split(";cell")[0] in places
    follows = beside and _OF.search(folded(fact.whole)) is not None
    return follows or bool(near & {"debt", "limit"})
