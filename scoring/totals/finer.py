"""A total in more digits: a table without any unit may hold what a sentence tells rounded."""

from collections.abc import Iterator
from dataclasses import replace

from scoring.locator import of_cell
from scoring.model import Document
from scoring.totals.figures import Figure
from scoring.totals.labels import concept
from scoring.totals.money import cell

_SCALES = (1.0, 1e3, 1e6)


def figures(document: Document, figure: Figure, step: float) -> tuple[Figure, ...]:
    """The cells under or beside the total's name that round to it, if they say one sum.

    ``step`` is its last digit's place. No unit is asked for: 45 230,1 beside "Доходы" is
    45,2 млрд рублей in millions and nothing else. A plan and an outcome that both round to it
    tell nothing.
    """
    found = tuple(_rounding(document, figure, step))
    return found if len({one.roubles for one in found}) == 1 else ()


def _rounding(document: Document, figure: Figure, step: float) -> Iterator[Figure]:
    for table in document.tables:
        for down, row in enumerate(table.rows):
            label = next((text for text in row if text.strip() and cell(text) is None), "")
            for across, text in enumerate(row):
                near = _near(cell(text), figure, step)
                if near and (said := _named(figure, label, *table.rows[0][across : across + 1])):
                    for value in near:
                        signed = value if figure.roubles >= 0 else -value
                        quote = f"{said.strip()} … {text.strip()}"
                        where = of_cell(table, down, across)
                        yield replace(figure, roubles=signed, quote=quote, locator=where)


def _near(number: float | None, figure: Figure, step: float) -> list[float]:
    """What a number is in each scale, where that rounds to the figure: of few numbers it does."""
    scaled = [round(abs(number) * scale, 2) for scale in _SCALES] if number else []
    return [value for value in scaled if abs(value - abs(figure.roubles)) <= step / 2]


def _named(figure: Figure, *labels: str) -> str:
    return next((label for label in labels if concept(label) is figure.concept), "")
