"""Rows of sums, one for each year, that stand in lines of their own over or under their name."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from scoring.editions.years import mentioned
from scoring.totals.lines import Line
from scoring.totals.money import sums
from scoring.totals.shapes import year_of

_FEWEST = 2


def rowed(page: Sequence[Line]) -> Iterator[Line]:
    """The lines, with a name and the row of sums beside it as one line of the name.

    "86,4 → 89,9 → 93,0" over "доходы в 2027, 2028 и 2029 годах"; "Доходы" over "159,4 161,7".
    """
    page = list(_gathered(page))
    over = _sums_first(page)
    place = 0
    while place < len(page):
        pair = page[place : place + 2]
        row, name = (pair[0], pair[-1]) if over else (pair[-1], pair[0])
        if _is_row(row) and _is_name(name):
            yield _joined(name, row)
            place += 2
            continue
        yield page[place]
        place += 1


def _gathered(page: Sequence[Line]) -> Iterator[Line]:
    """Years, and sums as many as they, that stand a line each: in one line."""
    width, place = 0, 0
    while place < len(page):
        years = list(takewhile(lambda line: year_of(line.text), page[place:]))
        if len(years) >= _FEWEST:
            width = len(years)
            yield replace(years[0], text=" ".join(line.text for line in years))
            place += width
            continue
        yield page[place]
        place += 1
        run = list(takewhile(lambda line: line.number_only, page[place:]))
        if width and _is_name(page[place - 1]) and len(run) == width:
            text = " ".join(line.text for line in run)
            yield replace(run[0], text=text, numbers=sums(text))
            place += width


def _sums_first(page: Sequence[Line]) -> bool:
    """Does a row of sums stand before the first name?"""
    return next((_is_row(line) for line in page if _is_row(line) or _is_name(line)), False)


def _is_row(line: Line) -> bool:
    """Sums and nothing else: where each has its year beside it the line needs no other."""
    several = len(line.numbers) >= _FEWEST and line.concept is None and not line.worded
    return several and not any(mentioned(line.text))


def _is_name(line: Line) -> bool:
    return line.concept is not None and not line.numbers


def _joined(name: Line, row: Line) -> Line:
    """The sums behind the name, under the years the name lists or those of a line above."""
    text = f"{name.text}: {row.text}"
    found = tuple(s for s in sums(text) if s.start > len(name.text))
    return replace(name, text=text, numbers=found)
