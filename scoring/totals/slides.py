"""Totals on slides: lines of a label with numbers, or a label and a number standing together."""

import re
from collections.abc import Iterator, Sequence

from scoring.editions.years import fiscal, mentioned
from scoring.language.ru.folded import folded
from scoring.model import Document
from scoring.totals.columns import kind
from scoring.totals.figures import Figure, Wanted
from scoring.totals.labels import Concept, consolidated, lacking, over_years, two_sided
from scoring.totals.lines import Line, by_kind, by_year, without
from scoring.totals.money import Sum, unit
from scoring.totals.pages import pages
from scoring.totals.sheet import FULL_ROUBLES

_SERIES = 1.8
"""Trust in a column of a chart."""
_OF_OTHER = 1.5
"""What a plan is trusted less for as an outcome, and the other way round."""
_AGAINST = re.compile(
    r"(?:\b(?:чем|уровн\w+|сравнени\w+|против|относительно|соотношени\w+|раз[ау]?|больше|меньше|"
    r"процент\w*)|%)"
    r"[^\d.;]{0,30}\b20\d\d(?:-\w+)?(?: год\w*)?"
)
"""Another year a line only compares with: "на 7,5 % больше, чем в 2025 году"."""
_DONE = re.compile(r"\W*(?:ис|вы)полнен|\W*%")
_HEADS_APART = re.compile(r"\s{2,}|[|;]|(?<=\w) (?=[А-ЯЁ%])")


def figures(document: Document, wanted: Wanted) -> Iterator[Figure]:
    """Every total shown by lines standing alone, page by page."""
    for page in pages(document):
        for index, line in enumerate(page.lines):
            if line.concept is not None or (not line.numbers and over_years(line.text)):
                yield from _from_line(page.lines, index, wanted, page.announced)


def _from_line(
    page: Sequence[Line], index: int, wanted: Wanted, announced: float | None
) -> Iterator[Figure]:
    line = page[index]
    named = line.concept or (None if line.numbers else over_years(line.text))
    under = () if line.numbers or named is None else page[index + 1 :]
    series, bars = by_year(under), by_kind(under) if line.concept else {}
    chosen: tuple[Sum, float, Line] | None
    if bars:
        bar, at = bars["fact" if wanted.fact else "plan"]
        chosen = (bar, _SERIES, at)
    elif series:
        chosen = next(((n, _SERIES, at) for year, n, at in series if year == wanted.year), None)
    elif line.concept is None:
        return
    else:
        chosen = _chosen(page, index, wanted) if line.numbers else _beside(page, index, wanted)
    if chosen is None:
        return
    shown, trust, source = chosen
    year = wanted.year if series else _year(page, index, wanted)
    if year is not None and year != wanted.year:
        return
    value = shown.roubles(unit(line.text) or announced)
    if value is None and shown.number >= FULL_ROUBLES:
        value = shown.number
    if value is None or named is None:
        return
    trust += 0.3 * (year is not None) - 4.0 * consolidated(line.text)
    quote = (
        f"{line.under} {line.text}".strip() if source is line else f"{line.text} … {source.text}"
    )
    yield Figure(named, _signed(value, named, line), trust, quote, line.locator, line.place)


def _chosen(page: Sequence[Line], index: int, wanted: Wanted) -> tuple[Sum, float, Line] | None:
    """Of the numbers of a line the one under the year (and "план"/"факт") wanted."""
    numbers = page[index].numbers
    if len(numbers) == 1:
        other = kind(without(page[index].text, numbers)) == ("plan" if wanted.fact else "fact")
        return numbers[0], 1.6 - _OF_OTHER * other, page[index]
    if (own := _told_apart(page[index], wanted)) is not None:
        return own, 1.8, page[index]
    own_years = [year for year, _ in mentioned(page[index].text)]
    if len(own_years) == len(numbers) and own_years == sorted(set(own_years)):
        at = own_years.index(wanted.year) if wanted.year in own_years else None
        return None if at is None else (numbers[at], 2.0, page[index])
    above = () if _dated(page[index]) else page[max(0, index - 12) : index]
    for line in reversed(above):
        years = [year for year, _ in mentioned(line.text)]
        if len(set(years)) == len(numbers) and wanted.year in years:
            return numbers[years.index(wanted.year)], 2.0, page[index]
        if (place := _meant(line.text, wanted, len(numbers))) is not None:
            return numbers[place], 1.8, page[index]
        if len(years) > 1 and wanted.year == years[0] and len(numbers) >= len(years):
            return numbers[0], 1.0, page[index]
    return None


def _told_apart(line: Line, wanted: Wanted) -> Sum | None:
    """Of a line that names each of its numbers the one wanted: "План 118,2 Факт 121,9"."""
    if dated := _dated(line):
        return line.numbers[dated.index(wanted.year)] if wanted.year in dated else None
    names = list(map(kind, _words_before(line)))
    right = "fact" if wanted.fact else "plan"
    # "51,4 млрд рублей, план 50,1": beside its plan a figure is the outcome.
    if not names[0] and set(names[1:]) == {"plan"}:
        names[0] = "fact"
    told = all(names) and names.count(right) == 1
    return line.numbers[names.index(right)] if told else None


def _dated(line: Line) -> tuple[int, ...]:
    """The years of a line that has one before each of its numbers: "2025 - 64,8 / 2026 - 67,3"."""
    told = [[year for year, _ in mentioned(words)] for words in _words_before(line)]
    return tuple(years[0] for years in told) if all(len(years) == 1 for years in told) else ()


def _words_before(line: Line) -> list[str]:
    """The words before each number of a line."""
    starts = [0, *(n.end for n in line.numbers[:-1])]
    return [line.text[a : n.start] for a, n in zip(starts, line.numbers, strict=True)]


def _meant(heads: str, wanted: Wanted, width: int) -> int | None:
    """Which of ``width`` numbers stands under the head wanted: "План 2025 Факт 2025"."""
    told = [word for word in _HEADS_APART.split(heads) if kind(word)]
    while len(told) > width and _DONE.match(folded(told[-1])):
        told.pop()
    right = "fact" if wanted.fact else "plan"
    fits = [n for n, word in enumerate(told) if kind(word) == right and _may_be(word, wanted.year)]
    return fits[0] if fits and len(told) == width else None


def _may_be(head: str, year: int) -> bool:
    years = [y for y, _ in mentioned(head)]
    return not years or year in years


def _beside(page: Sequence[Line], index: int, wanted: Wanted) -> tuple[Sum, float, Line] | None:
    """The big figure next to a label: below it or above it, one way in a row of them.

    "Доходы, план" and "Доходы, факт" have a figure each.
    """
    less = _OF_OTHER * (kind(page[index].text) == ("plan" if wanted.fact else "fact"))
    if _columns_apart(page, index):
        partner = page[index + _run_length(page, _run(page, index))]
        return partner.numbers[0], 1.2 - less, partner
    other = index + (-1 if _figures_first(_alternating(page, index)) else 1)
    if 0 <= other < len(page) and page[other].number_only:
        return page[other].numbers[0], 1.5 - less, page[other]
    return None


def _alternating(page: Sequence[Line], index: int) -> Sequence[Line]:
    """The lines around a label in which words and figures take turns."""
    start, end = index, index + 1
    while start > 0 and _take_turns(page[start - 1], page[start]):
        start -= 1
    while end < len(page) and _take_turns(page[end - 1], page[end]):
        end += 1
    return page[start:end]


def _take_turns(one: Line, other: Line) -> bool:
    worded = other if one.number_only else one
    return one.number_only is not other.number_only and not worded.numbers


def _figures_first(row: Sequence[Line]) -> bool:
    """Who begins decides; but a question or a label with a colon stands before its figure."""
    if any(_pure(line) and line.text.endswith((":", "?")) for line in row):
        return False
    return next((line.number_only for line in row if line.number_only or _pure(line)), False)


def _pure(line: Line) -> bool:
    return line.concept is not None and not line.numbers


def _run(page: Sequence[Line], index: int) -> int:
    while index and _pure(page[index - 1]):
        index -= 1
    return index


def _run_length(page: Sequence[Line], start: int) -> int:
    return next((i for i, line in enumerate(page[start:]) if not _pure(line)), len(page) - start)


def _columns_apart(page: Sequence[Line], index: int) -> bool:
    """Labels one after another, then as many figures: a two-column slide read by columns."""
    start = _run(page, index)
    size = _run_length(page, start)
    after = page[start + size : start + 2 * size]
    return size > 1 and len(after) == size and all(line.number_only for line in after)


def _year(page: Sequence[Line], index: int, wanted: Wanted) -> int | None:
    """The year of a lone figure: its own line's, else that of the nearest line above with one."""
    if len(page[index].numbers) > 1:
        return wanted.year
    for line in reversed(page[: index + 1]):
        years = {year for year, _ in mentioned(_AGAINST.sub(" ", folded(line.text)))}
        if len(line.numbers) > 1:
            continue
        if wanted.year in years and len(years) > 1:
            named = fiscal(line.text)
            return named.year if named else None
        if len(years) == 1:
            return years.pop()
    return None


def _signed(value: float, named: Concept, line: Line) -> float:
    if named is not Concept.BALANCE:
        # The dash before it begins the line.
        return abs(value)
    if two_sided(line.label):
        return value
    return -abs(value) if lacking(line.label) else abs(value)
