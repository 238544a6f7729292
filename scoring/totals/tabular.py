"""Totals in tables: the row by its label, the column by its year, the unit by whoever says it."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from scoring.editions.years import fiscal, mentioned
from scoring.language.ru.folded import folded
from scoring.locator import of_cell
from scoring.model import Document, Table
from scoring.remembered import of_document
from scoring.totals.announced import announcement, everywhere
from scoring.totals.columns import Column, columns, header_height, kind
from scoring.totals.figures import Figure, Wanted
from scoring.totals.heads import announcing, healed, turned
from scoring.totals.labels import (
    Concept,
    concept,
    consolidated,
    lacking,
    speaks_of_totals,
    two_sided,
)
from scoring.totals.money import cell, sums, unit
from scoring.totals.partners import partners
from scoring.totals.shapes import charted, figures_first, of_year, over_labels, paired, year_column
from scoring.totals.titles import heading, is_sum, named_by_title, title_of, titled

_FOREIGN = ("муниципальн", "местных бюджет", "на душу", "жителя", "район", "городск", "фонд")
_LABEL = 200
_NEAR = 3
"""Blocks before a table of a flowing document that still speak of it."""
_UNIT_FIRST = re.compile(
    r"\W*(?:все |данные |суммы |цифры |показатели |указаны |приведены |единица измерения:? )*"
    r"(?:в )?"
    r"(?:тыс|млн|млрд|миллион|миллиард)[а-я.]* руб[а-я]*"
)
_OF_OTHER = 1.5
"""What a row called the plan is trusted less for as an outcome, and the other way round."""
_SUMMED = 0.6
"""What a row that is only called a sum is trusted less."""
FULL_ROUBLES = 1e9
"""A figure this large without any unit is in roubles: no region has a thousand trillions."""


Row = Sequence[str]


@dataclass(frozen=True, slots=True)
class _Named:
    """A row that names a total; ``down`` is its number in the table, None of a row made anew."""

    row: Row
    label: str
    of: Concept
    down: int | None


@dataclass(frozen=True, slots=True)
class _Sheet:
    """Rows that name totals under their heads, in the unit ``announced`` for all of them."""

    head: tuple[Column, ...]
    announced: float | None
    named: tuple[_Named, ...]


@dataclass(frozen=True, slots=True)
class _Laid:
    """A table that may state a total, whatever the year: ``rows`` healed, ``pairs`` of a row.

    ``units`` are announced beside it and by the document, ``over`` is its heading. ``apart`` are
    the years of that heading when the table names none: of another year it states nothing.
    ``yearly`` is the column with the year of each row; a table without one reads the same for
    every year, as ``whole`` and ``titled``. Turned on its side it is ``dated`` for the ``years``
    of its columns, ``across`` for all others. ``chart`` has its title for the name of a row.
    """

    table: Table
    place: int
    rows: tuple[Row, ...]
    pairs: _Sheet | None
    units: tuple[float | None, float | None]
    over: str
    apart: frozenset[int]
    yearly: int | None
    whole: _Sheet | None
    titled: _Sheet | None
    years: frozenset[int]
    dated: _Sheet | None
    across: _Sheet | None
    chart: _Sheet | None


def figures(document: Document, wanted: Wanted) -> Iterator[Figure]:
    """Every total the tables of ``document`` state for the year wanted, best columns first."""
    for laid in _laid_out(document):
        if (laid.apart and wanted.year not in laid.apart) or "фонд" in folded(laid.over):
            continue
        for sheet in _sheets(laid, wanted):
            if sheet is not None and not _foreign(laid.table.caption, wanted):
                yield from _read(sheet, laid.table, wanted, laid.place)


def _sheets(laid: _Laid, wanted: Wanted) -> Iterator[_Sheet | None]:
    whole, titled = laid.whole, laid.titled
    if laid.yearly is not None:
        rows = of_year(laid.rows, laid.yearly, wanted)
        whole, titled = _told(rows, laid.table, laid.units, laid.over)
    turned = laid.dated if wanted.year in laid.years else laid.across
    yield from (whole, turned, laid.pairs, titled, laid.chart)


@of_document
def _laid_out(document: Document) -> tuple[_Laid, ...]:
    # Thousands of tables beside as many blocks: each block is looked at once.
    beside: defaultdict[str, list[str]] = defaultdict(list)
    for block in document.blocks:
        if len(block.text) < _LABEL:
            beside[block.locator].append(block.text)
    around = everywhere(document)
    laid: list[_Laid] = []
    for place, table in enumerate(document.tables):
        lines = [*beside[table.locator], *_behind(document, table)] or _before(document, table)
        rows = healed(table, lines)
        over = heading(document, table)
        if not _may_state(table, rows, over):
            continue
        head = " ".join(table.rows[0]) if header_height(table.rows) else ""
        said = unit(table.caption) or unit(announcing(lines)) or unit(head)
        said = said or next(filter(None, map(announcement, lines)), None)
        pairs = (*paired(table.rows), *over_labels(table.rows), *figures_first(table.rows))
        apart = frozenset(y for y, _ in mentioned(over) if _undated(table.rows))
        units, dated = (said, around), year_column(rows)
        whole, named = _told(rows, table, units, over) if dated is None else (None, None)
        side = turned(table)
        years = frozenset(year for column in side.heads for year in column.years)
        laid.append(
            _Laid(
                table,
                place,
                rows,
                _sheet(pairs, table, units),
                units,
                over,
                apart,
                dated,
                whole,
                named,
                years,
                _sheet(side.rows, table, units) if years else None,
                _sheet(side.whole, table, units),
                _sheet(charted(table.rows), table, units),
            )
        )
    return tuple(laid)


def _told(
    rows: Sequence[Row], table: Table, units: tuple[float | None, float | None], over: str
) -> tuple[_Sheet | None, _Sheet | None]:
    """What the rows state, and what they state of the total their title names."""
    title = titled(table, rows[0] if header_height(rows) else (), over)
    named = named_by_title(rows, title)
    return _sheet(rows, table, units, title_of(title)), _sheet(named, table, units)


def _may_state(table: Table, rows: Sequence[Row], over: str) -> bool:
    """Does a cell or a title name a total, or a row the sum of what the title may name?"""
    titles = (table.caption, over, table.locator)
    named = speaks_of_totals(chain(titles, chain.from_iterable(table.rows)))
    return named or any(is_sum(text) for row in rows for text in row)


def _undated(rows: Sequence[Row]) -> bool:
    """Does nothing in the table name a year?"""
    return not any(mentioned(text) for row in rows for text in row)


def _before(document: Document, table: Table) -> list[str]:
    """The short lines a page of one flow has right over a table."""
    over = document.blocks[max(0, table.after - _NEAR) : table.after]
    return [
        *(block.text for block in over if len(block.text) < _LABEL),
        *_behind(document, table),
    ]


def _behind(document: Document, table: Table) -> Iterator[str]:
    """What a note right under a table opens with, when it is a unit: "Миллионов рублей. План…"."""
    for block in document.blocks[table.after : table.after + 1]:
        if opens := _UNIT_FIRST.match(folded(block.text)):
            yield opens[0]


def _sheet(
    rows: Sequence[Row],
    table: Table,
    units: tuple[float | None, float | None],
    whole: Concept | None = None,
) -> _Sheet | None:
    """The rows that name a total, ``whole`` where they only say that they sum up; None of none."""
    height = header_height(rows)
    own = {id(row): down for down, row in enumerate(table.rows)}
    lowest = rows[height - 1] if height else ()
    group = concept(_label(lowest)) if _heads_group(lowest) else None
    faint = partners(rows[height:])
    found: list[_Named] = []
    for row in rows[height:]:
        label = _label(row)
        if _heads_group(row):
            group = concept(label)
        named = concept(label) or ((group or whole) if is_sum(label) else faint.get(label))
        if named is not None:
            # Only a row that stands as it was read has cells of its own on the sheet.
            found.append(_Named(row, label, named, own.get(id(row))))
    if not found:
        return None
    said, around = units
    announced = said or unit(" ".join(rows[0] if height else ())) or _in_full(rows[height:])
    head = columns(rows[:height], max((len(row) for row in rows), default=0))
    return _Sheet(head, announced or around, tuple(found))


def _read(sheet: _Sheet, table: Table, wanted: Wanted, place: int) -> Iterator[Figure]:
    for one in sheet.named:
        for figure, column in _figures(one, sheet, table, wanted, place):
            down = one.down
            where = table.locator if down is None else of_cell(table, down, column)
            yield replace(figure, locator=where)


def _figures(
    told: _Named, sheet: _Sheet, table: Table, wanted: Wanted, place: int
) -> Iterator[tuple[Figure, int]]:
    """At most one figure, with its column."""
    row, named, label, head = told.row, told.of, told.label, sheet.head
    fits = [(fit, c) for c in head if (fit := c.trust(wanted)) is not None and _filled(row, c)]
    undated = not any(column.years for column in head)
    about = mentioned(f"{table.caption} {label}")
    if undated and about and wanted.year not in (year for year, _ in about):
        return
    for fit, column in sorted(fits, key=lambda pair: -pair[0])[:1]:
        known = column.unit or unit(label) or sheet.announced
        value = _roubles(row[column.index], known)
        if value is not None:
            trust = 2.0 + fit - 2.0 * consolidated(f"{label} {table.caption}")
            trust -= _OF_OTHER * _of_other(label, wanted)
            trust -= _SUMMED * is_sum(label) + 0.5 * (undated and len(fits) > 1)
            signed = _signed(value, named, label)
            quote = f"{label.strip()} … {row[column.index].strip()}"
            yield Figure(named, signed, trust, quote, table.locator, place), column.index


def _of_other(label: str, wanted: Wanted) -> bool:
    """Is a row of the plan where the outcome is asked for, or of the outcome for the plan?"""
    return kind(label) == "plan" if wanted.fact else "факт" in folded(label)


def _heads_group(row: Row) -> bool:
    """A name with nothing beside it, over rows of its own: "ДОХОДЫ", and then "Всего"."""
    told = [text for text in row if text.strip()]
    return len(row) > 1 and len(told) == 1 and _worded(told[0])


def _label(row: Row) -> str:
    """The first cell of words: a code may stand before it."""
    return next((text for text in row if text.strip() and _worded(text)), "")


def _worded(text: str) -> bool:
    return cell(text) is None and re.search(r"[^\W\d]{2}", text) is not None


def _in_full(rows: Sequence[Row]) -> float | None:
    """Without any unit sums of a thousand million are in roubles, and so are those under them."""
    numbers = (abs(cell(text) or 0.0) for row in rows if concept(_label(row)) for text in row[1:])
    return 1.0 if max(numbers, default=0.0) >= FULL_ROUBLES else None


def _filled(row: Row, column: Column) -> bool:
    return column.index < len(row) and _roubles(row[column.index], 1.0) is not None


def _roubles(text: str, known: float | None) -> float | None:
    number = cell(text)
    if number is None:
        stated = [s for s in sums(text) if s.unit]
        return stated[0].roubles(None) if len(stated) == 1 else None
    return None if known is None else round(number * known, 2)


def _signed(value: float, named: Concept, label: str) -> float:
    if named is not Concept.BALANCE or value < 0 or two_sided(label):
        return value
    return -value if lacking(label) else value


def _foreign(caption: str, wanted: Wanted) -> bool:
    plain = folded(caption)
    named = fiscal(caption)
    other_year = named is not None and named.strength == 3 and len(mentioned(caption)) == 1
    return any(word in plain for word in _FOREIGN) or (
        other_year and named is not None and named.year != wanted.year
    )
