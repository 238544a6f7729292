"""Totals in a formula: "ДОХОДЫ - РАСХОДЫ = ДЕФИЦИТ" over "72 418 - 75 903 = -3 485 млн рублей"."""

import re
from collections.abc import Iterator, Sequence

from scoring.editions.years import mentioned
from scoring.language.ru.folded import folded
from scoring.model import Document
from scoring.totals.announced import everywhere
from scoring.totals.figures import Figure, Wanted
from scoring.totals.labels import Concept, concept
from scoring.totals.money import cell, like_a_year, lone, sums, unit
from scoring.totals.others import short_lines
from scoring.totals.shapes import year_of

_SIGN = re.compile(r"\s(?:-|минус|=|<|>|≈|равно)\s|\s?=\s?")
_YEAR_FIRST = re.compile(r"\W*(?:на |в )?(20[1-4]\d)(?: ?(?:год[а-я]?|г\.))?\s?[:,-]?\s")
_EACH_YEAR = re.compile(r"\s(?=20[1-4]\d(?: год[а-я]?| г\.)?\s?: ?[-−–]?\d)")
"""Between the lines of a list that were read as one: "2026: 103,8 - 115,0 = -11,2 2027: 105,3"."""
_TRUST = 2.0
_FEWEST = 2
_FAR = 12
"""Lines from the names to the sums under them."""


def figures(document: Document, wanted: Wanted) -> Iterator[Figure]:
    """The totals whose names stand in a formula, by the like formulas of sums under it."""
    names: tuple[Concept, ...] = ()
    year, since, everywhere_said = None, 0, everywhere(document)
    around = everywhere_said
    for place, locator, text in _parted(document):
        since += 1
        if named := _names(text):
            names, year, since = named, None, 0
            around = unit(text) or everywhere_said
        elif names and (at := year_of(text)):
            year = at
        elif names and since <= _FAR and (_year_of(text) or year or wanted.year) == wanted.year:
            for of, value in _of_each(names, _sums(text, len(names), around)):
                yield Figure(of, value, _TRUST, text.strip(), locator, place)
        if names and text.rstrip().endswith(":") and all(map(like_a_year, sums(text))):
            # "Наш регион, млрд рублей:" is said once for the lines under it.
            around = unit(text) or around


def _parted(document: Document) -> Iterator[tuple[int, str, str]]:
    for place, locator, text in short_lines(document):
        for line in _EACH_YEAR.split(text) if "=" in text else (text,):
            yield place, locator, line


def _of_each(names: Sequence[Concept], told: Sequence[float]) -> Iterator[tuple[Concept, float]]:
    if not told:
        return
    for of, roubles in zip(names, told, strict=True):
        yield of, roubles if of is Concept.BALANCE else abs(roubles)
    if Concept.BALANCE not in names and told[0] == told[1]:
        # "38,4 = 38,4": as much comes in as goes out.
        yield Concept.BALANCE, 0.0


def _names(text: str) -> tuple[Concept, ...]:
    """The totals of a formula of names alone, "ДОХОДЫ = РАСХОДЫ", else ()."""
    if "ход" not in text.lower():
        return ()
    parts = _SIGN.split(folded(text))
    told = tuple(named for part in parts if (named := concept(part)))
    return told if len(told) == len(parts) >= _FEWEST and len(set(told)) == len(told) else ()


def _sums(text: str, sides: int, around: float | None) -> Sequence[float]:
    """The sums of a formula of as many, in roubles; () of any other line.

    Its last is below zero where the first is less than the second, its minus read or not.
    """
    plain = folded(text)
    plain = _YEAR_FIRST.sub("", plain, count=1)
    parts = [part.strip() for part in _SIGN.split(plain)]
    if len(parts) == sides + 1 and not parts[-2]:
        parts = [*parts[:-2], parts[-1]]
    found = [sums(part) for part in parts]
    said = unit(parts[-1]) or next((s.unit for f in found for s in f if s.unit), None) or around
    if len(parts) != sides or not all(cell(part) is not None or lone(part) for part in parts):
        return ()
    told = [one[0].roubles(said) for one in found]
    if any(value is None for value in told):
        return ()
    values = [value or 0.0 for value in told]
    if len(values) > _FEWEST and values[0] < values[1]:
        values[-1] = -abs(values[-1])
    return values


def _year_of(text: str) -> int | None:
    first = _YEAR_FIRST.match(folded(text))
    years = [year for year, _ in mentioned(text)]
    return int(first[1]) if first else years[0] if years else None
