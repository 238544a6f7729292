"""Totals named abreast in a line, and their sums in a line under it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from scoring.totals.columns import kind
from scoring.totals.labels import several
from scoring.totals.lines import Line, without
from scoring.totals.money import sums
from scoring.totals.titles import is_sum

_FOOT = 12
"""Lines from the heads of an account to its foot."""


def in_turn(page: Sequence[Line]) -> Iterator[Line]:
    """Lines in which names stand one after another over as many sums, a line for each of them."""
    taken = -1
    for place, line in enumerate(page):
        if place == taken:
            continue
        named = several(line.text) if not line.numbers and line.concept is None else ()
        at = place + 1
        if named and at < len(page) and page[at].worded:
            feet = range(at, min(at + _FOOT, len(page)))
            at = next((n for n in feet if _sums_up(page[n], len(named))), len(page))
        below = page[at] if named and at < len(page) else None
        summed = below is not None and _sums_up(below, len(named))
        if below and len(below.numbers) == len(named) and (summed or not below.worded):
            taken = at
            for concept, number in zip(named, below.numbers, strict=True):
                told = f"{concept} {below.text[number.start : number.end]}"
                yield replace(
                    below, text=told, concept=concept, numbers=sums(told), under=line.text
                )
            continue
        yield line


def _sums_up(line: Line, sides: int) -> bool:
    """Does a line only sum up each of ``sides``: "ИТОГО: 52,3 млрд ИТОГО: 55,1 млрд"?"""
    words = re.findall(r"[^\W\d]+", without(line.text, line.numbers))
    return len(line.numbers) == sides and bool(words) and all(map(is_sum, words))


def in_pairs(page: Sequence[Line]) -> Iterator[Line]:
    """A line for each total that stands over its plan and outcome.

    "Доходы Расходы" stands over "план факт план факт" over as many sums.
    """
    taken = -1
    for place, line in enumerate(page):
        if place <= taken:
            continue
        named = several(line.text) if not line.numbers and line.concept is None else ()
        heads, below = page[place + 1 : place + 2], page[place + 2 : place + 3]
        words = heads[0].text.split() if named and heads else []
        size = len(words) // len(named) if named else 0
        apart = size > 1 and len(words) == size * len(named) and all(map(kind, words))
        if apart and below and len(below[0].numbers) == len(words) and not below[0].worded:
            taken = place + 2
            told = [below[0].text[n.start : n.end] for n in below[0].numbers]
            for at, concept in enumerate(named):
                parts = zip(words, told, strict=True)
                mine = " ".join(f"{w} {n}" for w, n in list(parts)[at * size : (at + 1) * size])
                text = f"{concept}: {mine}"
                yield replace(
                    below[0], text=text, concept=concept, numbers=sums(text), under=line.text
                )
            continue
        yield line
