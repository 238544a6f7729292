"""A figure a document states: of what, how much, in which unit, of which year, and where."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from scoring.quick import quickly


class Unit(StrEnum):
    """What a figure counts. MONEY is in roubles; BARE is a number whose unit nobody states."""

    MONEY = "money"
    PERCENT = "percent"
    PER_RESIDENT = "per-resident"
    COUNT = "count"
    BARE = "bare"


class Form(StrEnum):
    """How it is written: a cell under heads, words of a sentence, or a line standing alone."""

    CELL = "cell"
    PROSE = "prose"
    LINE = "line"


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """All that is said of a figure, however much it is: of the years of a row it is the same.

    One for all figures of which it is said, so that an answer can be remembered by it
    (``scoring.remembered.of_words``). The fields are those of a ``Fact``.
    """

    label: str
    unit: Unit
    form: Form
    noun: str
    above: tuple[str, ...]
    group: str
    whole: str
    after: str


_AMOUNTS = (Unit.MONEY, Unit.BARE)
_SIZES = (*_AMOUNTS, Unit.PERCENT)
_MOST = 16_384
_KNOWN: dict[tuple[object, ...], Words] = {}
"""The words met last; when they are too many all are forgotten, and made anew."""


def _interned(said: tuple[Any, ...]) -> Words:
    if len(_KNOWN) >= _MOST:
        _KNOWN.clear()
    known = _KNOWN[said] = Words(*said)
    return known


@quickly
@dataclass(frozen=True, slots=True)
class Fact:
    """``value`` in roubles, percent or pieces; ``label`` are the words that say of what.

    ``noun`` is what a COUNT counts, as written ("мест", "км дорог"). ``years`` are the years the
    figure is of, () when nothing tells; ``kind`` is "plan", "fact" or "". ``above`` are the
    headings over it, the nearest last, then a table's caption and its corner; ``group`` is the row
    of the table that heads this one, ``table`` the number of the table from 0, -1 outside tables.
    ``whole`` is the sentence, row or line the figure stands in, ``after`` the words of a sentence
    right behind the figure, ``column`` the head over a cell.
    """

    label: str
    value: float
    unit: Unit
    form: Form
    quote: str
    locator: str
    noun: str = ""
    years: tuple[int, ...] = ()
    kind: str = ""
    above: tuple[str, ...] = ()
    group: str = ""
    whole: str = ""
    table: int = -1
    after: str = ""
    column: str = ""
    words: Words = field(init=False, repr=False, compare=False)
    """What is said of it, without how much, of which year and where: every question asks of it."""

    def __post_init__(self) -> None:
        """Its words are found once, when all that is said is known."""
        said = (
            self.label, self.unit, self.form, self.noun, self.above, self.group, self.whole,
            self.after,
        )  # fmt: skip
        # Frozen to all others: this follows from what it holds.
        object.__setattr__(self, "words", _KNOWN.get(said) or _interned(said))

    def __hash__(self) -> int:
        """Its words, place and value will do: what is remembered of it need not read all of it."""
        return hash((self.quote, self.locator, self.value, self.above))

    @property
    def amount(self) -> bool:
        """Money, or a number in a table of money whose unit nobody states."""
        return self.unit in _AMOUNTS

    @property
    def sized(self) -> bool:
        """Money or a share of it."""
        return self.unit in _SIZES
