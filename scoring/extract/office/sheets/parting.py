"""What of a sheet is a table, and which lines stand alone above, between and under tables."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from scoring.extract.office.sheets.standing import is_prose
from scoring.language.ru.headline import is_headline
from scoring.totals.money import cell as figure

_WORD = re.compile(r"[^\W\d_]{2,}")
_YEAR = re.compile(r"\s*20[0-4]\d\s*(?:г\.?|год\w*)?\s*")
_UNIT_TOLD = re.compile(
    r"[,(]\s*(?:в )?(?:(?:тыс|млн|млрд)[а-я.]*\s*(?:руб[а-я.]*|₽)?|%|руб[а-я.]*)|"
    r"\b(?:процент|дол[яи])\b",
    re.IGNORECASE,
)
_NEAR = 20
"""Rows of a table among which one with figures is looked for."""
_SUMMED = re.compile(r"\W*(?:всего|итого)\b", re.IGNORECASE)
_UNIT_ALONE = re.compile(
    r"\W*(?:в )?(?:тыс|млн|млрд|миллион|миллиард|руб|₽|%)[а-я.]*\s*(?:руб[а-я.]*|₽)?\W*",
    re.IGNORECASE,
)

Row = Sequence[str]


@dataclass(frozen=True, slots=True)
class Span:
    """Rows ``first`` to ``last`` (from 0) of a sheet: a table, or else lines each alone."""

    first: int
    last: int
    table: bool


def lone(row: Row) -> str:
    """The one text of a row, "" when it has none or several."""
    held = set(filter(None, row))
    return held.pop() if len(held) == 1 else ""


def line(row: Row) -> str:
    """The one text of a row, if it is words or a year: a number alone belongs to a table."""
    text = lone(row)
    return "" if figure(text) is not None and not _YEAR.fullmatch(text) else text


def spans(rows: Sequence[Row]) -> Iterator[Span]:
    """Tables and the lines between them, in the order of the sheet."""
    told = 0
    for first, last in _tables(rows):
        if any(map(any, rows[told:first])):
            yield Span(told, first - 1, table=False)
        yield Span(first, last, table=True)
        told = last + 1
    if any(map(any, rows[told:])):
        yield Span(told, len(rows) - 1, table=False)


def _tables(rows: Sequence[Row]) -> Iterator[tuple[int, int]]:
    """First and last rows of the tables; a table goes on over what names a group of its rows."""
    full = [n for n, row in enumerate(rows) if any(row) and not line(row)]
    if not full:
        return
    first = _labelled(rows, full[0], 0)
    for above, below in pairwise(full):
        if _parted(rows, first, above, below):
            last = _closed(rows, above, below)
            yield first, last
            first = _labelled(rows, below, last + 1)
    yield first, _closed(rows, full[-1], len(rows))


def _labelled(rows: Sequence[Row], down: int, least: int) -> int:
    """A number alone has its label in the row above it."""
    above = rows[down - 1] if down > least else ()
    named = bool(lone(rows[down])) and bool(line(above)) and not is_prose(line(above))
    return down - named


def _closed(rows: Sequence[Row], last: int, until: int) -> int:
    """The unit of a table may be told in the row right under it."""
    under = lone(rows[last + 1]) if last + 1 < until else ""
    return last + (_UNIT_ALONE.fullmatch(under) is not None)


def _parted(rows: Sequence[Row], first: int, above: int, below: int) -> bool:
    """Do the lines between two rows of figures part two tables?"""
    lines = [text for row in rows[above + 1 : below] if (text := line(row))]
    # A table without heads lends none to the rows under it.
    bare = _counts(rows[first]) or not _heads(rows[first])
    if not lines:
        return bare and _heads(rows[below]) and _counts_next(rows, below)
    if not _WORD.search(lines[0]):
        return False
    spaced = any(not any(row) for row in rows[above + 1 : below])
    prose = [is_prose(text) for text in lines]
    if _heads(rows[below]):
        yearly = any(_YEAR.fullmatch(text) for text in rows[below])
        near = rows[max(first, above - _NEAR) : above + 1]
        other = any(map(_counts, near)) or _ends(rows[below]) != _ends(rows[above])
        return spaced or any(prose) or yearly or (other and _counts_next(rows, below))
    unit = len(lines) > 1 and _UNIT_ALONE.fullmatch(lines[-1]) is not None
    title = lines[-1 - unit]
    titled = is_headline(title) and not is_prose(title)
    if any(prose) and titled:
        return True
    closed = bare or _SUMMED.match(rows[above][0]) or _ends(rows[below]) < _ends(rows[above])
    return titled and bool(closed) and (spaced or unit or _UNIT_TOLD.search(title) is not None)


def _ends(row: Row) -> int:
    """The column of its last figure or word."""
    return max(n for n, text in enumerate(row) if text)


def _heads(row: Row) -> bool:
    """Several names or years and no other figure."""
    held = set(filter(None, row))
    return len(held) > 1 and not any(
        figure(text) is not None and not _YEAR.fullmatch(text) for text in held
    )


def _counts(row: Row) -> bool:
    return any(figure(text) is not None and not _YEAR.fullmatch(text) for text in row if text)


def _counts_next(rows: Sequence[Row], down: int) -> bool:
    return down + 1 < len(rows) and not lone(rows[down + 1]) and _counts(rows[down + 1])
