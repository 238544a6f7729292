"""The sums a sentence counts in units, those too that leave theirs to the sums around them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from scoring.facts.numerals import PAD
from scoring.totals.alike import WRITTEN_OUT, said_last, united
from scoring.totals.money import Sum, like_a_year, sums

_VERB_LAST = re.compile(
    r"^[^.!?\d]{0,40}\b(?:получ|собер|собр|собир|поступ|прид|приш|(?:по|ис)?тра[тч]|израсход|уйд|уш[лё])"
    r"[а-я]*\s$"
)
_STOPS = re.compile(r"\s*(?:[.,;!?)»\"]|$)")
_HALF = 0.5
_ROW, _WORDS = 4, 2
"""Numbers without a unit that make a row of a table, and words to each of them in a sentence."""
_NAME_EACH = re.compile(
    r"\b(?:доход|расход|дефицит|профицит|поступлени|выплат)[а-я]*\W{1,4}(?=\d)(?!20[1-4]\d\b)"
)
"""In a list each number has a name of its own, "2026: доходы - 74,5; расходы - 75,5"."""


def counted(plain: str, unit: float | None) -> tuple[Sum, ...]:
    """The sums with a unit; where none has, those written out in full in the unit announced."""
    read = said_last(plain, tuple(united(sums(plain))))
    read = tuple(_governed_alike(plain, read))
    if unit and not any(s.unit for s in read) and not _run_together(plain, read):
        read = tuple(
            replace(s, unit=unit) for s in read if WRITTEN_OUT.search(plain, s.start, s.end)
        )
    return tuple(s for s in read if s.unit)


def _governed_alike(plain: str, read: Sequence[Sum]) -> Iterator[Sum]:
    """Whole numbers too with the unit before them: "получит 52 миллиарда, а потратит 55"."""
    before: Sum | None = None
    for this in read:
        if before and this.unit is None and not like_a_year(this) and _alike(plain, before, this):
            this = replace(this, unit=before.unit)
        yield this
        before = this if this.unit else before


def _alike(plain: str, before: Sum, this: Sum) -> bool:
    said = _VERB_LAST.search(plain[before.end : this.start].rstrip(PAD))
    near = _HALF < this.number / (before.number or 1.0) < 1 / _HALF
    return bool(said and near and _STOPS.match(plain, this.end))


def _run_together(plain: str, read: Sequence[Sum]) -> bool:
    """Is it the rows of a table read as a line: hardly a word to a number?"""
    bare = [s for s in read if not like_a_year(s)]
    words = re.findall(r"[а-яa-z]{2,}", plain)
    named = _NAME_EACH.findall(plain)
    return len(bare) >= _ROW and len(words) < _WORDS * len(bare) and len(named) * 2 <= len(bare)
