"""JSON as servers and pages write it, read within bounds; never evaluated."""

import json
import re
from enum import Enum

# A list of documents takes kilobytes; every list or object of hostile JSON costs memory.
MAX_JSON = 4_000_000
MAX_DIGITS = 30

# What keeps an answer from being run as a script, and what makes it one (JSONP).
_GUARD = re.compile(r"\s*(?:\)\]\}',?|for\s*\(;;\);|while\s*\(1\);)")
_PADDED = re.compile(r"\s*+(?:/\*\*/)?\s*+[A-Za-z_$][\w$.]{0,80}\s*+\(\s*+(?=[\[{])")


class _Unreadable(Enum):
    UNREADABLE = "unreadable"


UNREADABLE = _Unreadable.UNREADABLE


def _number(digits: str) -> int | str:
    return int(digits) if len(digits) <= MAX_DIGITS else digits


_DECODER = json.JSONDecoder(parse_int=_number)


def parsed(text: str) -> object:
    """The list or object a text consists of; UNREADABLE for anything else."""
    text = text.removeprefix("\ufeff")
    mark = _GUARD.match(text)
    start = mark.end() if mark else 0
    padded = None if mark else _PADDED.match(text)
    start = padded.end() if padded else start
    found = beginning(text, start)
    if found is None:
        return UNREADABLE
    value, end = found
    rest = text[end : end + 100].strip()
    return value if rest in (("", ";") if not padded else (")", ");", ") ;")) else UNREADABLE


def beginning(text: str, start: int = 0) -> tuple[object, int] | None:
    """The list or object that begins at ``start``, and where it ends; None for none."""
    while start < len(text) and text[start].isspace():
        start += 1
    if not text.startswith(("{", "["), start):
        return None
    try:
        value, length = _DECODER.raw_decode(text[start : start + MAX_JSON])
    except (ValueError, RecursionError):
        return None
    return value, start + length
