"""Tables whose rows are parted by rules or grounds, and whose columns by room alone."""

from collections.abc import Callable

import pytest
from reportlab.lib import colors
from reportlab.pdfgen.canvas import Canvas

from scoring.extract import extract
from scoring.model import BlockKind
from tests.scoring.made_pdf import BOLD, both, pdf, written

LEFT, MIDDLE, RIGHT = 72, 400, 520
Row = tuple[tuple[str, ...], tuple[str, ...], str]
HEAD: Row = (("Кому помогают",), ("Чем",), "2027, млн рублей")
ROWS: tuple[Row, ...] = (
    (("Семьи, где растут", "трое детей и больше"), ("выплата на каждого",), "6 740,1"),
    (("Студенты",), ("стипендии, проезд и", "места в общежитиях"), "1 905,0"),
    (("Ветераны труда",), ("ежемесячная выплата",), "2 480,3"),
)
TABLE = (
    ("Кому помогают", "Чем", "2027, млн рублей"),
    ("Семьи, где растут трое детей и больше", "выплата на каждого", "6 740,1"),
    ("Студенты", "стипендии, проезд и места в общежитиях", "1 905,0"),
    ("Ветераны труда", "ежемесячная выплата", "2 480,3"),
)
Shelved = Callable[[Canvas, float, float, int], None]


def lined(canvas: Canvas, top: float, foot: float, number: int) -> None:
    canvas.line(LEFT, foot, RIGHT, foot)


def painted(canvas: Canvas, top: float, foot: float, number: int) -> None:
    if number % 2 == 0:
        canvas.setFillColor(colors.lightgrey)
        canvas.rect(LEFT, foot, RIGHT - LEFT, top - foot, stroke=0, fill=1)
        canvas.setFillColor(colors.black)


def table(
    parted: Shelved, top: float = 600, rows: tuple[Row, ...] = (HEAD, *ROWS)
) -> Callable[[Canvas], None]:
    """Rows as high as they need, text in the second column set to the right."""

    def draw(canvas: Canvas) -> None:
        y = top
        for number, (who, what, much) in enumerate(rows):
            high = 8 + 12 * max(len(who), len(what))
            parted(canvas, y, y - high, number)
            canvas.setFont("DejaVuSans", 10)
            for said, place in ((who, LEFT), (what, MIDDLE)):
                first = y - (high - 12 * len(said)) / 2 - 9
                for line, text in enumerate(said):
                    put = canvas.drawString if place == LEFT else canvas.drawRightString
                    put(place + 4 if place == LEFT else place, first - 12 * line, text)
            canvas.drawRightString(RIGHT - 4, y - high / 2 - 3, much)
            y -= high

    return draw


@pytest.mark.parametrize("parted", [lined, painted])
def test_rows_are_what_stands_between_two_rules_or_on_a_ground(parted: Shelved) -> None:
    heading = written("Раздел III. Меры поддержки", size=16, top=622, font=BOLD)
    document = extract(pdf(both(heading, table(parted))))
    assert [found.rows for found in document.tables] == [TABLE]
    assert [(b.kind, b.text) for b in document.blocks] == [
        (BlockKind.HEADING, "Раздел III. Меры поддержки")
    ]


def test_two_tables_as_wide_as_each_other_are_two() -> None:
    heading = written("Ещё меры", size=16, top=440, font=BOLD)
    document = extract(pdf(both(table(lined), heading, table(lined, top=425))))
    assert [found.rows for found in document.tables] == [TABLE, TABLE]


def test_one_row_under_its_heads_is_a_table() -> None:
    document = extract(pdf(table(lined, rows=(HEAD, ROWS[0]))))
    assert [found.rows for found in document.tables] == [TABLE[:2]]


def test_a_line_between_two_rules_is_no_table() -> None:
    def page(canvas: Canvas) -> None:
        lined(canvas, 0, 600, 0)
        canvas.setFont("DejaVuSans", 10)
        canvas.drawString(LEFT, 588, "Министерство финансов")
        canvas.drawRightString(RIGHT, 588, "Бюджет для граждан")
        lined(canvas, 0, 580, 0)

    assert not extract(pdf(both(page, written("Доходы области", top=550)))).tables


def test_a_unit_over_a_table_is_no_head() -> None:
    document = extract(pdf(both(written("млн рублей", top=604, left=450), table(painted))))
    assert [(found.rows, found.caption) for found in document.tables] == [(TABLE, "млн рублей")]


def test_prose_between_rules_is_no_table() -> None:
    def page(canvas: Canvas) -> None:
        for number in range(5):
            foot = 600 - 34 * number
            lined(canvas, 0, foot, 0)
            canvas.setFont("DejaVuSans", 10)
            canvas.drawString(LEFT, foot - 13, "Бюджет области составляется на три года и")
            canvas.drawString(LEFT, foot - 25, "показывает, сколько денег область получит.")

    document = extract(pdf(page))
    assert not document.tables
    assert len(document.blocks) == 5


def test_two_columns_of_text_between_painted_bands_are_no_table() -> None:
    left = [f"Левая колонка, строка {number}" for number in range(24)]
    right = [f"Правая колонка, строка {number}" for number in range(24)]

    def bands(canvas: Canvas) -> None:
        canvas.setFillColor(colors.lightgrey)
        for foot in (700, 360):
            canvas.rect(LEFT, foot, RIGHT - LEFT, 16, stroke=0, fill=1)
        canvas.setFillColor(colors.black)

    heads = both(written("Бюджет", top=704), written("для граждан", top=704, left=330))
    page = both(
        bands,
        heads,
        written(*left, top=686, size=10.6),
        written(*right, top=686, left=330, size=10.6),
    )
    assert not extract(pdf(page)).tables


def test_the_lines_behind_a_chart_are_no_table() -> None:
    def page(canvas: Canvas) -> None:
        canvas.setFont("DejaVuSans", 9)
        for number in range(6):
            lined(canvas, 0, 500 + 20 * number, 0)
            canvas.drawRightString(LEFT - 4, 497 + 20 * number, str(20 * number))
        for number, high in enumerate((44, 71, 58, 93)):
            left = LEFT + 40 + 100 * number
            canvas.setFillColor(colors.steelblue)
            canvas.rect(left, 500, 40, high, stroke=0, fill=1)
            canvas.setFillColor(colors.black)
            canvas.drawCentredString(left + 20, 504 + high, f"{high},0")
            canvas.drawCentredString(left + 20, 486, str(2024 + number))

    assert not extract(pdf(page)).tables
