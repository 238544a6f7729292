"""The lines of a text, with totals that ran together in one parted again."""

import re
from collections.abc import Iterator, Sequence
from itertools import chain, pairwise

from scoring.totals.labels import bare, concept
from scoring.totals.lines import without
from scoring.totals.money import sums
from scoring.totals.signs import may_name

_FEWEST = 2
_LONGEST = 200
"""Letters of a line of a slide; longer ones tell in sentences."""
_NAME_OF_ROW = re.compile(
    r"(?<!\S)(?:(?:Общ|Всего|Итого|ОБЩ|ВСЕГО|ИТОГО)\w* )?"
    r"(?:Доход|Расход|Дефицит|Профицит|ДОХОД|РАСХОД|ДЕФИЦИТ|ПРОФИЦИТ)\w*"
)
_UNIT = re.compile(r"(?:в )?(?:тыс|млн|млрд|тысяч|миллион|миллиард)[а-я]*\.? ?(?:руб[а-я.]*|₽)?")
_LABEL_LAST = re.compile(
    r"(?P<line>[\d−–-].*\S)\s(?P<rest>(?:[А-ЯЁ]{5,}\s?){1,3}|[А-ЯЁ][а-яё]{4,})$"
)
_YEAR_LAST = re.compile(r"(?P<line>.*\d,\d+)\s(?P<rest>20[1-4]\d)$")
_UNIT_LAST = re.compile(
    r"(?P<line>[^\d]*\d[\d ,]*[·|][^·|\d]*\d.*\d)\s(?P<rest>"
    r"(?:тыс|млн|млрд|миллион|миллиард)[а-я]*\.? ?(?:руб[а-я.]*|₽))$"
)
"""A row of sums with the unit of all of them read behind the last."""
_STOP = re.compile(r"[.!?;](?<=[а-яё].) ?[А-ЯЁ]")
_PARTS = re.compile(r"\s(?<=\d\s)\s*(?=[^\W\d_])")
_SHARE = re.compile(r"[-+−–]?\d+(?:[.,]\d+)?\s?%")


def parted(text: str) -> Iterator[str]:
    """Line by line; totals run together in one, "ДОХОДЫ 106,2 РАСХОДЫ 111,9", each by itself."""
    for line in chain.from_iterable(map(_ends_apart, text.splitlines())):
        # The first part of totals run together names one: of most lines it does not.
        first = _PARTS.search(line)
        if first is None or not _named(line[: first.start()]):
            yield from _rows(line)
            continue
        parts = _PARTS.split(line)
        # "Доходы 64,1 Расходы 66,7 млрд рублей": the unit read behind the last is of each.
        alone = len(parts) > _FEWEST and [*map(bool, map(_UNIT.match, parts))].count(True) == 1
        said = parts.pop() if alone and _UNIT.fullmatch(parts[-1]) else ""
        apart = all(map(_named, parts))
        yield from (*parts, *filter(None, [said])) if apart else _rows(line)


def _named(part: str) -> bool:
    return may_name(bare(part)) and concept(without(part, sums(part))) is not None


def _ends_apart(line: str) -> Iterator[str]:
    """A line that ends in the label or the year of the next: "51,4 млрд рублей РАСХОДЫ"."""
    line = line.strip()
    short = line if len(line) <= _LONGEST else ""
    ends = _LABEL_LAST.match(short) or _YEAR_LAST.match(short) or _UNIT_LAST.match(short)
    if ends and (ends.re is not _LABEL_LAST or _next_label(ends["line"], ends["rest"])):
        yield from (ends["line"], ends["rest"])
    elif line:
        yield line


def _next_label(line: str, rest: str) -> bool:
    """Has a figure words of its own before a total's name? Alone it may be the one named."""
    return (
        concept(rest) is not None
        and re.search(r"[^\W\d]{3}", without(line, sums(line))) is not None
    )


def _rows(line: str) -> Sequence[str]:
    """A table a scan ran together: its heads, then each total with its figures; else the line."""
    if "асход" not in line.lower():
        return (line,)
    starts = [] if _STOP.search(line) else [m.start() for m in _NAME_OF_ROW.finditer(line)]
    if len(starts) < _FEWEST:
        return (line,)
    pieces = [line[a:b].strip() for a, b in pairwise((0, *starts, len(line)))]
    rows = [_SHARE.sub(" ", piece) for piece in pieces[1:]]
    whole = [row for row in rows if (found := sums(row)) and concept(without(row, found))]
    return (pieces[0], *whole) if len(whole) > 1 else (line,)
