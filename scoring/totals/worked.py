"""A formula that names each of its sums: "ДОХОДЫ 49,8 → минус РАСХОДЫ 49,8 → равно 0"."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from scoring.editions.years import mentioned
from scoring.language.ru.folded import folded
from scoring.model import Document
from scoring.totals.announced import everywhere
from scoring.totals.figures import Figure, Wanted
from scoring.totals.labels import Concept, concept
from scoring.totals.lines import without
from scoring.totals.money import sums, unit
from scoring.totals.others import short_lines

_STEP = re.compile(r"(?:→|➜|=)?\s?(?:минус|равно)\b|→|➜|=")
_SLIP = 1e-6
_TRUST = 2.0
_SIDES = [Concept.REVENUE, Concept.EXPENDITURE]


def figures(document: Document, wanted: Wanted) -> Iterator[Figure]:
    """The two sides of a formula that comes out right, in the unit it or the next line says."""
    around = everywhere(document)
    lines = short_lines(document)
    for (place, locator, text), (_, _, under) in pairwise((*lines, (0, "", ""))):
        told = _sides(text)
        years = {year for year, _ in mentioned(f"{text} {under}")} if told else set()
        scale = (unit(text) or around or unit(under)) if told else None
        if scale is not None and (not years or wanted.year in years):
            for of, number in zip(_SIDES, told, strict=True):
                value = round(number * scale, 2)
                yield Figure(of, value, _TRUST, text.strip(), locator, place)


def _sides(text: str) -> Sequence[float]:
    plain = folded(text)
    if "минус" not in plain or "равно" not in plain or "расход" not in plain:
        return ()
    parts = [part for part in _STEP.split(plain) if part.strip()]
    found = [sums(part) for part in parts]
    if [*map(len, found)] != [1, 1, 1]:
        return ()
    names = [concept(without(part, one)) for part, one in zip(parts, found, strict=True)]
    came, went, left = (one[0].number for one in found)
    closes = abs(abs(came - went) - abs(left)) < _SLIP
    return (came, went) if closes and names[:2] == _SIDES else ()
