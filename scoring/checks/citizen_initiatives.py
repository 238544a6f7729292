"""Is budgeting initiated by citizens described, with counts or amounts?"""

import re
from collections.abc import Sequence
from typing import Literal

from pydantic import Field

from scoring.checks.answers import MOST_PROOF, in_file, in_files, measured
from scoring.checks.texts import TextCheck
from scoring.checks.winners import won
from scoring.facts import Unit
from scoring.facts.quantity import quantities
from scoring.language.ru.folded import folded
from scoring.language.ru.lexicon import lexicon
from scoring.model import Answered, Dossier, Edition, EditionFile, Evidence
from scoring.passages import Passage, Piece, passages
from scoring.remembered import of_text, of_words
from scoring.totals.money import cell

_ASKED = (Unit.MONEY, Unit.COUNT)
# "Люди сами решают, что поправить в посёлке".
_WHAT_TO_DO = re.compile(
    r"\bчто (?:[а-я]+ ){0,3}(?:поправить|исправить|переделать|починить|отремонтировать|построить|"
    r"обустроить|обновить|благоустроить|улучшить|изменить|поставить|создать|восстановить|"
    r"привести в порядок|отстроить|возвести|осветить|озеленить)\b"
)
# "1 рубль жителей + 9 рублей области".
_SHARE = re.compile(r"\bрубл\w+ (?:жителей|населения|граждан)\b")
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
                if len(numbers) >= MOST_PROOF:
                    break  # no more is shown
                if not (_speaks(passage) or won(read, number)):
                    continue
                near = _near(read, number)
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


def _near(read: Sequence[Passage], number: int) -> list[Passage]:
    """The passage, the two next of its place, and those of its block before it that tell of it."""
    passage = read[number]
    after = [p for p in read[number + 1 : number + 3] if _same(p, passage)]
    before = [p for p in read[max(0, number - 2) : number] if p.block == passage.block]
    return [passage, *after, *(p for p in before if _theirs(p.text))]


def _speaks(passage: Passage) -> bool:
    """The publication itself may be called "Народный бюджет"; its title tells of nothing.

    Under the name of such a programme only what tells of projects or of residents is about it.
    """
    if passage.piece is Piece.HEADING:
        return False
    own = lexicon("initiatives").words.named(passage.text)
    if (own - {"slogan"} and not _TITLE.match(passage.text)) or _decided(passage.text):
        return True
    heads = _heading(passage.above[-3:] if passage.piece is Piece.ROW else passage.above[-1:])
    return "initiative" in heads or (bool(heads or own) and _theirs(passage.text))


@of_words
def _heading(heads: tuple[str, ...]) -> frozenset[str]:
    """What headings are of; "initiative" also of those that say who decided."""
    told = lexicon("initiatives").words.named_in(heads)
    return told | {"initiative"} if any(map(_names_deciding, heads)) else told


@of_text
def _decided(text: str) -> bool:
    """Residents, what they did and about what, all in one sentence."""
    told = lexicon("residents").words.named(text)
    if "who" not in told:
        return False
    what = "what" in told or _WHAT_TO_DO.search(folded(text)) is not None
    return "other" not in told and {"who", "deed"} <= told and what


@of_text
def _names_deciding(head: str) -> bool:
    """A heading is short: "Придумали жители" says it all."""
    told = lexicon("residents").words.named(head)
    return "other" not in told and {"who", "deed"} <= told


def _theirs(text: str) -> bool:
    told = lexicon("residents").words.named(text)
    theirs = {"what"} & told or {"who", "deed"} <= told or _SHARE.search(folded(text))
    return "other" not in told and bool(theirs)


def _same(following: Passage, passage: Passage) -> bool:
    return following.block == passage.block or (
        bool(passage.above) and following.above[-1:] == passage.above[-1:]
    )


def _counted(passage: Passage) -> bool:
    cells = passage.text.split(" | ")[1:] if passage.piece is Piece.ROW else []
    return any(cell(text) is not None for text in cells) or any(
        q.unit in _ASKED for q in quantities(passage.text)
    )
