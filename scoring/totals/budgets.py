"""Tables with a row for each budget: towns, districts, the fund, and the region's own."""

import re
from collections.abc import Sequence

from scoring.editions.years import mentioned
from scoring.language.ru.folded import any_of, folded
from scoring.totals.labels import concept
from scoring.totals.money import cell, lone

_UNIT = r"(?:,? \(?(?:в )?(?:тыс|млн|млрд|трлн)[а-я.]* ?(?:руб[а-я.]*|₽)?\)?)?"
_OWN = any_of(
    r"^\W*(?:собственно |наш |сам )?(?:областной|краевой|республиканский|окружной|региональный) "
    rf"бюджет{_UNIT}\W*$",
    r"^\W*бюджет (?:самой |самого |нашей |нашего )?"
    r"(?:области|края|республики|(?:автономного )?округа|региона|"
    rf"субъекта(?: рф)?){_UNIT}\W*$",
)
_COMPARES = re.compile(
    r"^\W*(?:на )?[-+]?\s?\d[\d ]*(?:[.,]\d+)?\s?(?:%|(?:тыс|млн|млрд)[а-я.]*)?\s?"
    r"(?:руб[а-я.]*|₽)?\s?"
    r"(?:к|от|против|по сравнению с|больше|меньше|выше|ниже)\s"
)
_TOTALS = 2

Row = Sequence[str]


def own_row(rows: Sequence[Row]) -> tuple[Row, ...]:
    """Under totals that run across: only the row called the region's own budget, if one is.

    The year in the corner of the head is that of every row.
    """
    for height, head in enumerate(rows):
        if sum(concept(text) is not None for text in head) < _TOTALS:
            continue
        mine = [row for row in rows[height + 1 :] if row and _OWN.search(folded(row[0]))]
        if len(mine) != 1 or len(rows) - height - 1 < _TOTALS:
            return tuple(rows)
        corner = head[0] if mentioned(head[0]) else ""
        return (head, (f"{mine[0][0]} {corner}".strip(), *mine[0][1:]))
    return tuple(rows)


def uncompared(rows: Sequence[Row]) -> tuple[Row, ...]:
    """Without the rows that only say by how much each figure grew: "+1 102,4 к 2025 году"."""
    return tuple(row for row in rows if not _comparing([text for text in row if text.strip()]))


def _comparing(told: Sequence[str]) -> bool:
    figures = [text for text in told if cell(text) is None and lone(text) is None]
    return (
        bool(told)
        and len(figures) == len(told)
        and all(_COMPARES.search(folded(text)) for text in told)
    )
