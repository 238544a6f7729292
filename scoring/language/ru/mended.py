"""Words that a narrow column broke without a hyphen, made whole: "Безвозмезд ные поступлени я"."""

import re
from functools import lru_cache

from scoring.language.ru.words import dictionary

_BROKEN = re.compile(r"(?<![а-яё])([а-яё]{2,})\s+([а-яё]{1,12})(?![а-яё])", re.I)
_REMEMBERED = 8192


@lru_cache(_REMEMBERED)
def mended(text: str) -> str:
    """``text`` with two pieces joined where one of them is no word and both together are."""
    at = 0
    while match := _BROKEN.search(text, at):
        first, rest = match.groups()
        if _broken(first, rest):
            text = f"{text[: match.start()]}{first}{rest}{text[match.end() :]}"
            at = match.start()
        else:
            at = match.start(2)
    return text


def _broken(first: str, rest: str) -> bool:
    known = dictionary().word_is_known
    whole = (first + rest).lower()
    if rest[0].isupper() and not first.isupper():
        return False
    return not (known(first.lower()) and known(rest.lower())) and bool(known(whole))
