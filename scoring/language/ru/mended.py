"""Words that a narrow column broke without a hyphen, made whole: "Безвозмезд ные поступлени я"."""

import re
from functools import lru_cache

from scoring.language.ru.words import dictionary

_BROKEN = re.compile(
    r"(?<![а-яё])([а-яё]{2,})\s+([а-яё]{1,12})(?![а-яё])(?=(?:\s+([а-яё]{1,12})(?![а-яё]))?)", re.I
)
_WORDS = frozenset("аивкосуябж")
"""Letters that are words: the dictionary knows all of them as names of letters."""
_REMEMBERED = 8192


@lru_cache(_REMEMBERED)
def mended(text: str) -> str:
    """``text`` with pieces joined where one of them is no word and two or three together are."""
    at = 0
    while match := _BROKEN.search(text, at):
        first, rest, more = match.groups()
        if _broken(first, rest):
            text = f"{text[: match.start()]}{first}{rest}{text[match.end() :]}"
            at = match.start()
        elif more and _broken(first, rest + more) and not _broken(rest, more):
            text = f"{text[: match.start()]}{first}{rest}{more}{text[match.end(3) :]}"
            at = match.start()
        else:
            at = match.start(2)
    return text


def _broken(first: str, rest: str) -> bool:
    known = dictionary().word_is_known
    whole = (first + rest).lower()
    if rest[0].isupper() and not first.isupper():
        return False
    alone = len(rest) > 1 or rest.lower() in _WORDS
    return not (known(first.lower()) and known(rest.lower()) and alone) and bool(known(whole))
