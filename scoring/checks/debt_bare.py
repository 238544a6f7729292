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

_BARE = re.compile(
    r"\bдолг\w*(?: [а-я]+){0,5}? (?:дойдет до|дорастет до|вырастет до|снизится до|сократится до|"
    r"составит|составил|составляет|достигнет|достиг|равен|будет равен|будет|не превысит|-) "
    r"(?P<sum>\d{1,3}(?: \d{3})+|\d{3,}(?!\d*\s?год)|\d+,\d+)(?= ?(?:[.;(]|, |$))(?!\.\d)"
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
            against = [p for p in near if compares(folded(p.text), own=p is passage)]
            told = [passage, *against[:1]]
            yield [in_file(file, p.locator, p.text) for p in told]
