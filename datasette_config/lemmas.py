"""Words of any form -> the forms they are searched by: Russian to its dictionary form, ё as е."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pymorphy3 import MorphAnalyzer  # type: ignore[import-untyped]  # ships no types

WORD = re.compile(r"[^\W_]+")
_SURE = 0.15  # a reading below this share of likelihood is left out
_READINGS = 2
_LONGEST = 40  # letters; longer strings are hashes and addresses, not words


@lru_cache(maxsize=200_000)
def lemmas(word: str) -> tuple[str, ...]:
    """The dictionary forms a word may have: «стали» is сталь or стать. Never empty."""
    plain = word.lower()
    if len(plain) > _LONGEST or not re.search("[а-яё]", plain):
        return (_folded(plain[:_LONGEST]),)
    read = [p for p in _dictionary().parse(plain) if p.score >= _SURE][:_READINGS]
    return tuple(dict.fromkeys(_folded(p.normal_form) for p in read)) or (_folded(plain),)


def words(text: str) -> Iterator[re.Match[str]]:
    """The words of a text, each where it stands."""
    return WORD.finditer(text)


def _folded(word: str) -> str:
    return word.replace("ё", "е")


@cache
def _dictionary() -> "MorphAnalyzer":
    # Only search needs it: no other page waits for it to load.
    from pymorphy3 import MorphAnalyzer

    return MorphAnalyzer(lang="ru")
