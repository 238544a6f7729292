"""A figure a document states: of what, how much, in which unit, of which year, and where."""

from dataclasses import dataclass
from enum import StrEnum


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

    def __hash__(self) -> int:
        """Its words, place and value will do: what is remembered of it need not read all of it."""
        return hash((self.quote, self.locator, self.value, self.above))

    @property
    def amount(self) -> bool:
        """Money, or a number in a table of money whose unit nobody states."""
        return self.unit in (Unit.MONEY, Unit.BARE)

    @property
    def sized(self) -> bool:
        """Money or a share of it."""
        return self.amount or self.unit is Unit.PERCENT
