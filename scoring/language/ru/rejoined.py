"""Telephones that a line of print parted: "тел. (8888) 40-00-" and below "10"."""

import re
from collections.abc import Iterable, Iterator

_PARTED = re.compile(r"\d{2}-\s*$")
_LAST_DIGITS = re.compile(r"\s*\d{2}\b(?!\.\d)")


def rejoined(texts: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """The texts, with the last digits of a telephone that a line of print parted from it."""
    before: tuple[str, str] | None = None
    for text, locator in texts:
        if before and _LAST_DIGITS.match(text) and _PARTED.search(before[0]):
            before = (before[0] + text, before[1])
            continue
        if before:
            yield before
        before = (text, locator)
    if before:
        yield before
