"""The terms of budgeting a reader may stumble over, and where a text uses them."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources

from pydantic import BaseModel, ConfigDict, Field

from scoring.language.ru.folded import folded
from scoring.language.ru.lists import read
from scoring.language.ru.words import lemmas

_STEM = 4
_REMEMBERED = 16_384


class Term(BaseModel):
    """A term as a reader reads it, and where it comes from (``from``).

    ``also`` are other names of the same thing, ``full`` the words an abbreviation stands for: they
    explain it. A term met ``aside``, as in the title of a law, does not show that the text itself
    names what its tables do.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    term: str = Field(min_length=2)
    also: tuple[str, ...] = ()
    full: str = ""
    aside: bool = False
    source: str = Field(default="", alias="from")


class _Terms(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    terms: tuple[Term, ...] = Field(min_length=1)


@dataclass(frozen=True, slots=True)
class Use:
    """A term in a text, as the words ``start`` to ``end`` (excluded) of its lemmas."""

    term: Term
    start: int
    end: int


def uses(said: Sequence[str]) -> Iterator[Use]:
    """Terms in a text given as lemmas, in reading order; of two that overlap the longer."""
    index = _index()
    at = 0
    while at < len(said):
        # Longest first: "лимиты бюджетных обязательств" before any shorter name in it.
        for name, term in index.get(said[at], ()):
            if tuple(said[at : at + len(name)]) == name:
                yield Use(term, at, at + len(name))
                at += len(name) - 1
                break
        at += 1


@lru_cache(maxsize=_REMEMBERED)
def named(text: str) -> tuple[Term, ...]:
    """The terms a text uses, in reading order, as often as it does."""
    if not _glimpse().search(folded(text)):
        return ()
    return tuple(use.term for use in uses(lemmas(text)))


@cache
def _glimpse() -> re.Pattern[str]:
    """Beginnings of the names' first words: most rows of tables hold none and are not parsed."""
    stems = {folded(name)[:_STEM] for t in vocabulary() for name in (t.term, *t.also)}
    return re.compile(rf"\b(?:{'|'.join(sorted(map(re.escape, stems)))})")


@cache
def _index() -> Mapping[str, tuple[tuple[tuple[str, ...], Term], ...]]:
    """Every name as lemmas, by its first, the longest names first."""
    index: dict[str, list[tuple[tuple[str, ...], Term]]] = {}
    for term in vocabulary():
        for name in (term.term, *term.also):
            spelt = lemmas(name)
            index.setdefault(spelt[0], []).append((spelt, term))
    return {
        first: tuple(sorted(names, key=lambda one: (-len(one[0]), one[0])))
        for first, names in index.items()
    }


@cache
def vocabulary() -> tuple[Term, ...]:
    """The terms of budget_terms.yaml; pydantic's ValidationError when the file is wrong."""
    return _Terms.model_validate(read(resources.files(__package__) / "budget_terms.yaml")).terms
