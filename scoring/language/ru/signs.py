"""The literals that whatever a pattern finds must hold: looking for them costs far less."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from re import _constants, _parser  # type: ignore[attr-defined]  # no public way to read a pattern
from typing import Any

from scoring.language.ru.edges import ways

_SHORTEST = 3
"""Letters of a sign: shorter ones stand in every text."""


@dataclass(frozen=True, slots=True)
class _Read:
    """A pattern, its signs, and its ways apart: most have signs of their own, and begin so."""

    pattern: re.Pattern[str]
    signs: tuple[str, ...]
    ways: tuple[tuple[re.Pattern[str], tuple[str, ...]], ...]


_KNOWN: dict[int, _Read] = {}
"""By their place in memory, where they stay: to be hashed a pattern is read to its end."""


def any_in(text: str, told: Iterable[str]) -> bool:
    """Stands one of the signs in a text? ``any`` of as many looks costs several times as much."""
    for sign in told:  # noqa: SIM110 - see above
        if sign in text:
            return True
    return False


def holds(pattern: re.Pattern[str], text: str) -> bool:
    """``pattern.search`` of a long text, which is read letter by letter only where a sign is."""
    for way, told in (_KNOWN.get(id(pattern)) or _read(pattern)).ways:
        for sign in told:
            if sign in text:
                break
        else:
            if told:
                continue
        if way.search(text):
            return True
    return False


def may_hold(pattern: re.Pattern[str], text: str) -> bool:
    """Has a text one of the signs, so that it is worth reading for the pattern?"""
    told = (_KNOWN.get(id(pattern)) or _read(pattern)).signs
    return not told or any_in(text, told)


def _read(pattern: re.Pattern[str]) -> _Read:
    known = _KNOWN.get(id(pattern))
    if known is None:
        apart = [re.compile(way, pattern.flags) for way in ways(pattern.pattern)]
        told = tuple((way, signs(way)) for way in apart)
        known = _KNOWN[id(pattern)] = _Read(pattern, signs(pattern), told)
    return known


def signs(pattern: re.Pattern[str]) -> tuple[str, ...]:
    """Literals of which every match of ``pattern`` holds one; () when nothing is sure of it."""
    read = _parser.parse(pattern.pattern, pattern.flags)
    found = None if pattern.flags & re.IGNORECASE else _of(read)
    if found is None or min(map(len, found)) < _SHORTEST:
        return ()
    return tuple(sorted(s for s in found if not any(o in s and o != s for o in found)))


def _of(sequence: Iterable[Any]) -> frozenset[str] | None:
    """The surest of what stands one after another: the longest, and of fewest ways to say it."""
    sure: list[frozenset[str]] = []
    run = ""
    for kind, told in (*sequence, (None, None)):
        if kind is _constants.LITERAL:
            run += chr(told)
            continue
        if run:
            sure.append(frozenset({run}))
            run = ""
        if (inner := _within(kind, told)) is not None:
            sure.append(inner)
    return max(sure, key=lambda some: (min(map(len, some)), -len(some)), default=None)


def _within(kind: Any, told: Any) -> frozenset[str] | None:
    """What must stand in a group, in one of several branches, or in what comes at least once."""
    if kind is _constants.SUBPATTERN:
        return _of(told[3])
    if kind is _constants.BRANCH:
        branches = [_of(branch) for branch in told[1]]
        kept = [some for some in branches if some is not None]
        return frozenset().union(*kept) if len(kept) == len(branches) else None
    if kind in (_constants.MAX_REPEAT, _constants.MIN_REPEAT) and told[0]:
        return _of(told[2])
    return None
