"""The heads of tables made whole: lost above the table, run together in one cell, or turned."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from scoring.editions.years import mentioned
from scoring.locator import inside
from scoring.model import Table
from scoring.totals.budgets import own_row, uncompared
from scoring.totals.columns import Column, columns, header_height, kind
from scoring.totals.headed import filled, labelled, repeated, sectioned
from scoring.totals.labels import concept, whole
from scoring.totals.money import cell, like_a_year, lone, sums, unit
from scoring.totals.partners import partners
from scoring.totals.shapes import measured, one_head, one_label, spoken, years_first

_TURNABLE = 60
_LABEL = 200
_SHORT = 120
_SIDES = 2
_NUMBER = r"[-–−]?\d{1,3}(?:[ \xa0]\d{3})*(?:[.,]\d+)?|[-–−]?\d+(?:[.,]\d+)?"
_GLUED = re.compile(
    rf"^(?P<label>.*(?:[^\W\d][).,:]?|\([-+–−]\)))(?P<numbers>(?:\s+(?:{_NUMBER}))+)$", re.S
)
_NUMBERS = re.compile(_NUMBER)
_YEAR_LAST = re.compile(r"\S.*?20\d\d(?!\d)(?:\s*(?:год\w*|г\.))?")
_YEAR_FIRST = re.compile(r"(?<!\d)20\d\d(?!\d).*?(?=(?<!\d)20\d\d(?!\d)|$)", re.S)

Row = Sequence[str]


def announcing(lines: Sequence[str]) -> str:
    """Short lines beside a table that announce a unit; a page may hold several tables."""
    short = (line for line in lines if len(line) < _SHORT)
    return " ".join(line for line in short if unit(line) and all(map(like_a_year, sums(line))))


def heads_apart(table: Table, lines: Sequence[str], over: Row) -> tuple[Row, ...]:
    """The heads of a table that stand apart from it, in one of the ``lines`` of its page.

    ``over`` are those that stand over it line by line, where a page ends between.
    """
    return _lost(lines, table) or _left_behind(over, table)


def healed(table: Table, heads: Sequence[Row] = ()) -> tuple[Row, ...]:
    """The rows with a head for every column and a cell for every figure."""
    rows = sectioned(repeated(tuple(map(unglued, spoken(table.rows)))))
    return measured((*heads, *_parted(rows)))


@dataclass(frozen=True, slots=True)
class Turned:
    """Rows for columns: ``rows`` for a year its ``heads`` name, ``whole`` for every other."""

    rows: tuple[Row, ...] = ()
    heads: tuple[Column, ...] = ()
    whole: tuple[Row, ...] = ()


def turned(table: Table) -> Turned:
    """Rows for columns, when the totals run across and years, plan or fact down; else nothing.

    Under the totals may stand nothing but their sums, a budget to a row of them.
    """
    if len(table.rows) > _TURNABLE or not table.rows:
        return Turned()
    width = max(map(len, table.rows))
    told = own_row(
        uncompared(one_head(one_label(years_first(filled(labelled(spoken(table.rows)))))))
    )
    rows = tuple(tuple(r[i] if i < len(r) else "" for r in told) for i in range(width))
    heads = columns(rows[:1], len(told))
    return Turned(rows, heads, measured(rows) if _of_sums(rows, told) else ())


def _of_sums(rows: Sequence[Row], told: Sequence[Row]) -> bool:
    """Do totals run across the table ``told``, the head column of ``rows``, over their sums?"""
    faint = partners(rows)
    across = {named for row in rows if (named := concept(row[0]) or faint.get(row[0]))}
    down = rows[0][1:] if rows else ()
    if len(across) < _SIDES or not down:
        return False
    lone_row = len([row for row in told if any(cell(t) is not None or lone(t) for t in row)]) == 1
    return all(map(kind, down)) or (lone_row and all(map(_of_all, down)))


def _of_all(label: str) -> bool:
    """Does what stands before the figures of a row leave them those of the whole budget?"""
    return cell(label) is not None or lone(label) is not None or whole(label)


def unglued(row: Row) -> Row:
    """A row with its figures in cells of their own.

    A label so long that its figures were read into the same cell, their own left empty.
    """
    glued = _GLUED.match(row[0].strip()) if len(row) > 1 and len(row[0]) < _LABEL else None
    if glued is None:
        return row
    numbers = _NUMBERS.findall(glued["numbers"])
    empty = len(list(takewhile(lambda text: not text.strip(), row[1:])))
    fits = 0 < len(numbers) <= empty
    return (glued["label"], *numbers, *row[1 + len(numbers) :]) if fits else row


def _lost(lines: Sequence[str], table: Table) -> tuple[Row, ...]:
    """A table without heads whose years stand in a line of its page, as many as its columns."""
    if header_height(table.rows) or not inside(table.locator)[1].startswith(("page=", "slide=")):
        return ()
    width = max((len(row) for row in table.rows), default=0)
    heads = [found for line in lines if len(found := _YEAR_LAST.findall(line)) == width - 1]
    return (("", *heads[-1]),) if heads and width > _SIDES else ()


def _left_behind(over: Row, table: Table) -> tuple[Row, ...]:
    """The heads of a table that begins a page, left on the one before: one for every column."""
    head = table.rows[: header_height(table.rows)]
    width = max((len(row) for row in table.rows), default=0)
    bare = not any(text.strip() for row in head for text in row[1:])
    return (("", *over),) if bare and len(over) == width - 1 >= _SIDES else ()


def _parted(rows: Sequence[Row]) -> Iterator[Row]:
    """A head whose years were read together, as many as there are columns: one for each."""
    height = header_height(rows)
    for place, row in enumerate(rows):
        yield _spread(row) if place < height else row


def _spread(row: Row) -> Row:
    crowded = any(len(mentioned(text)) > 1 for text in row)
    text = " ".join(filter(None, map(str.strip, row)))
    years = mentioned(text)
    if not crowded or len(years) != len(row) - 1:
        return row
    before = text[: years[0][1]]
    if kind(before):
        heads = _YEAR_LAST.findall(text)
        return ("", *heads) if len(heads) == len(years) else row
    return (before, *_YEAR_FIRST.findall(text))
