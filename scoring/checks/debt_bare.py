"""Debt told as a bare number where the document says once in what all its sums are."""

import re
from collections.abc import Iterable, Iterator

from scoring.checks.answers import in_file
from scoring.checks.debt_told import compares
from scoring.language.ru.folded import folded
from scoring.language.ru.lexicon import lexicon
from scoring.model import EditionFile, Evidence
from scoring.passages import passages
from scoring.totals.announced import everywhere

_ON_DAY = r"(?:на|к|по состоянию на) (?:\d{1,2}\.\d\d\.20\d\d|\d{1,2} [а-я]{3,8} 20\d\d(?: года)?)"
# "... на 01.01.2025 - 47 300,0, на 01.01.2026 - 45 810,0".
_DAYS = re.compile(rf"{_ON_DAY} ?[-:] ?\d[\d ]*(?:,\d+)?\b[^.!?]{{0,40}}?{_ON_DAY} ?[-:] ?\d")
_BARE = re.compile(
    rf"\bдолг\w*(?: [а-я]+){{0,5}}?(?: {_ON_DAY})? "
    r"(?:дойдет до|дорастет до|вырастет до|снизится до|сократится до|"
    r"составит|составил|составляет|достигнет|достиг|равен|будет равен|будет|не превысит|-) "
    r"(?P<sum>\d{1,3}(?: \d{3})+(?:,\d+)?|\d{3,}(?!\d*\s?год)|\d+,\d+)(?= ?(?:[.;(]|, |$))(?!\.\d)"
)
_BEHIND = 2


def bare(files: Iterable[EditionFile]) -> Iterator[list[Evidence]]:
    """The sentence with the amount, and the one that sets it against something where there is."""
    for file in files:
        if everywhere(file.document) is None:
            continue
        read = passages(file.document.legible)
        for number, passage in enumerate(read):
            plain = folded(passage.text)
            named = lexicon("debt").words.named(passage.text) if "долг" in plain else frozenset()
            if "debt" not in named or named & {"service", "other"} or not _BARE.search(plain):
                continue
            near = [p for p in read[number : number + 1 + _BEHIND] if p.above == passage.above]
            against = [p for p in near if _sets_against(folded(p.text), own=p is passage)]
            told = [passage, *against[:1]]
            yield [in_file(file, p.locator, p.text) for p in told]


def _sets_against(plain: str, *, own: bool) -> bool:
    return compares(plain, own=own) or _DAYS.search(plain) is not None
