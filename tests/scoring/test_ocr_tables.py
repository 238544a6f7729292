"""Tables on a recognised page: cells that stand apart, rows below one another, heads over them."""

from __future__ import annotations

import pytest

from scoring.ocr.grid import grids
from scoring.ocr.rouble import in_roubles, signed
from scoring.ocr.table import Line, Word

HEIGHT = 20.0


def line(number: int, *cells: tuple[float, str]) -> Line:
    """A line at its place down the page; every letter is ten points wide."""
    words = []
    for left, text in cells:
        at = left
        for word in text.split():
            right = at + 10 * len(word)
            top = 30.0 * number
            words.append(Word(word, 95.0, at, top, right, top + HEIGHT))
            at = right + 8
    return Line(("1", str(number)), tuple(words))


def table(*lines: Line) -> list[tuple[tuple[str, ...], ...]]:
    return [grid.rows for grid in grids(lines)]


def test_rows_of_figures_are_a_table_with_its_head() -> None:
    read = table(
        line(0, (0, "Расходы растут третий год подряд")),
        line(1, (0, "Раздел"), (400, "2026"), (520, "2027")),
        line(2, (0, "Образование"), (400, "15,9"), (520, "16,4")),
        line(3, (0, "Культура"), (400, "1,2"), (520, "1,3")),
        line(4, (0, "Спорт"), (400, "0,8"), (520, "-")),
        line(5, (0, "Остальное описано ниже, в третьей главе")),
    )
    assert read == [
        (
            ("Раздел", "2026", "2027"),
            ("Образование", "15,9", "16,4"),
            ("Культура", "1,2", "1,3"),
            ("Спорт", "0,8", "-"),
        )
    ]


def test_heads_in_words_stand_over_their_columns() -> None:
    (rows,) = table(
        line(1, (410, "План"), (530, "Факт")),
        line(2, (0, "Доходы"), (400, "50 100,0"), (520, "51 200,4")),
        line(3, (0, "Расходы"), (400, "52 000,0"), (520, "51 900,1")),
        line(4, (0, "Дефицит"), (400, "-1 900,0"), (520, "-699,7")),
    )
    assert rows[0] == ("", "План", "Факт")
    assert rows[3] == ("Дефицит", "-1 900,0", "-699,7")


def test_a_group_s_name_between_rows_does_not_end_a_table() -> None:
    (rows,) = table(
        line(1, (0, "Школы"), (400, "12")),
        line(2, (0, "Больницы"), (400, "4")),
        line(3, (0, "Дороги")),
        line(4, (0, "ремонт, км"), (400, "118")),
    )
    assert rows[2] == ("Дороги", "")


@pytest.mark.parametrize(
    "lines",
    [
        (line(1, (0, "Доходы 12 млн рублей")), line(2, (0, "Расходы 14 млн рублей"))),
        (line(1, (0, "Школы"), (400, "12")), line(2, (0, "Дороги"), (400, "8"))),
        (
            line(1, (0, "Первая колонка"), (400, "вторая колонка")),
            line(2, (0, "текста идёт"), (400, "рядом с ней")),
            line(3, (0, "сверху вниз"), (400, "до конца")),
        ),
    ],
)
def test_sentences_columns_and_two_lines_are_no_table(lines: tuple[Line, ...]) -> None:
    assert table(*lines) == []


@pytest.mark.parametrize(
    ("read", "printed"),
    [
        ("72 100 Р", "72 100 ₽"),
        ("Доходы 118 456,2 млнР", "Доходы 118 456,2 млн ₽"),
        ("3,1 млрд P, из них", "3,1 млрд ₽, из них"),
        ("Республика 5 Раз", "Республика 5 Раз"),
        ("5 Россиян", "5 Россиян"),
    ],
)
def test_the_sign_of_the_rouble_is_put_back(read: str, printed: str) -> None:
    assert signed(read) == printed


def test_a_title_that_ends_in_a_scale_is_of_roubles() -> None:
    assert in_roubles("Расходы, млрд") == "Расходы, млрд ₽"
    assert in_roubles("Расходы (млн 2)") == "Расходы (млн ₽)"
    assert in_roubles("Жителей, млн человек") == "Жителей, млн человек"
