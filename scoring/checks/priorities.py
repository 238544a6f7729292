"""Are main goals or priorities of budget policy stated?"""

import re
from collections.abc import Iterator, Sequence
from typing import Literal

from pydantic import Field

from scoring.checks.aims import following, hinted, is_aim, numbered, opens_item
from scoring.checks.answers import in_file, in_files, measured
from scoring.checks.goal_after import in_large_type
from scoring.checks.goal_blocks import by_blocks
from scoring.checks.goal_else import is_else
from scoring.checks.goal_heads import beneath, counted_goals, names_goals, over
from scoring.checks.goal_leads import led_inline, says_why
from scoring.checks.goal_lines import in_a_word, is_goal
from scoring.checks.goal_numbered import bears_number, in_turn, names_one, under_number
from scoring.checks.goal_paper import of_paper
from scoring.checks.goal_rows import heads_policies, of_policies
from scoring.checks.goal_sayings import may_tell_otherwise, told_otherwise
from scoring.checks.goal_told import listed, parted, says, states, tells_its_own
from scoring.checks.lines import is_head
from scoring.checks.parts import step
from scoring.checks.texts import TextCheck
from scoring.language.ru.folded import folded
from scoring.model import Answered, Document, Dossier, Edition, EditionFile, Evidence
from scoring.passages import Passage, Piece, passages
from scoring.remembered import of_text

_FEWEST_AIMS = 2
_MOST = 5
_ONE_EACH = (Piece.ITEM, Piece.ROW)
_DASH = re.compile(r"\s[-–—]\s")
_GOAL_IS = re.compile(r"^\W*(?:главное|главная (?:цель|задача)|важнее всего|прежде всего)\b")


class Priorities(TextCheck):
    """1 for ``many`` goals stated, ``some`` for fewer; a heading with nothing under it is none."""

    kind: Literal["priorities"]
    many: int = Field(default=2, ge=2)
    some: float = Field(default=0.5, gt=0, lt=1)

    def look(self, dossier: Dossier, edition: Edition, files: tuple[EditionFile, ...]) -> Answered:
        """Quote the goals."""
        proof: list[Evidence] = []
        count = 0
        for file in files:
            for passage, goals in stated(file.document.legible):
                count += goals
                proof.append(in_file(file, passage.locator, passage.text))
        said = f"Целей и приоритетов: {count}.", f"Goals and priorities stated: {count}."
        return measured(step(count, self.many, self.some), said, proof or in_files(edition))


def stated(document: Document) -> Iterator[tuple[Passage, int]]:
    """Passages that state goals, once each, and how many each states."""
    told = dict[tuple[str, str], tuple[Passage, int]]()
    read = passages(document)
    above = _Headings()
    each = (
        one
        for number, passage in enumerate(read)
        # Most passages neither tell of goals nor stand under a heading that does.
        if above.promise(passage) or _may_tell(passage.text)
        for one in _stated(read, number)
        # Few passages state a goal: of those alone it is asked whose it is.
        if not (of_paper(read, number) or is_else(read, number))
    )
    for passage, goals in (*each, *((p, 1) for p in in_turn(read))):
        told.setdefault((passage.locator, passage.text), (passage, goals))
    yield from told.values()


class _Headings:
    """What stands over the passages of a document: asked once for all that stand under it."""

    def __init__(self) -> None:
        self._known: dict[tuple[tuple[str, ...], bool], bool] = {}

    def promise(self, passage: Passage) -> bool:
        """May whatever stands there be a goal: under goals, a hint of them, a number, "Зачем"?"""
        key = passage.above, passage.piece is Piece.ROW
        known = self._known.get(key)
        if known is None:
            heads = over(passage)
            near = passage.above[-1:]
            goals = any(names_goals(head) or hinted(head) for head in heads)
            known = goals or any(map(_hints_near, near))
            self._known[key] = known
        return known


@of_text
def _hints_near(head: str) -> bool:
    return bears_number(head) or says_why(head) or heads_policies(head)


@of_text
def _may_tell(text: str) -> bool:
    """Does it speak of goals, or in one of the ways that need no heading?"""
    return names_goals(text) or hinted(text) or may_tell_otherwise(text)


def _stated(read: Sequence[Passage], number: int) -> Iterator[tuple[Passage, int]]:
    passage = read[number]
    heads = over(passage)
    sure = any(map(names_goals, heads))
    if passage.piece is Piece.HEADING:
        yield from _of_heading(read, number, sure=sure)
    elif _heads(read, number, heads):
        yield from _headed(read, number)
    elif goals := of_policies(passage):
        yield passage, goals
    elif (sure and is_goal(read, number)) or under_number(passage):
        yield passage, 1 if passage.piece in _ONE_EACH else listed(passage.text)
    elif sayings := told_otherwise(read, number):
        yield from sayings
    elif names_goals(passage.text) and states(passage) and not following(read, number):
        yield passage, listed(passage.text)
    elif counted_goals(passage.text) and not following(read, number):
        yield from _counted(read, number)
    else:
        yield from _hinted(read, number, heads)


def _of_heading(
    read: Sequence[Passage], number: int, *, sure: bool
) -> Iterator[tuple[Passage, int]]:
    passage = read[number]
    if blocks := by_blocks(read, number):
        yield from ((p, 1) for p in blocks)
    elif goals := in_large_type(passage) or int(sure and is_aim(passage.text)):
        yield passage, goals


def _counted(read: Sequence[Passage], number: int) -> Iterator[tuple[Passage, int]]:
    """What stands under a sentence that says how many goals there are."""
    yield from ((p, 1) for p in beneath(read, number)[:_MOST] if says(p))


def _hinted(
    read: Sequence[Passage], number: int, heads: Sequence[str]
) -> Iterator[tuple[Passage, int]]:
    """What a lead opens, or a heading that only hints of goals."""
    said = read[number].text
    led = list(_led(read, number)) if names_goals(said) or hinted(said) else []
    under = not led and any(map(hinted, heads)) and is_aim(said)
    yield from _under(read, number) if under else led


def _heads(read: Sequence[Passage], number: int, heads: Sequence[str]) -> bool:
    """A line that heads goals; "Люди прежде всего" under "Три кита" is one of them."""
    said = read[number].text
    if not (names_goals(said) or hinted(said)) or not is_head(read, number):
        return False
    if names_one(said) or led_inline(said) or tells_its_own(said):
        return False
    return not (is_aim(said) and any(map(hinted, heads)))


def _headed(read: Sequence[Passage], number: int) -> Iterator[tuple[Passage, int]]:
    """What stands under a line that heads it: under a mere hint, aims and several of them."""
    sure = names_goals(read[number].text)
    told = [p for p in beneath(read, number) if (says(p) if sure else is_aim(p.text))]
    if sure and not told:
        yield from ((p, 1) for p in in_a_word(beneath(read, number)))
    elif sure or len(told) >= _FEWEST_AIMS:
        yield from ((p, parted(p.text)) for p in told)


def _led(read: Sequence[Passage], number: int) -> Iterator[tuple[Passage, int]]:
    """Aims that follow a lead; a single one may follow by chance, unless the lead is one too."""
    passage, after = read[number], following(read, number)
    said = _DASH.split(passage.text, maxsplit=1)[-1]
    if _GOAL_IS.search(folded(passage.text)) and (is_aim(passage.text) or is_aim(said)):
        yield passage, listed(passage.text)
    elif len(after) < _FEWEST_AIMS:
        alone = after and not names_goals(after[0].text)
        if alone and names_goals(passage.text) and states(passage):
            yield passage, listed(passage.text)
        if not (after and numbered(after[0].text) and states(passage)):
            return
        yield passage, 1
    yield from ((p, 1 if numbered(p.text) else parted(p.text)) for p in after)


def _under(read: Sequence[Passage], number: int) -> Iterator[tuple[Passage, int]]:
    """Aims under a heading that hints of goals: several of them."""
    at = number - 1
    while at > 0 and opens_item(read, at):
        at -= 1
    before = read[at]
    if is_aim(before.text) or len(following(read, number)) + 1 >= _FEWEST_AIMS:
        yield read[number], 1
