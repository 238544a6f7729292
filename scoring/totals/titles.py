"""Tables whose title names the total and whose last row only says "Итого"."""

import re
from collections.abc import Sequence

from scoring.editions.years import mentioned
from scoring.language.ru.folded import any_of, folded
from scoring.locator import inside, leaf, parts
from scoring.model import BlockKind, Document, Table
from scoring.remembered import of_text
from scoring.totals.chapters import asking
from scoring.totals.labels import Concept, concept, over_years
from scoring.totals.money import cell

_SUM = re.compile(
    r"\W*(?:всего|итого|итог|общ(?:ий|ая) (?:итог|сумма|объем))"
    r"[\W_]*(?:в )?(?:(?:тыс|млн|млрд|миллион|миллиард)\w*)?\W*(?:руб\w*)?\W*"
)
_PARTED = any_of(
    r"\bпо (?:функциональн\w+ |основн\w+ |бюджетн\w+ )?(?:раздел|отрасл|направлени|вид|сфер|стать|"
    r"источник|групп|функци)\w*(?: и (?:под)?раздел\w+)?",
    r"\b(?:вид|структур|состав|динамик|распределени|раздел)\w{0,3}\b",
)
"""What a title adds when the table under it parts the whole total."""
_TWO = 2
_SHORT = 40
_FAR = 4
"""Blocks between a heading and the table it stands over."""


Row = Sequence[str]


@of_text
def is_sum(label: str) -> bool:
    """Does a row sum up the table without saying of what?"""
    return _SUM.fullmatch(folded(label)) is not None


def titled(table: Table, head: Sequence[str], over: str) -> str:
    """What names the total a table parts: its corner, caption, sheet or the heading ``over`` it."""
    place = parts(inside(table.locator)[1])
    told = (*head[:1], table.caption, over, place.get("sheet", ""))
    return next(filter(title_of, told), "")


def named_by_title(rows: Sequence[Row], title: str) -> tuple[Row, ...]:
    """A table of years alone as a row of the total its title names; () for every other table.

    Years across over one row of sums, or years down with a sum beside each.
    """
    if not title or len(rows) < _TWO or any(concept(text) for row in rows for text in row):
        return ()
    first, down = rows[0], rows[1:] if _year_of(rows[0][0]) is None else rows
    if len(rows) == _TWO and all(map(_year_of, first)):
        return (("", *first), (title, *rows[1]))
    dated = (len(row) == _TWO and _year_of(row[0]) and cell(row[1]) is not None for row in down)
    if len(down) > 1 and all(dated):
        label = title if len(down) == len(rows) else f"{title}, {first[1]}"
        return (("", *(r[0] for r in down)), (label, *(r[1] for r in down)))
    return ()


def _year_of(text: str) -> int | None:
    """The one year a short head or label is of."""
    years = {year for year, _ in mentioned(text)} if len(text) <= _SHORT else set()
    return years.pop() if len(years) == 1 else None


@of_text
def title_of(title: str) -> Concept | None:
    """The total a title names, whatever it says of its parts; None when it names none."""
    if not title.strip():
        return None
    return concept(_PARTED.sub(" ", folded(title))) or over_years(title) or asking(title)


def heading(document: Document, table: Table) -> str:
    """The heading over the table, where nothing long stands between."""
    page = leaf(table.locator)
    for block in reversed(document.blocks[max(0, table.after - _FAR) : table.after]):
        if leaf(block.locator) != page:
            break
        if block.kind in (BlockKind.TITLE, BlockKind.HEADING):
            return block.text
    return ""
