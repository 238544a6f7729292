"""The lines just above a table that belong to it: its name, its unit."""

import re
from collections.abc import Sequence

from scoring.document import Block

_UNIT = re.compile(
    r"(тыс|млн|млрд|тысяч|миллион|миллиард)\w*\.?\s*руб|^\W*\(?\s*(в\s+)?(руб|процент|%)|"
    r"единиц[аы] измерения",
    re.IGNORECASE,
)
_NAMED = re.compile(r"^\s*(таблица|приложение)\b", re.IGNORECASE)
_LONGEST = 200


def above(blocks: Sequence[Block], own: str = "") -> str:
    """The table's own caption and up to two short lines above it that name it or its unit."""
    kept: list[str] = []
    for block in reversed(blocks[-2:]):
        if len(block.text) > _LONGEST or not (_UNIT.search(block.text) or _NAMED.match(block.text)):
            break
        kept.insert(0, block.text)
    return " ".join((*kept, own)).strip()
