"""Sentences whose sums lead their verbs: "36,2 млрд рублей он соберёт, 37,0 млрд потратит"."""

import re
from collections.abc import Sequence

from scoring.totals.money import Sum
from scoring.totals.verbs import CAME, WENT

_BEHIND = re.compile(r"[^.,;:!?()\d-]{0,40}$")
_FEWEST = 2


def led(plain: str, found: Sequence[Sum]) -> bool:
    """Has each of several sums its own verb right behind it, and the first none before it?"""
    if len(found) < _FEWEST or _verbs(plain[: found[0].start]):
        return False
    ends = [*(one.start for one in found[1:]), len(plain)]
    for one, end in zip(found, ends, strict=True):
        words = plain[one.end : end]
        verbs = _verbs(words)
        if len(verbs) != 1 or not _BEHIND.match(words[: verbs[0]]):
            return False
    return True


def _verbs(words: str) -> list[int]:
    return [match.start() for pattern in (CAME, WENT) for match in pattern.finditer(words)]
