"""Are transfers to local budgets given in total and by kind?"""

import re
from collections.abc import Mapping, Sequence
from typing import ClassVar, Literal

from pydantic import Field

from scoring.checks.answers import in_file, in_files, measured
from scoring.checks.figures import Told, is_change, over, says_more, told
from scoring.checks.grant_kinds import FEWEST, in_turn, topics_of
from scoring.checks.grant_lists import grants_told
from scoring.checks.grant_sums import grants_summed
from scoring.checks.local_budgets import Places, places, whose
from scoring.checks.parts import share_words
from scoring.checks.texts import TextCheck
from scoring.facts import Fact, Form, Unit, Words
from scoring.language.ru.folded import folded
from scoring.language.ru.lexicon import lexicon
from scoring.model import Answered, Dossier, Edition, EditionFile, Evidence
from scoring.remembered import of_text, of_words

_KINDS = ("dotation", "subsidy", "subvention", "other")
_ASKED = ("total", *_KINDS)
_BARE_HEAD = re.compile(
    r"\W*+(?:(?:раздел|глава|часть|слайд)\W++)?[\W\divx]*+межбюджетные (?:трансферты|"
    r"отношения)"
    r"(?: (?:в |за |на )?20\d\d\D{0,8})?\W*$"
)


class MunicipalTransfers(TextCheck):
    """1 for the total and ``FEWEST`` kinds of the four, ``some`` for either alone.

    Grants the region itself receives have the same names: a figure counts where local budgets
    are spoken of, in its own words, over it, or beside it in the same table or block.
    """

    kind: Literal["municipal-transfers"]
    laid_out: ClassVar[bool] = True
    some: float = Field(default=0.5, gt=0, lt=1)

    def look(self, dossier: Dossier, edition: Edition, files: tuple[EditionFile, ...]) -> Answered:
        """Quote the total and the first figure of each kind."""
        found: dict[str, Evidence] = {}
        every = [one for one in told(files) if one.fact.sized and not is_change(one.fact)]
        of = kinds_of(every)
        least = _largest_kind(every, of)
        for one in every:
            for topic in of.get(id(one.fact), ()):
                large = one.fact.unit is not Unit.MONEY or one.fact.value >= least
                if topic not in found and (topic != "total" or large):
                    found[topic] = one.proof
        for file in files:
            for passage, topic in (*grants_told(file), *grants_summed(file)):
                found.setdefault(topic, in_file(file, passage.locator, passage.text))
        there = [topic for topic in _ASKED if topic in found]
        kinds = sum(topic in found for topic in _KINDS)
        value = 1.0 if "total" in found and kinds >= FEWEST else self.some if there else 0.0
        proof = [found[topic] for topic in there] or in_files(edition)
        return measured(value, share_words(lexicon("transfers"), _ASKED, there), proof)


def kinds_of(every: Sequence[Told]) -> dict[int, tuple[str, ...]]:
    """The kinds of transfers to local budgets, by the id of the fact that is of them."""
    local: set[tuple[str, str, int]] = set()
    files = {id(one.file): one.file for one in every}
    names = {key: file.capture.sha256 + file.member for key, file in files.items()}
    spoken = {key: places(file.document.legible) for key, file in files.items()}
    at: list[tuple[Fact, Words, tuple[str, str, int], Places | None]] = []
    for one in every:
        fact, file = one.fact, id(one.file)
        words, where = fact.words, _where(fact, names[file])
        at.append((fact, words, where, None if fact.form is Form.CELL else spoken[file]))
        if where not in local and _speaks_of_local(words):
            local.add(where)
    found: dict[int, tuple[str, ...]] = {}
    for fact, words, where, read in at:
        told = read.local(fact) if read else None
        if (told or where in local) and not _speaks_of_federal(words, told=told):
            them = read is not None and read.them(fact)
            found[id(fact)] = topics_of(words, fact.column, told=bool(told), them=them)
    found |= in_turn(fact for fact, *_ in at if id(fact) in found)
    return {fact: topics for fact, topics in found.items() if topics}


def _largest_kind(every: Sequence[Told], of: Mapping[int, tuple[str, ...]]) -> float:
    """The largest of each kind's first sums: less is no total, but a section of that name."""
    firsts: dict[str, float] = {}
    for fact in (one.fact for one in every if one.fact.unit is Unit.MONEY):
        for kind in set(of.get(id(fact), ())) & set(_KINDS):
            firsts.setdefault(kind, fact.value)
    return max(firsts.values(), default=0.0)


def _where(fact: Fact, file: str) -> tuple[str, str, int]:
    # A sheet holds a whole edition: outside its tables a row is a place of its own.
    place = fact.locator.split(";")[0] if fact.form is Form.CELL else fact.locator
    return file, place, fact.table


@of_words
def _speaks_of_local(fact: Words) -> bool:
    above = over(fact)
    if named := _own(fact) | _over(above):
        return "local" in named
    # Under a bare heading "Межбюджетные трансферты" a region tells what it gives.
    return _under_bare_head(above[:-1])


def _own(fact: Words) -> frozenset[str]:
    """Whose budgets its label and the row or sentence it stands in name."""
    named = whose(fact.label)
    return named | whose(fact.whole) if says_more(fact) else named


@of_text
def _over(above: tuple[str, ...]) -> frozenset[str]:
    return frozenset[str]().union(*map(whose, above))


@of_text
def _under_bare_head(above: tuple[str, ...]) -> bool:
    return any(map(_is_bare_head, above))


@of_text
def _is_bare_head(head: str) -> bool:
    return _BARE_HEAD.match(folded(head)) is not None


@of_words
def _speaks_of_federal(fact: Words, *, told: bool | None) -> bool:
    """The nearest words decide: its own, what was ``told`` before, the row or heading over it."""
    own = whose(fact.label)
    if not own and says_more(fact):
        own = whose(fact.whole)
    if own:
        return "local" not in own
    if told is not None:
        return not told
    return not _nearest_is_local(over(fact))


@of_text
def _nearest_is_local(above: tuple[str, ...]) -> bool:
    """Does the nearest text that names budgets name local ones? Where none does they are meant."""
    return "local" in next(filter(None, map(whose, reversed(above))), {"local"})
