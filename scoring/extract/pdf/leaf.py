"""One page of a PDF, read: its parts, tables and pictures, and whether its text is text."""

from collections.abc import Sequence
from dataclasses import dataclass

from scoring.extract.pdf.aligned import aligned_tables
from scoring.extract.pdf.anchors import Anchor
from scoring.extract.pdf.drawn import Drawn
from scoring.extract.pdf.letters import garbled, repaired
from scoring.extract.pdf.lines import Line, lines_of, lying, with_weight
from scoring.extract.pdf.misread import as_seen
from scoring.extract.pdf.pictures import image_share, insets_of, pictures_of
from scoring.extract.pdf.places import Box
from scoring.extract.pdf.raw import Sheet
from scoring.extract.pdf.ruled import Found, ruled_table
from scoring.extract.pdf.rules import grids_of, rules_of
from scoring.extract.pdf.shelved import shelved_table
from scoring.extract.pdf.shelves import shelves_of
from scoring.quick import quickly

_FEW_SIGNS = 50
_MANY_SIGNS = 150
_MANY_PATHS = 300
_BIG_IMAGE = 0.4


@quickly
@dataclass(frozen=True, slots=True)
class Leaf:
    """What one page holds; ``lines`` are those not told in tables, ``length`` its signs.

    ``insets`` are images in its text that may show words; of a page kept on its side none.
    """

    number: int
    lines: tuple[Line, ...] = ()
    tables: tuple[Found, ...] = ()
    height: float = 0.0
    pictures: tuple[Box, ...] = ()
    insets: tuple[Box, ...] = ()
    anchors: tuple[Anchor, ...] = ()
    length: int = 0
    has_text: bool = False
    blank: bool = False


def leaf_of(number: int, sheet: Sheet | None) -> Leaf:
    """Read a page; a page that cannot be loaded shows something nobody can read."""
    if sheet is None:
        return Leaf(number)
    text = repaired(sheet.text())
    drawn = sheet.drawn()
    has_text = _has_text(text, sheet, drawn)
    shown = bool(text.strip()) or bool(drawn)
    pictures = pictures_of(sheet, drawn)
    if not has_text:
        return Leaf(number, pictures=pictures, length=len(text), blank=not shown)
    text = as_seen(sheet, text)
    lines = lines_of(sheet, text)
    insets = () if sheet.turned else insets_of(sheet, drawn, [line.box for line in lines])
    if quarters := lying(lines, sheet):
        insets = ()
        sheet.lay(quarters)
        lines, drawn = lines_of(sheet, text), sheet.drawn()
    tables = _tables(sheet, text, lines, drawn)
    told = frozenset(index for table in tables for index in table.lines)
    kept = [line for index, line in enumerate(lines) if index not in told] if told else lines
    return Leaf(
        number,
        with_weight(sheet, kept),
        tuple(tables),
        sheet.height,
        pictures,
        insets,
        tuple(sheet.anchors()),
        len(text),
        has_text=True,
    )


def _has_text(text: str, sheet: Sheet, drawn: Sequence[Drawn]) -> bool:
    if not text.strip() or garbled(text):
        return False
    if len("".join(text[:_MANY_SIGNS].split())) >= _FEW_SIGNS:
        return True
    if len("".join(text.split())) >= _FEW_SIGNS:
        return True
    # A number and a stamp over a scan, or letters drawn as outlines, are no text layer.
    return image_share(sheet, drawn) < _BIG_IMAGE and len(drawn) < _MANY_PATHS


def _tables(sheet: Sheet, text: str, lines: Sequence[Line], drawn: Sequence[Drawn]) -> list[Found]:
    found: list[Found] = []
    taken: frozenset[int] = frozenset()
    upright, level, painted = rules_of(drawn)
    grids = grids_of(upright, level)
    for grid in grids:
        table = ruled_table(sheet, text, lines, grid)
        if table is not None and not table.lines & taken:
            found.append(table)
            taken |= table.lines
    for shelf in shelves_of(level + painted, [grid.box for grid in grids], lines):
        table = shelved_table(sheet, text, lines, shelf, taken)
        if table is not None:
            found.append(table)
            taken |= table.lines
    found += aligned_tables(sheet, text, lines, taken)
    return sorted(found, key=lambda table: -table.top)
