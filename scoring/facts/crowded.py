"""Lines that ran together, each a figure and then its label: "4 715 — медицина 2 260 — ЖКХ"."""

import re
from collections.abc import Iterator

from scoring.facts.fact import Fact, Form, Unit
from scoring.facts.headings import years_of
from scoring.facts.measure import Measure, measure
from scoring.facts.quantity import quantities
from scoring.model import Table
from scoring.totals.money import sums

_PAIR = re.compile(
    r"(?<![\d.,])(?P<n>\d{1,3}(?: \d{3})*(?:,\d+)?|\d+(?:,\d+)?)\s*[—–]\s*"
    r"(?P<label>[^\W\d][^\d—–]{1,60}?)(?=\s\d|$|(?<=[а-яё])\s[А-ЯЁ][а-яё])"
)
_FEWEST = 3
_LONGEST = 1000
_SHORTEST = 4 * _FEWEST
"""A digit, a dash and two letters of a label, and that often enough."""


def in_cells(table: Table, above: tuple[str, ...]) -> Iterator[Fact]:
    """The figures of such cells, in the unit a heading over the table or the cell announces."""
    for text in dict.fromkeys(text for row in table.rows for text in row):
        if not _SHORTEST <= len(text) <= _LONGEST or text.count("—") + text.count("–") < _FEWEST:
            continue
        pairs = list(_PAIR.finditer(text))
        said = _announced(text, above) if len(pairs) >= _FEWEST else None
        for pair in pairs:
            number = sums(pair["n"])
            if said is None or not number:
                continue
            yield Fact(
                pair["label"].strip(),
                round(number[0].number * said.factor, 2),
                Unit.MONEY,
                Form.LINE,
                pair[0],
                table.locator,
                years=years_of(above),
                above=above,
                whole=pair[0],
            )


def _announced(text: str, above: tuple[str, ...]) -> Measure | None:
    if any(one.unit is Unit.MONEY for one in quantities(text)):
        return None
    told = (measure(words) for words in (*reversed(above), text))
    return next((one for one in told if one is not None and one.unit is Unit.MONEY), None)
