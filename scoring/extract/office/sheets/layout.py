"""A sheet as its reader takes it in: headings, text and tables one under another."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from scoring.document import BlockKind
from scoring.extract.office.script import Script, trimmed
from scoring.extract.office.sheets.linked import Linked
from scoring.extract.office.sheets.parting import Span, line, lone, spans
from scoring.extract.office.sheets.standing import bare, is_prose, kinds
from scoring.language.ru.headline import is_headline
from scoring.locator import cell_name, leaf, written
from scoring.totals.money import cell as figure

_WORD = re.compile(r"[^\W\d_]{2,}")
_LETTERS = re.compile(r"\w+")
_TITLES = (BlockKind.HEADING, BlockKind.CAPTION)
_FEWEST_WORDS = 3
_CUT = 28
"""Letters of a name that may be cut: programs allow 31."""
_CAPTION = 600


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet's filled rows and where they begin; a hidden one has only its name.

    ``links`` are its cells that lead to an address.
    """

    name: str
    rows: Sequence[Sequence[str]] = field(default=(), repr=False)
    top: int = 0
    left: int = 0
    hidden: bool = False
    links: Sequence[Linked] = field(default=(), repr=False)

    def place(self, down: int) -> str:
        """The locator of the first filled cell of a row."""
        across = next(n for n, text in enumerate(self.rows[down]) if text)
        return written(sheet=self.name, cell=cell_name(self.top + down, self.left + across))


def tell(script: Script, sheets: Sequence[Sheet]) -> None:
    """Tell the sheets to the script, hidden ones by name only and last."""
    shown = [sheet for sheet in sheets if not sheet.hidden and any(map(any, sheet.rows))]
    for sheet in shown:
        _tell(script, sheet, named=len(shown) > 1)
        _lead(script, sheet)
    for sheet in sheets:
        if sheet.hidden:
            script.say(BlockKind.BOILERPLATE, sheet.name, written(sheet=sheet.name))


def title_of_sheets(script: Script) -> str:
    """The first of its titles, if it says more than a word or a unit; else the longest, or ""."""
    first = leaf(script.blocks[0].locator) if script.blocks else ""
    said = [b.text for b in script.blocks if b.kind in _TITLES and leaf(b.locator) == first]
    told = [text for text in said if len(_WORD.findall(text)) >= _FEWEST_WORDS]
    begun = [text for text in told[:1] if text == said[0]]
    return max(begun or told, key=len, default="")[:300]


def title_rows(rows: Sequence[Sequence[str]]) -> int:
    """How many rows from the top hold one text or nothing; all of them where there is no table."""
    several = (n for n, row in enumerate(rows) if len(set(filter(None, row))) > 1)
    first = next(several, len(rows))
    lone_figure = next((n for n in range(first) if figure(lone(rows[n])) is not None), first)
    return lone_figure if first < len(rows) or lone_figure == len(rows) else 0


def _tell(script: Script, sheet: Sheet, *, named: bool) -> None:
    """A sheet is called what its first line says, where its name is the beginning of that."""
    first = next(down for down, row in enumerate(sheet.rows) if any(row))
    title = line(sheet.rows[first])
    entitled = bool(title) and (_begins(title, sheet.name) if named else is_headline(title))
    if named:
        name = title if entitled else sheet.name
        script.say(BlockKind.HEADING, name, written(sheet=sheet.name), 1)
    elif entitled:
        script.say(BlockKind.HEADING, title, sheet.place(first), 1)
    caption: tuple[str, ...] = ()
    for span in spans(sheet.rows):
        if span.table:
            _show(script, sheet, span, " ".join(caption))
            caption = ()
            continue
        opens = span.first <= first
        since = first + 1 if entitled and opens else span.first
        lines = [down for down in range(since, span.last + 1) if any(sheet.rows[down])]
        caption = tuple(_say(script, sheet, lines, titled=entitled and opens))
        # What stands right over a table names it, the title of the sheet too.
        if entitled and opens and len(caption) == len(lines):
            caption = (title, *caption)


def _lead(script: Script, sheet: Sheet) -> None:
    """A link is said by its cell, beside the others of its row; one without words by those."""
    for (down, across), address in sheet.links:
        row = sheet.rows[down - sheet.top] if 0 <= down - sheet.top < len(sheet.rows) else ()
        said = row[across - sheet.left] if 0 <= across - sheet.left < len(row) else ""
        where = written(sheet=sheet.name, cell=cell_name(down, across))
        around = " ".join(dict.fromkeys(filter(None, row)))
        script.link(address, said or around, around, where)


def _begins(title: str, name: str) -> bool:
    """Is the name of a sheet, 31 letters at most, the title cut short?"""
    said, called = ("".join(_LETTERS.findall(text)).lower() for text in (title, name))
    return said == called or (len(name) >= _CUT and said.startswith(called))


def _say(script: Script, sheet: Sheet, rows: Sequence[int], *, titled: bool) -> Iterator[str]:
    """Lines alone in their rows; gives back the last ones, which name the table under them."""
    lines = [line(sheet.rows[down]) for down in rows]
    over_table = bool(rows) and rows[-1] + 1 < len(sheet.rows)
    found = kinds(lines, titled=titled, over_table=over_table)
    for down, words, kind in zip(rows, lines, found, strict=True):
        words = bare(words) if kind is BlockKind.LIST_ITEM else words
        script.say(kind, words, sheet.place(down), 2 if kind is BlockKind.HEADING else 0)
    for count, kind in enumerate(reversed((BlockKind.PARAGRAPH, *found))):
        if kind not in _TITLES:
            yield from lines[len(lines) - count :]
            return


def _show(script: Script, sheet: Sheet, span: Span, caption: str) -> None:
    """A table, and behind it the sentences that stand between its rows."""
    rows = sheet.rows[span.first : span.last + 1]
    notes = [down for down, row in enumerate(rows) if is_prose(line(row))]
    # A row a note stood in stays, empty: the cells under it keep their names.
    kept = [[] if down in notes else row for down, row in enumerate(rows)]
    trim, top, left = _without_edges(kept)
    script.show(
        trim,
        written(sheet=sheet.name),
        caption[-_CAPTION:],
        cell_name(sheet.top + span.first + top, sheet.left + left) if trim else "",
    )
    for down in notes:
        script.say(BlockKind.PARAGRAPH, line(rows[down]), sheet.place(span.first + down))


def _without_edges(
    rows: Sequence[Sequence[str]],
) -> tuple[tuple[tuple[str, ...], ...], int, int]:
    """Rows without empty rows and columns around them, and how many of these stood before."""
    full = trimmed(rows)
    first = next((n for n, row in enumerate(full) if any(row)), 0)
    full = full[first:]
    width = len(full[0]) if full else 0
    empty = min((next((n for n, c in enumerate(r) if c), width) for r in full), default=0)
    return tuple(row[empty:] for row in full), first, empty
