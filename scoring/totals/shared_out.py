"""All money told as what is shared out: "Из 58,7 млрд, которые поступят в бюджет, 40 - налоги"."""

import re
from collections.abc import Iterator, Sequence

from scoring.totals.labels import Concept
from scoring.totals.labels import concept as named
from scoring.totals.money import Sum
from scoring.totals.verbs import CAME, WENT

_OF_IT = re.compile(r"(?:^|[.!?;:,]\s)\W*из (?:[а-я]+ )?$")
_WHICH = re.compile(r"(?:\s?руб\w*\.?)?, (?:которы[емх]|что) (?P<rest>[^.!?;:,]{5,90}),")
_BOX = re.compile(r"\b(?:бюджет|казн)")
_SLIP = 0.006
_FEWEST = 3
"""The whole and two parts of it."""


def shared_out(plain: str, found: Sequence[Sum]) -> Iterator[tuple[Concept, Sum, int]]:
    """A sum, what it is of and where that is said, when the sums behind it are all its parts.

    Its clause has to name the budget and to narrow nothing: what came "в бюджет от вина" is a part.
    """
    if len(found) < _FEWEST or "из " not in plain:
        return
    for place, this in enumerate(found[: 1 - _FEWEST]):
        which = _WHICH.match(plain, this.end)
        if which is None or not _OF_IT.search(plain[: this.start]):
            continue
        rest = which["rest"]
        said = CAME.search(rest) or WENT.search(rest)
        of = named(rest) if said and _BOX.search(rest) else None
        if said and of in (Concept.REVENUE, Concept.EXPENDITURE) and _makes(this, found, place):
            yield of, this, which.start("rest") + said.start()


def _makes(this: Sum, found: Sequence[Sum], place: int) -> bool:
    whole = abs(this.roubles(None) or 0.0)
    parts = 0.0
    for count, part in enumerate(found[place + 1 :], 1):
        parts += abs(part.roubles(None) or 0.0)
        if count > 1 and abs(parts - whole) <= _SLIP * whole:
            return True
    return False
