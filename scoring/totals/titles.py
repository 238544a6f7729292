"""Tables whose title names the total and whose last row only says "Итого"."""

import re
from collections.abc import Sequence

from scoring.language.ru.folded import any_of, folded
from scoring.locator import inside, leaf, parts
from scoring.model import BlockKind, Document, Table
from scoring.totals.labels import Concept, concept

_SUM = re.compile(r"\W*(?:всего|итого|итог|общ(?:ий|ая) (?:итог|сумма|объем))[\W_]*(?:руб\w*)?\W*")
_PARTED = any_of(
    r"\bпо (?:функциональн\w+ |основн\w+ |бюджетн\w+ )?(?:раздел|отрасл|направлени|вид|сфер|стать|"
    r"источник|групп|функци)\w*(?: и (?:под)?раздел\w+)?",
    r"\b(?:вид|структур|состав|динамик|распределени|раздел)\w{0,3}\b",
)
"""What a title adds when the table under it parts the whole total."""
_FAR = 4
"""Blocks between a heading and the table it stands over."""


def is_sum(label: str) -> bool:
    """Does a row sum up the table without saying of what?"""
    return _SUM.fullmatch(folded(label)) is not None


def titled(table: Table, head: Sequence[str], over: str) -> Concept | None:
    """The total a table parts, by its corner, caption, sheet or the heading ``over`` it."""
    place = parts(inside(table.locator)[1])
    told = (*head[:1], table.caption, over, place.get("sheet", ""))
    return next(filter(None, map(_named, told)), None)


def _named(title: str) -> Concept | None:
    return concept(_PARTED.sub(" ", folded(title))) if title.strip() else None


def heading(document: Document, table: Table) -> str:
    """The heading over the table, where nothing long stands between."""
    page = leaf(table.locator)
    for block in reversed(document.blocks[max(0, table.after - _FAR) : table.after]):
        if leaf(block.locator) != page:
            break
        if block.kind in (BlockKind.TITLE, BlockKind.HEADING):
            return block.text
    return ""
