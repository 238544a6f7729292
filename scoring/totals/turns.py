"""Names of totals one after another, and their sums in the same order beside them."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from scoring.totals.labels import Concept
from scoring.totals.money import Sum

_NAME = r"(?:доход|расход|дефицит|профицит)[а-я]{0,3}"
_NAMES = re.compile(rf"\b{_NAME}(?:\s?(?:,|/|;|и|, а также)\s(?:[а-я]+ )?{_NAME}){{1,2}}\b")
_EACH = re.compile(r"доход|расход|дефицит|профицит")
_OF = {
    "доход": (Concept.REVENUE, 1),
    "расход": (Concept.EXPENDITURE, 1),
    "дефицит": (Concept.BALANCE, -1),
    "профицит": (Concept.BALANCE, 1),
}
_STOP = re.compile(r"[.!?;(]\s|\d(?!\d{3}\b)[\d,]*\s(?:тыс|млн|млрд)")
_AFTER = re.compile(r"(?:\s?руб\w*\.?)?\s?[(:-]\s?$")
_LISTED = re.compile(r"\s*(?:,|;|/|и|,\s*и)\s*")
_ALL = 3


def row(plain: str, found: Sequence[Sum], this: Sum) -> list[Sum]:
    """The sums listed together with ``this``: "10,5, 11,2 и 12,0 млн рублей"."""
    rows: list[list[Sum]] = [[found[0]]]
    for left, right in pairwise(found):
        between = re.sub(r"^\s*рублей", "", plain[left.end : right.start])
        rows[-1].append(right) if _LISTED.fullmatch(between) else rows.append([right])
    return next(row for row in rows if this in row)


def in_turn(plain: str, found: Sequence[Sum]) -> Iterator[tuple[Sum, tuple[Concept, int]]]:
    """Each sum of a list and the total named in its place, before all the sums or behind them."""
    for names in _NAMES.finditer(plain):
        of = [_OF[name] for name in _EACH.findall(names[0])]
        if len({concept for concept, _ in of}) < len(of):
            continue
        after = next((s for s in found if s.start >= names.end()), None)
        before = next((s for s in reversed(found) if s.end <= names.start()), None)
        if before and _AFTER.fullmatch(plain[before.end : names.start()]):
            listed = row(plain, found, before)
        elif after and len(of) == _ALL and not _STOP.search(plain[names.end() : after.start]):
            listed = row(plain, found, after)
        else:
            continue
        if len(listed) == len(of):
            yield from zip(listed, of, strict=True)
