"""Figures in a column or a row and a legend that tells their order: "Сверху вниз: доходы, …"."""

import re
from collections.abc import Iterable, Sequence

from scoring.language.ru.folded import folded
from scoring.totals.directed import way
from scoring.totals.labels import Concept

_ORDER = re.compile(
    r"\b(?:сверху вниз|слева направо|по порядку|по очереди|в таком порядке|"
    r"порядок (?:цифр|чисел|строк))\b\s?[:-]?\s(?P<names>[^.;\d]{10,100})"
)
_BETWEEN = re.compile(r"\s?[,/]\s?|\s(?:и|затем|потом|под ними|под ним)\s")
_STEMS = ("сверху", "слева", "поряд", "по очереди")
_FEWEST = 2
_LONGEST = 200


def told_in_order(texts: Iterable[str]) -> tuple[Concept, ...]:
    """The totals that a legend lists in the order of the figures; () of none or of other things."""
    for text in texts:
        short = len(text) <= _LONGEST and any(stem in text.lower() for stem in _STEMS)
        said = _ORDER.search(folded(text)) if short else None
        if said:
            names = [way(part) for part in _BETWEEN.split(said["names"])]
            told = tuple(name for name in names if name)
            if len(told) >= _FEWEST and len(set(told)) == len(told) and all(names[: len(told)]):
                return told
    return ()


def in_its_order(bare: Sequence[bool], order: Sequence[Concept]) -> dict[int, Concept]:
    """For each line that is a figure alone its total, in runs of as many as the legend has."""
    told: dict[int, Concept] = {}
    start = 0
    for at, alone in enumerate((*bare, False)):
        if alone:
            continue
        if order and at - start == len(order):
            told |= dict(zip(range(start, at), order, strict=True))
        start = at + 1
    return told
