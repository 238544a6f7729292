"""What an amount of debt is set against: revenue, the limit, another day, its change."""

import re
from collections.abc import Sequence
from itertools import pairwise

from scoring.checks.debt_whose import is_body
from scoring.checks.figures import Told, context
from scoring.facts import Fact, Form, Unit
from scoring.language.ru.folded import folded
from scoring.language.ru.lexicon import lexicon

_AGAINST = re.compile(
    r"\bдоход|\bврп\b|валов\w+ региональн|собственн|предел|разреша|\bлимит|норматив|поступлен|"
    r"сво(?:их|ими) (?:денег|средств)|зарабатыв|допуска|допустим|нагрузк|уровень долга"
)
# "Это 29,9 % собственных доходов": the sentence behind the one that names the debt.
_OF = re.compile(
    r"(?:%|процент\w*|трет[ьи]|половин\w|четверт[ьи]|рубл\w*)\s+(?:от |к )?(?:\w+ ){0,4}доход|"
    r"\b(?:от|к|в) (?:\w+ ){0,4}доход\w*|предел|разреша|допуска|"
    r"сво(?:их|ими) (?:денег|средств|доход)|зарабатыв|долгов\w+ нагрузк|уровень долга"
)
_DAY = re.compile(r"(?:0?1\.01\.|1 января )(20\d\d)")
_THEN = re.compile(
    r"год\w* (?:назад|ранее|раньше)|\bраньше\b|начали|закончили|начало (?:\d+ )?года|кон(?:ец|"
    r"ца|цу) (?:\d+ )?года|на начало|на конец|было\b|"
    r"через год|"
    r"за год\b|\b(?:вырос|снизи|сократи|уменьши|увеличи|прибави|подрос|упал|вырас)\w+|"
    r"погасили|прежде|"
    r"больше, чем|меньше, чем|по сравнению|следующ\w+ (?:год|зим|весн|лет|осен)|"
    r"\b(?:довест|доведе|опустит|дойдет)"
)
_THIS = re.compile(r"\W*(?:до|после|был[аио]?|стал[аио]?|план|факт|утвержден\w|исполнен\w)\W*")
_LOAD = re.compile(
    r"долгов\w+ нагрузк|уров\w+ (?:государственного )?(?:гос)?долга|"
    r"(?:отношени|соотношени)\w+ (?:[а-я]+ )?(?:гос)?долга (?:к|и)\b"
)
_TO_REVENUE = re.compile(
    r"^\W*(?:это|или|что составляет)?\W*(?:(?:от|к|из|доля (?:в|от|к)|отношение к|в процентах к|"
    r"в % к) (?:[а-я]+ ){0,4}|(?:наших |всех )?(?:сво|собственн)\w+ )доход\w*(?: [а-я]+){0,2}\W*$"
)
_MOVED = re.compile(r"\bс \d[\d ,.]*(?:[а-я. ]{0,15})? до \d")
_DATED = re.compile(r"\d{1,2}\.\d\d\.20\d\d|20\d\d|на начало|на конец|план|факт|ожида|оценк")
_TWO = 2


def relation(amounts: Sequence[Told], every: Sequence[Told]) -> list[Told]:
    """Amounts of other days or of the limit; else a share, or how much may be owed; [] if none.

    ``amounts`` are those of debt, the first of them the one the answer quotes; ``every`` figure of
    the edition is looked at.
    """
    first = amounts[0].fact
    if not first.value and len(set(re.findall(r"20\d\d", first.whole))) >= _TWO:
        return [amounts[0]]
    if not first.value:
        # "Долг: на 01.01.2025 - 0, на 01.01.2026 - 0" says as much as two sums would.
        still = [
            one for one in amounts[1:] if not one.fact.value and _of_days_apart(one.fact, first)
        ]
        if still:
            return still[:1]
    others = {one.fact.value: one for one in amounts[1:] if one.fact.value != first.value}
    over_time = [one for one in others.values() if _comparable(one.fact, first)]
    if over_time or _itself(first):
        return over_time[:_TWO] or [amounts[0]]
    apart = (one for one in every if one.fact.value != first.value)
    against = [one for one in apart if _is_share(one.fact, amounts) or _may(one.fact, amounts)]
    return against[:1] or _next_to(amounts, every)


def _next_to(amounts: Sequence[Told], every: Sequence[Told]) -> list[Told]:
    """The share on a line of its own right after the amount: "К собственным доходам: 22 %"."""
    for one, after in pairwise(every):
        here = one.file is after.file and one.fact.above == after.fact.above
        share = after.fact.unit is Unit.PERCENT and _TO_REVENUE.match(folded(after.fact.label))
        if here and share and one.fact.form is after.fact.form and one in amounts:
            return [after]
    return []


def _itself(fact: Fact) -> bool:
    """One sentence gives the debt and how it moved: "долг снизился на 2 млрд, до 19 млрд"."""
    return fact.form is Form.PROSE and _MOVED.search(folded(fact.whole)) is not None


def _comparable(one: Fact, first: Fact) -> bool:
    """Debt of another day, or its limit; who it is owed to are parts of it."""
    limits = ["limit" in lexicon("debt").words.named(f"{f.label} {f.after}") for f in (one, first)]
    row = _of_other_day(one, first)
    told = one.years and first.years
    # "36,9 млрд рублей (в 2024 году - 38,1 млрд)": one of them may be of this year, unsaid.
    years = one.years != first.years and bool(told or one.whole == first.whole)
    days = one.whole == first.whole and len(set(_DAY.findall(folded(one.whole)))) > 1
    said = one.label if one.whole == first.whole else f"{one.label} {first.label}"
    days = days or _of_days(one.label, first.label)
    then = bool(_THEN.search(folded(said)) or _THIS.fullmatch(folded(one.label)))
    moved = one.whole == first.whole and _MOVED.search(folded(one.whole)) is not None
    return row or limits[0] != limits[1] or years or days or then or moved


def _of_days(one: str, first: str) -> bool:
    """Lines that each begin with a day of their own: "1 января 2026 - 17,05"."""
    told = [_DAY.findall(folded(text)) for text in (one, first)]
    return bool(told[0]) and bool(told[1]) and told[0] != told[1]


def _of_other_day(one: Fact, first: Fact) -> bool:
    """Cells of one table of which one is of another day, plan or column; the rest are parts."""
    if one.form is not Form.CELL or one.table != first.table:
        return False
    dated = _of_days_apart(one, first)
    across = one.whole == first.whole and one.column != first.column
    parts = any(lexicon("debt").words.named(f.column) for f in (one, first))
    parts = parts or (is_body(one.column) and is_body(first.column))
    return dated or one.kind != first.kind or (across and not parts)


def _of_days_apart(one: Fact, first: Fact) -> bool:
    """Cells of one table, each of a day of its own."""
    if one.form is not Form.CELL or one.table != first.table:
        return False
    dates = _dates(one), _dates(first)
    return all(dates) and dates[0] != dates[1]


def _dates(fact: Fact) -> tuple[str, ...]:
    return tuple(_DATED.findall(folded(f"{fact.whole} {fact.column}")))


def _is_share(fact: Fact, amounts: Sequence[Told]) -> bool:
    """A percent of revenue or of the limit, told of the debt or right beside its amount."""
    said = folded(f"{fact.label} {fact.whole} {fact.column} {context(fact)}")
    share = fact.unit is Unit.PERCENT or (fact.unit is Unit.BARE and "%" in said)
    if not share or not _AGAINST.search(said):
        return False
    near = lexicon("debt").words.named(
        f"{fact.label} . {fact.whole} . {fact.column} . {context(fact)}"
    )
    if _LOAD.search(folded(fact.label)):
        return True
    follows = (
        _beside(fact, amounts) and _OF.search(folded(f"{fact.whole} {fact.column}")) is not None
    )
    return follows or bool(near & {"debt", "limit"})


def _may(fact: Fact, amounts: Sequence[Told]) -> bool:
    """How much the law allows to owe, in roubles or percent, beside the amount."""
    return _beside(fact, amounts) and "allowed" in lexicon("debt").words.named(fact.whole)


def _beside(fact: Fact, amounts: Sequence[Told]) -> bool:
    return _place(fact) in {_place(one.fact) for one in amounts}


def _place(fact: Fact) -> tuple[str, tuple[str, ...]]:
    """The block or page and the heading; a question asked within the block parts nothing."""
    heads = tuple(text for text in fact.above if not text.rstrip().endswith("?"))
    return fact.locator.split(";cell")[0], heads[-1:]
