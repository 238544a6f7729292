"""Tables that a page shows one under another, read as one: each with heads of its own."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from scoring.editions.years import mentioned
from scoring.model import Table
from scoring.totals.money import cell

_FEWEST = 2
_HEAD = 40

Row = Sequence[str]


def apart(table: Table) -> Iterator[Table]:
    """The tables one under another in ``table``; only the first keeps its place on a sheet.

    A table begins anew where years stand in a row over figures and figures stood before. The line
    over such a row, alone in it, is the title of what follows.
    """
    starts = [n for n, row in enumerate(table.rows) if n > 1 and _dated(row)]
    starts = [n for n in starts if any(map(_figured, table.rows[:n]))]
    if not starts:
        yield table
        return
    titles = [n - 1 if _alone(table.rows[n - 1]) else n for n in starts]
    yield replace(table, rows=table.rows[: titles[0]])
    for title, start, end in zip(titles, starts, [*titles[1:], len(table.rows)], strict=True):
        caption = " ".join(filter(None, table.rows[title])) if title < start else table.caption
        yield replace(table, rows=table.rows[start:end], caption=caption, corner="")


def _dated(row: Row) -> bool:
    """Is it a row of years behind a cell that is empty or a short name of theirs?"""
    years = [mentioned(text) if len(text) < _HEAD else [] for text in row[1:]]
    named = cell(row[0]) is None and not mentioned(row[0])
    told = [year for year in years if year]
    return named and len(told) >= _FEWEST and all(len(year) == 1 for year in years)


def _figured(row: Row) -> bool:
    return any(cell(text) is not None for text in row[1:]) and not _dated(row)


def _alone(row: Row) -> bool:
    return len([text for text in row if text.strip()]) == 1
