"""Totals in tables: the row by its label, the column by its year, the unit by whoever says it."""

import re
from collections.abc import Iterator
from dataclasses import replace

from scoring.editions.years import fiscal, mentioned
from scoring.language.ru.folded import folded
from scoring.locator import of_cell
from scoring.model import Document, Table
from scoring.totals.columns import Column, kind
from scoring.totals.figures import Figure, Wanted
from scoring.totals.labels import Concept, consolidated, lacking, two_sided
from scoring.totals.laid import Laid, laid_out, told
from scoring.totals.money import cell, sums, unit
from scoring.totals.shapes import of_year
from scoring.totals.sheet import Named, Row, Sheet
from scoring.totals.titles import is_sum
from scoring.totals.together import together

_FOREIGN = ("муниципальн", "местных бюджет", "на душу", "жителя", "район", "городск", "фонд")
_OF_OTHER = 1.5
"""What a row called the plan is trusted less for as an outcome, and the other way round."""
_SUMMED = 0.6
"""What a row that is only called a sum is trusted less."""
_OWN = re.compile(r"\b(?:областн|краев|республиканск|окружн|региональн)")


def figures(document: Document, wanted: Wanted) -> Iterator[Figure]:
    """Every total the tables of ``document`` state for the year wanted, best columns first."""
    for laid in laid_out(document):
        if (laid.apart and wanted.year not in laid.apart) or "фонд" in folded(laid.over):
            continue
        if _of_all_budgets(laid):
            continue
        for sheet in _sheets(laid, wanted):
            if sheet is not None and not _foreign(laid.table.caption, wanted):
                yield from _read(sheet, laid.table, wanted, laid.place)


def _of_all_budgets(laid: Laid) -> bool:
    """Is it of the region's budget with those of its towns, none of its cells of its own alone?"""
    if not together(f"{laid.over} {laid.table.caption}"):
        return False
    return not any(_OWN.search(folded(text)) for row in laid.table.rows for text in row)


def _sheets(laid: Laid, wanted: Wanted) -> Iterator[Sheet | None]:
    whole, titled = laid.whole, laid.titled
    if laid.yearly is not None:
        rows = of_year(laid.rows, laid.yearly, wanted)
        whole, titled = told(rows, laid.table, laid.units, laid.over)
    turned = laid.dated if wanted.year in laid.years else laid.across
    yield from (whole, turned, laid.pairs, titled, laid.chart)


def _read(sheet: Sheet, table: Table, wanted: Wanted, place: int) -> Iterator[Figure]:
    for one in sheet.named:
        for figure, column in _figures(one, sheet, table, wanted, place):
            down = one.down
            where = table.locator if down is None else of_cell(table, down, column)
            yield replace(figure, locator=where)


def _figures(
    one: Named, sheet: Sheet, table: Table, wanted: Wanted, place: int
) -> Iterator[tuple[Figure, int]]:
    """At most one figure, with its column."""
    row, named, label, head = one.row, one.of, one.label, sheet.head
    fits = [(fit, c) for c in head if (fit := c.trust(wanted)) is not None and _filled(row, c)]
    undated = not any(column.years for column in head)
    about = mentioned(f"{table.caption} {label}")
    if undated and about and wanted.year not in (year for year, _ in about):
        return
    for fit, column in sorted(fits, key=lambda pair: -pair[0])[:1]:
        known = column.unit or unit(label) or sheet.announced
        value = _roubles(row[column.index], known)
        if value is not None:
            trust = 2.0 + fit - 4.0 * consolidated(f"{label} {table.caption}")
            trust -= _OF_OTHER * _of_other(label, wanted)
            trust -= _SUMMED * is_sum(label) + 0.5 * (undated and len(fits) > 1)
            signed = _signed(value, named, label)
            quote = f"{label.strip()} … {row[column.index].strip()}"
            yield Figure(named, signed, trust, quote, table.locator, place), column.index


def _of_other(label: str, wanted: Wanted) -> bool:
    """Is a row of the plan where the outcome is asked for, or of the outcome for the plan?"""
    return kind(label) == "plan" if wanted.fact else "факт" in folded(label)


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
