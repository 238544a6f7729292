"""Russian words: where they are, how many syllables, which word of the dictionary."""

import re
from functools import cache, lru_cache

import pymorphy3  # type: ignore[import-untyped]  # ships no types

from scoring.language.ru.normal import normal

_WORD = re.compile("[\u0400-\u052f]+(?:-[\u0400-\u052f]+)*")
_VOWEL = re.compile("[аеёиоуыэюяіїєѣ]")
_KNOWN = 100_000


def words(text: str) -> tuple[str, ...]:
    """Cyrillic words in lower case, a hyphenated one as one; numbers are no words."""
    return tuple(_WORD.findall(text.lower()))


@lru_cache(_KNOWN)
def syllables(word: str) -> int:
    """As many as vowels; none in ``в``, ``к``, ``с``."""
    return len(_VOWEL.findall(word.lower()))


def lemmas(text: str) -> tuple[str, ...]:
    """Dictionary forms of the words, ё as е, in their order: ``доходов`` gives ``доход``."""
    return tuple(_lemma(word) for word in words(normal(text)))


@lru_cache(_KNOWN)
def _lemma(word: str) -> str:
    return str(dictionary().parse(word)[0].normal_form).replace("ё", "е")


@cache
def dictionary() -> pymorphy3.MorphAnalyzer:
    """Loaded at the first word: 0.1 s and 70 MB."""
    return pymorphy3.MorphAnalyzer(lang="ru")
