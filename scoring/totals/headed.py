"""Heads that tables lack or share: a year over several rows, a total over several columns."""

import re
from collections.abc import Sequence

from scoring.totals.columns import header_height, kind
from scoring.totals.labels import concept
from scoring.totals.money import cell
from scoring.totals.shapes import year_of

_LETTERS = re.compile(r"[^\W\d_]+")
_KINDS = ("plan", "fact")
_FEWEST = 2

Row = Sequence[str]


def sectioned(rows: Sequence[Row]) -> tuple[Row, ...]:
    """Rows under lines that are a year and nothing else, each with that year before its figures.

    "2026" stands over "Доходы" and "Расходы", "2027" over the same names again.
    """
    heads = [_heading_year(row) for row in rows]
    years = [year for year in heads if year]
    if len(years) < _FEWEST or len(set(years)) < len(years):
        return tuple(rows)
    made: list[Row] = []
    over: int | None = None
    for row, year in zip(rows, heads, strict=True):
        over = year or over
        if over is None:
            made.append((*row[:1], "", *row[1:]))
        elif not year:
            made.append((*row[:1], str(over), *row[1:]))
    return tuple(made)


def _heading_year(row: Row) -> int | None:
    told = [text for text in row if text.strip()]
    return year_of(told[0]) if len(told) == 1 and len(row) > 1 else None


def labelled(rows: Sequence[Row]) -> tuple[Row, ...]:
    """Totals in heads without a column of labels, with what their rows say of themselves first.

    Under "Доходы | Расходы" stand "51,4 | 52,9", "план 50,1 | план 54,2", "102,6 % | 97,6 %".
    """
    head = rows[0] if rows else ()
    if len(rows) <= _FEWEST or len(head) < _FEWEST or not all(map(concept, head)):
        return tuple(rows)
    down = [_self_told(row) for row in rows[1:]]
    said = [row[0] for row in down]
    if not any(kind(label) in _KINDS for label in said):
        return tuple(rows)
    if said.count("") == 1 and any(kind(label) == "plan" for label in said):
        # Beside its plan a figure is the outcome.
        down[said.index("")] = ("факт", *down[said.index("")][1:])
    return (("", *head), *down)


def _self_told(row: Row) -> Row:
    told = (text for text in row if cell(text) is None and text.strip())
    words = {" ".join(_LETTERS.findall(text)) for text in told}
    said = words.pop() if len(words) == 1 else ""
    if kind(said) not in _KINDS:
        shares = all("%" in text for text in row if text.strip())
        return ("%" if shares else "", *row)
    return (said, *(text.replace(said, "").strip(" :–—-") for text in row))


def filled(rows: Sequence[Row]) -> tuple[Row, ...]:
    """Totals that stand over several columns joined to the heads under them, shares left out.

    "Доходы" over "план | факт" and "Расходы" over the same are four heads.
    """
    height = header_height(rows)
    over = next((n for n, row in enumerate(rows[: height - 1]) if _over_several(row)), None)
    if over is None:
        return tuple(rows)
    under = rows[over + 1 : height]
    heads: list[str] = []
    name = ""
    for n, text in enumerate(rows[over]):
        name = text if text.strip() else name
        below = [row[n] for row in under if n < len(row) and row[n].strip()]
        heads.append(" ".join(dict.fromkeys((name, *below))) if concept(name) else name)
    kept = [n for n, head in enumerate(heads) if kind(head) != "other"]
    down = (tuple(row[n] for n in kept if n < len(row)) for row in rows[height:])
    return (tuple(heads[n] for n in kept), *down)


def _over_several(row: Row) -> bool:
    """Do two totals stand in a row of heads, each with nothing behind it?"""
    named = [n for n, text in enumerate(row) if concept(text)]
    return len(named) >= _FEWEST and all(not "".join(row[n + 1 : n + 2]).strip() for n in named)


def repeated(rows: Sequence[Row]) -> tuple[Row, ...]:
    """A label told in each column over its figures as one label before them.

    Years over "ДОХОД | ДОХОД | ДОХОД" over three figures are three cards side by side.
    """
    over = [len(row) > 1 and len(set(row)) == 1 and cell(row[0]) is None for row in rows]
    names = [row[0] for row, alike in zip(rows, over, strict=True) if alike]
    if len(names) < _FEWEST or not any(map(concept, names)):
        return tuple(rows)
    told: list[Row] = []
    label = ""
    for row, alike in zip(rows, over, strict=True):
        if not alike:
            told.append((label, *row))
        label = row[0] if alike else ""
    return tuple(told)
