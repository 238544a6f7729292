"""What stands around a table: lines over it, notes under it, and the unit they say."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice, takewhile

from scoring.editions.years import mentioned
from scoring.language.ru.folded import folded
from scoring.model import Document, Table
from scoring.totals.announced import announcement
from scoring.totals.columns import header_height
from scoring.totals.heads import announcing
from scoring.totals.money import sums, unit

LABEL = 200
"""Letters of a line that may speak of a table."""
_NEAR = 3
"""Blocks before a table of a flowing document that still speak of it."""
_NOTES = 3
_HEAD = 40
_MOST = 8
"""Years a table tells at most."""
_NOTE = re.compile(r"\s*(?:[*¹²³⁴⁵]|\d[)\s])")
_UNIT_FIRST = re.compile(
    r"[\W\d¹²³⁴⁵]{0,4}(?P<said>(?:все |данные |суммы |цифры |показатели |указаны |приведены |"
    r"единица измерения:? )*"
    r"(?:в )?"
    r"(?:тыс|млн|млрд|миллион|миллиард)[а-я.]* руб[а-я]*)"
)

Row = Sequence[str]


def said(table: Table, lines: Sequence[str]) -> float | None:
    """The unit a table's caption, the lines beside it or its head announce."""
    head = " ".join(table.rows[0]) if header_height(table.rows) else ""
    # A chart beside the table may be in another unit than the one in its own corner.
    corner = unit(table.rows[0][0]) if _wordless(table.rows) else None
    said = unit(table.caption) or corner or unit(announcing(lines)) or unit(head)
    return said or next(filter(None, map(announcement, lines)), None)


def _wordless(rows: Sequence[Row]) -> bool:
    """May the first cell tell a unit: has it no figure?"""
    return bool(rows and rows[0]) and not sums(rows[0][0])


def before(document: Document, table: Table) -> list[str]:
    """The short lines a page of one flow has right over a table."""
    over = document.blocks[max(0, table.after - _NEAR) : table.after]
    return [
        *(block.text for block in over if len(block.text) < LABEL),
        *behind(document, table),
    ]


def dated_over(document: Document, table: Table) -> tuple[str, ...]:
    """The short lines right over a table that name a year each, one after another."""
    lines = (block.text for block in reversed(document.blocks[: table.after]))
    dated = takewhile(lambda text: len(text) < _HEAD and len(mentioned(text)) == 1, lines)
    return tuple(reversed(tuple(islice(dated, _MOST))))


def behind(document: Document, table: Table) -> Iterator[str]:
    """What a note right under a table opens with, when it is a unit: "Миллионов рублей. План…"."""
    for place, block in enumerate(document.blocks[table.after : table.after + _NOTES]):
        if place and not _NOTE.match(block.text):
            return
        if opens := _UNIT_FIRST.match(folded(block.text)):
            yield opens["said"]
