"""A line of a slide: what total its words name, and the numbers in it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from scoring.editions.years import mentioned
from scoring.language.ru.folded import folded
from scoring.quick import quickly
from scoring.totals.chapters import asking
from scoring.totals.columns import kind
from scoring.totals.labels import Concept, whole
from scoring.totals.money import Sum
from scoring.totals.titles import is_sum

_PART = re.compile(r"\b(?:в|во)\s+(?:том\s+числе|т\.\s?ч\.)|\bиз\s+них\b", re.IGNORECASE)
"""Words of a figure that is a part of the total over it."""
_KINDS = ("plan", "fact")
_SHARE = re.compile(r"[-+−–]?\d+(?:[.,]\d+)?\s?%")
_SERIES = 2
"""Years of a chart read out: fewer are a figure and its year."""


@quickly
@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page: the total its words or those ``under`` which it stands name; numbers."""

    text: str
    concept: Concept | None
    numbers: tuple[Sum, ...]
    locator: str
    place: int
    under: str = ""

    @property
    def label(self) -> str:
        """The words that name its total: its own, or those of the label over it."""
        return self.under or self.text

    @property
    def number_only(self) -> bool:
        """Nothing but one sum: the big figure of a slide."""
        return len(self.numbers) == 1 and not self.worded

    @property
    def worded(self) -> bool:
        """Is there more in it than sums and their units?"""
        return re.search(r"[^\W\d]", self._words()) is not None

    def _words(self) -> str:
        return re.sub(r"руб\w*|\b[рг]\b|₽", "", folded(without(self.text, self.numbers)))


def by_year(lines: Sequence[Line]) -> tuple[tuple[int, Sum, Line], ...]:
    """The columns of a chart as its lines tell them, "2025", "461,2", "2026", "489,3"; else ()."""
    told: list[tuple[int, Sum, Line]] = []
    year: int | None = None
    for line in lines:
        years = [y for y, _ in mentioned(line.text)]
        if len(years) == 1 and not line.numbers and _bare(line.text) and year is None:
            year = years[0]
        elif line.number_only and len(years) <= 1 and (at := year or next(iter(years), None)):
            told.append((at, line.numbers[0], line))
            year = None
        else:
            break
    return tuple(told) if len(told) >= _SERIES else ()


def by_kind(lines: Sequence[Line]) -> dict[str, tuple[Sum, Line]]:
    """The bars of a chart as its lines tell them, "План", "50 100", "Факт", "51 420,7"; else {}."""
    told: dict[str, tuple[Sum, Line]] = {}
    for label, figure in zip(lines[::2], lines[1::2], strict=False):
        said = kind(label.text)
        if label.numbers or said not in _KINDS or not whole(label.text) or not figure.number_only:
            break
        told.setdefault(said, (figure.numbers[0], figure))
    return told if len(told) >= _SERIES else {}


def under_labels(page: Iterable[Line]) -> Iterator[Line]:
    """Lines that only say when or how much, with the total the label over them names.

    "Доходы:", under it "план 70,0 млрд" and "факт 71,0 млрд"; "Всего 74,5 млрд" under a heading.
    """
    over: Line | None = None
    title: Line | None = None
    for line in page:
        words = _SHARE.sub(" ", without(line.text, line.numbers))
        if line.concept is not None:
            # "Доходы: план - 43,5" may be followed by "факт - 43,9".
            over = title = line if not line.numbers or kind(words) else None
        elif not line.numbers and (asked := asking(line.text)):
            over, title = None, replace(line, concept=asked)
        elif not whole(words) or _PART.search(words):
            # The parts listed under a title leave it the title of their sum.
            over, title = None, title if line.numbers else None
        elif line.numbers and not line.number_only and (named := title if is_sum(words) else over):
            yield replace(line, concept=named.concept, under=named.text)
            continue
        yield line


def _bare(text: str) -> bool:
    return re.fullmatch(r"\W*20\d\d\W*(?:г\w*\W*)?", folded(text)) is not None


def without(text: str, numbers: Sequence[Sum]) -> str:
    """The words of a line when its numbers are taken out."""
    for found in reversed(numbers):
        text = text[: found.start] + " " + text[found.end :]
    return text
