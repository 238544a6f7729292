"""The tables a table is made of: one under another on a sheet, or turned on its side."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from scoring.facts.measure import measure
from scoring.language.ru.folded import folded
from scoring.remembered import of_text
from scoring.totals.columns import FACT, PLAN
from scoring.totals.money import cell

Row = Sequence[str]

_REMEMBERED = 1024
_MOST_TURNED = 60
_MOST_SPLIT = 400
_FEWEST = 2
_YEAR_CELL = re.compile(r"^\W*20[1-4]\d\W*(?:г\w*\.?)?(?:\s*\(?[а-я. ,]*\)?)?$")
_YEAR = re.compile(r"20[1-4]\d")
_CENTURY = "20"
"""A year has no other: most figures have none."""
_CODE = re.compile(r"\d{2}(?: ?\d{2})?")
_DIGIT = re.compile(r"\d")
_CODES = re.compile(r"\W*(?:код|рз|шифр|кбк)\b")
_SHORT_CODE = re.compile(r"(?:0?[1-9]|1[0-4])(?: ?\d{2})?")
_LETTERS = re.compile(r"[^\W\d_]{2,}")


@dataclass(frozen=True, slots=True)
class Part:
    """Rows with heads of their own; ``first`` is the number of the first of them in the table."""

    rows: tuple[Row, ...]
    first: int
    turned: bool = False


@lru_cache(maxsize=_REMEMBERED)
def parts(rows: tuple[Row, ...]) -> tuple[Part, ...]:
    """The tables in ``rows``, each with its things down the first column.

    A row of heads behind a row of figures begins another table, and so does a title over heads.
    Where years, "план" and "факт" or
    units run down and the things run across, the table is turned.
    """
    return tuple(_parted(rows))


def _parted(rows: Sequence[Row]) -> Iterator[Part]:
    begun = (n for n in range(2, len(rows) - 1) if _begins(rows, n))
    starts = [0, *(n - _alone(rows[n - 1]) for n in begun), len(rows)]
    if len(rows) > _MOST_SPLIT:
        starts = [0, len(rows)]
    for since, until in pairwise(starts):
        part = tuple(rows[since:until])
        plain = tuple(row for row in part if not _coded(row))
        if _sideways(plain):
            yield Part(_turned(plain), since, turned=True)
        else:
            yield Part(part, since)


def _begins(rows: Sequence[Row], number: int) -> bool:
    """Heads behind a row with figures and before another: names, then names or years."""
    told = list(filter(None, map(str.strip, rows[number])))
    if _bare_heads(rows, number):
        return True
    if len(told) < _FEWEST or not all(map(_heads, told[1:])):
        return False
    if len(set(told)) < _FEWEST or not _names(told[0]) or measure(told[0]):
        return False
    if not _has_figures(rows[number + 1]):
        return False
    yearly = list(map(_is_year, told[1:]))
    titled = _alone(rows[number - 1]) and any(
        year or measure(text) is not None for year, text in zip(yearly, told[1:], strict=True)
    )
    return all(yearly) or titled or _has_figures(rows[number - 1])


def _bare_heads(rows: Sequence[Row], number: int) -> bool:
    """Units or years over an empty corner, and a label with figures under them."""
    row = rows[number]
    if row[0].strip():
        return False
    told = list(filter(None, map(str.strip, row[1:])))
    heads = all(_is_year(t) or (_names(t) and measure(t)) for t in told)
    under = rows[number + 1]
    return bool(told) and heads and _has_figures(under) and _names_row(under)


def _names_row(row: Row) -> bool:
    return bool(row) and _LETTERS.search(row[0]) is not None and cell(row[0]) is None


def _alone(row: Row) -> bool:
    """A title over heads: one text in its row."""
    told = {text.strip() for text in row if text.strip()}
    return len(told) == 1 and _LETTERS.search(told.pop()) is not None


def _is_year(text: str) -> bool:
    return _CENTURY in text and _YEAR_CELL.match(folded(text)) is not None


def _heads(text: str) -> bool:
    """Does it head a column by a year, or by words? Most cells are figures."""
    return (cell(text) is None and _names(text)) or _is_year(text)


@of_text
def _names(text: str) -> bool:
    return _LETTERS.search(text) is not None and _DIGIT.search(_YEAR.sub("", text)) is None


def _has_figures(row: Row) -> bool:
    # Most rows of figures end in one.
    return any(cell(text) is not None for text in reversed(row[1:]))


def _coded(row: Row) -> bool:
    """A row of codes of the classification: "01", "0702"; as numbers they are "100", "702"."""
    told = list(filter(None, map(str.strip, row[1:])))
    # Of codes every one is digits: most rows tell by the first of theirs that they are none.
    if len(told) < _FEWEST or not told[0].replace(" ", "").isdigit():
        return False
    if _CODES.match(folded(row[0])):
        return all(map(_SHORT_CODE.fullmatch, told))
    return all(map(_CODE.fullmatch, told)) and all(text[0] in "01" for text in told)


def _sideways(rows: Sequence[Row]) -> bool:
    """Do years, plan and fact, or units run down the first column and things across?"""
    if not 1 < len(rows) <= _MOST_TURNED:
        return False
    firsts = [row[0].strip() for row in rows[1:] if row and row[0].strip()]
    if len(firsts) > 1 and all(map(_is_year, firsts)):
        return True
    if not firsts or not all(map(_of_column, firsts)):
        return False
    things = [text for text in rows[0][1:] if text.strip()]
    named = sum(not _of_column(text) for text in things)
    return all(map(_LETTERS.search, things)) and named > max(1, len(things) - _FEWEST)


@of_text
def _of_column(text: str) -> bool:
    """Would it head a column of figures: a year, a unit, plan or fact, a sum?"""
    plain = folded(text)
    told = _YEAR_CELL.match(plain) or measure(text) or PLAN.search(plain) or FACT.search(plain)
    return bool(told) or re.fullmatch(r"\W*(?:сумма|всего|значение|доля)\W*", plain) is not None


def _turned(rows: Sequence[Row]) -> tuple[Row, ...]:
    width = max((len(row) for row in rows), default=0)
    return tuple(tuple(r[i] if i < len(r) else "" for r in rows) for i in range(width))
