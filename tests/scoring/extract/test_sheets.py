"""Sheets as their readers take them in: what stands alone in a row, and where a table ends."""

import io

import pytest
from openpyxl import Workbook

from scoring.extract import extract
from scoring.model import Document

HEAD, TEXT, ITEM = "heading", "paragraph", "list_item"


def read(*sheets: tuple[str, list[object]]) -> Document:
    """A workbook of named sheets; a row is a text in column A, a tuple of cells, or None."""
    book = Workbook()
    book.remove(book.active)
    for name, rows in sheets:
        sheet = book.create_sheet(name)
        for down, row in enumerate(rows, 1):
            for across, one in enumerate(row if isinstance(row, tuple) else (row,), 1):
                if one is not None:
                    sheet.cell(down, across, one)
    held = io.BytesIO()
    book.save(held)
    return extract(held.getvalue(), url="http://a.invalid/x.xlsx")


def told(document: Document) -> list[tuple[str, str]]:
    return [(str(block.kind), block.text) for block in document.blocks]


def test_a_sheet_of_words_is_headings_and_paragraphs() -> None:
    document = read(
        (
            "Лист1",
            [
                "Бюджет для граждан на 2026 год",
                None,
                "Что такое бюджет",
                "Бюджет похож на семейный кошелёк, только больше.",
                "Налоги платим мы все.",
                None,
                "Долг",
                "Долг области на 1 января 2026 года – 10,1 млрд рублей",
                "Приоритеты:",
                "- дороги и мосты;",
                "- сельские школы.",
            ],
        )
    )
    assert told(document) == [
        (HEAD, "Бюджет для граждан на 2026 год"),
        (HEAD, "Что такое бюджет"),
        (TEXT, "Бюджет похож на семейный кошелёк, только больше."),
        (TEXT, "Налоги платим мы все."),
        (HEAD, "Долг"),
        (TEXT, "Долг области на 1 января 2026 года – 10,1 млрд рублей"),
        (TEXT, "Приоритеты:"),
        (ITEM, "дороги и мосты;"),
        (ITEM, "сельские школы."),
    ]
    assert document.title == "Бюджет для граждан на 2026 год"
    assert document.blocks[3].locator == "sheet=Лист1;cell=A5"


def test_a_name_cut_short_is_the_title_it_begins() -> None:
    long = "Основные параметры областного бюджета"
    document = read(
        (long[:31], [long, "Сколько всего денег у области и куда они уйдут."]),
        ("Б", ["Вот и всё."]),
    )
    assert told(document)[0] == (HEAD, long)
    assert [text for _, text in told(document)].count(long) == 1


def test_points_under_a_title_are_no_headings() -> None:
    goals = ["Поддержать семьи с детьми", "Сохранить озёра чистыми", "Дать сёлам врача"]
    document = read(("Что главное", ["Что главное", *goals]), ("Итог", ["Итог", "До встречи!"]))
    assert told(document)[:4] == [(HEAD, "Что главное"), *((ITEM, goal) for goal in goals)]


def test_cards_are_headings_with_their_figure() -> None:
    cards = ["ДОХОДЫ", "142,7 млрд рублей", "РАСХОДЫ", "149,3 млрд рублей"]
    document = read(("Коротко", ["Год в цифрах.", *cards]))
    assert [kind for kind, _ in told(document)] == [TEXT, HEAD, TEXT, HEAD, TEXT]


TWO = [
    ("Показатель", "2025", "2026"),
    ("Доходы", 50.9, 52.4),
    ("Расходы", 50.5, 55.8),
]


@pytest.mark.parametrize(
    ("between", "caption"),
    [
        ([None, "По разделам, млрд рублей"], "По разделам, млрд рублей"),
        (["По разделам, млрд рублей"], "По разделам, млрд рублей"),
        (["Доходов стало больше, чем ждали.", "На что потратим"], "На что потратим"),
        ([None, "Куда уйдут деньги", "млрд рублей"], "Куда уйдут деньги млрд рублей"),
    ],
)
def test_two_tables_one_under_another(between: list[object], caption: str) -> None:
    document = read(("Всё", ["Главное", *TWO, *between, ("Школы", 30), ("Дороги", 17)]))
    first, second = document.tables
    assert [len(first.rows), len(second.rows)] == [3, 2]
    assert second.rows[0] == ("Школы", "30")
    assert second.caption == caption


def test_heads_behind_a_chart_begin_a_table() -> None:
    chart = [("Налоги", 38.2), ("Штрафы", 1.1)]
    document = read(("Всё", ["Откуда деньги, млрд рублей", *chart, *TWO]))
    assert [table.rows[0][0] for table in document.tables] == ["Налоги", "Показатель"]


def test_what_names_a_group_of_rows_stays_in_its_table() -> None:
    rows = [*TWO, "в том числе:", ("Школы", 30, 31), "Социальная сфера", ("Дороги", 17, 18)]
    (table,) = read(("Всё", ["Главное", *rows])).tables
    assert len(table.rows) == 7
    spaced = [*TWO, None, "Социальная сфера", ("Дороги", 17, 18)]
    (table,) = read(("Всё", ["Главное", *spaced])).tables
    assert table.rows[-1] == ("Дороги", "17", "18")


def test_lines_under_a_table_are_text() -> None:
    under = [
        "Год закончили с профицитом 0,4 млрд рублей вместо дефицита",
        "Источник: отчёт Минфина.",
    ]
    document = read(("Всё", ["Главное", *TWO, *under]))
    assert len(document.tables[0].rows) == 3
    assert told(document)[1:] == [(TEXT, under[0]), (TEXT, under[1])]
    assert document.tables[0].after == 1


def test_sentences_in_cells_of_a_table_are_its_cells() -> None:
    rows = [
        ("Слово", "Что значит"),
        ("Дотация", "Это деньги, которые дают району без всяких условий."),
        ("Субсидия", "Это деньги, к которым район добавляет свои."),
    ]
    document = read(("Слова", ["Словарик", *rows]))
    assert told(document) == [(HEAD, "Словарик")]
    assert document.tables[0].rows[1][1].startswith("Это деньги")
