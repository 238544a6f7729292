"""Tables of Word: rows with merged cells repeated, and what stands in them."""

from collections.abc import Callable, Iterator

from scoring.extract.office.grid import Cell, is_data, spread
from scoring.extract.office.markup import Element, child, chosen, local, value
from scoring.extract.office.word.runs import Said
from scoring.extract.office.word.styles import on
from scoring.extract.spelling import tidy

_THROUGH = frozenset({"ins", "moveTo", "customXml", "sdtContent", "sdt", "smartTag"})


class Cells:
    """Reads one table; tables in its cells are kept apart in ``nested``."""

    def __init__(self, runs: Callable[[Element], Said]) -> None:
        self._runs = runs
        self.said: list[Said] = []
        self.links: list[tuple[str, str, str]] = []
        self.nested: list[Element] = []
        self.breaks = 0
        self.breaks_before = 0

    def rows(self, table: Element) -> list[tuple[str, ...]]:
        """Its rows; none when it is a table of layout."""
        rows = spread([self._row(row) for row in self.rows_of(table)])
        return rows if is_data(rows) else []

    def _row(self, row: Element) -> list[Cell]:
        skipped = value(child(row, "trPr", "gridBefore"))
        cells = [Cell("", _count(skipped))] if skipped else []
        linked: list[tuple[str, str]] = []
        for cell in self.cells_of(row):
            properties = child(cell, "tcPr")
            merge = child(properties, "vMerge")
            continued = merge is not None and value(merge) != "restart"
            text = "" if continued else self._text(cell, linked)
            across = _count(value(child(properties, "gridSpan")))
            cells.append(Cell(text, across, 0 if continued else 1))
        context = " ".join(dict.fromkeys(cell.text for cell in cells if cell.text))
        self.links += [(href, words, context) for href, words in linked]
        return cells

    def _text(self, cell: Element, linked: list[tuple[str, str]]) -> str:
        lines: list[str] = []
        for paragraph in self._paragraphs(cell):
            said = self._runs(paragraph)
            # A break before the first word of a table moves the table; others lie within it.
            if not self.breaks and not any(s.text.strip() for s in self.said):
                self.breaks_before += said.breaks_before
            self.breaks += said.breaks
            self.said.append(said)
            linked += said.links
            lines.append(said.text)
        return tidy("\n".join(lines))

    def _paragraphs(self, element: Element) -> Iterator[Element]:
        for one in element:
            name = local(one)
            if name == "p":
                yield one
            elif name == "tbl":
                self.nested.append(one)
            elif name == "AlternateContent" and (choice := chosen(one)) is not None:
                yield from self._paragraphs(choice)
            elif name in _THROUGH:
                yield from self._paragraphs(one)

    @staticmethod
    def rows_of(table: Element) -> Iterator[Element]:
        """Rows, those of content controls too; a deleted row is not there."""
        for one in table:
            name = local(one)
            if name == "tr":
                properties = child(one, "trPr")
                if not on(child(properties, "hidden")) and child(properties, "del") is None:
                    yield one
            elif name in _THROUGH:
                yield from Cells.rows_of(one)

    @staticmethod
    def cells_of(row: Element) -> Iterator[Element]:
        """Cells, those of content controls too."""
        for one in row:
            name = local(one)
            if name == "tc":
                yield one
            elif name in _THROUGH:
                yield from Cells.cells_of(one)


def _count(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 6 else 1
