"""A region that publishes in office formats: the whole way from bytes to totals."""

from dataclasses import replace

import docx
import openpyxl
import pptx
import pytest
from pptx.util import Cm

from scoring.amounts import totals
from scoring.checks.text_layer import TextLayer
from scoring.classify import classify
from scoring.extract import extract
from scoring.language.ru.prose import prose
from scoring.model import Edition
from tests.scoring.made_office import saved

FILES = "https://fin.region.invalid/files/"


def law() -> bytes:
    made = docx.Document()
    made.add_paragraph("Министерство финансов Заозёрной области")
    made.add_paragraph().add_run("Бюджет для граждан").bold = True
    made.add_paragraph(
        "к закону «Об областном бюджете на 2026 год и на плановый период 2027 и 2028 годов»"
    )
    made.add_heading("Что такое бюджет?", 1)
    made.add_paragraph(
        "Уважаемые жители области! Бюджет — это план доходов и расходов области на три года, который "
        "принимается законом. Мы рассказываем простым языком, откуда берутся деньги и на что они тратятся."
    )
    made.add_heading("Основные параметры областного бюджета", 1)
    made.add_paragraph("млн рублей")
    rows = (
        ("Показатель", "2026 год", "2027 год"),
        ("Доходы, всего", "110 000,0", "120 000,0"),
        ("Налоговые доходы", "90 000,0", "95 000,0"),
        ("Расходы, всего", "111 500,0", "121 000,0"),
        ("Дефицит", "-1 500,0", "-1 000,0"),
    )
    table = made.add_table(len(rows), 3)
    for row, cells in enumerate(rows):
        for column, text in enumerate(cells):
            table.cell(row, column).text = text
    return saved(made)


def report() -> bytes:
    deck = pptx.Presentation()
    first = deck.slides.add_slide(deck.slide_layouts[0])
    first.shapes.title.text = "Бюджет для граждан"
    first.placeholders[1].text = "Исполнение областного бюджета за 2024 год"
    second = deck.slides.add_slide(deck.slide_layouts[5])
    second.shapes.title.text = "Основные параметры бюджета за 2024 год, млрд рублей"
    for number, (name, sum_) in enumerate(
        (("Доходы", "101,5"), ("Расходы", "103,2"), ("Дефицит", "1,7"))
    ):
        for down, text in enumerate((name, sum_)):
            box = second.shapes.add_textbox(Cm(1 + 8 * number), Cm(5 + 1.2 * down), Cm(6), Cm(1))
            box.text_frame.text = text
    third = deck.slides.add_slide(deck.slide_layouts[1])
    third.shapes.title.text = "На что потрачены деньги"
    third.placeholders[1].text = (
        "Здравоохранение — 20 млрд рублей\nОбразование — 30 млрд рублей\n"
        "Каждый житель области может задать вопрос министерству."
    )
    return saved(deck)


def data() -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Параметры"
    sheet["A1"] = "Бюджет для граждан: проект областного бюджета на 2026 год"
    sheet.merge_cells("A1:C1")
    sheet["C2"] = "тыс. рублей"
    for row in (
        ("Показатель", "2026 год", "2027 год"),
        ("Доходы, всего", 109_000_000, 119_000_000),
        ("Расходы, всего", 110_500_000, 120_000_000),
        ("Дефицит (-), профицит (+)", -1_500_000, -1_000_000),
    ):
        sheet.append(row)
    return saved(book)


@pytest.fixture
def editions(archive, region) -> dict[str, Edition]:
    for name, body in (("zakon.docx", law()), ("otchet.pptx", report()), ("proekt.xlsx", data())):
        capture = archive.file(FILES + name, name)
        archive.documents[capture.sha256] = replace(extract(body), sha256=capture.sha256)
    archive.file(
        FILES + "proekt.pdf",
        "# Бюджет для граждан\n\nк проекту закона об областном бюджете на 2026 год\n\nУважаемые жители! Бюджет — "
        "это план доходов и расходов. Общий объём доходов 109 млрд рублей, расходов 110,5 млрд рублей.",
    )
    pair = "Бюджет для граждан к проекту на 2026 год: pdf, xlsx"
    archive.listing(
        ("files/zakon.docx", "Бюджет для граждан к закону на 2026 год", ""),
        ("files/otchet.pptx", "Бюджет для граждан по исполнению за 2024 год", ""),
        ("files/proekt.pdf", "Бюджет для граждан", pair),
        ("files/proekt.xlsx", "открытые данные", pair),
        url="https://fin.region.invalid/budget.html",
    )
    found, _ = classify(region, archive.captures, archive.documents)
    return {edition.id: edition for edition in found}


def files(edition: Edition) -> list[tuple[str, str]]:
    return [(file.role, file.capture.url.removeprefix(FILES)) for file in edition.files]


def test_each_format_is_an_edition_of_its_stage(editions) -> None:
    assert {name: files(edition) for name, edition in editions.items()} == {
        "zaozerye-draft-2026": [("brochure", "proekt.pdf"), ("data", "proekt.xlsx")],
        "zaozerye-adopted-2026": [("brochure", "zakon.docx")],
        "zaozerye-executed-2024": [("slides", "otchet.pptx")],
    }
    title = editions["zaozerye-adopted-2026"].title
    assert title.startswith("Бюджет для граждан к закону")
    assert "Что такое" not in title


@pytest.mark.parametrize(
    ("name", "year", "file", "expected"),
    [
        ("zaozerye-adopted-2026", 2026, 0, {
            "revenue": (110e9, "table=1"), "expenditure": (111.5e9, "table=1"), "balance": (-1.5e9, "table=1")}),
        ("zaozerye-executed-2024", 2024, 0, {
            "revenue": (101.5e9, "slide=2"), "expenditure": (103.2e9, "slide=2"), "balance": (-1.7e9, "slide=2")}),
        ("zaozerye-draft-2026", 2026, 1, {
            "revenue": (109e9, "sheet=Параметры;cell=B4"), "expenditure": (110.5e9, "sheet=Параметры;cell=B5"),
            "balance": (-1.5e9, "sheet=Параметры;cell=B6")}),
    ],
)  # fmt: skip
def test_totals_and_where_they_stand(editions, name: str, year: int, file: int, expected) -> None:
    found = totals(editions[name].files[file].document, year, name)
    assert {a.concept: (a.value_rub, a.locator) for a in found} == expected


def test_prose_and_text_layer(editions) -> None:
    (said,) = prose(editions["zaozerye-adopted-2026"].main.document)
    assert said.text.startswith("Уважаемые жители")
    check = TextLayer(kind="text-layer")
    slides = check.measure(None, editions["zaozerye-executed-2024"])
    assert (slides.value, slides.evidence[0].locator) == (1.0, "slide=1")
    assert "3 из 3" in slides.reason
    text = check.measure(None, editions["zaozerye-adopted-2026"])
    assert text.value == 1.0
    assert text.evidence[0].locator == ""
