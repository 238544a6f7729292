"""A sentence parted at its sums: the objects that each of them is of."""

from collections.abc import Sequence

from scoring.checks import building
from scoring.facts import Unit
from scoring.facts.quantity import quantities

_MARKS = " ,;:.()–—-"


def parted(sentence: str) -> tuple[str, ...]:
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
    kept = (p for p in parts if building.names_an_object(p) or building.is_single(p))
    return tuple(part.strip(_MARKS) for part in kept)
