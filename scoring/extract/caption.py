"""The lines just above a table that belong to it: its name, its unit."""

import re
from collections.abc import Sequence

from scoring.document import Block

# "13 480,0 тыс. рублей" is a sum, and what tells it a sentence.
_UNIT = re.compile(
    r"(?<!\d)(?<!\d[ \u00a0])(тыс|млн|млрд|тысяч|миллион|миллиард)\w*\.?\s*(?:руб|₽)|"
    r"^\W*\(?\s*(в\s+)?(руб|процент|%)|"
    r"единиц[аы] измерения",
    re.IGNORECASE,
)
_NAMED = re.compile(r"^\s*(таблица|приложение)\b", re.IGNORECASE)
_TOLD_BY = ("руб", "₽", "%", "процент", "единиц", "таблица", "приложение")
"""One of these is in all that the patterns find, and looking for them costs a tenth."""
_LONGEST = 200


def is_unit(text: str) -> bool:
    """Does the line tell a unit, or name a table by its number?"""
    said = text.casefold()
    if not [word for word in _TOLD_BY if word in said]:
        return False
    return bool(_UNIT.search(text) or _NAMED.match(text))


def above(blocks: Sequence[Block], own: str = "") -> str:
    """The table's own caption and up to two short lines above it that name it or its unit."""
    kept: list[str] = []
    for block in reversed(blocks[-2:]):
        if len(block.text) > _LONGEST or not is_unit(block.text):
            break
        kept.insert(0, block.text)
    return " ".join((*kept, own)).strip()
