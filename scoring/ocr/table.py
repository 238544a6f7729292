"""What tesseract says, as a table of words; its lines and paragraphs put together."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from statistics import median_high

from scoring.ocr.rouble import signed

_COLUMNS = 12
_WORD = "5"
DOUBTED = 30.0
"""Below this a word is mostly a stain or a line of a picture."""
MOST_WORDS = 20_000
_BULLET = "•"
_STROKE = {"|"}
"""A rule of a table."""
_NO_BULLETS = frozenset("-–—|[](){}_/\\…")
"""A dash is written as one, and a stroke was drawn."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word, how sure the program is of it, 0..100, and its edges in points of the picture.

    ``top`` and ``bottom`` count from the picture's upper edge down.
    """

    text: str
    confidence: float
    left: float = 0.0
    top: float = 0.0
    right: float = 0.0
    bottom: float = 0.0


@dataclass(frozen=True, slots=True)
class Line:
    """A line; ``paragraph`` is the same for lines of one paragraph of the page.

    ``left`` and ``right`` are where it begins and ends, ``middle`` how far down it stands.
    ``height`` is the median of its words: a stroke beside them may be of any height.
    """

    paragraph: tuple[str, ...]
    words: tuple[Word, ...]
    left: float = field(init=False, repr=False, compare=False)
    right: float = field(init=False, repr=False, compare=False)
    middle: float = field(init=False, repr=False, compare=False)
    height: float = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Measure it once."""
        words = self.words
        for name, value in (
            ("left", min(word.left for word in words)),
            ("right", max(word.right for word in words)),
            ("middle", sum(word.top + word.bottom for word in words) / 2 / len(words)),
            ("height", median_high(word.bottom - word.top for word in words)),
        ):
            object.__setattr__(self, name, value)


def lines_of(told: str) -> tuple[tuple[Line, ...], ...]:
    """The lines of each page, in reading order, of a table in TSV; rows torn are passed over."""
    pages: defaultdict[str, dict[tuple[str, str, str], list[Word]]] = defaultdict(dict)
    seen = 0
    for row in told.splitlines()[1:]:
        cells = row.split("\t")
        if len(cells) != _COLUMNS:
            continue
        level, page, block, paragraph, line, _, *place, confidence, text = cells
        held = pages[page]
        if level == _WORD and text.strip() and seen < MOST_WORDS:
            seen += 1
            left, top, width, height = map(_number, place)
            edges = (left, top, left + width, top + height)
            word = Word(text.strip(), min(100.0, _number(confidence)), *edges)
            held.setdefault((block, paragraph, line), []).append(word)
    return tuple(
        tuple(Line(key[:2], tuple(words)) for key, words in held.items()) for held in pages.values()
    )


def paragraphs(lines: Iterable[Line]) -> tuple[str, ...]:
    """Lines of a paragraph as one text, words parted at the end of a line joined.

    An item of a list is a paragraph, whatever sign its bullet was read as.
    """
    told: dict[tuple[str, ...], list[str]] = {}
    for line in lines:
        item = len(line.words) > 1 and _is_bullet(line.words[0].text)
        words = line.words[1:] if item else line.words
        read = (w.text for w in words if w.confidence >= DOUBTED and set(w.text) != _STROKE)
        said = signed(" ".join(read))
        texts = told.setdefault(line.paragraph, [])
        if item and said:
            texts.append(f"{_BULLET} {said}")
        elif said:
            texts[-1:] = [_together("".join(texts[-1:]), said)]
    return tuple(text for texts in told.values() for text in texts)


def rows_of(lines: Iterable[Line]) -> tuple[tuple[str, ...], ...]:
    """Words that stand at one height, from the left to the right, the highest first.

    A chart is read so: its names and its figures are columns of no text.
    """
    words = [w for line in lines for w in line.words if w.confidence >= DOUBTED]
    rows: list[list[Word]] = []
    for word in sorted(words, key=lambda word: word.top + word.bottom):
        if rows and _is_level(rows[-1][0], word):
            rows[-1].append(word)
        else:
            rows.append([word])
    return tuple(tuple(w.text for w in sorted(row, key=lambda w: w.left)) for row in rows)


def _is_level(first: Word, word: Word) -> bool:
    """The middle of the one lies within the other."""
    low, high = (
        (first, word) if first.bottom - first.top < word.bottom - word.top else (word, first)
    )
    return high.top < (low.top + low.bottom) / 2 < high.bottom


def _is_bullet(first: str) -> bool:
    """A lone sign a line begins with, for there is no bullet in the alphabet the program knows."""
    signs = set(first)
    return len(first) <= 2 and not signs & _NO_BULLETS and not any(map(str.isalnum, signs))


def _together(before: str, after: str) -> str:
    if not before:
        return after
    parted = before.endswith("-") and before[-2:-1].isalpha() and after[:1].islower()
    return before[:-1] + after if parted else f"{before} {after}"


def _number(text: str) -> float:
    try:
        return min(1e6, max(0.0, float(text)))
    except ValueError:
        return 0.0
