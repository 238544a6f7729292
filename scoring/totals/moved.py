"""A total and by how much it moved: "ДОХОДЫ ▲ 5,4 млрд" beside "68,3 → 73,7".

A mark and a number under a name may be the total or its change. Where the old and the new stand
beside it and differ by just that much, it is the change, and the new one is the total.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from scoring.language.ru.folded import folded
from scoring.model import Document
from scoring.totals.announced import everywhere
from scoring.totals.figures import Figure
from scoring.totals.labels import Concept, concept, lacking
from scoring.totals.lines import without
from scoring.totals.money import sums, unit
from scoring.totals.others import short_lines

_TRUST = 2.4
_SIGN = re.compile(r"[→➜➔⟶>]")
"""What every arrow has: most documents have none."""
_FROM_TO = re.compile(
    r"(?<![\d,])(\d[\d ]*(?:,\d+)?)[^\d+]{0,12}?(?:→|➜|➔|⟶|=>|->)\s*(\d[\d ]*(?:,\d+)?)"
)


def figures(document: Document) -> Iterator[Figure]:
    """The new sums of totals whose change is told beside the old and the new."""
    around = everywhere(document)
    short = short_lines(document)
    if not any(_SIGN.search(text) for _, _, text in short):
        return
    lines = [(place, locator, text.strip()) for place, locator, text in short if text]
    for (place, locator, text), (_, _, under) in pairwise((*lines, (0, "", ""))):
        for told in (text, f"{text} {under}"):
            if figure := _moved(told, around, place, locator):
                yield figure
                break


def _moved(text: str, around: float | None, place: int, locator: str) -> Figure | None:
    plain = folded(text)
    span = _FROM_TO.search(plain)
    if span is None:
        return None
    rest = f"{plain[: span.start()]} {plain[span.end() :]}"
    found = sums(rest)
    named = concept(re.sub(r"[▲▼↑↓△▽+]", " ", without(rest, found)))
    old, new = (float(number.replace(" ", "").replace(",", ".")) for number in span.groups())
    scale = next((s.unit for s in found if s.unit), None) or unit(text) or around
    if named is None or len(found) != 1 or scale is None:
        return None
    if not old or abs(abs(new - old) - abs(found[0].number)) > 1e-6:
        return None
    sign = -1 if named is Concept.BALANCE and lacking(plain) else 1
    return Figure(named, sign * round(new * scale, 2), _TRUST, text, locator, place)
