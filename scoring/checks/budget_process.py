"""Does it explain what a budget is, or how it is drawn up and adopted?"""

import re
from collections.abc import Iterator
from itertools import chain, islice, pairwise
from typing import Literal

from pydantic import Field

from scoring.checks import budget_flows, budget_meaning, budget_ways
from scoring.checks.answers import MOST_PROOF, in_file, in_files, measured
from scoring.checks.steps import promised, told
from scoring.checks.texts import TextCheck
from scoring.language.ru.definitions import definitions
from scoring.language.ru.folded import folded
from scoring.language.ru.words import words
from scoring.model import Answered, Dossier, Edition, EditionFile, Evidence
from scoring.passages import Passage, Piece, passages

_FEWEST_WORDS = 3


class BudgetProcess(TextCheck):
    """1 when "бюджет" is defined, or ``steps`` steps of the process told in one place; else 0."""

    kind: Literal["budget-process"]
    steps: int = Field(default=3, ge=2)

    def look(self, dossier: Dossier, edition: Edition, files: tuple[EditionFile, ...]) -> Answered:
        """Quote the definition, or the passage with the steps."""
        for file in files:
            each = chain(_defined(file), _told(file, self.steps))
            # Read on until there is as much proof as is shown.
            if proof := list(islice(each, MOST_PROOF)):
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
        if budget_meaning.is_meant(one.term, one.quote):
            yield in_file(file, one.locator, one.quote)
    read = passages(file.document.legible)
    for passage in read:
        if passage.piece is not Piece.HEADING and _says_what(passage.text):
            yield in_file(file, passage.locator, passage.text)
    for said, then in pairwise(read):
        if _begins(said.text) and _says_together(said, then):
            yield in_file(file, then.locator, f"{said.text} {then.text}")


def _says_what(text: str) -> bool:
    plain = folded(text)
    if "бюджет" not in plain and "казн" not in plain:
        return False
    return budget_flows.comes_and_goes(text) or budget_meaning.says_what(text)


def _begins(text: str) -> bool:
    """May it be the first of two that say it together? Few texts of an edition may.

    Whoever adds a way to begin with none of these words adds its own.
    """
    plain = folded(text)
    if "бюджет" in plain or "доход" in plain or "казн" in plain:
        return True
    return budget_ways.asks_how_unlike(text) or budget_flows.is_family(text)


def _says_together(said: Passage, then: Passage) -> bool:
    """A question and its answer, a name and what it is, a family and the region beside it."""
    if budget_meaning.asks(said.text) and _answers(then):
        return True
    if budget_ways.rests_on(said.text, then.text):
        return True
    if said.above != then.above:
        return False
    if any(way(said.text, then.text) for way in (budget_ways.moves_on, budget_ways.is_likened)):
        return True
    if budget_flows.is_income(said.text) and budget_flows.is_outgo(then.text):
        return promised(said.above[-1:])
    if budget_flows.flow_on(said.text, then.text):
        return True
    near = said.block == then.block and said.piece is not Piece.ROW
    if near and budget_meaning.goes_on(said.text, then.text):
        return True
    return budget_flows.of_family(said.text, then.text)


def _answers(passage: Passage) -> bool:
    """A sentence under the question; figures under it answer nothing."""
    if passage.piece is Piece.HEADING or budget_meaning.is_compliment(passage.text):
        return False
    said = len(words(passage.text)) >= _FEWEST_WORDS and not re.search(r"\d", passage.text)
    return said and not passage.text.rstrip().endswith("?")


def _told(file: EditionFile, steps: int) -> Iterator[Evidence]:
    """The first place where enough steps of the process are told."""
    for place in told(passages(file.document.legible), steps):
        yield in_file(file, place[0].locator, " ".join(p.text for p in place))
        return
