"""Are transfers to local budgets given in total and by kind?"""

import re
from collections.abc import Sequence
from typing import ClassVar, Literal

from pydantic import Field

from scoring.checks.answers import in_files, measured
from scoring.checks.figures import Told, context, is_change, is_sum, told
from scoring.checks.parts import share_words
from scoring.checks.texts import TextCheck
from scoring.facts import Fact
from scoring.language.ru.folded import folded
from scoring.language.ru.lexicon import lexicon
from scoring.model import Answered, Dossier, Edition, EditionFile

_KINDS = ("dotation", "subsidy", "subvention", "other")
_ASKED = ("total", *_KINDS)
_FEWEST = 2
_GIVEN = re.compile(
    r"\b(?:переда|получ|направ|выдел|перечисл|поддерж|помощ|трансферт|предостав|уйд|пойд)\w*"
)
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
        found: dict[str, Told] = {}
        every = [one for one in told(files) if one.fact.sized and not is_change(one.fact)]
        of = kinds_of(every)
        for one in every:
            for topic in of.get(id(one.fact), ()):
                found.setdefault(topic, one)
        there = [topic for topic in _ASKED if topic in found]
        kinds = sum(topic in found for topic in _KINDS)
        value = 1.0 if "total" in found and kinds >= _FEWEST else self.some if there else 0.0
        proof = [found[topic].proof for topic in there] or in_files(edition)
        return measured(value, share_words(lexicon("transfers"), _ASKED, there), proof)


def kinds_of(every: Sequence[Told]) -> dict[int, tuple[str, ...]]:
    """The kinds of transfers to local budgets, by the id of the fact that is of them."""
    local = {_where(one) for one in every if _speaks_of_local(one.fact)}
    return {
        id(one.fact): topics
        for one in every
        if _where(one) in local and not _speaks_of_federal(one.fact)
        if (topics := _topics(one.fact))
    }


def _where(one: Told) -> tuple[str, str, int]:
    return one.file.capture.sha256 + one.file.member, one.fact.locator.split(";")[0], one.fact.table


def _speaks_of_local(fact: Fact) -> bool:
    return "local" in lexicon("municipal").words.named(f"{fact.whole} . {context(fact)}")


def _speaks_of_federal(fact: Fact) -> bool:
    """The nearest words decide: its own, else the row or heading over it."""
    words = lexicon("municipal").words
    for text in (fact.label, fact.whole, fact.group, *reversed(fact.above[-3:])):
        named = words.named(text)
        if named:
            return "local" not in named
    return False


def _topics(fact: Fact) -> tuple[str, ...]:
    """The kind a figure is of, else the total when its words say that local budgets get it."""
    if _FOR_FIRMS.search(folded(fact.label)):
        return ()
    named = lexicon("transfers").words.found(fact.label)
    kinds = tuple(dict.fromkeys(m.topic for m in named if m.topic != "total"))
    if kinds:
        return kinds[:1] if len(kinds) == 1 else ("total",)
    local = "local" in lexicon("municipal").words.named(fact.label)
    kinds_told = lexicon("transfers").words.named(fact.whole) - {"total"}
    given = _GIVEN.search(folded(f"{fact.label} {fact.whole}")) is not None
    if named or (local and (given or kinds_told)) or (is_sum(fact) and _over(fact)):
        return ("total",)
    return ()


def _over(fact: Fact) -> bool:
    """The sum of a table of transfers to local budgets."""
    return bool(lexicon("transfers").words.named(context(fact)))
