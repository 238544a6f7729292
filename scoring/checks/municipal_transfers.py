"""Are transfers to local budgets given in total and by kind?"""

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import ClassVar, Literal

from pydantic import Field

from scoring.checks.answers import in_file, in_files, measured
from scoring.checks.figures import Told, is_change, is_sum, over, told
from scoring.checks.grant_lists import grants_told
from scoring.checks.local_budgets import places
from scoring.checks.local_totals import is_total, told_of_them
from scoring.checks.parts import share_words
from scoring.checks.subject import says_something
from scoring.checks.texts import TextCheck
from scoring.facts import Fact, Form, Unit
from scoring.language.ru.folded import folded
from scoring.language.ru.lexicon import lexicon
from scoring.language.ru.topics import Mention
from scoring.model import Answered, Dossier, Edition, EditionFile, Evidence
from scoring.remembered import of_fact, of_text

_KINDS = ("dotation", "subsidy", "subvention", "other")
_ASKED = ("total", *_KINDS)
_FEWEST = 2
# "10 миллиардов в виде субвенций": what stands behind is the kind.
_AS = re.compile(r"^\W*(?:[а-я]+ )?(?:в (?:виде|форме)|под видом)\b")
# "1,2 млрд рублей дотаций": the kind itself stands behind.
_KIND = re.compile(r"^\W*(?:дотаци|субсиди|субвенци)")
_BARE_HEAD = re.compile(
    r"\W*+(?:(?:раздел|глава|часть|слайд)\W++)?[\W\divx]*+межбюджетные (?:трансферты|"
    r"отношения)"
    r"(?: (?:в |за |на )?20\d\d\D{0,8})?\W*$"
)
_INCOME = re.compile(r"\bдоход(?:ы|ов|ам|ами)?\b(?!\s+(?:местн|муницип))")
_FOR_FIRMS = re.compile(
    r"юридическ\w+ лиц|некоммерческ|предпринимател|автономн\w+ учрежден|населени|оплат\w+ (?:жил|"
    r"комм)"
)


class MunicipalTransfers(TextCheck):
    """1 for the total and ``_FEWEST`` kinds of the four, ``some`` for either alone.

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
                if topic != "total" or one.fact.unit is not Unit.MONEY or one.fact.value >= least:
                    found.setdefault(topic, one.proof)
        for file in files:
            for passage, topic in grants_told(file):
                found.setdefault(topic, in_file(file, passage.locator, passage.text))
        there = [topic for topic in _ASKED if topic in found]
        kinds = sum(topic in found for topic in _KINDS)
        value = 1.0 if "total" in found and kinds >= _FEWEST else self.some if there else 0.0
        proof = [found[topic] for topic in there] or in_files(edition)
        return measured(value, share_words(lexicon("transfers"), _ASKED, there), proof)


def kinds_of(every: Sequence[Told]) -> dict[int, tuple[str, ...]]:
    """The kinds of transfers to local budgets, by the id of the fact that is of them."""
    local: set[tuple[str, str, int]] = set()
    at = [_where(one) for one in every]
    for one, where in zip(every, at, strict=True):
        if where not in local and _speaks_of_local(one.fact):
            local.add(where)
    files = {id(one.file): one.file for one in every}
    spoken = {key: places(file.document.legible) for key, file in files.items()}
    found: dict[int, tuple[str, ...]] = {}
    for one, where in zip(every, at, strict=True):
        cell = one.fact.form is Form.CELL
        told = None if cell else spoken[id(one.file)].local(one.fact)
        if (told or where in local) and not _speaks_of_federal(one.fact, told=told):
            found[id(one.fact)] = _topics(
                one.fact,
                told=bool(told),
                them=not cell and spoken[id(one.file)].them(one.fact),
            )
    found |= _in_turn(one.fact for one in every if id(one.fact) in found)
    return {fact: topics for fact, topics in found.items() if topics}


def _in_turn(facts: Iterable[Fact]) -> dict[int, tuple[str, ...]]:
    """Kinds named one after another with as many figures: "дотации и субсидии - 2,3 и 2,9"."""
    found: dict[int, tuple[str, ...]] = {}
    for _, group in groupby(facts, key=lambda fact: (fact.locator, fact.whole, fact.label)):
        listed = [fact for fact in group if fact.form is Form.PROSE]
        kinds = _kinds(lexicon("transfers").words.found(listed[0].label)) if listed else ()
        if len(kinds) == len(listed) >= _FEWEST:
            found |= {id(f): (kind,) for f, kind in zip(listed, kinds, strict=True)}
    return found


def _largest_kind(every: Sequence[Told], of: Mapping[int, tuple[str, ...]]) -> float:
    """The largest of each kind's first sums: less is no total, but a section of that name."""
    firsts: dict[str, float] = {}
    for fact in (one.fact for one in every if one.fact.unit is Unit.MONEY):
        for kind in set(of.get(id(fact), ())) & set(_KINDS):
            firsts.setdefault(kind, fact.value)
    return max(firsts.values(), default=0.0)


def _where(one: Told) -> tuple[str, str, int]:
    fact = one.fact
    # A sheet holds a whole edition: outside its tables a row is a place of its own.
    place = fact.locator.split(";")[0] if fact.form is Form.CELL else fact.locator
    return one.file.capture.sha256 + one.file.member, place, fact.table


@of_fact
def _speaks_of_local(fact: Fact) -> bool:
    said = (fact.label, fact.whole, *over(fact))
    if named := lexicon("municipal").words.named_in(said):
        return "local" in named
    # Under a bare heading "Межбюджетные трансферты" a region tells what it gives.
    return any(map(_is_bare_head, fact.above[-3:]))


@of_text
def _is_bare_head(head: str) -> bool:
    return _BARE_HEAD.match(folded(head)) is not None


@of_fact
def _speaks_of_federal(fact: Fact, *, told: bool | None) -> bool:
    """The nearest words decide: its own, what was ``told`` before, the row or heading over it."""
    words = lexicon("municipal").words
    own = next(filter(None, map(words.named, (fact.label, fact.whole))), frozenset())
    if own:
        return "local" not in own
    if told is not None:
        return not told
    over = next(filter(None, map(words.named, (fact.group, *reversed(fact.above[-3:])))), {"local"})
    return "local" not in over


@of_fact
def _topics(fact: Fact, *, told: bool, them: bool) -> tuple[str, ...]:
    """The kind a figure is of, else the total when its words say that local budgets get it."""
    if _FOR_FIRMS.search(folded(fact.label)):
        return ()
    words = lexicon("transfers").words
    behind = fact.after if _AS.match(folded(fact.after)) else ""
    right_behind = fact.after if _KIND.match(fact.after) else ""
    labelled = _kinds(words.found(fact.label))
    named = _kinds(words.found(right_behind)) if len(labelled) != 1 else labelled
    kinds = _kinds(words.found(behind)) or named or labelled or _kinds(words.found(fact.column))
    kinds = kinds or _headed(fact)
    if kinds == ("other",) and is_sum(fact):
        # "Итого с иными": a sum over all.
        kinds = ()
    if not kinds and told and is_sum(fact) and not says_something(fact.label):
        return ("total",)
    if not kinds and them and fact.unit is Unit.MONEY and told_of_them(folded(fact.label)):
        return ("total",)
    if not kinds and (words.named(fact.label) or (is_total(fact) and not _of_budget(fact))):
        return ("total",)
    kinds = kinds or _kinds(words.found(fact.after))
    return kinds if len(kinds) < _FEWEST else ("total",)


def _headed(fact: Fact) -> tuple[str, ...]:
    """The one kind a heading is of, over lines of who gets it: "Дотации" over "районам"."""
    over = fact.above[-1] if fact.form is not Form.PROSE and fact.above else ""
    kinds = _kinds(lexicon("transfers").words.found(over))
    return kinds if len(kinds) == 1 and not is_sum(fact) else ()


def _of_budget(fact: Fact) -> bool:
    """Of what comes in and what goes out: a slide may tell it over the help to local budgets."""
    said = folded(fact.whole or fact.label)
    return fact.form is not Form.CELL and _INCOME.search(said) is not None


def _kinds(found: Iterable[Mention]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(m.topic for m in found if m.topic != "total")) if found else ()
