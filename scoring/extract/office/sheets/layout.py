"""A sheet as its reader takes it in: titles above, then a table, then perhaps another."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from scoring.document import BlockKind
from scoring.extract.office.script import Script, trimmed
from scoring.locator import cell_name, written
from scoring.totals.money import cell as figure

_WORD = re.compile(r"[^\W\d_]{2,}")
_YEAR = re.compile(r"\s*20[0-4]\d\s*(?:г\.?|год\w*)?\s*")
_SENTENCE = re.compile(r"[.!?…;]$")
_SHORTENED = re.compile(r"\b(?:руб|тыс|млн|млрд|гг?|чел|ед|изм|шт)\.$")
_LONG = 40
"""Letters from which a lone text in a row may be prose."""
_MOST_TITLES = 12
_CAPTION_LINES = 4
_CAPTION = 600


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet's filled rows and where they begin; a hidden one has only its name."""

    name: str
    rows: Sequence[Sequence[str]] = field(default=(), repr=False)
    top: int = 0
    left: int = 0
    hidden: bool = False


def tell(script: Script, sheets: Sequence[Sheet]) -> None:
    """Tell the sheets to the script, hidden ones by name only and last."""
    shown = [sheet for sheet in sheets if not sheet.hidden and any(map(any, sheet.rows))]
    for sheet in shown:
        if len(shown) > 1:
            script.say(BlockKind.HEADING, sheet.name, written(sheet=sheet.name), 1)
        for region in _regions(sheet):
            _tell(script, region)
    for sheet in sheets:
        if sheet.hidden:
            script.say(BlockKind.BOILERPLATE, sheet.name, written(sheet=sheet.name))


def title_of_sheets(script: Script) -> str:
    """The longest of the first sheet's titles, if it says more than a word or a unit; else ""."""
    first = script.tables[0].locator if script.tables else ""
    said = [
        b.text
        for b in script.blocks
        if b.kind is BlockKind.CAPTION and b.locator.startswith(first + ";")
    ]
    longest = max(said, key=len, default="")
    return longest[:300] if len(_WORD.findall(longest)) >= 3 else ""


def _tell(script: Script, region: Sheet) -> None:
    titles = title_rows(region.rows)
    lines = []
    for down in range(titles):
        if words := _lone(region.rows[down]):
            across = region.rows[down].index(words)
            place = cell_name(region.top + down, region.left + across)
            script.say(_kind(words), words, written(sheet=region.name, cell=place))
            lines += [words] if _kind(words) is BlockKind.CAPTION else []
    rest = Sheet(region.name, region.rows[titles:], region.top + titles, region.left)
    notes = {down: words for down, row in enumerate(rest.rows) if (words := _note(row))}
    # A row a note stood in stays, empty: the cells under it keep their names.
    kept = [[] if down in notes else row for down, row in enumerate(rest.rows)]
    rows, top, left = _without_edges(replace(rest, rows=kept))
    caption = " ".join(line for line in lines if len(line) < _CAPTION)
    caption = " ".join(lines[-_CAPTION_LINES:]) if len(caption) > _CAPTION else caption
    script.show(
        rows, written(sheet=region.name), caption[-_CAPTION:], cell_name(top, left) if rows else ""
    )
    for down, words in notes.items():
        place = cell_name(rest.top + down, rest.left + rest.rows[down].index(words))
        script.say(BlockKind.PARAGRAPH, words, written(sheet=region.name, cell=place))


def _note(row: Sequence[str]) -> str:
    """A sentence alone in its row, under a table or between two of its rows; else ""."""
    words = _lone(row)
    return words if _kind(words) is BlockKind.PARAGRAPH else ""


def _kind(words: str) -> BlockKind:
    prose = len(words) >= _LONG and _SENTENCE.search(words) and not _SHORTENED.search(words)
    return BlockKind.PARAGRAPH if prose else BlockKind.CAPTION


def title_rows(rows: Sequence[Sequence[str]]) -> int:
    """How many rows from the top hold one text or nothing; all of them where there is no table."""
    several = (n for n, row in enumerate(rows) if len(set(filter(None, row))) > 1)
    first = next(several, len(rows))
    lone = next((n for n in range(first) if _numeric(rows[n])), first)
    return lone if first < len(rows) or lone == len(rows) else 0


def _numeric(row: Sequence[str]) -> bool:
    words = _lone(row)
    return bool(words) and figure(words) is not None


def _lone(row: Sequence[str]) -> str:
    """The one text of a row, "" when it has none or several."""
    held = set(filter(None, row))
    return held.pop() if len(held) == 1 else ""


def _regions(sheet: Sheet) -> Iterator[Sheet]:
    """A sheet cut where titles and the heads of another table follow.

    An empty row or a sentence parts them, or heads that can be nothing else.
    """
    start = 0
    for down in range(1, len(sheet.rows)):
        if down - start > 1 and _parted(sheet.rows, down) and _begins(sheet.rows, down):
            yield Sheet(sheet.name, sheet.rows[start:down], sheet.top + start, sheet.left)
            start = down
    yield Sheet(sheet.name, sheet.rows[start:], sheet.top + start, sheet.left)


def _parted(rows: Sequence[Sequence[str]], down: int) -> bool:
    if not any(rows[down - 1]) or _note(rows[down]):
        return True
    heads = next((row for row in rows[down : down + _MOST_TITLES] if not _lone(row)), ())
    return bool(_lone(rows[down])) and any(_YEAR.fullmatch(text) for text in heads)


def _begins(rows: Sequence[Sequence[str]], down: int) -> bool:
    if not _WORD.search(_lone(rows[down])):
        return False
    for row in rows[down : down + _MOST_TITLES]:
        held = set(filter(None, row))
        if len(held) > 1:
            return not any(figure(text) is not None and not _YEAR.fullmatch(text) for text in held)
    return False


def _without_edges(sheet: Sheet) -> tuple[tuple[tuple[str, ...], ...], int, int]:
    """Rows without empty rows and columns around them, and where they begin."""
    rows = trimmed(sheet.rows)
    first = next((n for n, row in enumerate(rows) if any(row)), 0)
    rows = rows[first:]
    width = len(rows[0]) if rows else 0
    empty = min((next((n for n, c in enumerate(r) if c), width) for r in rows), default=0)
    return tuple(row[empty:] for row in rows), sheet.top + first, sheet.left + empty
