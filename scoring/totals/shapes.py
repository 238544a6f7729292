"""Tables of other shapes made plain: units in a column, a year to a row, labels beside figures."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from scoring.language.ru.folded import folded
from scoring.remembered import of_cell
from scoring.totals.columns import header_height, kind
from scoring.totals.figures import Wanted
from scoring.totals.labels import concept
from scoring.totals.money import cell, lone, unit

_WORDS_OF_UNIT = 24
_PAIRS = 2
_MACHINE_NAME = re.compile(r"^\S*[^\W_]_[^\W_]\S*$")

Row = Sequence[str]


def spoken(rows: Sequence[Row]) -> tuple[Row, ...]:
    """The names of a data file as words: "revenue_rub", "сумма_тыс_руб"."""
    return tuple(tuple(map(_said, row)) if any(map(_named, row)) else row for row in rows)


def measured(rows: Sequence[Row]) -> tuple[Row, ...]:
    """The units that stand in a column of their own joined to the labels of their rows."""
    down = rows[header_height(rows) :]
    width = min((len(row) for row in down), default=0)
    holds = (i for i in range(1, width) if any(_is_unit(row[i]) for row in down))
    index = next(holds, None)
    if index is None or any(cell(row[index]) is not None for row in down):
        return tuple(rows)
    return tuple(_joined(row, index) for row in rows)


def year_column(rows: Sequence[Row]) -> int | None:
    """The column with the year of each row, of a table with a row for each total and year."""
    down = rows[header_height(rows) :]
    width = min((len(row) for row in down), default=0)
    index = next((i for i in range(width) if all(year_of(row[i]) for row in down)), None)
    totals = index is not None and any(concept(text) for row in down for text in row)
    return index if totals else None


def of_year(rows: Sequence[Row], index: int, wanted: Wanted) -> tuple[Row, ...]:
    """The rows of the year wanted, which the column ``index`` tells.

    Where a column tells plan from fact, the rows of the other are left out too.
    """
    height = header_height(rows)
    down = rows[height:]
    kept = [row for row in down if year_of(row[index]) == wanted.year and _meant(row, wanted)]
    return tuple(_without(row, index) for row in (*rows[:height], *kept))


def years_first(rows: Sequence[Row]) -> tuple[Row, ...]:
    """Rows that end in their year with the year before the figures."""
    ends = [year_of(row[-1]) for row in rows[1:] if row]
    if not ends or not all(ends):
        return tuple(rows)
    return tuple((*row[-1:], *row[:-1]) for row in rows)


def one_head(rows: Sequence[Row]) -> tuple[Row, ...]:
    """Under a wide title the names of the columns are the lowest row of the heads."""
    height = header_height(rows)
    named = [
        n for n, row in enumerate(rows[:height]) if sum(map(bool, map(concept, row))) >= _PAIRS
    ]
    return (*rows[named[-1] : named[-1] + 1], *rows[height:]) if named else tuple(rows)


def one_label(rows: Sequence[Row]) -> tuple[Row, ...]:
    """The year and "план" or "факт" of a row, when they stand in two cells, as one label."""
    down = rows[header_height(rows) :]
    apart = len(down) > 0 and all(
        len(row) > _PAIRS and year_of(row[0]) and kind(row[1]) and cell(row[1]) is None
        for row in down
    )
    return tuple((f"{row[0]} {row[1]}", *row[2:]) for row in rows) if apart else tuple(rows)


def paired(rows: Sequence[Row]) -> Iterator[Row]:
    """Rows of label and figure out of one where they take turns: "Доходы | 74,5 | Расходы | 76"."""
    for row in rows:
        pairs = [
            (label, figure)
            for label, figure in pairwise(row)
            if concept(label) and (cell(figure) is not None or lone(figure))
        ]
        if len(pairs) >= _PAIRS:
            yield from pairs


def figures_first(rows: Sequence[Row]) -> tuple[Row, ...]:
    """Rows of label and figure out of those of figure and label: "74,5 млрд ₽ | Доходы"."""
    turned = tuple(
        (row[1], row[0])
        for row in rows
        if len(row) == _PAIRS and concept(row[1]) and lone(row[0]) and not concept(row[0])
    )
    return turned if len(turned) >= _PAIRS else ()


def over_labels(rows: Sequence[Row]) -> Iterator[Row]:
    """Rows of label and figure where big figures stand in a row over their labels."""
    for place, (figures, labels) in enumerate(pairwise(rows)):
        below = rows[place + 2] if place + 2 < len(rows) else ()
        pairs = [
            (label, figure)
            for label, figure in zip(labels, figures, strict=False)
            if concept(label) and (cell(figure) is not None or lone(figure))
        ]
        headed = any(cell(text) is not None or lone(text) for text in below)
        if len(pairs) >= _PAIRS and not headed:
            yield from pairs


def charted(rows: Sequence[Row]) -> tuple[Row, ...]:
    """A chart read as a table, its title over a year and a sum to a row, as a row of its total."""
    told = [tuple(text for text in row if text.strip()) for row in rows]
    title = " ".join(told[0]) if told else ""
    down = told[1:]
    dated = all(len(r) == _PAIRS and year_of(r[0]) and cell(r[1]) is not None for r in down)
    if len(down) < _PAIRS or not dated or concept(title) is None:
        return ()
    return (("", *(row[0] for row in down)), (title, *(row[1] for row in down)))


def _named(text: str) -> bool:
    return "_" in text and _MACHINE_NAME.match(text) is not None


def _said(text: str) -> str:
    return text.replace("_", " ") if _named(text) else text


def _is_unit(text: str) -> bool:
    return len(text) <= _WORDS_OF_UNIT and unit(text) is not None and not re.search(r"\d", text)


def _joined(row: Row, index: int) -> Row:
    told = row[index] if index < len(row) else ""
    label = f"{row[0]}, {told}" if _is_unit(told) else row[0]
    return (label, *(text for i, text in enumerate(row) if i not in (0, index)))


@of_cell
def year_of(text: str) -> int | None:
    """The year a cell is of: "2026", "2026 год"."""
    match = re.fullmatch(r"\W*(20[1-4]\d)\W*(?:г|год)?\W*", folded(text))
    return int(match[1]) if match else None


def _meant(row: Row, wanted: Wanted) -> bool:
    other = "plan" if wanted.fact else "fact"
    return all(kind(text) != other for text in row)


def _without(row: Row, index: int) -> Row:
    return tuple(text for i, text in enumerate(row) if i != index)
