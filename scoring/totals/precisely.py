"""A total told roundly and at once exactly: "117 миллиардов (точно - 117 003 518 902 рубля)"."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from scoring.model import Document
from scoring.remembered import of_document
from scoring.totals.figures import Figure
from scoring.totals.sentences import Sentence, telling_any

_EXACTLY = re.compile(
    r"\b(?:точно|точнее|точная|точное|точную|в точности|ровно|до рубля|до копейки|до копеечки|"
    r"без округлени[яй]|не округляя|если быть точн\w+)\b"
)
_FAR = 50
_NEAR = 0.01


@of_document
def _exact(document: Document) -> tuple[Sentence, ...]:
    return tuple(told for told in telling_any(document) if _EXACTLY.search(told.plain))


def figures(document: Document, figure: Figure) -> Iterator[Figure]:
    """The sum right behind the rounded one that words say is the exact one."""
    for told in _exact(document):
        for one, exact in pairwise(told.found):
            rough, value = abs(one.roubles(None) or 0.0), abs(exact.roubles(None) or 0.0)
            between = told.plain[one.end : exact.start]
            said = len(between) <= _FAR and _EXACTLY.search(between)
            near = 0 < abs(value - rough) <= _NEAR * rough
            if said and near and rough == abs(figure.roubles):
                signed = value if figure.roubles >= 0 else -value
                quote = told.text.strip()[:400]
                yield replace(figure, roubles=signed, quote=quote, locator=told.locator)
