"""Numbers that a narrow cell breaks in two are one number, and others stay what they are."""

from collections.abc import Callable, Sequence

from reportlab.pdfgen.canvas import Canvas

from scoring.extract import extract
from tests.scoring.made_pdf import pdf, written

Cell = str | tuple[str, str]
"""What a cell says; two halves of a number one over the other."""


def table(*rows: Sequence[Cell], pitch: float = 28) -> Callable[[Canvas], None]:
    """Rows without rules: labels on the left, figures set to the right of their columns."""

    def page(canvas: Canvas) -> None:
        canvas.setFont("DejaVuSans", 10)
        for number, (label, *cells) in enumerate(rows):
            y = 700 - number * pitch
            canvas.drawString(72, y, str(label))
            for place, cell in enumerate(cells):
                right = 300 + 70 * place
                if isinstance(cell, str):
                    canvas.drawRightString(right, y, cell)
                else:
                    canvas.drawRightString(right, y + 6, cell[0])
                    canvas.drawRightString(right, y - 6, cell[1])

    return page


def rows_of(page: Callable[[Canvas], None]) -> list[tuple[tuple[str, ...], ...]]:
    return [table.rows for table in extract(pdf(page)).tables]


def test_halves_of_a_number_are_one() -> None:
    page = table(
        ("Образование", ("24", "310,5"), ("23", "900,1"), "98,3"),
        ("Культура", "310,5", "300,0", "96,6"),
        ("Здравоохранение", ("19", "100,0"), ("18", "990,4"), "98,8"),
        ("Всего", ("43", "721,0"), ("43", "190,5"), "98,4"),
    )
    assert rows_of(page) == [
        (
            ("Образование", "24 310,5", "23 900,1", "98,3"),
            ("Культура", "310,5", "300,0", "96,6"),
            ("Здравоохранение", "19 100,0", "18 990,4", "98,8"),
            ("Всего", "43 721,0", "43 190,5", "98,4"),
        )
    ]


def test_a_half_beside_whole_numbers_and_after_them() -> None:
    page = table(
        ("Доходы", "98,3", ("24", "310,5")),
        ("Расходы", "98,9", ("26", "100,0")),
        ("Дефицит", "100,5", ("-1", "789,5")),
    )
    assert rows_of(page) == [
        (
            ("Доходы", "98,3", "24 310,5"),
            ("Расходы", "98,9", "26 100,0"),
            ("Дефицит", "100,5", "-1 789,5"),
        )
    ]


def test_counts_under_one_another_stay_rows() -> None:
    page = table(
        ("Школы", "24"), ("Ученики", "310"), ("Учителя", "117"), ("Кружки", "205"), pitch=13
    )
    assert rows_of(page) == [
        (("Школы", "24"), ("Ученики", "310"), ("Учителя", "117"), ("Кружки", "205"))
    ]


def test_a_number_broken_at_the_end_of_a_line_of_prose_stays_prose() -> None:
    page = written(
        "Доходы областного бюджета составят 24",
        "310,5 млн рублей, расходы составят 26",
        "100,0 млн рублей, дефицит составит 1",
        "789,5 млн рублей.",
    )
    document = extract(pdf(page))
    assert not document.tables
    assert "24 310,5 млн рублей" in " ".join(block.text for block in document.blocks)
