"""The outcome told right after the plan without its name: "План по доходам: 118,2. Факт: 121,9"."""

import re
from collections.abc import Iterator
from itertools import pairwise

from scoring.model import Document
from scoring.totals.figures import Figure, Wanted
from scoring.totals.labels import Concept
from scoring.totals.sentences import Sentence, telling_any

_DONE = re.compile(
    r"^\W*(?:а |но |и )?(?:(?:в|по|на) )?(?:факт\w*|исполнен\w+|исполнили|"
    r"выполнили|получилось|вышло|оказалось|"
    r"деле|самом деле|действительности|реальности|реально|итоге|итогу|результате|"
    r"удалось|стало)\b[^.!?\d]{0,40}$"
)
_MEANT = re.compile(
    r"^\W*(?:а |но |и )?(?:(?:по|в) )?(?:план\w*|первоначальн\w+ план\w*|закон\w*|прогноз\w*|"
    r"ждали|ожидали|"
    r"хотели|собирались|рассчитывали|планировали|закладывали|намечали|"
    r"должно было|должны были)\b[^.!?\d]{0,40}$"
)
_TRUST = 1.6


def figures(document: Document, wanted: Wanted) -> Iterator[Figure]:
    """The sum that a sentence tells of the total of the sentence before it, as done or as meant."""
    words = _DONE if wanted.fact else _MEANT
    for before, this in pairwise(telling_any(document)):
        named = _one(before)
        first = this.found[0] if this.found else None
        alone = first is not None and not this.owned and this.place == before.place
        if (
            named is None
            or first is None
            or not alone
            or not words.match(this.plain[: first.start])
        ):
            continue
        if (this.speaks.year or wanted.year) != wanted.year:
            continue
        value = abs(first.roubles(None) or 0.0) * (-1 if _deficit(before) else 1)
        quote = f"{before.text.strip()} {this.text.strip()}"[:400]
        yield Figure(named, value, _TRUST, quote, this.locator, this.place)


def _one(sentence: Sentence) -> Concept | None:
    named = {concept for one in sentence.owned for concept, _ in one.of}
    return named.pop() if len(named) == 1 else None


def _deficit(sentence: Sentence) -> bool:
    return any(
        concept is Concept.BALANCE and sign < 0
        for one in sentence.owned
        for concept, sign in one.of
    )
