"""Sentences of running Russian text."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from razdel import sentenize  # type: ignore[import-untyped]  # ships no types

from scoring.language.ru.words import words

_FEWEST_WORDS = 5
_MOST_NUMBERS = 0.35
# «;» and «:» at the end of an item of a list close it as a full stop does.
_ENDED = re.compile(r"[.!?…;:][\"'»”)\]]*$")
_DIGIT = re.compile(r"\d")
_TRAIL = re.compile(r"^[\W\d]*$")
_CLOSING = re.compile(r"[\d.]+\)[.,;]?(?=\s|$)")
_LETTER_ITEM = re.compile(r"(?:^|\s)(?:\(?\d{1,2}|[а-я])[).]$")


@dataclass(frozen=True, slots=True)
class Passage:
    """A piece of running text and where it stands."""

    text: str
    locator: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence and where it stands."""

    text: str
    locator: str


def sentences(passages: Iterable[Passage]) -> tuple[Sentence, ...]:
    """Sentences that are running text: ended, of five Cyrillic words or more, few numbers."""
    return tuple(
        Sentence(text, passage.locator)
        for passage in passages
        for text in split(passage.text)
        if is_running(text)
    )


def split(text: str) -> tuple[str, ...]:
    """All sentences of a paragraph, none across paragraphs.

    razdel, with its two mistakes on budgets mended: it parts «табл. 2).» from its sentence
    and «1)» from its item.
    """
    found: list[str] = []
    for one in sentenize(text):
        piece = one.text.strip()
        if found and (closing := _closes(found[-1], piece)):
            found[-1] = f"{found[-1]} {closing}"
            piece = piece[len(closing) :].strip()
        if found and piece and (_TRAIL.match(piece) or _LETTER_ITEM.search(found[-1])):
            found[-1] = f"{found[-1]} {piece}"
        elif piece:
            found.append(piece)
    return tuple(found)


def _closes(before: str, piece: str) -> str:
    """``2).`` at the start of a piece when a bracket was left open: «(см. табл.» | «2). Далее»."""
    match = _CLOSING.match(piece) if before.count("(") > before.count(")") else None
    return match[0].strip() if match else ""


def is_running(text: str) -> bool:
    """A sentence, not a heading, a cell or a row of numbers."""
    tokens = text.split()
    numbers = sum(bool(_DIGIT.search(token)) for token in tokens)
    if not _ENDED.search(text) or numbers > _MOST_NUMBERS * len(tokens):
        return False
    return len(words(text)) >= _FEWEST_WORDS
