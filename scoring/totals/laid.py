"""The tables of a document that may state a total, laid out once for every year asked for."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import chain

from scoring.editions.years import mentioned
from scoring.language.ru.mended import mended
from scoring.model import Document, Table
from scoring.remembered import of_document
from scoring.totals.accounts import accounts
from scoring.totals.announced import everywhere
from scoring.totals.apart import apart
from scoring.totals.around import LABEL, before, behind, dated_over, said
from scoring.totals.columns import header_height
from scoring.totals.heads import heads_apart, healed, turned
from scoring.totals.labels import bare, speaks_of_totals
from scoring.totals.shapes import (
    charted,
    figures_first,
    over_labels,
    paired,
    year_column,
)
from scoring.totals.sheet import Row, Sheet, names_any, sheet
from scoring.totals.signs import may_name_faintly
from scoring.totals.titles import heading, is_sum, named_by_title, title_of, titled
from scoring.totals.trio import trio


@dataclass(frozen=True, slots=True)
class Laid:
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
    pairs: Sheet | None
    units: tuple[float | None, float | None]
    over: str
    apart: frozenset[int]
    yearly: int | None
    whole: Sheet | None
    titled: Sheet | None
    years: frozenset[int]
    dated: Sheet | None
    across: Sheet | None
    chart: Sheet | None


@of_document
def laid_out(document: Document) -> tuple[Laid, ...]:
    """Its tables in their order, without those that name no total."""
    # Thousands of tables beside as many blocks: each block is looked at once.
    beside: defaultdict[str, list[str]] = defaultdict(list)
    for block in document.blocks:
        if len(block.text) < LABEL:
            beside[block.locator].append(block.text)
    around = everywhere(document)
    laid: list[Laid] = []
    for place, whole in enumerate(map(_of_whole_words, document.tables)):
        for table in apart(whole):
            lines = [*beside[table.locator], *behind(document, table)] or before(document, table)
            heads = heads_apart(table, lines, dated_over(document, table))
            over = heading(document, table)
            if _silent(table, heads, over):
                continue
            rows = healed(table, heads)
            if _may_state(table, rows, over):
                laid.append(_laid(table, place, rows, (said(table, lines), around), over))
    return tuple(laid)


def _of_whole_words(table: Table) -> Table:
    """A narrow column breaks "Расходы" into "Расход ы": pages of print have such, files do not."""
    if not table.locator.startswith("page="):
        return table
    return replace(table, rows=tuple(tuple(map(mended, row)) for row in table.rows))


def _laid(
    table: Table,
    place: int,
    rows: tuple[Row, ...],
    units: tuple[float | None, float | None],
    over: str,
) -> Laid:
    pairs: tuple[Row, ...] = ()
    if names_any(table.rows):
        pairs = (
            *paired(table.rows),
            *over_labels(table.rows),
            *figures_first(table.rows),
            *accounts(table.rows),
        )
    yearly, side = year_column(rows), turned(table)
    whole, named = told(rows, table, units, over) if yearly is None else (None, None)
    years = frozenset(year for column in side.heads for year in column.years)
    return Laid(
        table,
        place,
        rows,
        sheet(pairs, table, units),
        units,
        over,
        frozenset(y for y, _ in mentioned(over) if _undated(table.rows)),
        yearly,
        whole,
        named,
        years,
        sheet(side.rows, table, units) if years else None,
        sheet(side.whole, table, units),
        sheet(charted(table.rows), table, units),
    )


def told(
    rows: Sequence[Row], table: Table, units: tuple[float | None, float | None], over: str
) -> tuple[Sheet | None, Sheet | None]:
    """What the rows state, and what they state of the total their title names."""
    title = titled(table, rows[0] if header_height(rows) else (), over)
    named = named_by_title(rows, title)
    return sheet(rows, table, units, title_of(title)), sheet(named, table, units)


def _silent(table: Table, heads: Sequence[Row], over: str) -> bool:
    """Has it no letters of a total's name in any cell, and no title of one? Most have not."""
    plain = bare(" ".join(chain.from_iterable((*heads, *table.rows))))
    # A name of a data file may come apart otherwise than it is written.
    return not ("_" in plain or may_name_faintly(plain) or titled(table, (), over))


def _may_state(table: Table, rows: Sequence[Row], over: str) -> bool:
    """Does a cell or a title name a total, or a row the sum of what the title may name?"""
    titles = (table.caption, over, table.locator)
    named = speaks_of_totals(chain(titles, chain.from_iterable(table.rows)))
    return named or any(is_sum(text) for row in rows for text in row) or bool(trio(rows))


def _undated(rows: Sequence[Row]) -> bool:
    """Does nothing in the table name a year?"""
    return not any(mentioned(text) for row in rows for text in row)
