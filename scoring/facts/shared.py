"""Lists that name their unit once: "школы - 28 процентов, медицина - 23, спорт - 3"."""

import re
from collections.abc import Iterator, Sequence

from scoring.totals.money import Sum

_NUMBER = r"(?<![\d.,])(?P<n>\d{1,2}(?:,\d+)?)(?!\d| ?\d{3}|[%.]\d|,\d)"
# The next item of a list: its number stands by a dash or right behind "на", and no unit follows.
_NEXT = re.compile(
    rf"[^\d.!?]{{0,80}}?[,;]\s[^\d.!?]{{0,80}}?(?:(?:-|\bна|\() {_NUMBER}(?=\s*(?:$|[.,;)]|-\s))|"
    rf"{_NUMBER.replace('<n>', '<m>')}(?= -\s))"
)
_AHEAD = re.compile(
    r"(?:[,(] ?(?:в )?(?:%|процент(?:ах|ы|ов))\)?|\bв процентах[^:;.!?\d]{0,60}) ?:(?=\s)"
)
_FIRST = re.compile(rf"[^\d.!?:;]{{2,80}}?- {_NUMBER}(?=\s*(?:$|[.,;)]))")
_BEHIND = re.compile(r"\s*(?:[,;]|и\b)\s*[^\d.!?;:]{2,60}?[\s-]*")
_ENDED = re.compile(r"\s*(?:[,;]|и\b)")
_LEAST_BARE = 1000


def more_shares(plain: str, shares: Sequence[tuple[int, int]]) -> Iterator[tuple[float, int, int]]:
    """(percent, start, end) of the numbers that share the unit of those at ``shares``.

    ``plain`` is folded; a list may also announce percents before its colon.
    """
    announced = "%" in plain or "процент" in plain
    if not (shares or announced) or (";" not in plain and "," not in plain):
        return
    starts = [end for _, end in shares]
    if announced and (ahead := _AHEAD.search(plain)):
        first = _FIRST.match(plain, ahead.end())
        if first:
            yield _share(first["n"]), first.start("n"), first.end("n")
            starts.append(first.end("n"))
    taken = {start for start, _ in shares}
    for at in starts:
        while (following := _NEXT.match(plain, at)) is not None:
            name = "n" if following["n"] else "m"
            if following.start(name) in taken:
                break
            taken.add(following.start(name))
            yield _share(following[name]), following.start(name), following.end(name)
            at = following.end(name)


def _share(digits: str) -> float:
    return float(digits.replace(",", "."))


def unit_behind(found: Sequence[Sum], number: int, plain: str) -> float | None:
    """The unit the last sum of a list has: "дотации 1 950, субсидии 4 050, всего 7 400 млн".

    A small whole number beside no dash counts things: "школ 12, больниц 3, всего 40 млн".
    """
    this = found[number]
    large = this.number >= _LEAST_BARE or "," in plain[this.start : this.end]
    if not (large or plain[: this.start].rstrip().endswith("-")):
        return None
    for one, following in zip(found[number:], found[number + 1 :], strict=False):
        if not _ENDED.match(plain, one.end) or not _BEHIND.fullmatch(
            plain, one.end, following.start
        ):
            return None
        if following.unit is not None:
            return following.unit
    return None
