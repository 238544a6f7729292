"""Through a text of OpenDocument: headings, paragraphs, lists, tables, frames, notes."""

from scoring.document import BlockKind
from scoring.extract.office.grid import is_data
from scoring.extract.office.markup import Element, child, local, value
from scoring.extract.office.odf.cells import cells_of, rows, rows_of
from scoring.extract.office.odf.frames import Frames
from scoring.extract.office.odf.looks import Looks
from scoring.extract.office.odf.spoken import Said, said_by
from scoring.extract.office.package import Package
from scoring.extract.office.script import Script
from scoring.extract.office.spoken import is_bold_heading
from scoring.extract.spelling import tidy

_CONTENTS = frozenset(
    {"table-of-content", "illustration-index", "table-index", "alphabetical-index"}
)
_SKIPPED = frozenset(
    {"tracked-changes", "forms", "sequence-decls", "variable-decls", "user-field-decls"}
)
_FRAMES = frozenset({"frame", "g", "custom-shape", "rect", "ellipse", "polygon"})
_KINDS = {
    "Title": (BlockKind.TITLE, 1),
    "Subtitle": (BlockKind.HEADING, 1),
    "Caption": (BlockKind.CAPTION, 0),
    "Illustration": (BlockKind.CAPTION, 0),
    "Table": (BlockKind.CAPTION, 0),
}
_LONGEST_HEADING = 300


class Walk:
    """Fills a Script; ``where`` fixes the locator (a slide), else pages or blocks are counted."""

    def __init__(
        self,
        script: Script,
        package: Package,
        looks: Looks,
        *,
        paged: bool = False,
        where: str = "",
    ) -> None:
        self.script = script
        self.page = 1
        self._looks = looks
        self._paged = paged
        self._where = where
        self._notes: list[tuple[Element, str]] = []
        self._frames = Frames(script, package, self.over)
        self._listed = 0
        self._contents = False

    @property
    def here(self) -> str:
        """The locator of what comes next, "" where blocks are counted."""
        return self._where or (f"page={self.page}" if self._paged else "")

    def take(self, frame: Element) -> None:
        """A frame or shape, at the place of the walk."""
        self._frames.take(frame, self.here)

    def over(self, element: Element) -> None:
        """All that stands in a text, a section, a cell, a box."""
        for one in element:
            name = local(one)
            if name in ("p", "h"):
                self.paragraph(one)
            elif name == "table":
                self._table(one)
            elif name in _FRAMES:
                self._frames.take(one, self.here)
            elif name == "soft-page-break":
                self.page += 1
            elif name not in _SKIPPED:
                self._inside(one, name)

    def _inside(self, one: Element, name: str) -> None:
        listed, contents = name == "list", name in _CONTENTS
        before = self._contents
        self._listed += listed
        self._contents = before or contents
        self.over(one)
        self._listed -= listed
        self._contents = before

    def notes(self) -> None:
        """Footnotes and endnotes, after the text, where they are referred to."""
        for note, locator in self._notes:
            for paragraph in child(note, "note-body") or ():
                self.script.say(BlockKind.PARAGRAPH, said_by(paragraph, self._looks).text, locator)

    def paragraph(self, element: Element) -> None:
        """One paragraph or heading, and after it what hangs in it."""
        if self._looks.hidden(value(element, "style-name")):
            return
        said = said_by(element, self._looks)
        self.page += said.breaks_before
        locator = self.here
        if said.text.strip():
            kind, level = self._kind(element, said)
            self.script.say(kind, said.text, locator, level)
            where = locator or f"block={len(self.script.blocks)}"
            for href, words in said.links:
                self.script.link(href, words, said.text, where)
        self._notes += [(note, locator) for note in said.notes]
        self.page += said.breaks - said.breaks_before
        for frame in said.frames:
            self._frames.take(frame, self.here)

    def _kind(self, element: Element, said: Said) -> tuple[BlockKind, int]:
        if self._contents:
            return BlockKind.BOILERPLATE, 0
        names = self._looks.names(value(element, "style-name"))
        if len(said.text) <= _LONGEST_HEADING:
            if found := next((_KINDS[name] for name in names if name in _KINDS), None):
                return found
            if local(element) == "h":
                level = value(element, "outline-level", "1")
                return BlockKind.HEADING, int(level) if level in "123456789" and level else 1
        if self._listed:
            return BlockKind.LIST_ITEM, 0
        if not self._where and is_bold_heading(said.text, said.bold):
            return BlockKind.HEADING, 6
        return BlockKind.PARAGRAPH, 0

    def _table(self, element: Element) -> None:
        """Data is shown as a table; what only lays the page out is walked through."""
        said: dict[Element, list[Said]] = {}
        nested: list[Element] = []

        def text(cell: Element) -> str:
            if cell not in said:
                said[cell] = [said_by(p, self._looks) for p in _paragraphs(cell, nested)]
            return tidy("\n".join(one.text for one in said[cell]))

        told = rows(element, text)
        if not is_data(told):
            for row in rows_of(element):
                for cell in cells_of(row):
                    self.over(cell)
            return
        locator = self.script.show(told, self.here, self.script.caption())
        for row in rows_of(element):
            self._hanging(row, said, locator)
        for one in nested:
            self._table(one)

    def _hanging(self, row: Element, said: dict[Element, list[Said]], locator: str) -> None:
        held = [one for cell in cells_of(row) for one in said.get(cell, [])]
        around = " ".join(one.text for one in held)
        for one in held:
            for href, words in one.links:
                self.script.link(href, words, around, locator)
            self._notes += [(note, self.here) for note in one.notes]
            self.page += one.breaks
            for frame in one.frames:
                self._frames.take(frame, self.here)


def _paragraphs(element: Element, nested: list[Element]) -> list[Element]:
    found: list[Element] = []
    for one in element:
        if local(one) in ("p", "h"):
            found.append(one)
        elif local(one) == "table":
            nested.append(one)
        elif local(one) not in _SKIPPED and local(one) not in _FRAMES:
            found += _paragraphs(one, nested)
    return found
