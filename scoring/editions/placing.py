"""The stage and the fiscal year of a file: the place that names them best decides."""

import re
from collections.abc import Iterator
from itertools import chain

from scoring.editions import stages, years
from scoring.editions.clues import Clues
from scoring.editions.heard import named, told_elsewhere
from scoring.language.ru.folded import folded
from scoring.model import Stage

_TITLE = 600
_PLANS = r"бюджет|закон|проект|план|прогноз|доход|расход|показател|параметр|характеристик|смет"
"""What is made for a year: a calendar for one may hang on the wall of a comic."""
_DOUBT = (9.5, 7.5, 1.5, 0.0)
"""What a year loses by its strength: a bare number may be anything, a month's year is a date."""


def stage_of(clues: Clues, year: years.Year | None) -> tuple[Stage | None, str]:
    """The first place that names one stage: cover, link, title, headings, file name, prose.

    Where none does, the first sentences may speak of one.
    """
    for text in _places(clues, year):
        found = stages.marks(text)
        if len(found) == 1 or (found and text is clues.cover_text):
            return found[0].stage, found[0].quote
        if cells := _cells(text):
            return cells.stage, cells.quote
    if stage := stages.in_file_name(clues.name):
        return stage, clues.name
    if mark := _in_running_words(clues):
        return mark.stage, mark.quote
    return (Stage.EXECUTED, year.quote) if year and _outcome(year.quote) else (None, "")


def _in_running_words(clues: Clues) -> stages.Mark | None:
    for text in (clues.opening, clues.body):
        if mark := stages.in_prose(text):
            return mark
    alone = (found[0] for text in clues.lead if len(found := stages.marks(text)) == 1)
    return next(alone, None)


def _cells(text: str) -> stages.Mark | None:
    """The stage of a row told in a cell of its own: "2027 | Проект | скачать"."""
    found = [m for cell in re.split(r"\s[|/•·]\s|\t", text) for m in stages.marks(cell)]
    return found[0] if len({mark.stage for mark in found}) == 1 else None


def _outcome(quote: str) -> bool:
    return folded(quote).startswith(("за ", "итоги", "отчет"))


def _places(clues: Clues, year: years.Year | None) -> Iterator[str]:
    yield clues.cover_text
    yield clues.link_text
    yield clues.context
    yield clues.title
    yield from (text for text in clues.above[:3] if not _of_another(text, year))
    yield from told_elsewhere(clues)
    yield from (line for line in clues.lead if named(line))
    yield from (block.text for block in clues.headings[:4])


def _of_another(heading: str, year: years.Year | None) -> bool:
    """Does a heading over the link name years, and not this one's? A first row may head a table."""
    named = {told for told, _ in years.mentioned(heading)}
    return year is not None and bool(named) and year.year not in named


def ruled_out(clues: Clues, year: int | None) -> tuple[Stage, ...]:
    """A budget "на 2026 год" is a plan and never its outcome; "за 2025 год" is no plan."""
    said = folded(f"{clues.cover_text[:_TITLE]}\n{clues.link_text}")
    if re.search(rf"(?:^[^\n]{{0,30}}|(?:{_PLANS})[^\n]{{0,90}}?)\bна {year}\b", said, re.M):
        return (Stage.EXECUTED,)
    return (Stage.DRAFT, Stage.ADOPTED) if re.search(rf"\bза {year}\b", said) else ()


def year_of(clues: Clues) -> years.Year | None:
    """The year of the place that counts most, a bare number counting least."""
    found = [(weight - _DOUBT[y.strength], -n, y) for n, (weight, y) in enumerate(_years(clues))]
    return max(found, key=lambda entry: entry[:2])[2] if found else None


def _years(clues: Clues) -> Iterator[tuple[float, years.Year]]:
    lines = [line for block in clues.cover for line in block.text.splitlines()]
    # A figure recognised in a picture may be another one: what the link says is typed.
    cover = 8.0 if clues.recognised else 10.0
    places = [(cover, line) for line in lines] + [(cover, clues.cover_text)]
    places += [(9.0, clues.link_text), (8.5, clues.title)]
    places += [(7.0, block.text) for block in clues.headings[:6]]
    places += [(6.0, clues.context)]
    places += [(5.5, text) for text in told_elsewhere(clues)]
    places += [(4.0, clues.name), *((3.0, line) for line in clues.opening.splitlines())]
    # A year over a list of links is that of the editions, never of the printing.
    over = ((5.0, year) for text in clues.above[:3] if (year := years.fiscal(text)))
    told = ((w, _doubted(year, text)) for w, text in places if (year := years.fiscal(text)))
    yield from chain(told, over)


def _doubted(year: years.Year, text: str) -> years.Year:
    """A line that is nothing but a year may be the year of printing."""
    alone = re.fullmatch(r"\W*20\d\d\W*(?:г\.?|год)?\W*", folded(text)) is not None
    return years.Year(year.year, 1, year.quote) if alone else year
