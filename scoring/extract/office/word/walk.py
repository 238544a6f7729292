"""Through the body of a Word document: paragraphs, tables, boxes, in the order of reading."""

import re

from scoring.document import BlockKind
from scoring.extract.office.graphics import Graphics
from scoring.extract.office.markup import Element, child, children, chosen, local, value
from scoring.extract.office.script import Script
from scoring.extract.office.spoken import is_bold_heading
from scoring.extract.office.word.cells import Cells
from scoring.extract.office.word.lists import Lists
from scoring.extract.office.word.parts import Parts
from scoring.extract.office.word.runs import Runs, Said, boxes
from scoring.extract.office.word.styles import Styles, on, outline

_THROUGH = frozenset({"ins", "moveTo", "customXml", "sdtContent", "smartTag"})
_CONTENTS = re.compile("table of contents|оглавлен", re.IGNORECASE)
_HEADS = (BlockKind.TITLE, BlockKind.HEADING)
_LONGEST_HEADING = 300


class Walk:
    """Fills a Script. ``page`` is where we are, by the breaks Word noted."""

    def __init__(
        self, script: Script, parts: Parts, styles: Styles, lists: Lists, *, paged: bool
    ) -> None:
        self.script = script
        self.paged = paged
        self.page = 1
        self._parts = parts
        self._styles = styles
        self._lists = lists
        self._contents = False
        self._notes: list[tuple[str, str, str]] = []
        self._graphics = Graphics(script, parts)

    @property
    def first_page(self) -> str:
        """The locator of the beginning, "" in a document without pages."""
        return "page=1" if self.paged else ""

    def over(self, element: Element) -> None:
        """All that stands in a body, a cell, a box."""
        for one in element:
            name = local(one)
            if name == "p":
                self.paragraph(one)
            elif name == "tbl":
                self._table(one)
            elif name == "sdt":
                self._controlled(one)
            elif name == "AlternateContent" and (choice := chosen(one)) is not None:
                self.over(choice)
            elif name in _THROUGH:
                self.over(one)

    def notes(self) -> None:
        """Footnotes and endnotes, each where it is first referred to."""
        for kind in ("footnote", "endnote"):
            root = self._parts.root(kind + "s")
            held = {value(note, "id"): note for note in children(root, kind)}
            for of, number, locator in dict.fromkeys(self._notes):
                if of == kind and number in held:
                    for paragraph in children(held[number], "p"):
                        said = self._runs(paragraph)
                        self.script.say(BlockKind.PARAGRAPH, said.text, locator)

    def paragraph(self, element: Element) -> None:
        """One paragraph, and after it what hangs in it."""
        said = self._runs(element)
        self.page += said.breaks_before
        locator = self._here()
        text = said.text
        if text.strip():
            kind, level, text = self._kind(element, said)
            self.script.say(kind, text, locator, level)
            where = locator or f"block={len(self.script.blocks)}"
            for href, words in said.links:
                self.script.link(href, words, text, where)
            self._notes += [(kind, number, locator) for kind, number in said.notes]
        self.page += said.breaks - said.breaks_before
        self._hanging(said)

    def _here(self) -> str:
        return f"page={self.page}" if self.paged else ""

    def _hanging(self, said: Said) -> None:
        for drawing in said.drawings:
            self._graphics.take(drawing, self._here())
            for box in boxes(drawing):
                self.over(box)

    def _runs(self, element: Element) -> Said:
        style = self._styles.of(value(child(element, "pPr", "pStyle")))
        return Runs(self._parts, self._styles, bold=style.bold).over(element)

    def _kind(self, element: Element, said: Said) -> tuple[BlockKind, int, str]:
        properties = child(element, "pPr")
        style = self._styles.of(value(child(properties, "pStyle")))
        numbering = child(properties, "numPr")
        listed, number = self._lists.mark(numbering if numbering is not None else style.numbering)
        text = f"{number} {said.text}" if number else said.text
        kind, level = style.kind, style.level
        if own := outline(properties):
            kind, level = BlockKind.HEADING, own
        if self._contents:
            return BlockKind.BOILERPLATE, 0, text
        if kind in _HEADS and len(text) > _LONGEST_HEADING:
            kind, level = None, 0
        if kind is not None:
            return kind, level, text
        if is_bold_heading(said.text, said.bold):
            return BlockKind.HEADING, 6, text
        return BlockKind.LIST_ITEM if listed else BlockKind.PARAGRAPH, 0, text

    def _controlled(self, element: Element) -> None:
        """A content control; one of Word's own holds the table of contents."""
        gallery = value(child(element, "sdtPr", "docPartObj", "docPartGallery"))
        before, self._contents = self._contents, self._contents or bool(_CONTENTS.search(gallery))
        if (held := child(element, "sdtContent")) is not None:
            self.over(held)
        self._contents = before

    def _table(self, element: Element) -> None:
        """Data is shown as a table; what only lays the page out is walked through."""
        cells = Cells(self._runs)
        rows = cells.rows(element)
        self.page += cells.breaks_before
        if not rows:
            self._laid_out(element)
            return
        own = value(child(element, "tblPr", "tblCaption"))
        locator = self.script.show(rows, self._here(), self.script.caption(own))
        for href, words, context in cells.links:
            self.script.link(href, words, context, locator)
        self.page += cells.breaks - cells.breaks_before
        for said in cells.said:
            self._hanging(said)
            self._notes += [(kind, number, locator) for kind, number in said.notes]
        for nested in cells.nested:
            self._table(nested)

    def _laid_out(self, element: Element) -> None:
        for row in Cells.rows_of(element):
            for cell in Cells.cells_of(row):
                if not on(child(cell, "tcPr", "vMerge")) or _begins(cell):
                    self.over(cell)


def _begins(cell: Element) -> bool:
    merge = child(cell, "tcPr", "vMerge")
    return merge is None or value(merge) == "restart"
