"""Is a figure all that local budgets are given?"""

import re

from scoring.checks.figures import is_sum, over
from scoring.checks.local_budgets import whose
from scoring.facts import Form, Unit, Words
from scoring.language.ru.folded import folded
from scoring.language.ru.lexicon import lexicon
from scoring.remembered import of_text

_GIVEN = re.compile(
    r"\b(?:переда|получ|направ|выдел|перечисл|поддерж|помощ|помо[жг]|трансферт|предостав|уйд|уход|"
    r"пойд|дел[ия]т|делим|"
    r"пошл|ушл|отда|отлож|перейд|переш|доста|дад|даст|дали|разда|добав|распредел|предусм|поделит|"
    r"отправ|заложен|запланир|верн|отвед|отвод|приход|прид|довед|довод|финансир|субсидир|дота)\w*"
)
# "Сложите сами, выйдет почти 25 млрд": a sum of what the sentences before told.
_TOGETHER = re.compile(r"\b(?:вместе(?! со? )|в сумме|сложит\w*|в общей сложности|суммарно)\b")
_ADDED = re.compile(r"\b(?:всего|итого|общ\w+ сумм\w*|в целом)\b")
# "Улусам и наслегам - 40 миллиардов": nothing but whom it is for.
_TO_THEM = re.compile(
    r"^\W*(?:всем )?(?:[а-я]+(?:ам|ям|ым|им)\b(?:, | и |\W+)?)+"
    r"(?:(?:област|кра|республик|округ|регион)[а-я]+\b)?\W*(?:в|на|за)?[\d\W]*(?:год[уа]?)?\W*$"
)
# "Из области в муниципалитеты - 12,4 млрд": nothing but where it goes.
_INTO_THEM = re.compile(
    r"^\W*(?:из (?:[а-я]+ ){1,3})?(?:в|на) (?:[а-я]+ )?(?:муниципалитеты|районы|города|села|"
    r"поселения|округа|территории|местные бюджеты|бюджеты [а-я]+)(?:(?:,| и) [а-я]+)*\W*$"
)
# "Районы не проживут сами. Им отправят 12 млрд", "На это отложено 9 млрд".
_THEM = re.compile(r"\bим\b")
_ON_THAT = re.compile(r"\bна (?:это|эти (?:цели|нужды)|такую помощь)\b")
_OWN_MONEY = re.compile(r"\b(?:доход|расход|налог|дефицит|профицит|долг|остат|собствен)")
_WITHIN = re.compile(
    r"\b(?:в|по) (?:[а-я]+ ){0,2}(?:районах|районам|округах|муниципалитетах|поселениях|городах|"
    r"селах|"
    r"образованиях|улусах)\b"
)


def told_of_them(plain: str) -> bool:
    """Is it given to those whom the sentence before named: "Им отправят 12 млрд"?"""
    given = _THEM.search(plain) and _GIVEN.search(plain)
    return bool(given or _ON_THAT.search(plain))


def is_total(fact: Words, column: str) -> bool:
    """Is money given to local budgets, or a sum over or beside the kinds of it?

    ``column`` is the head over it, where it stands in a cell.
    """
    plain = folded(f"{fact.label} {fact.after}")
    if _is_within(plain):
        return False
    summed = is_sum(fact) or _is_added(plain)
    local = "local" in whose(fact.label) or "local" in whose(fact.after)
    if fact.form is Form.CELL and not (summed or local):
        return _is_added(folded(column)) and _over(fact)
    headed = any("local" in whose(text) for text in over(fact))
    if local and _OWN_MONEY.search(plain):
        return False
    if local and (
        _ADDED.search(plain) or _over(fact) or (_is_way(folded(fact.label)) and not fact.group)
    ):
        return True
    asked = fact.above[-1] if fact.above and fact.above[-1].rstrip().endswith(("?", ":")) else ""
    given = _GIVEN.search(folded(f"{fact.label} {fact.whole} {asked}")) is not None
    kinds_told = lexicon("transfers").words.named(fact.whole) - {"total"}
    if fact.form is Form.PROSE and fact.unit is Unit.MONEY:
        among = len(kinds_told) > 1 and _ADDED.search(plain)
        if among or _TOGETHER.search(plain):
            return True
    if fact.form is Form.CELL:
        across = _is_added(folded(column)) and _over(fact)
        return (
            (local and bool(given or kinds_told)) or across or (summed and (_over(fact) or headed))
        )
    under = headed and fact.unit is Unit.MONEY and (given or summed)
    return (local and bool(given or kinds_told)) or under or (summed and _over(fact))


@of_text
def _is_within(plain: str) -> bool:
    return _WITHIN.search(plain) is not None


@of_text
def _is_added(plain: str) -> bool:
    return _ADDED.search(plain) is not None


def _is_way(plain: str) -> bool:
    return bool(_TO_THEM.match(plain) or _INTO_THEM.match(plain))


def _over(fact: Words) -> bool:
    """Do the words over a figure speak of transfers to local budgets?"""
    return bool(lexicon("transfers").words.named_in(over(fact)))
