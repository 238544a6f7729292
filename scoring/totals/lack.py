"""A gap told beside one total only: "Расходы — 88,2 млрд. Краю не хватает 5,9 млрд рублей"."""

import re
from collections.abc import Iterator
from itertools import pairwise

from scoring.model import Document
from scoring.totals.figures import Figure
from scoring.totals.labels import Concept
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
_MOST = 0.4
"""The greatest share of its one known total that a budget can lack."""


def figures(document: Document, known: Figure) -> Iterator[Figure]:
    """What the budget lacks by the sentence that tells its one known total, or by the next one."""
    told = telling_any(document)
    for before, this in pairwise((*told[:1], *told)):
        near = before.place == this.place
        if not (_tells(this, known) or (near and _tells(before, known))):
            continue
        for lacked in this.found:
            value = abs(lacked.roubles(None) or 0.0)
            said = _LACKS.search(this.plain[: lacked.start])
            if said and value <= _MOST * known.roubles and not _FOR.match(this.plain, lacked.end):
                quote = this.text.strip()[:400]
                yield Figure(Concept.BALANCE, -value, 1.0, quote, this.locator, this.place)


def _tells(sentence: Sentence, known: Figure) -> bool:
    return any(
        concept is known.concept and abs(one.sum.roubles(None) or 0.0) == abs(known.roubles)
        for one in sentence.owned
        for concept, _ in one.of
    )
