"""Is budgeting initiated by citizens described, with counts or amounts?"""

import re
from typing import Literal

from pydantic import Field

from scoring.checks.answers import in_file, in_files, measured
from scoring.checks.texts import TextCheck
from scoring.facts import Unit
from scoring.facts.quantity import quantities
from scoring.language.ru.lexicon import lexicon
from scoring.model import Answered, Dossier, Edition, EditionFile, Evidence
from scoring.passages import Passage, Piece, passages
from scoring.totals.money import cell

_ASKED = (Unit.MONEY, Unit.COUNT)
_TITLE = re.compile(r"^\W*\w+ бюджет\W*$", re.IGNORECASE)


class CitizenInitiatives(TextCheck):
    """1 when it is told with numbers, ``worded`` without."""

    kind: Literal["citizen-initiatives"]
    worded: float = Field(default=0.5, gt=0, lt=1)

    def look(self, dossier: Dossier, edition: Edition, files: tuple[EditionFile, ...]) -> Answered:
        """Quote the numbers, or else the words."""
        numbers: list[Evidence] = []
        words: list[Evidence] = []
        for file in files:
            read = passages(file.document.legible)
            for number, passage in enumerate(read):
                if not _speaks(passage):
                    continue
                near = [passage, *(p for p in read[number + 1 : number + 3] if _same(p, passage))]
                told = next((p for p in near if _counted(p)), None)
                kept = numbers if told else words
                more = f" {told.text}" if told and told is not passage else ""
                kept.append(in_file(file, passage.locator, f"{passage.text}{more}"))
        if numbers:
            said = (
                "Об инициативном бюджетировании рассказано с числами.",
                "Budgeting initiated by citizens is described with numbers.",
            )
            return measured(1.0, said, numbers)
        if words:
            said = (
                "Об инициативном бюджетировании сказано, но без чисел.",
                "Budgeting initiated by citizens is mentioned without numbers.",
            )
            return measured(self.worded, said, words)
        none = (
            "Об инициативном бюджетировании не сказано.",
            "Budgeting initiated by citizens is not mentioned.",
        )
        return measured(0.0, none, in_files(edition))


def _speaks(passage: Passage) -> bool:
    """The publication itself may be called "Народный бюджет"; its title tells of nothing."""
    words = lexicon("initiatives").words
    if passage.piece is Piece.HEADING:
        return False
    over = passage.above[-3:] if passage.piece is Piece.ROW else passage.above[-1:]
    own = words.named(passage.text) and not _TITLE.match(passage.text)
    return bool(own) or any("initiative" in words.named(head) for head in over)


def _same(following: Passage, passage: Passage) -> bool:
    return following.block == passage.block or (
        following.piece in (Piece.ITEM, Piece.ROW) and following.above[-1:] == passage.above[-1:]
    )


def _counted(passage: Passage) -> bool:
    cells = passage.text.split(" | ")[1:] if passage.piece is Piece.ROW else []
    return any(cell(text) is not None for text in cells) or any(
        q.unit in _ASKED for q in quantities(passage.text)
    )
