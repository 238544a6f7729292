"""Does it explain what a budget is, or how it is drawn up and adopted?"""

import re
from collections.abc import Iterator
from typing import Literal

from pydantic import Field

from scoring.checks.answers import in_file, in_files, measured
from scoring.checks.texts import TextCheck
from scoring.language.ru.definitions import definitions
from scoring.language.ru.folded import folded
from scoring.language.ru.lexicon import lexicon
from scoring.model import Answered, Dossier, Edition, EditionFile, Evidence
from scoring.passages import Passage, Piece, passages

_BUDGET = re.compile(
    r"^\W*(?:(?:област|краев|республиканск|региональн|государственн|окружн)\w+ )?бюджет\W*$|"
    r"^\W*бюджетный процесс\W*$|^\W*бюджет \w+\W*$"
)
_LONGEST = 1200
_LONGEST_STEP = 40
"""Words: a longer sentence that names the steps is of officials, not for readers."""


class BudgetProcess(TextCheck):
    """1 when "бюджет" is defined, or ``steps`` steps of the process told in one place; else 0."""

    kind: Literal["budget-process"]
    steps: int = Field(default=3, ge=2)

    def look(self, dossier: Dossier, edition: Edition, files: tuple[EditionFile, ...]) -> Answered:
        """Quote the definition, or the passage with the steps."""
        for file in files:
            if proof := [*_defined(file), *_told(file, self.steps)]:
                said = (
                    "Сказано, что такое бюджет или как он составляется и принимается.",
                    "It says what a budget is or how it is drawn up and adopted.",
                )
                return measured(1.0, said, proof)
        none = (
            "Не объяснено ни что такое бюджет, ни как он составляется и принимается.",
            "Neither what a budget is nor how it is drawn up and adopted is explained.",
        )
        return measured(0.0, none, in_files(edition))


def _defined(file: EditionFile) -> Iterator[Evidence]:
    for one in definitions(file.document.legible):
        if _BUDGET.search(folded(one.term)):
            yield in_file(file, one.locator, one.quote)


def _told(file: EditionFile, steps: int) -> Iterator[Evidence]:
    """Places under one heading, or one table, where enough steps of the process are named."""
    words = lexicon("process").words
    places: dict[tuple[tuple[str, ...], int], list[Passage]] = {}
    for passage in passages(file.document.legible):
        table = passage.block if passage.piece is Piece.ROW else 0
        places.setdefault((passage.above, table), []).append(passage)
    for told in places.values():
        text = " . ".join(passage.text for passage in told)
        if len(text) > _LONGEST * 4:
            continue
        named = [p for p in told if _steps(p.text)]
        promised = any("explained" in words.named(head) for head in told[0].above[-1:])
        plain = [p for p in named if promised or len(p.text.split()) <= _LONGEST_STEP]
        topics = {topic for p in plain for topic in _steps(p.text)}
        if len(topics) >= (steps - 1 if promised else steps):
            yield in_file(file, plain[0].locator, " ".join(p.text for p in plain))
            return


def _steps(text: str) -> frozenset[str]:
    return lexicon("process").words.named(text) - {"explained"}
