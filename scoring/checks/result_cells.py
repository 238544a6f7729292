"""Results in tables and on slides: what a number stands beside tells that it counts things."""

import re

from scoring.checks.figures import context
from scoring.facts import Fact, Unit
from scoring.facts.measure import measure
from scoring.language.ru.folded import folded
from scoring.language.ru.lexicon import lexicon
from scoring.language.ru.words import dictionary

OF_MONEY = re.compile(
    r"доход|расход|бюджет|\bдолг|налог|\bврп\b|валов|дотаци|субсиди|субвенци|трансферт|руб|средств|"
    r"дефицит|профицит|инфляц|потребительск\w+ цен|финансир|собственн|заработн|ассигнован|"
    r"исполнен|внес\w+|сво[юеий]+ дол|софинансир|вклад|голос"
)
# "Открыто ФАПов", "Новых мест в школах": what was done stands first.
_DONE = re.compile(r"\W*(?:[а-я]+(?:но|то)|новых|новые)\b")
_LETTERS = re.compile(r"[^\W\d_]{4,}")


def counts_bare(fact: Fact) -> bool:
    """A number of a table of results whose unit the words beside it tell: "Открыто ФАПов | 11"."""
    words = lexicon("results").words
    beside = beside_cell(fact) or fact.label
    own = words.named(beside)
    over = f"{context(fact)} . {fact.column}"
    if "done" not in own and _listed(fact, beside):
        return True
    if (
        "done" not in own
        or "not-result" in own
        or OF_MONEY.search(folded(f"{beside} {fact.column}"))
    ):
        return False
    if "thing" in own and _DONE.match(folded(beside)):
        return True
    counted = measure(beside)
    named = counted is not None and counted.unit is Unit.COUNT
    return (named or "indicator" in words.named(over)) and not OF_MONEY.search(folded(over))


def _listed(fact: Fact, beside: str) -> bool:
    """So many of things under a heading of results: "К концу года | Вылетов санавиации | 2 900"."""
    words = lexicon("results").words
    headed = any("indicator" in words.named(head) for head in fact.above[-1:])
    if not headed or "not-result" in words.named(beside) or lexicon("macro").words.named(beside):
        return False
    first = next(iter(re.findall(r"[а-я-]+", folded(beside))), "")
    many = any({"gent", "plur"} <= set(one.tag.grammemes) for one in dictionary().parse(first))
    return many and not OF_MONEY.search(folded(f"{fact.whole} {fact.column} {context(fact)}"))


def counts_apart(fact: Fact) -> bool:
    """A number on a line of its own beside what it counts: "38", "новых автобусов"."""
    words = lexicon("results").words
    whole = fact.value.is_integer() and "thing" in words.named(fact.label)
    return whole and "indicator" in words.named(context(fact))


def beside_cell(fact: Fact) -> str:
    """The words of a figure's own cell, or of the cells between its row's label and it."""
    cells = fact.whole.split(" | ")
    own = fact.quote.rpartition(" … ")[2]
    if _LETTERS.search(own):
        return own
    before = cells[: cells.index(own)] if own in cells else []
    worded = [text for text in before if _LETTERS.search(text)]
    return " . ".join(worded[1:] or worded)
