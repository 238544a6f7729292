"""Is the region's debt given as an amount, and set against something?"""

import re
from typing import ClassVar, Literal

from pydantic import Field

from scoring.checks.answers import in_file, in_files, measured
from scoring.checks.debt_relation import relation
from scoring.checks.debt_told import on_days, told_in_words
from scoring.checks.figures import told, topics
from scoring.checks.texts import TextCheck
from scoring.facts import Fact, Form, Unit
from scoring.language.ru.folded import folded
from scoring.language.ru.lexicon import lexicon
from scoring.model import Answered, Dossier, Edition, EditionFile, Evidence
from scoring.passages import passages
from scoring.remembered import of_fact, of_text

_ANOTHER = re.compile(
    r"\bдоход|\bрасход|дефицит|кредит\w* (?:получ|привлеч)|процент\w* по|займем|возьмем|дотаци|"
    r"субсиди|субвенц|трансферт"
)
_MUST = re.compile(r"\bдолж(?:ен|на|но|ны) (?:\w+ ){0,2}[а-я]+(?:ть|ться|ти|чь)\b")
_NOUN = re.compile(r"долг(?:а|у|и|ов|ом|е|ам)?\b|задолжен|обязательств")
_NONE = re.compile(
    r"\b(?:гос)?долг\w*(?: [а-я]+){0,5} (?:нет|отсутству\w+|не имеет\w*|равен нулю|нулев\w+)\b|"
    r"\b(?:нет|без|не имеет|нулевой|отсутств\w+|ни рубля|"
    r"ни копейки)(?: [а-я]+){0,2} (?:гос)?долг(?:а|ов|и)?\b|"
    r"\b(?:никому|ничего) (?:[а-я]+ )?(?:не|ничего не) долж(?:ен|на|ны)|живет без долгов"
)
_OVER_TIME = re.compile(
    r"(?:с|уже|и в) 20\d\d|\b(?:второй|третий|четвертый|пятый|который|несколько|всегда|"
    r"по-прежнему)\b.*год|год\w* подряд"
)
# "Сейчас она должна 23 млрд рублей", said of the region.
_OWES = re.compile(
    r"\bмы (?:[а-я]+ )?должны(?: (?:сейчас|еще|банкам|всего))?\W*$|"
    r"\b(?:област[ьи]|кра[йя]|республик[аи]|округа?|регион|город|мы|казн[аы]|бюджет)\b.*"
    r"\b(?:он|она|мы|они) (?:[а-я]+ )?долж(?:ен|на|ны)(?: (?:сейчас|еще|банкам|всего))?\W*$"
)
# "За ним числилось 17,3 млрд рублей займов": the name of debt stands behind its amount.
_HAS = re.compile(r"\b(?:числ\w+|вис(?:ит|ел\w*)|накоп\w+|оста[лн]\w+|был[ои]?|начал[аи]?)\b")
_LOANS = re.compile(
    r"(?:рублей )?(?:(?:непогашенных|невозвращенных|взятых|старых) )?"
    r"(?:долгов\b|долга\b|займов\b|кредитов и займов|кредитов$|заимствований)"
)
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
            return self._owing_nothing(edition, files)
        against = [one.proof for one in relation(amounts, every)]
        against = against or on_days(amounts) or told_in_words(amounts)
        if against:
            both = (
                "Долг назван суммой и сопоставлен с доходами, пределом или другим годом.",
                "Debt is given as an amount and set against revenue, a limit or another year.",
            )
            return measured(1.0, both, [amounts[0].proof, *against])
        only = (
            "Долг назван только суммой, сравнить её не с чем.",
            "Debt is given as an amount alone, with nothing to compare it with.",
        )
        return measured(self.alone, only, [amounts[0].proof])

    def _owing_nothing(self, edition: Edition, files: tuple[EditionFile, ...]) -> Answered:
        proof = _none(files)
        if proof is None:
            none = "Сумма государственного долга не названа.", "The amount of debt is not given."
            return measured(0.0, none, in_files(edition))
        said = "Сказано, что долга нет.", "It is said that there is no debt."
        since = _OVER_TIME.search(folded(proof.quote)) is not None
        return measured(1.0 if since else self.alone, said, [proof])


@of_fact
def is_debt(fact: Fact) -> bool:
    """Is the figure an amount the region owes, or the limit of it?"""
    money = fact.amount if fact.form is Form.CELL else fact.unit is Unit.MONEY
    if not money or not (abs(fact.value) >= _LEAST or fact.unit is Unit.BARE or not fact.value):
        return False
    own = topics(fact, "debt")
    if own & {"service", "other"} or "local" in lexicon("municipal").words.named(fact.label):
        return False
    if own & {"debt", "limit"}:
        said = folded(f"{fact.label} {fact.after}")
        return _MUST.search(said) is None or _NOUN.search(said) is not None
    return fact.value != 0 and (_owed(fact) or _under(fact))


def _owed(fact: Fact) -> bool:
    """An amount whose verb says that the region owes it."""
    label, behind = folded(fact.label), folded(fact.after)
    return bool(_OWES.search(label) or (_HAS.search(label) and _LOANS.match(behind)))


def _under(fact: Fact) -> bool:
    """A figure under the heading of debt whose own words speak of no other thing."""
    words = lexicon("debt").words
    over = [topics for text in fact.above[-2:] if (topics := words.named(text))]
    of_others = "local" in lexicon("municipal").words.named(
        " . ".join((*fact.above[-1:], fact.group))
    )
    if of_others or (
        not over
        or not over[-1] & {"debt", "limit"}
        or words.named(fact.whole) & {"service", "other"}
    ):
        return False
    return not _ANOTHER.search(folded(fact.whole))


def _none(files: tuple[EditionFile, ...]) -> Evidence | None:
    """The sentence that says the region owes nothing."""
    for file in files:
        for passage in passages(file.document.legible):
            if not _owes_nothing(passage.text):
                continue
            if not lexicon("debt").words.named(passage.text) & {"service", "other"}:
                return in_file(file, passage.locator, passage.text)
    return None


@of_text
def _owes_nothing(text: str) -> bool:
    return _NONE.search(folded(text)) is not None
