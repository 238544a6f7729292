"""Lines of a text put together: paragraphs, items, headings told by how they stand."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

from scoring.document import BlockKind

_ITEM = re.compile(r"\s*(?:[•·▪●○■◦*–—-]\s*|\(?\d{1,2}[.)]\s+|[а-яa-z]\)\s+)(?=\S)")
_END = re.compile(r"[.!?…:;]['\"»”)\]]*$")
_WRAPPED = 100
"""Letters: lines no longer than this may have been broken to fit a screen."""
_SHORT = 30
"""Letters: shorter lines are names in a list, broken by nobody."""

Told = tuple[int, BlockKind, str]


def paragraphs(lines: Sequence[str]) -> Iterator[Told]:
    """(line from 1, kind, text): an empty line parts paragraphs; short lines may be one's parts.

    Where the lines of a text are all short and run on from one to the next, a program broke
    them; else each line is a paragraph of its own.
    """
    wrapped = _is_wrapped(lines)
    start, parts = 0, list[str]()
    for number, line in enumerate(lines, 1):
        text = line.strip()
        ends = not text or not wrapped or _ITEM.match(line) or (parts and _END.search(parts[-1]))
        if parts and ends:
            yield start, kind_of(parts), " ".join(parts)
            parts = []
        if text:
            start = start if parts else number
            parts.append(text)
    if parts:
        yield start, kind_of(parts), " ".join(parts)


def kind_of(parts: Sequence[str]) -> BlockKind:
    """An item by its mark; all else is a paragraph."""
    return BlockKind.LIST_ITEM if _ITEM.match(parts[0]) else BlockKind.PARAGRAPH


def _is_wrapped(lines: Sequence[str]) -> bool:
    """Many lines that are followed by another end in the middle of a sentence, and none is long."""
    held = [line.strip() for line in lines]
    followed = [(a, b) for a, b in pairwise(held) if a and b]
    run_on = [a for a, b in followed if not _END.search(a) and b[:1].islower()]
    if not run_on or max(map(len, held)) > _WRAPPED:
        return False
    return len(run_on) * 3 >= len(followed) and median(map(len, run_on)) >= _SHORT
