"""Which kind of transfers a figure of local budgets is of, or whether it is all of them."""

import re
from collections.abc import Iterable, Iterator

from scoring.checks.figures import is_sum
from scoring.checks.local_totals import is_total, told_of_them
from scoring.checks.subject import says_something
from scoring.facts import Fact, Form, Unit, Words
from scoring.language.ru.folded import folded
from scoring.language.ru.lexicon import lexicon
from scoring.language.ru.topics import Mention
from scoring.remembered import of_words

FEWEST = 2
"""Kinds that make more than one."""
# "10 миллиардов в виде субвенций": what stands behind is the kind.
_AS = re.compile(r"^\W*(?:[а-я]+ )?(?:в (?:виде|форме)|под видом)\b")
# "1,2 млрд рублей дотаций": the kind itself stands behind.
_KIND = re.compile(r"^\W*(?:дотаци|субсиди|субвенци)")
_INCOME = re.compile(r"\bдоход(?:ы|ов|ам|ами)?\b(?!\s+(?:местн|муницип))")
_FOR_FIRMS = re.compile(
    r"юридическ\w+ лиц|некоммерческ|предпринимател|автономн\w+ учрежден|населени|оплат\w+ (?:жил|"
    r"комм)"
)


@of_words
def topics_of(fact: Words, column: str, *, told: bool, them: bool) -> tuple[str, ...]:
    """The kind a figure is of, else the total when its words say that local budgets get it."""
    if _FOR_FIRMS.search(folded(fact.label)):
        return ()
    words = lexicon("transfers").words
    behind = fact.after if _AS.match(folded(fact.after)) else ""
    right_behind = fact.after if _KIND.match(fact.after) else ""
    labelled = _kinds(words.found(fact.label))
    named = _kinds(words.found(right_behind)) if len(labelled) != 1 else labelled
    kinds = _kinds(words.found(behind)) or named or labelled or _kinds(words.found(column))
    kinds = kinds or _headed(fact)
    if kinds == ("other",) and is_sum(fact):
        # "Итого с иными": a sum over all.
        kinds = ()
    if not kinds and told and is_sum(fact) and not says_something(fact.label):
        return ("total",)
    if not kinds and them and fact.unit is Unit.MONEY and told_of_them(folded(fact.label)):
        return ("total",)
    if not kinds and (words.named(fact.label) or (is_total(fact, column) and not _of_budget(fact))):
        return ("total",)
    kinds = kinds or _kinds(words.found(fact.after))
    return kinds if len(kinds) < FEWEST else ("total",)


def _headed(fact: Words) -> tuple[str, ...]:
    """The one kind a heading is of, over lines of who gets it: "Дотации" over "районам"."""
    over = fact.above[-1] if fact.form is not Form.PROSE and fact.above else ""
    kinds = _kinds(lexicon("transfers").words.found(over))
    return kinds if len(kinds) == 1 and not is_sum(fact) else ()


def _of_budget(fact: Words) -> bool:
    """Of what comes in and what goes out: a slide may tell it over the help to local budgets."""
    said = folded(fact.whole or fact.label)
    return fact.form is not Form.CELL and _INCOME.search(said) is not None


def _kinds(found: Iterable[Mention]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(m.topic for m in found if m.topic != "total")) if found else ()


def in_turn(facts: Iterable[Fact]) -> dict[int, tuple[str, ...]]:
    """Kinds named one after another with as many figures: "дотации и субсидии - 2,3 и 2,9"."""
    found: dict[int, tuple[str, ...]] = {}
    for listed in _beside(facts):
        kinds = _kinds(lexicon("transfers").words.found(listed[0].label))
        if len(kinds) == len(listed) >= FEWEST:
            found |= {id(f): (kind,) for f, kind in zip(listed, kinds, strict=True)}
    return found


def _beside(facts: Iterable[Fact]) -> Iterator[list[Fact]]:
    """Figures of one label in one sentence, with nothing else between them."""
    said: tuple[str, ...] = ()
    listed: list[Fact] = []
    for fact in facts:
        if not listed and fact.form is not Form.PROSE:
            continue
        now = fact.locator, fact.whole, fact.label
        if listed and now != said:
            yield listed
            listed = []
        if fact.form is Form.PROSE:
            said = now
            listed.append(fact)
    if listed:
        yield listed
