"""A chart in a picture: names at the left, figures at their height; read as a table."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from scoring.ocr.rouble import in_roubles

_FEWEST_ROWS = 2
_FIGURE = re.compile(r"[-−–]?\d(?:[\d.,]*\d)?%?")
_UNIT = re.compile(r"(?:%|‰|тыс|млн|млрд|трлн|руб|рублей|р|₽|чел|шт|ед|км|га)\.?", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d")
_NONE = frozenset(("-", "–", "—", "x", "х", "Х", "X"))
"""What stands in a cell where there is no figure."""
_THOUSANDS = re.compile(r"\d{3}(?:[.,]\d+)?%?")


@dataclass(frozen=True, slots=True)
class Chart:
    """Rows of a name and its figures, and the words over them."""

    caption: str
    rows: tuple[tuple[str, ...], ...]


def charted(lines: Sequence[Sequence[str]]) -> Chart | None:
    """Lines of words that begin in a name and end in figures, as a table; None where few do."""
    split = [_parted(line) for line in lines]
    first = next((n for n, row in enumerate(split) if row), 0)
    rows = [row for row in split[first:] if row]
    if len(rows) < _FEWEST_ROWS or 2 * len(rows) < len(split):
        return None
    title = " ".join(" ".join(line) for line in lines[:first])
    caption = in_roubles(title)
    wide = max(map(len, rows))
    # As the data of a chart that is one: the name of the series over it.
    head = ("", caption) if wide == 2 else ("",) * wide
    return Chart(caption, (head, *(row + ("",) * (wide - len(row)) for row in rows)))


def is_figure(text: str) -> bool:
    """Is it a figure with its unit, a dash or a cross for none?"""
    words = text.split()
    return text in _NONE or (bool(words) and _figure(words) == len(words))


def _parted(line: Sequence[str]) -> tuple[str, ...] | None:
    """The name and the figures of a line; a year beside a figure belongs to the name."""
    figures: list[str] = []
    at = len(line)
    while at and (taken := _figure(line[:at])):
        figures.insert(0, " ".join(line[at - taken : at]))
        at -= taken
    while len(figures) > 1 and _YEAR.fullmatch(figures[0]) and not _YEAR.fullmatch(figures[1]):
        figures.pop(0)
        at += 1
    name = " ".join(line[:at]).strip(" :—–-|[]")
    called = _YEAR.fullmatch(name) or sum(map(str.isalpha, name)) > 1
    # "Расходы, млрд 2" is a title, whose sign of the rouble was read as a figure.
    titled = at and _UNIT.fullmatch(line[at - 1])
    return (name, *figures) if figures and called and not titled else None


def _figure(line: Sequence[str]) -> int:
    """Of how many words the figure is that a line ends in: groups of thousands, units."""
    at = len(line)
    while at and _UNIT.fullmatch(line[at - 1]):
        at -= 1
    if not at or not _FIGURE.fullmatch(line[at - 1]):
        return 0
    at -= 1
    while at and _THOUSANDS.fullmatch(line[at]) and re.fullmatch(r"[-−–]?\d{1,3}", line[at - 1]):
        at -= 1
    return len(line) - at
