"""Columns of text that were read across, put in the order people read them: down, then right.

tesseract takes two columns for one where their lines stand at one height.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from scoring.ocr.table import Line, Word

_FEWEST = 3
"""Lines both columns share: two may be level by chance."""
_WIDE = 1.8
"""Heights of a letter between two columns at least: justified words stand nearer."""
_FAR = 4.0
"""Heights down to the next line at most: further down another thing begins."""
_MOST = 150
"""Lines a column is followed at most: no page has more, and a hostile picture has thousands."""
_LETTERS = 14
"""Letters of a line of a column on average: cells of a table say less, or figures."""

Gap = tuple[float, float]


def in_columns(lines: Sequence[Line]) -> list[Line]:
    """The lines in reading order, those over two columns or more parted at the gutter.

    A gutter is free of words over several lines one below the other, with text on both sides
    that runs on from line to line or is a list. A table has no such text in all its columns:
    its rows stay whole. A heading over all columns ends them.
    """
    told: list[Line] = []
    place = 0
    refused: list[tuple[int, Gap]] = []
    while place < len(lines):
        stretch, gutter = _stretch(lines, place, refused)
        if gutter is None:
            told.append(lines[place])
            place += 1
            continue
        sides = _parted(stretch, gutter)
        for number, side in enumerate(sides):
            told += in_columns([_named(line, f"{place}.{number}") for line in side])
        place += len(stretch)
    return told


def _named(line: Line, column: str) -> Line:
    """Lines of two columns make no paragraph together."""
    return replace(line, paragraph=(*line.paragraph, column))


def _stretch(
    lines: Sequence[Line], first: int, refused: list[tuple[int, Gap]]
) -> tuple[Sequence[Line], Gap | None]:
    """The lines from one on that a gutter parts, and the gutter; None when nothing parts them.

    ``refused`` are the gutters of tables and the line after their last: each is tried once.
    """
    for gap in _gaps(lines[first]):
        if any(first < last and gap[0] <= g[0] and g[1] <= gap[1] for last, g in refused):
            continue
        last, gutter = _followed(lines, first, gap)
        stretch = lines[first:last]
        if _are_columns(_across(stretch, gutter)):
            return stretch, gutter
        refused[:] = [(last, gutter), *((end, g) for end, g in refused if end > first)]
    return (), None


def _followed(lines: Sequence[Line], first: int, gutter: Gap) -> tuple[int, Gap]:
    """How far down the gutter goes, and what is left of its width there."""
    end = min(len(lines), first + _MOST)
    for index in range(first + 1, end):
        above, line = lines[index - 1], lines[index]
        down = line.middle - above.middle
        free = _free(line, gutter)
        if not -0.5 * line.height < down < _FAR * line.height or free is None:
            return index, gutter
        gutter = free
    return end, gutter


def _free(line: Line, gutter: Gap) -> Gap | None:
    """The part of a gutter no word of the line stands in; None when that is too narrow."""
    for start, end in [(0.0, line.left), *_gaps(line), (line.right, gutter[1])]:
        free = max(start, gutter[0]), min(end, gutter[1])
        if free[1] - free[0] >= _WIDE * line.height:
            return free
    return None


def _gaps(line: Line) -> list[Gap]:
    wide = _WIDE * line.height
    ends = ((one.right, other.left) for one, other in pairwise(line.words))
    return [(end, start) for end, start in ends if start - end >= wide]


def _across(stretch: Sequence[Line], gutter: Gap) -> list[tuple[Line, Line]]:
    """The lines that stand on both sides."""
    parted = ([_side(line, gutter, right=right) for right in (False, True)] for line in stretch)
    return [(one, other) for one, other in parted if one and other]


def _parted(stretch: Sequence[Line], gutter: Gap) -> Iterator[list[Line]]:
    for right in (False, True):
        yield [side for line in stretch if (side := _side(line, gutter, right=right))]


def _side(line: Line, gutter: Gap, *, right: bool) -> Line | None:
    words = tuple(word for word in line.words if (word.left >= gutter[1]) is right)
    return replace(line, words=words) if words else None


def _are_columns(pairs: Sequence[tuple[Line, Line]]) -> bool:
    return len(pairs) >= _FEWEST and all(map(_is_text, zip(*pairs, strict=True)))


def _is_text(lines: Sequence[Line]) -> bool:
    """Much is said on each line, in letters, and it runs on from line to line or is a list."""
    words = [word for line in lines for word in line.words]
    letters = sum(sum(map(str.isalpha, word.text)) for word in words)
    spoken = sum(_is_spoken(word) for word in words)
    goes_on = any(map(_goes_on, lines[1:]))
    return letters >= _LETTERS * len(lines) and spoken >= 0.6 * len(words) and goes_on


def _is_spoken(word: Word) -> bool:
    return any(map(str.isalpha, word.text))


def _goes_on(line: Line) -> bool:
    """Does it begin in a small letter, or with the mark of an item?"""
    first = line.words[0].text[0]
    return first.islower() or not first.isalnum()
