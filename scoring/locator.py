"""Where something stands in a document: written, parsed, and found again."""

import re
from dataclasses import dataclass
from urllib.parse import unquote

from scoring.document import Block, Document, Table

_ESCAPED = re.compile(r"[%;=&\x00-\x1f\x7f]")
_CELL = re.compile(r"([A-Z]{1,3})([1-9]\d{0,7})")


@dataclass(frozen=True, slots=True)
class Found:
    """What stands at a locator; ``rows`` are the rows it names, cut to its cells."""

    blocks: tuple[Block, ...] = ()
    tables: tuple[Table, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()

    @property
    def text(self) -> str:
        """Its words, a block or a row a line."""
        lines = [block.text for block in self.blocks]
        rows = self.rows or tuple(row for table in self.tables for row in table.rows)
        return "\n".join((*lines, *("\t".join(row) for row in rows)))


def written(**parts: str | int) -> str:
    """``sheet=Доходы;cell=B7`` of its parts, in the order given."""
    return ";".join(f"{kind}={_escaped(str(value))}" for kind, value in parts.items())


def of_cell(table: Table, row: int, column: int) -> str:
    """Where a cell of a table stands (from 0): named on a sheet, else as its table does."""
    corner = cell_place(table.corner) if table.corner else None
    if corner is None:
        return table.locator
    return f"{table.locator};cell={cell_name(corner[0] + row, corner[1] + column)}"


def within(path: str, locator: str) -> str:
    """The place ``locator`` of the file ``path`` of an archive, as a place of the archive."""
    inside = written(member=path)
    return f"{inside};{locator}" if locator else inside


def inside(locator: str) -> tuple[str, str]:
    """The member of an archive a locator lies in, "" when it lies in none, and the rest of it."""
    if not locator.startswith("member"):
        return "", locator
    first, _, rest = locator.partition(";")
    kind, _, path = first.partition("=")
    return (unquote(path), rest) if kind == "member" else ("", locator)


def parts(locator: str) -> dict[str, str]:
    """The parts of a locator, unescaped; of what is no locator, {}."""
    pairs = (part.partition("=") for part in locator.split(";"))
    return {kind: unquote(value) for kind, equals, value in pairs if kind and equals}


def leaf(locator: str) -> str:
    """The page, slide or sheet a locator lies on, as a locator; "" where there is none."""
    member, rest = inside(locator)
    first = rest.partition(";")[0]
    if not first.startswith(("page=", "slide=", "sheet=")):
        return ""
    return within(member, first) if member else first


def cell_name(row: int, column: int) -> str:
    """``B7`` of the row and column, both from 0."""
    letters, column = "", column + 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return f"{letters}{row + 1}"


def cell_place(name: str) -> tuple[int, int] | None:
    """Row and column, both from 0, of ``B7``; None of anything else."""
    match = _CELL.fullmatch(name)
    if match is None:
        return None
    column = 0
    for letter in match[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(match[2]) - 1, column - 1


def at(document: Document, locator: str) -> Found:
    """What stands at ``locator``; nothing when it names no place of this document.

    A cell, range or row narrows the tables to ``rows``; a page, slide or sheet gives all on it.
    In an archive the member is looked up first.
    """
    member, rest = inside(locator)
    packed = next((m.document for m in document.members if m.path == member), None)
    if packed is not None:
        return at(packed, rest)
    named = parts(locator)
    narrow = {kind: named.pop(kind) for kind in ("cell", "row") if kind in named}
    base = written(**named)
    tables = tuple(t for t in document.tables if _on(t.locator, base))
    if "cell" in narrow:
        first, _, last = narrow["cell"].partition(":")
        blocks = tuple(b for b in document.blocks if b.locator == locator)
        held = [(t, rows) for t in tables if (rows := _cells(t, first, last or first))]
        return Found(blocks, tuple(t for t, _ in held), tuple(r for _, rows in held for r in rows))
    if "row" in narrow:
        number = int(narrow["row"]) if narrow["row"].isdecimal() else 0
        there = (t.rows[number - 1 : number] for t in tables if number)
        return Found((), tables, tuple(row for some in there for row in some))
    if "line" in named:
        return _line(document, locator, named["line"])
    return Found(tuple(b for b in document.blocks if _on(b.locator, base)), tables)


def _line(document: Document, locator: str, line: str) -> Found:
    """A block that begins there, or the row of a table whose first line is before it."""
    number = int(line) if line.isdecimal() and len(line) < 9 else 0
    blocks = tuple(b for b in document.blocks if b.locator == locator)
    held = []
    for table in document.tables:
        first = parts(table.locator).get("line", "")
        down = number - int(first) if first.isdecimal() else -1
        if 0 <= down < len(table.rows):
            held.append((table, table.rows[down]))
    return Found(blocks, tuple(t for t, _ in held), tuple(row for _, row in held))


def _on(locator: str, base: str) -> bool:
    return bool(base) and (locator == base or locator.startswith(base + ";"))


def _cells(table: Table, first: str, last: str) -> tuple[tuple[str, ...], ...]:
    corner, start, end = cell_place(table.corner), cell_place(first), cell_place(last)
    if corner is None or start is None or end is None:
        return ()
    top, left = start[0] - corner[0], start[1] - corner[1]
    bottom, right = end[0] - corner[0], end[1] - corner[1]
    if top < 0 or left < 0:
        return ()
    return tuple(cut for row in table.rows[top : bottom + 1] if (cut := row[left : right + 1]))


def _escaped(value: str) -> str:
    return _ESCAPED.sub(lambda sign: f"%{ord(sign[0]):02X}", value)
