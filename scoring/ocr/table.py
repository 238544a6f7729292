"""What tesseract says, as a table of words; its lines and paragraphs put together."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

_COLUMNS = 12
_WORD = "5"
DOUBTED = 30.0
"""Below this a word is mostly a stain or a line of a picture."""
MOST_WORDS = 20_000


@dataclass(frozen=True, slots=True)
class Word:
    """A word and how sure the program is of it, 0..100."""

    text: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Line:
    """A line; ``paragraph`` is the same for lines of one paragraph of the page."""

    paragraph: tuple[str, str]
    words: tuple[Word, ...]


def lines_of(told: str) -> tuple[tuple[Line, ...], ...]:
    """The lines of each page, in reading order, of a table in TSV; rows torn are passed over."""
    pages: defaultdict[str, dict[tuple[str, str, str], list[Word]]] = defaultdict(dict)
    seen = 0
    for row in told.splitlines()[1:]:
        cells = row.split("\t")
        if len(cells) != _COLUMNS:
            continue
        level, page, block, paragraph, line, *_, confidence, text = cells
        held = pages[page]
        if level == _WORD and text.strip() and seen < MOST_WORDS:
            seen += 1
            word = Word(text.strip(), _number(confidence))
            held.setdefault((block, paragraph, line), []).append(word)
    return tuple(
        tuple(Line(key[:2], tuple(words)) for key, words in held.items()) for held in pages.values()
    )


def paragraphs(lines: Iterable[Line]) -> tuple[str, ...]:
    """Lines of a paragraph as one text, words parted at the end of a line joined."""
    told: dict[tuple[str, str], str] = {}
    for line in lines:
        text = " ".join(word.text for word in line.words if word.confidence >= DOUBTED)
        if text:
            told[line.paragraph] = _together(told.get(line.paragraph, ""), text)
    return tuple(told.values())


def _together(before: str, after: str) -> str:
    if not before:
        return after
    parted = before.endswith("-") and before[-2:-1].isalpha() and after[:1].islower()
    return before[:-1] + after if parted else f"{before} {after}"


def _number(text: str) -> float:
    try:
        return min(100.0, max(0.0, float(text)))
    except ValueError:
        return 0.0
