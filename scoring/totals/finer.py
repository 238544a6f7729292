"""A total in more digits: a table without any unit may hold what a sentence tells rounded."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import replace

from scoring.locator import of_cell
from scoring.model import Document, Table
from scoring.remembered import of_document
from scoring.totals.figures import Figure
from scoring.totals.labels import concept
from scoring.totals.money import cell

_SCALES = (1.0, 1e3, 1e6)

_Cell = tuple[float, Table, int, int]
"""A number without its sign, its table, row and column."""


def figures(document: Document, figure: Figure, step: float) -> tuple[Figure, ...]:
    """The cells under or beside the total's name that round to it, if they say one sum.

    ``step`` is its last digit's place. No unit is asked for: 45 230,1 beside "Доходы" is
    45,2 млрд рублей in millions and nothing else. A plan and an outcome that both round to it
    tell nothing.
    """
    found = tuple(_rounding(document, figure, step))
    return found if len({one.roubles for one in found}) == 1 else ()


def _rounding(document: Document, figure: Figure, step: float) -> Iterator[Figure]:
    for number, table, down, across in _about(document, abs(figure.roubles), step):
        if near := _near(number, figure, step):
            row, head = table.rows[down], table.rows[0]
            label = next((text for text in row if text.strip() and cell(text) is None), "")
            if said := _named(figure, label, *head[across : across + 1]):
                for value in near:
                    signed = value if figure.roubles >= 0 else -value
                    quote = f"{said.strip()} … {row[across].strip()}"
                    where = of_cell(table, down, across)
                    yield replace(figure, roubles=signed, quote=quote, locator=where)


def _about(document: Document, sought: float, step: float) -> Iterator[_Cell]:
    """The cells whose numbers may be the one sought in one of the scales, in their order."""
    cells, numbers, places = _cells(document)
    wide = step + 1.0
    found: set[int] = set()
    for scale in _SCALES:
        start = bisect_left(numbers, (sought - wide) / scale)
        found.update(places[start : bisect_right(numbers, (sought + wide) / scale)])
    for place in sorted(found):
        yield cells[place]


@of_document
def _cells(document: Document) -> tuple[tuple[_Cell, ...], list[float], list[int]]:
    """The cells with a number other than 0; their numbers from low to high, and whose they are."""
    cells = tuple(
        (abs(number), table, down, across)
        for table in document.tables
        for down, row in enumerate(table.rows)
        for across, text in enumerate(row)
        if (number := cell(text))
    )
    places = sorted(range(len(cells)), key=lambda place: cells[place][0])
    return cells, [cells[place][0] for place in places], places


def _near(number: float, figure: Figure, step: float) -> list[float]:
    """What a number is in each scale, where that rounds to the figure."""
    scaled = [round(number * scale, 2) for scale in _SCALES]
    return [value for value in scaled if abs(value - abs(figure.roubles)) <= step / 2]


def _named(figure: Figure, *labels: str) -> str:
    return next((label for label in labels if concept(label) is figure.concept), "")
