"""Sheets as their readers take them in: what stands alone in a row, and where a table ends."""

import io

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.hyperlink import Hyperlink

from scoring.extract import extract
from scoring.model import Document
from tests.scoring.made_office import converted

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


def linked(document: Document) -> list[tuple[str, str, str]]:
    return [(link.href, link.text, link.locator) for link in document.links]


def book_of_links() -> Workbook:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Участие"
    sheet["B3"], sheet["C3"] = "Ваше мнение", "заполните анкету"
    sheet["C3"].hyperlink = "https://opros.invalid/anketa?a=1&b=2"
    sheet["B4"], sheet["C4"] = "Оглавление", "к таблице"
    sheet["C4"].hyperlink = Hyperlink(ref="C4", location="'Участие'!A1")
    sheet["B5"] = '=HYPERLINK("https://forma.invalid/vopros","Задать вопрос")'
    return book


def test_cells_that_lead_outside_are_links() -> None:
    held = io.BytesIO()
    book_of_links().save(held)
    found = linked(extract(held.getvalue(), url="http://a.invalid/x.xlsx"))
    assert found[0] == (
        "https://opros.invalid/anketa?a=1&b=2", "заполните анкету", "sheet=Участие;cell=C3"
    )  # fmt: skip
    assert [href for href, *_ in found] == [
        "https://opros.invalid/anketa?a=1&b=2", "https://forma.invalid/vopros"
    ]  # fmt: skip


def test_the_row_stands_around_a_link() -> None:
    held = io.BytesIO()
    book_of_links().save(held)
    link = extract(held.getvalue(), url="http://a.invalid/x.xlsx").links[0]
    assert link.context == "Ваше мнение заполните анкету"


def test_the_same_book_as_ods_has_the_same_links() -> None:
    held = io.BytesIO()
    book_of_links().save(held)
    body = converted(held.getvalue(), "xlsx", "ods")
    found = linked(extract(body, url="http://a.invalid/x.ods"))
    assert found == [
        ("https://opros.invalid/anketa?a=1&b=2", "заполните анкету", "sheet=Участие;cell=C3"),
        ("https://forma.invalid/vopros", "Задать вопрос", "sheet=Участие;cell=B5"),
    ]
