"""What stands where goals do and is none: answers to tick, objects to build, parts of a sum."""

import re
from collections.abc import Sequence

from scoring.checks.aims import is_aim
from scoring.checks.goal_heads import names_goals
from scoring.checks.goal_told import bare
from scoring.facts import Unit
from scoring.facts.quantity import quantities
from scoring.language.ru.folded import folded
from scoring.language.ru.sentences import split
from scoring.passages import Passage, Piece
from scoring.remembered import of_text

# A box left for the reader's tick; one that is ticked is none, and other squares are bullets.
_BOX = re.compile(r"^\s*(?:[-–—•*]\s*)?(?:\[\s*\]|\(\s*\)|[☐⬜]|_{2,})\s*\S")
_ASKS = re.compile(
    r"^\W*(?:(?:пожалуйста|просим вас|итак|и|а)\W+)?(?:отмет(?:ьте|ь)|выбер(?:ите|и)|"
    r"выбирайте|расставь\w*|поставьте|оцените|проголосуйте|подчеркните|проранжируйте|укажите|назовите|предложите|определите)\b"
)
_POLL = re.compile(
    r"^\W*(?:(?:наш|онлайн|интернет)\w*[ -])?(?:опрос|анкет|голосовани|викторин)\w*\b"
)
_OBJECTS = re.compile(
    r"^\W*(?:(?:наименовани|названи|перечень)\w* )?(?:[а-я]+ых )?"
    r"(?:объект|стройк|строящ\w+ объект)\w*\b"
)
_SUM_LEAD = re.compile(r"\bна эти цели\b|\bна это\b")


def is_else(read: Sequence[Passage], number: int) -> bool:
    """Is it a reader's answer, one of objects or what stands with them, or a part of a sum?"""
    passage = read[number]
    return (
        _is_asked(passage)
        or _lists_objects(passage)
        or _stands_with_objects(read, passage)
        or _is_part(passage)
    )


def _is_asked(passage: Passage) -> bool:
    """An answer to tick, or what stands under "Отметьте не более трёх:" or in a poll."""
    if _BOX.match(passage.text) or _asks(passage.text):
        return True
    over = next(iter(passage.above[-1:]), "")
    return _POLL.match(folded(over)) is not None or _leaves_to_reader(over)


@of_text
def _asks(text: str) -> bool:
    return _ASKS.match(folded(text)) is not None


@of_text
def _leaves_to_reader(over: str) -> bool:
    """A lead whose last sentence bids the reader choose."""
    if not over.rstrip().endswith((":", ".", "?")):
        return False
    said = split(over)
    return bool(said) and _asks(said[-1])


def _lists_objects(passage: Passage) -> bool:
    return passage.piece is Piece.ROW and any(map(_names_objects, passage.above[-1:]))


@of_text
def _names_objects(head: str) -> bool:
    return _OBJECTS.match(folded(head)) is not None


def _stands_with_objects(read: Sequence[Passage], passage: Passage) -> bool:
    """A sentence under a heading that heads a table of objects: it tells of the table."""
    if passage.piece is not Piece.SENTENCE or not passage.above:
        return False
    head = passage.above[-1]
    if not names_goals(head) or names_goals(passage.text) or is_aim(passage.text):
        return False
    return any(_lists_objects(p) and head in p.above for p in read)


def _is_part(passage: Passage) -> bool:
    """A sum in the list of what the goal costs: the lead tells the goal, then what goes to it."""
    over = next(iter(passage.above[-1:]), "")
    if not over.rstrip().endswith(":") or passage.piece is Piece.HEADING:
        return False
    summed = any(quantity.unit is Unit.MONEY for quantity in quantities(passage.text))
    return summed and _tells_goal_and_sum(over)


@of_text
def _tells_goal_and_sum(over: str) -> bool:
    *before, last = split(over) or [""]
    told = any(names_goals(said) and bare(said) for said in before)
    return told and not names_goals(_SUM_LEAD.sub(" ", folded(last)))
