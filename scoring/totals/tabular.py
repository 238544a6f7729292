"""Totals in tables: the row by its label, the column by its year, the unit by whoever says it."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from scoring.editions.years import fiscal, mentioned
from scoring.language.ru.folded import folded
from scoring.locator import inside, of_cell
from scoring.model import Document, Table
from scoring.totals.columns import Column, columns, header_height
from scoring.totals.figures import Figure, Wanted
from scoring.totals.labels import Concept, concept, consolidated, lacking, two_sided
from scoring.totals.money import cell, sums, unit

_FOREIGN = ("муниципальн", "местных бюджет", "на душу", "жителя", "район", "городск")
_TURNABLE = 60
_LABEL = 200
_SHORT = 120
_GLUED = re.compile(r"^(.*[^\W\d][).,:]?)\s+([-–−]?\d[\d\s]*(?:[.,]\d+)?)$")
_YEARLY = re.compile(r"\S.*?20\d\d(?!\d)(?:\s*(?:год\w*|г\.))?")
FULL_ROUBLES = 1e9
"""A figure this large without any unit is in roubles: no region has a thousand trillions."""

Row = Sequence[str]


def figures(document: Document, wanted: Wanted) -> Iterator[Figure]:
    """Every total the tables of ``document`` state for the year wanted, best columns first."""
    # Thousands of tables beside as many blocks: each block is looked at once.
    beside: defaultdict[str, list[str]] = defaultdict(list)
    for block in document.blocks:
        if len(block.text) < _LABEL:
            beside[block.locator].append(block.text)
    for place, table in enumerate(document.tables):
        lines = beside.get(table.locator, [])
        said = unit(table.caption) or unit(_near(lines))
        rows = (*_lost_head(lines, table), *map(_unglued, table.rows))
        yield from _read(rows, table, said, wanted, place)
        turned = _turned(table.rows) if len(table.rows) <= _TURNABLE else ()
        if any(wanted.year in c.years for c in columns(turned[:1], len(table.rows))):
            yield from _read(turned, table, said, wanted, place)


def _read(
    rows: Sequence[Row], table: Table, said: float | None, wanted: Wanted, place: int
) -> Iterator[Figure]:
    if _foreign(table.caption, wanted):
        return
    height = header_height(rows)
    head = columns(rows[:height], max((len(row) for row in rows), default=0))
    announced = said or unit(" ".join(rows[0] if height else ()))
    own = {id(row): down for down, row in enumerate(table.rows)}
    for row in rows[height:]:
        named = _concept(row)
        if named is not None:
            for figure, column in _figures(row, named, head, announced, table, wanted, place):
                down = own.get(id(row))
                # Only a row that stands as it was read has cells of its own on the sheet.
                where = table.locator if down is None else of_cell(table, down, column)
                yield replace(figure, locator=where)


def _figures(
    row: Row,
    named: Concept,
    head: Sequence[Column],
    announced: float | None,
    table: Table,
    wanted: Wanted,
    place: int,
) -> Iterator[tuple[Figure, int]]:
    """At most one figure, with its column."""
    fits = [(fit, c) for c in head if (fit := c.trust(wanted)) is not None and _filled(row, c)]
    undated = not any(column.years for column in head)
    about = mentioned(f"{table.caption} {row[0]}")
    if undated and about and wanted.year not in (year for year, _ in about):
        return
    for fit, column in sorted(fits, key=lambda pair: -pair[0])[:1]:
        known = column.unit or unit(row[0]) or announced
        value = _roubles(row[column.index], known)
        if value is not None:
            trust = 2.0 + fit - 2.0 * consolidated(f"{row[0]} {table.caption}")
            trust -= 0.5 * (undated and len(fits) > 1)
            signed = _signed(value, named, row[0])
            quote = f"{row[0].strip()} … {row[column.index].strip()}"
            yield Figure(named, signed, trust, quote, table.locator, place), column.index


def _concept(row: Row) -> Concept | None:
    if not row:
        return None
    first = next((text for text in row if text.strip() and cell(text) is None), "")
    return concept(first)


def _filled(row: Row, column: Column) -> bool:
    return column.index < len(row) and _roubles(row[column.index], 1.0) is not None


def _roubles(text: str, known: float | None) -> float | None:
    number = cell(text)
    if number is None:
        stated = [s for s in sums(text) if s.unit]
        return stated[0].roubles(None) if len(stated) == 1 else None
    if known is None:
        return number if abs(number) >= FULL_ROUBLES else None
    return round(number * known, 2)


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


def _near(lines: Sequence[str]) -> str:
    """Short lines of the same page that announce a unit; a page may hold several tables."""
    short = (line for line in lines if len(line) < _SHORT)
    return " ".join(line for line in short if unit(line) and not sums(line))


def _unglued(row: Row) -> Row:
    """A label so long that its figure was read into the same cell, the figure's own left empty."""
    doubtful = len(row) > 1 and not row[1].strip() and len(row[0]) < _LABEL
    glued = _GLUED.match(row[0].strip()) if doubtful else None
    return row if glued is None else (glued[1], glued[2], *row[2:])


def _lost_head(lines: Sequence[str], table: Table) -> tuple[Row, ...]:
    """A table without heads whose years stand in a line of its page, as many as its columns."""
    if header_height(table.rows) or not _paged(table):
        return ()
    width = max((len(row) for row in table.rows), default=0)
    heads = [found for line in lines if len(found := _YEARLY.findall(line)) == width - 1]
    return (("", *heads[-1]),) if heads and width > 2 else ()


def _paged(table: Table) -> bool:
    return inside(table.locator)[1].startswith(("page=", "slide="))


def _turned(rows: Sequence[Row]) -> tuple[Row, ...]:
    """Rows for columns: some tables run the totals across and the years down."""
    width = max((len(row) for row in rows), default=0)
    return tuple(tuple(r[i] if i < len(r) else "" for r in rows) for i in range(width))
