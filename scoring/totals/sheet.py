"""Rows of a table that name totals, under their heads, in the unit that is said for all."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from scoring.model import Table
from scoring.remembered import of_cell
from scoring.totals.columns import Column, columns, header_height, kind
from scoring.totals.labels import Concept, concept
from scoring.totals.labels import whole as narrows_nothing
from scoring.totals.money import cell, unit
from scoring.totals.partners import partners
from scoring.totals.summed import sum_rows
from scoring.totals.titles import is_sum
from scoring.totals.trio import trio

FULL_ROUBLES = 1e9
"""A figure this large without any unit is in roubles: no region has a thousand trillions."""

_KINDS = ("plan", "fact")

Row = Sequence[str]


@dataclass(frozen=True, slots=True)
class Named:
    """A row that names a total; ``down`` is its number in the table, None of a row made anew."""

    row: Row
    label: str
    of: Concept
    down: int | None


@dataclass(frozen=True, slots=True)
class Sheet:
    """Rows that name totals under their heads, in the unit ``announced`` for all of them."""

    head: tuple[Column, ...]
    announced: float | None
    named: tuple[Named, ...]


def sheet(
    rows: Sequence[Row],
    table: Table,
    units: tuple[float | None, float | None],
    whole: Concept | None = None,
) -> Sheet | None:
    """The rows that name a total, ``whole`` where they only say that they sum up; None of none."""
    if whole is None and not names_any(rows) and not trio(rows):
        return None
    height = header_height(rows)
    own = {id(row): down for down, row in enumerate(table.rows)}
    lowest = rows[height - 1] if height else ()
    group = concept(_label(lowest)) if _heads_group(lowest) else None
    sums_up, parts = sum_rows(rows[height:])
    faint = sums_up or trio(rows[height:]) or partners(rows[height:])
    found: list[Named] = []
    for row in rows[height:]:
        label = _label(row)
        if _heads_group(row):
            group = concept(label)
        summed = is_sum(label) or _of_kind(label)
        own_name = None if label in parts else concept(label)
        named = own_name or ((group or whole) if summed else faint.get(label))
        # "Расходы: план" may be followed by "Факт".
        group = own_name if own_name and kind(label) in _KINDS else group
        if named is not None:
            # Only a row that stands as it was read has cells of its own on the sheet.
            found.append(Named(row, label, named, own.get(id(row))))
    if not found:
        return None
    said, around = units
    announced = said or unit(" ".join(rows[0] if height else ())) or _in_full(rows[height:])
    head = columns(rows[:height], max((len(row) for row in rows), default=0))
    return Sheet(head, announced or around, tuple(found))


def names_any(rows: Sequence[Row]) -> bool:
    """Does a cell name a total? In most tables none does."""
    return any(concept(text) for row in rows for text in row)


def _heads_group(row: Row) -> bool:
    """A name with nothing beside it, over rows of its own: "ДОХОДЫ", and then "Всего"."""
    told = [text for text in row if text.strip()]
    return len(row) > 1 and len(told) == 1 and _worded(told[0])


def _of_kind(label: str) -> bool:
    """Does a row only say that it is the plan or the outcome?"""
    return kind(label) in _KINDS and narrows_nothing(label)


def _label(row: Row) -> str:
    """The first cell of words: a code may stand before it."""
    return next((text for text in row if text.strip() and _worded(text)), "")


@of_cell
def _worded(text: str) -> bool:
    return cell(text) is None and re.search(r"[^\W\d]{2}", text) is not None


def _in_full(rows: Sequence[Row]) -> float | None:
    """Without any unit sums of a thousand million are in roubles, and so are those under them."""
    numbers = (abs(cell(text) or 0.0) for row in rows if concept(_label(row)) for text in row[1:])
    return 1.0 if max(numbers, default=0.0) >= FULL_ROUBLES else None
