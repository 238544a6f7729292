"""Grants by kind behind the sum they add up to: "районам 14,2 млрд: дотации 2,6, субсидии 3,7"."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from scoring.checks.grant_lists import BEHIND, FROM_ABOVE, PLACES, SUM, TOPICS, YEAR
from scoring.language.ru.folded import folded
from scoring.model import EditionFile
from scoring.passages import Passage, Piece, passages

_KIND = re.compile(r"дотац|субсид|субвенц")
_NUMBER = re.compile(SUM)
_REST = re.compile(rf"\b(?:ины[ехм]|проч|друг|остал|остат|еще)[а-я]*[^\d.;!?()%]{{0,40}}?{SUM}")
_REST_SAID = re.compile(r"\b(?:ины[ехм]|проч|друг|остал|остат|еще)")
_APART = 120
"""Signs between a kind's figure and the next kind, where one list goes on."""
_BEFORE, _BEHIND_LIST = 300, 80
_SAME, _MOST_OF = 0.01, 0.8
"""Parts make the sum when this near to it; with a rest told of, when they are most of it."""
_FEWEST = 2


def grants_summed(file: EditionFile) -> Iterator[tuple[Passage, str]]:
    """The total and each kind, where kinds add up to a sum told before them of local budgets."""
    read = passages(file.document.legible)
    for _, group in groupby(read, key=lambda p: p.above[-2:]):
        section = [p for p in group if p.piece not in (Piece.HEADING, Piece.ROW)]
        if any(_KIND.search(folded(passage.text)) for passage in section):
            yield from _summed(section)


def _summed(section: Sequence[Passage]) -> Iterator[tuple[Passage, str]]:
    starts, text = list[int](), ""
    for passage in section:
        starts.append(len(text))
        text += f"{YEAR.sub(' ', folded(passage.text))} . "
    over = folded(" . ".join(section[0].above[-2:]))
    if FROM_ABOVE.search(over):
        return
    for run in _runs(list(BEHIND.finditer(text))):
        first, last = run[0].start(), run[-1].end()
        before = text[max(0, first - _BEFORE) : first]
        spoken = f"{before} {text[first:last]}"
        if FROM_ABOVE.search(spoken) or not PLACES.search(f"{over} . {spoken}"):
            continue
        behind = text[first : last + _BEHIND_LIST]
        parts = sum(_value(match) for match in run)
        rest = max((_value(match) for match in _REST.finditer(behind)), default=0.0)
        more = _REST_SAID.search(behind) is not None
        made = (m for m in _NUMBER.finditer(before) if _makes(parts, rest, _value(m), more=more))
        if (told := next(made, None)) is not None:
            yield section[_place(starts, max(0, first - _BEFORE) + told.start())], "total"
            yield from ((section[_place(starts, m.start())], TOPICS[m["kind"]]) for m in run)


def _runs(found: Sequence[re.Match[str]]) -> Iterator[list[re.Match[str]]]:
    """The kinds list by list, where there are several."""
    runs: list[list[re.Match[str]]] = []
    for match in found:
        if not runs or match.start() - runs[-1][-1].end() > _APART:
            runs.append([])
        runs[-1].append(match)
    return (run for run in runs if len({match["kind"] for match in run}) >= _FEWEST)


def _makes(parts: float, rest: float, told: float, *, more: bool) -> bool:
    if any(abs(told - made) <= _SAME * told for made in (parts, parts + rest)):
        return True
    return more and _MOST_OF * told <= parts < told


def _value(match: re.Match[str]) -> float:
    return float(match["n"].replace(" ", "").replace(",", "."))


def _place(starts: Sequence[int], at: int) -> int:
    return max(number for number, start in enumerate(starts) if start <= at)
