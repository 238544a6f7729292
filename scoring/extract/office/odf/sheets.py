"""Sheets of an ODS: the text each cell showed when it was saved."""

import re
from collections.abc import Iterator

from scoring.extract.office.markup import Element, below, children, local, value
from scoring.extract.office.odf.cells import cells_of, count, rows_of
from scoring.extract.office.odf.looks import Looks
from scoring.extract.office.refused import Refused
from scoring.extract.office.script import MOST_CELLS
from scoring.extract.office.sheets.layout import Sheet
from scoring.extract.office.sheets.linked import MOST, Linked
from scoring.extract.office.sheets.merged import Range, filled
from scoring.extract.spelling import tidy

MOST_SHEETS = 1000
_WIDEST = 16_384
_TALLEST = 1_048_576
_LINKS = re.compile(r'of:=HYPERLINK\("([^"]{1,2000})"')


def sheets(body: Element, looks: Looks) -> list[Sheet]:
    """Every sheet; hidden ones without their cells."""
    tables = list(children(body, "table"))
    if len(tables) > MOST_SHEETS:
        raise Refused("too-large", f"more than {MOST_SHEETS} sheets")
    return [
        Sheet(value(table, "name"), hidden=True)
        if looks.hidden(value(table, "style-name"))
        else _shown(table)
        for table in tables
    ]


def _shown(table: Element) -> Sheet:
    links: list[Linked] = []
    rows = _rows(table, links)
    return Sheet(value(table, "name"), rows, links=tuple(links[:MOST]))


def _rows(table: Element, links: list[Linked]) -> list[list[str]]:
    """Filled rows; empty ones at the end, often a million by one word, are not spelled out."""
    done: list[list[str]] = []
    ranges: list[Range] = []
    empty, left = 0, MOST_CELLS
    for row in rows_of(table):
        repeats = count(row, "number-rows-repeated")
        cells = _cells(row, len(done) + empty, ranges, links)
        if not any(cells):
            empty += repeats
            continue
        left -= (empty + repeats) * max(1, len(cells))
        if left < 0 or len(done) + empty + repeats > _TALLEST:
            raise Refused(
                "too-large", f"sheet {value(table, 'name')}: more than {MOST_CELLS} cells"
            )
        done += [[] for _ in range(empty)]
        done += [list(cells) for _ in range(repeats)]
        empty = 0
    width = max(map(len, done), default=0)
    if width * len(done) > MOST_CELLS:
        raise Refused("too-large", f"sheet {value(table, 'name')}: more than {MOST_CELLS} cells")
    full = [row + [""] * (width - len(row)) for row in done]
    return filled(full, (0, 0), ranges)


def _cells(row: Element, down: int, ranges: list[Range], links: list[Linked]) -> list[str]:
    cells: list[str] = []
    empty = 0
    for cell in cells_of(row):
        repeats = count(cell, "number-columns-repeated")
        text = "" if local(cell) == "covered-table-cell" else _text(cell)
        at = len(cells) + empty
        across, tall = count(cell, "number-columns-spanned"), count(cell, "number-rows-spanned")
        if across > 1 or tall > 1:
            ranges.append(((down, at), (down + tall - 1, at + across - 1)))
        if not text:
            empty += repeats
            continue
        if len(cells) + empty + repeats > _WIDEST:
            break
        links += [((down, at), address) for address in _addresses(cell)]
        cells += [""] * empty + [text] * repeats
        empty = 0
    return cells


def _addresses(cell: Element) -> Iterator[str]:
    """Where a cell leads to: its links, and a formula that makes one."""
    yield from (value(one, "href") for one in below(cell, "a"))
    if formula := _LINKS.match(value(cell, "formula")):
        yield formula[1]


def _text(cell: Element) -> str:
    """What the cell shows; remarks to it are not shown."""
    return tidy("\n".join("".join(_pieces(p)) for p in children(cell, "p")))


def _pieces(paragraph: Element) -> Iterator[str]:
    yield paragraph.text or ""
    for one in paragraph.iterdescendants():
        yield " " if local(one) in ("s", "tab", "line-break") else one.text or ""
        yield one.tail or ""
