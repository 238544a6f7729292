"""Headers, footers and page numbers: lines that come again at one place on many pages."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from scoring.extract.pdf.lines import Line
from scoring.extract.pdf.places import Box

_EDGE = 0.12
_LEAST_PAGES = 3
_LEAST_SHARE = 0.2
_NUMBER = re.compile(
    r"^\W*(стр(аница|\.)?|page)?\W*\d{1,4}(\s*(из|of|/)\s*\d{1,4})?\W*$", re.IGNORECASE
)
_DIGITS = re.compile(r"\d+")

_LONGEST = 200
_STEP = 12


def at_edges(lines: Sequence[Line], height: float) -> dict[int, int]:
    """Lines that stand where headers and footers do, by index, and how high: in twelves of points.

    Pages of one document differ in height: it is counted from the nearer edge, below 0 downwards.
    """
    height = max(1.0, height)
    foot, head = _EDGE * height, (1 - _EDGE) * height
    return {
        index: _height(line[1], height)
        for index, line in enumerate(lines)
        if not foot < line[1][1] < head
    }


def _height(box: Box, height: float) -> int:
    return round((box[1] if box[1] / height < 0.5 else box[3] - height - 1) / _STEP)


def is_page_number(line: Line, height: float) -> bool:
    """A bare number (or "Page | 3") at the edge."""
    at = line.box[1] / max(1.0, height)
    numbered = len(line.text) <= 30 and _NUMBER.match(line.text)
    return bool(numbered) and not _EDGE * 0.75 < at < 1 - _EDGE * 0.75


def repeated(pages: Sequence[tuple[Sequence[Line], Mapping[int, int]]]) -> list[frozenset[int]]:
    """Of each page's lines and those at its edges the ones that come again, by index.

    The same words, numbers aside, at one height on three pages and on every fifth at least. At
    the foot of both of two pages it is a footer; at the head it may be the title of each.
    """
    least = 2 if len(pages) == 2 else max(_LEAST_PAGES, _LEAST_SHARE * len(pages))
    heights = Counter(height for _, edges in pages for height in set(edges.values()))
    again = {at for at, count in heights.items() if count >= least and (least > 2 or at >= 0)}
    # Only what stands at such a height is read.
    marks = [
        {
            index: (_DIGITS.sub("#", said.casefold()), height)
            for index, height in edges.items()
            if height in again and len(said := lines[index].text) <= _LONGEST
        }
        for lines, edges in pages
    ]
    counts = Counter(mark for page in marks for mark in set(page.values()))
    return [
        frozenset(index for index, mark in page.items() if counts[mark] >= least) for page in marks
    ]
