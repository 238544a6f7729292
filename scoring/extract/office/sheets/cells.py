"""The cells of a sheet as text, as its reader sees them."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time, timedelta

from scoring.extract.office.numbers import day, is_percent, percent, plain
from scoring.extract.spelling import tidy

Value = int | float | str | bool | time | date | datetime | timedelta
Formats = Mapping[tuple[int, int], str]
"""Number formats of cells (row and column from 0) that show more than the number."""


def texts(
    rows: Sequence[Sequence[Value]], corner: tuple[int, int], formats: Formats
) -> list[list[str]]:
    """Rows of texts; ``corner`` is where on the sheet they begin."""
    top, left = corner
    return [
        [text(one, formats.get((top + down, left + across), "")) for across, one in enumerate(row)]
        for down, row in enumerate(rows)
    ]


def text(one: Value, code: str = "") -> str:
    """One cell: a decimal comma, a percent sign, a day as 15.12.2024."""
    if isinstance(one, str):
        return tidy(one)
    if isinstance(one, bool):
        return "ИСТИНА" if one else "ЛОЖЬ"
    if isinstance(one, int | float):
        if is_percent(code):
            return percent(one, code)
        # A code of classification keeps its zeros: format 000 shows 20 as 020.
        whole = code and not code.strip("0") and float(one).is_integer() and one >= 0
        return plain(one).zfill(len(code)) if whole else plain(one)
    return day(one, code)
