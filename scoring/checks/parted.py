"""Where sums of objects stand: a sentence parted at its sums, a row of names over a row of sums."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from scoring.checks import building, not_objects
from scoring.checks.bare_sums import bare_sums
from scoring.checks.lines import opening
from scoring.checks.single import is_single
from scoring.facts import Form, Unit, facts
from scoring.facts.quantity import quantities
from scoring.model import EditionFile
from scoring.passages import Passage, Piece, passages
from scoring.totals.money import cell

_MARKS = " ,;:.()–—-"


def sums(file: EditionFile) -> dict[str, tuple[str, ...]]:
    """By sentence or line, the words of each of its sums that name an object of their own."""
    found: dict[str, list[str]] = {}
    for fact in facts(file.document.legible):
        if fact.form is Form.CELL or fact.unit is not Unit.MONEY or fact.value < building.LEAST:
            continue
        over = (*fact.above, opening(fact.whole))
        named = building.names_an_object(fact.label) or (
            building.is_building(over) and is_single(fact.label)
        )
        if named and not not_objects.refused(fact.label, fact.above):
            for whole in {fact.whole, fact.label} if fact.form is Form.LINE else {fact.whole}:
                found.setdefault(whole, []).append(fact.label)
    read = passages(file.document.legible)
    found |= {**dict(_columns(read)), **dict(bare_sums(read))}
    return {
        whole: max(_parted(whole), tuple(dict.fromkeys(labels)), key=len)
        for whole, labels in found.items()
    }


def _columns(read: Sequence[Passage]) -> Iterator[tuple[str, list[str]]]:
    """Rows of objects beside each other, with the sum of each below it."""
    for heads, below in pairwise(read):
        if heads.piece is not Piece.ROW:
            continue
        named = heads.text.split(" | ")
        beside = len(named) > 1 and heads.block == below.block
        if not beside or not all(cell(c) is None and building.names_an_object(c) for c in named):
            continue
        told = below.text.split(" | ")
        figures = [c for c in told if cell(c) is not None or building.has_money(c)]
        # What the sums are may be told before them: "Всего, млн рублей | 1 100 | 840".
        apart = len(told) - len(figures)
        if len(figures) == len(named) and apart <= 1:
            yield heads.text, named


def _parted(sentence: str) -> tuple[str, ...]:
    """What stands before each sum of a sentence, or behind each, and names an object.

    Beside one with a name of its own "филармонию (310 млн)" is one more.
    """
    sums = [q for q in quantities(sentence) if q.unit is Unit.MONEY]
    ends = (0, *(q.end for q in sums))
    starts = (*(q.start for q in sums), len(sentence))
    between = [sentence[a:b] for a, b in zip(ends, starts, strict=True)]
    return max(_objects_of(between[:-1]), _objects_of(between[1:]), key=len)


def _objects_of(parts: Sequence[str]) -> tuple[str, ...]:
    if not any(map(building.names_an_object, parts)):
        return ()
    kept = (p for p in parts if building.names_an_object(p) or is_single(p))
    return tuple(part.strip(_MARKS) for part in kept)
