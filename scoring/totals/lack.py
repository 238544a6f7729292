"""A gap told beside one total only: "Расходы — 88,2 млрд. Краю не хватает 5,9 млрд рублей"."""

import re
from collections.abc import Iterator
from itertools import pairwise

from scoring.model import Document
from scoring.totals.figures import Figure
from scoring.totals.labels import Concept
from scoring.totals.money import Sum
from scoring.totals.sentences import Sentence, telling_any

_WHO = r"(?:бюджету|казне|копилке|кошельку|краю|области|республике|округу|региону|нам)"
_LACKS = re.compile(
    rf"(?:^|[.,;:])\W*(?:(?:и|а|но|пока|однако|при этом|всего|сейчас|значит) )*(?:{_WHO} )?"
    r"(?:(?:все|пока|еще|уже|сейчас|больше) )?(?:не ?хват(?:ает|ит|ило)|недоста(?:ет|нет|вало)|"
    r"недостача\s?-|нехватка\s?-|недостающие)"
    rf"\s(?:{_WHO} )?(?:[а-я]+ )?$"
)
"""The clause may only say whose lack it is: "школам не хватает" is of the schools."""
_FOR = re.compile(r"\s*+(?:руб\w*+)?\s*+(?:на|для|чтобы|каждый|ежегодно|от)\b")
_BY = r"\b[^.;!?\d]{0,20}\sна\s\0*$"
_OTHER_SIDE = (
    (
        Concept.EXPENDITURE,
        re.compile(rf"\b(?:расход(?:ы|ная|ов|ам|ах)|потра[тч]\w+|тра[тч]\w+){_BY}"),
    ),
    (
        Concept.REVENUE,
        re.compile(rf"\b(?:доход(?:ы|ная|ов|ам|ах)|поступ\w+|получ\w+){_BY}"),
    ),
)
_THAN_IT = re.compile(r"\s?(?P<more>больше|выше)?(?(more)|(?:меньше|ниже))(?=\W*$|[.,;!?)]\s)")
"""Nothing else is named to compare with: the side told before is meant."""
_BY_SO_MUCH = re.compile(r"(?:\s?руб\w*\.?)?\W*(?:(?:что|это|то есть|или|и|а) )*на (?:[а-я]+ )?$")
_ITS = r"(?: (?:бюджета|казны|области|края|республики|округа|региона))?(?=\W*$|[.,;:!?)]|\s-\s)"
_THAN_NAMED = re.compile(
    r"(?:\s?руб\w*\.?)?\s?(?:(?P<more>больше|выше)|меньше|ниже),? (?:чем )?(?:[а-я]+ )?"
    rf"(?:(?P<came>доход(?:ы|ов|ах)?)|расход(?:ы|ов|ах)?){_ITS}"
)
""""Расходов - 94 506 млн рублей, что на 3 118 млн рублей больше, чем доходов"."""
_MOST = 0.4
"""The greatest share of its one known total that a budget can lack."""


def figures(document: Document, known: Figure) -> Iterator[Figure]:
    """What the budget lacks by the sentence that tells its one known total, or by the next one."""
    told = telling_any(document)
    for before, this in pairwise((*told[:1], *told)):
        near = before.place == this.place
        if not (_tells(this, known) or (near and _tells(before, known))):
            continue
        yield from _named(this, known)
        for lacked in this.found:
            value = abs(lacked.roubles(None) or 0.0)
            if value <= _MOST * known.roubles and (sign := _than(this.plain, lacked, known)):
                quote = this.text.strip()[:400]
                yield Figure(Concept.BALANCE, sign * value, 1.0, quote, this.locator, this.place)
                continue
            said = _LACKS.search(this.plain[: lacked.start])
            if said and value <= _MOST * known.roubles and not _FOR.match(this.plain, lacked.end):
                quote = this.text.strip()[:400]
                yield Figure(Concept.BALANCE, -value, 1.0, quote, this.locator, this.place)


def _named(this: Sentence, known: Figure) -> Iterator[Figure]:
    """By how much the known total is more or less than the other one, named to compare with."""
    mine = {one.sum.start for one in this.owned if known.concept in dict(one.of)}
    for total, gap in pairwise(this.found):
        if total.start not in mine or not _BY_SO_MUCH.match(this.plain[total.end : gap.start]):
            continue
        than = _THAN_NAMED.match(this.plain, gap.end)
        if than is None or (than["came"] is None) is (known.concept is Concept.EXPENDITURE):
            continue
        short = (than["more"] is not None) is (known.concept is Concept.EXPENDITURE)
        value = abs(gap.roubles(None) or 0.0)
        if value <= _MOST * known.roubles:
            quote = this.text.strip()[:400]
            balance = -value if short else value
            yield Figure(Concept.BALANCE, balance, 1.0, quote, this.locator, this.place)


def _than(plain: str, this: Sum, known: Figure) -> int:
    """The sign of the gap where the other side is told by it: "расходная - на 1,5 млрд больше"."""
    than = _THAN_IT.match(plain, this.end)
    other = next((of for of, side in _OTHER_SIDE if side.search(plain[: this.start])), None)
    if than is None or other is None or other is known.concept:
        return 0
    more_spent = (other is Concept.EXPENDITURE) is (than["more"] is not None)
    return -1 if more_spent else 1


def _tells(sentence: Sentence, known: Figure) -> bool:
    return any(
        concept is known.concept and abs(one.sum.roubles(None) or 0.0) == abs(known.roubles)
        for one in sentence.owned
        for concept, _ in one.of
    )
