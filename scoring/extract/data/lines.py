"""Lines of a text put together: paragraphs, items, headings told by how they stand."""

import re
from collections.abc import Iterator, Sequence
from statistics import median

from scoring.document import BlockKind

_ITEM = re.compile(r"\s*(?:[•·▪●○■◦*–—-]\s*|\(?\d{1,2}[.)]\s+|[а-яa-z]\)\s+)(?=\S)")
_END = re.compile(r"[.!?…:;]['\"»”)\]]*$")
_WRAPPED = 100
"""Letters: lines no longer than this may have been broken to fit a screen."""
_FEWEST = 3

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
    """Most lines that are followed by another end in the middle of a sentence."""
    held = [line.strip() for line in lines if line.strip()]
    if len(held) < _FEWEST or max(map(len, held)) > _WRAPPED or median(map(len, held)) < _WRAPPED / 3:
        return False
    followed = [
        (a.strip(), b.strip()) for a, b in zip(lines, lines[1:], strict=False) if a.strip() and b.strip()
    ]
    run_on = sum(not _END.search(a) and b[:1].islower() for a, b in followed)
    return bool(followed) and run_on * 3 >= len(followed)
