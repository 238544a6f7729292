"""Notes on a sheet: a paragraph alone in a row of a table stands under the row that heads it."""

from collections.abc import Mapping

from scoring.locator import cell_place, parts
from scoring.model import Block, BlockKind, Document, Table

_NEAR = 3
"""Rows under the end of a table where a note may still be its own."""


def noted(document: Document) -> Mapping[str, str]:
    """By the locator of a note, the text that stands alone in the nearest row over it.

    A row of figures between them means that the note is of no such heading.
    """
    notes = [b for b in document.blocks if b.kind is BlockKind.PARAGRAPH and ";cell=" in b.locator]
    found = ((note.locator, _head(note, document.tables)) for note in notes)
    return {locator: head for locator, head in found if head}


def _head(note: Block, tables: tuple[Table, ...]) -> str:
    sheet, _, _ = note.locator.partition(";")
    place = cell_place(parts(note.locator).get("cell", ""))
    for table in tables if place else ():
        corner = cell_place(table.corner)
        if place is None or corner is None or table.locator != sheet:
            continue
        row = place[0] - corner[0]
        if 0 < row < len(table.rows) + _NEAR:
            return _lone_over(table, row)
    return ""


def _lone_over(table: Table, row: int) -> str:
    for cells in reversed(table.rows[:row]):
        told = {text.strip() for text in cells if text.strip()}
        if told:
            return told.pop() if len(told) == 1 else ""
    return ""
