"""Facts of tables whose rows ran together in one paragraph: a name, its numbers, the next name."""

import re
from collections.abc import Iterator

from scoring.facts.fact import Fact, Form, Unit
from scoring.facts.headings import years_of
from scoring.facts.measure import Measure, measure
from scoring.facts.quantity import quantities
from scoring.model import Block
from scoring.totals.money import sums
from scoring.totals.money import unit as money

_ROW = re.compile(
    r"(?P<label>[А-ЯЁ«][^\d.!?;:]{2,110}?)\s+(?P<n>\d{1,3}(?: \d{3})+(?:,\d+)?|"
    r"\d+(?:,\d+)?)(?=\s|$)"
)
# "14 новых ФАПов и амбулаторий Развитие транспорта": the name begins at the last capital letter.
_NAME = re.compile(r"(?:^|(?<=[а-яё»)] ))[А-ЯЁ«][а-яё]*(?![а-яё]*(?:ской|ского|ого|ому)\b)")
_DIGIT = re.compile(r"\d")
_FEWEST = 4
_HEADS = 3
LONGEST = 4000


def run_together(block: Block, above: tuple[str, ...]) -> Iterator[Fact]:
    """The first number behind each name, in the unit the paragraph or a heading over it announces.

    Nothing where there are fewer than four such rows, or no unit of money stands over them.
    """
    text = block.text[:LONGEST]
    said = _announced(text, above)
    rows = list(_ROW.finditer(text)) if said is not None else []
    if said is None or len(rows) < _FEWEST or _tells_sums(text):
        return
    for row in rows:
        told = sums(row["n"])
        names = list(_NAME.finditer(row["label"]))
        if len(told) != 1 or not names:
            continue
        label = row["label"][names[-1].start() :].strip()
        yield Fact(
            label,
            round(told[0].number * said.factor, 2),
            Unit.MONEY,
            Form.LINE,
            row[0],
            block.locator,
            years=years_of(above),
            above=above,
            whole=row[0],
        )


def _tells_sums(text: str) -> bool:
    """Sentences have units of their own."""
    return any(one.unit is Unit.MONEY for one in quantities(text))


def _announced(text: str, above: tuple[str, ...]) -> Measure | None:
    """The unit of money of the heads that ran into a heading."""
    heads = _DIGIT.split(text, maxsplit=1)[0]
    # What names no unit of money measures none, and most blocks name none.
    of_money = (head for head in (heads, *reversed(above[-_HEADS:])) if money(head))
    told = (measure(head) for head in of_money)
    return next((one for one in told if one is not None and one.unit is Unit.MONEY), None)
