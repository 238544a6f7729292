"""Sentences of running Russian text."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from razdel import sentenize  # type: ignore[import-untyped]  # ships no types

from scoring.language.ru.words import words
from scoring.quick import quickly

_FEWEST_WORDS = 5
_MOST_NUMBERS = 0.35
# «;» and «:» at the end of an item of a list close it as a full stop does.
_ENDED = re.compile(r"[.!?…;:][\"'»”)\]]*$")
_NUMBER = re.compile(r"\S*\d\S*")
_QUANTITY = re.compile(
    r"\d[\d\s]*(?:[.,]\d+)?\s*(?:(?:тыс|млн|млрд|трлн)\b\.?|тысяч\w*|миллион\w*|миллиард\w*)?\s*"
    r"(?:руб(?:\.|л\w*)?|процент\w*|год[ауе]?\b|лет\b|г\.|чел\w*\.?|км\b|шт\b)?",
    re.I,
)
# "36 990 411,2 тыс. рублей" is one number in a row of words, and six words to who reads it.
_GROUPED = re.compile(r"(?<=\d)[ \u00a0\u2009\u202f](?=\d{3}(?!\d))")
_READ_OUT = re.compile(r"\d+|[%‰₽]")
_WITHIN = re.compile(r"[.?!…;\"'»”’)]\s")
# One edition is asked several times (is it prose, how hard, how official): 4,000 sentences are
# a brochure of 300 pages.
_REMEMBERED = 4096
_TRAIL = re.compile(r"^[\W\d]*$")
_CLOSING = re.compile(r"[\d.]+\)[.,;]?(?=\s|$)")
# What razdel takes for an end: a mark of an item, and "Школа в пст. Нижняя Вежа".
_UNENDED = re.compile(
    r"(?:^|\s)(?:\(?\d{1,2}|[а-я])[).]$|"
    r"(?<![а-яё])(?:пст|р\.\s?п|рп|пгт|нп|мкрн?|кп|дп|сп|аал|рзд|тер)\.$"
)


@quickly
@dataclass(frozen=True, slots=True)
class Passage:
    """A piece of running text and where it stands."""

    text: str
    locator: str


@quickly
@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence and where it stands."""

    text: str
    locator: str


def sentences(passages: Iterable[Passage], *, ended: bool = True) -> tuple[Sentence, ...]:
    """Sentences that are running text: ended, of five Cyrillic words or more, few numbers.

    With ``ended`` false, points of slides and lines that no full stop ends, too.
    """
    return tuple(
        Sentence(text, passage.locator)
        for passage in passages
        for text in split(passage.text)
        if running_words(text, ended=ended)
    )


@lru_cache(_REMEMBERED)
def split(text: str) -> tuple[str, ...]:
    """All sentences of a paragraph, none across paragraphs.

    razdel, with its two mistakes on budgets mended: it parts «табл. 2).» from its sentence
    and «1)» from its item.
    """
    if not _WITHIN.search(text):
        return (whole,) if (whole := text.strip()) else ()
    found: list[str] = []
    for one in sentenize(text):
        piece = one.text.strip()
        if found and (closing := _closes(found[-1], piece)):
            found[-1] = f"{found[-1]} {closing}"
            piece = piece[len(closing) :].strip()
        if found and piece and (_TRAIL.match(piece) or _UNENDED.search(found[-1])):
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
    return bool(running_words(text))


@lru_cache(_REMEMBERED)
def running_words(text: str, *, ended: bool = True) -> tuple[str, ...]:
    """The words of a sentence that is running text, () of what is not.

    With ``ended`` false a full stop is not asked for: a point of a slide is read as a sentence.
    """
    return spoken(text) if not ended or _ENDED.search(text) else ()


@lru_cache(_REMEMBERED)
def spoken(text: str) -> tuple[str, ...]:
    """The words of a text of five and more, () where there are fewer or every third is a number."""
    whole = _GROUPED.sub("", text)
    numbers = len(_NUMBER.findall(whole))
    if numbers and numbers > _MOST_NUMBERS * len(whole.split()):
        return ()
    said = words(text)
    return said if len(said) >= _FEWEST_WORDS else ()


@lru_cache(_REMEMBERED)
def weighed(text: str) -> tuple[str, ...]:
    """The words of ``spoken`` without the units of numbers: "5,2 млн рублей" is a number.

    Of a sentence full of sums every fourth word is such a unit, short and of no one's style.
    """
    said = spoken(text)
    return (words(_QUANTITY.sub(" ", text)) or said) if said else ()


@lru_cache(_REMEMBERED)
def read_out(text: str) -> int:
    """How many words the numbers of a sentence are to who reads it: groups of digits and units.

    They make a sentence long as words do and tell nothing of how long its words are.
    """
    if not any(map(str.isdigit, text)):
        return 0
    return len(_READ_OUT.findall(text)) + len(spoken(text)) - len(weighed(text))
