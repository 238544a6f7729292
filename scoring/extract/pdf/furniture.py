"""Headers, footers and page numbers: lines that come again at one place on many pages."""

import re
from collections import Counter
from collections.abc import Sequence

from scoring.extract.pdf.lines import Line

_EDGE = 0.12
_LEAST_PAGES = 3
_LEAST_SHARE = 0.2
_NUMBER = re.compile(
    r"^\W*(стр(аница|\.)?|page)?\W*\d{1,4}(\s*(из|of|/)\s*\d{1,4})?\W*$", re.IGNORECASE
)
_DIGITS = re.compile(r"\d+")

Mark = tuple[str, int]
_LONGEST = 200


def at_edges(lines: Sequence[Line], height: float) -> dict[int, Mark | None]:
    """Lines that stand where headers and footers do, by index, and what each is recognised by.

    That is its words without numbers and how high it stands; a long line has no such mark.
    """
    height = max(1.0, height)
    return {
        index: _mark(line, height)
        for index, line in enumerate(lines)
        if not _EDGE < line[1][1] / height < 1 - _EDGE
    }


def _mark(line: Line, height: float) -> Mark | None:
    if len(line.text) > _LONGEST:
        return None
    # Pages of one document differ in height: the distance is from the nearer edge, down or up.
    low = line.box[1] / height < 0.5
    away = line.box[1] if low else line.box[3] - height - 1
    return _DIGITS.sub("#", line.text.casefold()), round(away / 12)


def is_page_number(line: Line, height: float) -> bool:
    """A bare number (or "Page | 3") at the edge."""
    at = line.box[1] / max(1.0, height)
    numbered = len(line.text) <= 30 and _NUMBER.match(line.text)
    return bool(numbered) and not _EDGE * 0.75 < at < 1 - _EDGE * 0.75


def repeated(pages: Sequence[Sequence[Mark]]) -> frozenset[Mark]:
    """Marks that stand on three pages and on every fifth at least."""
    counts = Counter(found for page in pages for found in set(page))
    least = max(_LEAST_PAGES, _LEAST_SHARE * len(pages))
    if len(pages) == 2:
        # At the foot of both it is a footer; at the head it may be the title of each.
        return frozenset(found for found, count in counts.items() if count == 2 and found[1] >= 0)
    return frozenset(found for found, count in counts.items() if count >= least)
