"""Totals told to compare with: "на 3,1 % больше, чем планировали (42 792,0 млн)"."""

import re
from collections.abc import Iterator
from itertools import pairwise

from scoring.model import Document
from scoring.totals.announced import everywhere
from scoring.totals.labels import Concept
from scoring.totals.money import Sum
from scoring.totals.period import Period, when
from scoring.totals.sayings import sayings
from scoring.totals.sentences import Sentence, telling_any

_COMPARED = re.compile(
    r"\b(?:чем|против|относительно|по сравнению с|к уровню|к плану|уровня)\b[^()]{0,60}\(?\s*$"
)
_CHANGED = re.compile(r"\b(?:больше|меньше|выше|ниже|превы|вырос|рост|сниз|сократ|увелич|прибав)")
_LEAST, _MOST = 0.5, 2.0


def against(document: Document) -> Iterator[list[Period]]:
    """A total and the sums in brackets that its sentence, or the next, compares it with."""
    around = everywhere(document)
    told = telling_any(document)
    for before, this in pairwise((*told[:1], *told)):
        compared = [s for s in this.found if _in_brackets(this.plain, s)]
        if not compared or not _CHANGED.search(this.plain):
            continue
        for concept, total in _totals(before, this, around):
            near = [s for s in compared if _LEAST < _size(s) / (_size(total) or 1.0) < _MOST]
            first = Period(concept, _size(total), (), before.text.strip()[:300], before.locator)
            yield [first, *(_period(concept, s, this) for s in near)]
            break


def _in_brackets(plain: str, this: Sum) -> bool:
    # The bracket may be read as the sign of the sum.
    opened = plain[: this.start + 1].rstrip("0123456789")
    return opened.endswith("(") and _COMPARED.search(opened) is not None


def _totals(
    before: Sentence, this: Sentence, around: float | None
) -> Iterator[tuple[Concept, Sum]]:
    for sentence in (this, before):
        for one in sentence.owned:
            yield from ((c, one.sum) for c, _ in one.of if c is not Concept.BALANCE)
        for said in sayings(sentence.plain, around):
            yield said.concept, said.sum


def _period(concept: Concept, this: Sum, sentence: Sentence) -> Period:
    words = re.split(r"[()]", sentence.plain[: this.start])[-1]
    return Period(concept, _size(this), when(words), sentence.text.strip()[:300], sentence.locator)


def _size(this: Sum) -> float:
    return abs(this.roubles(None) or 0.0)
