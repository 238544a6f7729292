"""Pictures among text: a chart becomes a table, a photograph nothing, and all of it is marked."""

from __future__ import annotations

import io
import random
from collections.abc import Callable, Iterator
from dataclasses import replace
from zipfile import ZipFile

import pytest

pytest.importorskip("docx")
pytest.importorskip("reportlab")
import docx
from docx.shared import Cm
from PIL import Image, ImageDraw, ImageFont
from reportlab.lib.utils import ImageReader

from scoring.document import Block, BlockKind, Document, Table
from scoring.extract import extract
from scoring.extract.inked import inked, is_photograph
from scoring.locator import at
from scoring.ocr import inset, tesseract
from scoring.ocr.chart import charted
from scoring.opening import lacking, unseen, whole
from scoring.program import found
from scoring.sandbox import Sandbox
from tests.scoring.made_pdf import FONTS, REGULAR, pdf

BARS = (("Налоговые доходы", "48,2"), ("Неналоговые доходы", "3,1"), ("Помощь из Москвы", "21,7"))
TITLE = "Доходы 2027 года, млрд рублей"


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    if not found("tesseract"):
        pytest.skip("tesseract is not installed: apt-get install tesseract-ocr tesseract-ocr-rus")
    with Sandbox() as held:
        yield held


def chart(colour: str = "#b5482a") -> Image.Image:
    """Bars as an office program pastes them."""
    shown = Image.new("RGB", (860, 240), "white")
    draw, font = ImageDraw.Draw(shown), ImageFont.truetype(str(FONTS / f"{REGULAR}.ttf"), 22)
    draw.text((12, 10), TITLE, fill="black", font=font)
    for number, (name, value) in enumerate(BARS):
        y = 62 + 56 * number
        wide = round(6 * float(value.replace(",", ".")))
        draw.text((12, y), name, fill="black", font=font)
        draw.rectangle((340, y, 340 + wide, y + 32), fill=colour)
        draw.text((352 + wide, y), value, fill="black", font=font)
    return shown


def photograph() -> Image.Image:
    dice = random.Random(7)
    shown = Image.new("RGB", (420, 300))
    shown.putdata([(dice.randrange(256),) * 3 for _ in range(420 * 300)])
    return shown


def held(image: Image.Image) -> io.BytesIO:
    body = io.BytesIO()
    image.save(body, "PNG")
    body.seek(0)
    return body


def letter(*images: Image.Image) -> bytes:
    made = docx.Document()
    made.add_heading("Доходы", 1)
    made.add_paragraph("Откуда приходят деньги в бюджет области, показано на рисунке.")
    for image in images:
        made.add_picture(held(image), width=Cm(15))
    made.add_paragraph("Подробнее о налогах рассказано дальше.")
    body = io.BytesIO()
    made.save(body)
    return body.getvalue()


def page(image: Image.Image, said: str = "") -> bytes:
    def drawn(canvas: object) -> None:
        canvas.setFont(REGULAR, 14)
        canvas.drawString(
            60, 780, "Откуда приходят деньги в бюджет области, показано на рисунке ниже."
        )
        canvas.drawImage(ImageReader(held(image)), 60, 560, 430, 120)
        canvas.drawString(60, 520, "Подробнее о налогах рассказано на следующей странице брошюры.")
        canvas.drawString(80, 600, said)

    return pdf(drawn)


def read(sandbox: Sandbox, body: bytes, url: str) -> Document:
    return whole(body, sandbox, url=url)[0]


@pytest.mark.parametrize(("made", "url"), [(letter, "a.docx"), (page, "a.pdf")])
def test_a_chart_in_a_text_is_a_table_where_it_stands(
    sandbox: Sandbox, made: Callable[[Image.Image], bytes], url: str
) -> None:
    document = read(sandbox, made(chart()), url)
    (table,) = document.tables
    assert table.rows[1:] == BARS
    assert table.caption == TITLE
    assert table.ocr
    assert table.clear
    before = [block.text for block in document.blocks[: table.after]]
    assert any("показано на рисунке" in text for text in before)
    assert not any("Подробнее" in text for text in before)
    assert table in at(document, table.locator).tables
    assert document.text_layer_share == 1.0


def test_what_a_picture_says_is_not_typed(sandbox: Sandbox) -> None:
    document = read(sandbox, letter(chart()), "a.docx")
    assert document.legible.tables == document.tables
    assert document.typed.tables == ()
    assert not any(block.ocr for block in document.typed.blocks)


def test_tables_stand_after_as_many_blocks_as_are_left() -> None:
    words = tuple(
        Block(BlockKind.PARAGRAPH, text, where)
        for text, where in (("Итоги", "page=1"), ("из рисунка", "page=1;ocr=91"), ("Год", "page=2"))
    )
    table = Table((("Доходы", "5"),), "page=2", after=3)
    document = replace(Document("0", "application/pdf"), blocks=words, tables=(table,))
    assert document.typed.tables[0].after == 2


def test_a_picture_that_stands_often_says_a_thing_once(sandbox: Sandbox) -> None:
    document = read(sandbox, letter(chart(), chart(), chart()), "a.docx")
    assert len(document.tables) == 1


def test_a_photograph_says_nothing(sandbox: Sandbox) -> None:
    document = read(sandbox, letter(photograph()), "a.docx")
    assert not any(block.ocr for block in document.blocks)
    assert document.pictures == 1


def test_an_image_under_the_text_of_its_page_is_a_ground() -> None:
    assert extract(page(chart()), url="a.pdf").insets
    assert not extract(page(chart(), said="Доходы областного бюджета"), url="a.pdf").insets


def test_without_the_program_a_document_is_remembered_until_it_is_there(
    sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setenv("PATH", "/nowhere")
        document = read(sandbox, letter(chart()), "a.docx")
        assert document.insets
        assert not document.tables
        assert not lacking(document)
        assert not unseen(document)
    assert unseen(document)
    assert tesseract.installed()


def test_parts_that_are_no_pictures_are_passed_over(sandbox: Sandbox) -> None:
    torn = io.BytesIO()
    with ZipFile(io.BytesIO(letter(chart()))) as whole_one, ZipFile(torn, "w") as made:
        for name in whole_one.namelist():
            made.writestr(name, b"PNG" if name.endswith(".png") else whole_one.read(name))
    document = read(sandbox, torn.getvalue(), "a.docx")
    assert document.pictures == 1
    assert document.tables == ()
    assert any("Подробнее" in block.text for block in document.blocks)


def test_letters_stay_and_bars_go() -> None:
    grey = chart().convert("L")
    clean = inked(grey)
    assert clean.getpixel((400, 75)) == 255  # within the first bar
    assert (
        clean.crop((0, 0, 330, 60)).histogram()[:100]
        == grey.crop((0, 0, 330, 60)).histogram()[:100]
    )


def test_light_letters_upon_a_dark_band_stay_as_they_are() -> None:
    band = Image.new("L", (1200, 300), 255)
    draw = ImageDraw.Draw(band)
    draw.rectangle((0, 60, 1200, 200), fill=70)
    draw.text(
        (80, 100),
        "Бюджет для граждан",
        fill=255,
        font=ImageFont.truetype(str(FONTS / f"{REGULAR}.ttf"), 48),
    )
    assert inked(band).tobytes() == band.tobytes()


@pytest.mark.parametrize("size", [(1, 1), (3, 70), (9, 9), (401, 23)])
def test_a_picture_of_any_size_is_taken(size: tuple[int, int]) -> None:
    assert inked(Image.new("L", size, 40)).size == size


def test_type_upon_a_tinted_ground_stays() -> None:
    tinted = Image.new("L", (600, 200), 214)
    ImageDraw.Draw(tinted).text(
        (150, 80), "48,2 млрд", fill=10, font=ImageFont.truetype(str(FONTS / f"{REGULAR}.ttf"), 34)
    )
    dark = sum(inked(tinted).histogram()[:60])
    assert dark >= 0.95 * sum(tinted.histogram()[:60])


def test_a_drawing_has_a_ground_and_a_photograph_none() -> None:
    assert is_photograph(photograph().convert("L"))
    assert not is_photograph(chart().convert("L"))


@pytest.mark.parametrize(
    ("lines", "caption", "rows"),
    [
        (
            ["Расходы, млрд Р", "Образование 17,2", "ЖКХ 3,4"],
            "Расходы, млрд ₽",
            (("Образование", "17,2"), ("ЖКХ", "3,4")),
        ),
        (
            ["Доходы 2026 52,4", "Доходы 2027 54,2"],
            "",
            (("Доходы 2026", "52,4"), ("Доходы 2027", "54,2")),
        ),
        (
            ["Долг, млрд рублей", "2025 9,8", "2026 10,1"],
            "Долг, млрд рублей",
            (("2025", "9,8"), ("2026", "10,1")),
        ),
        (
            ["Школы 12 400,5 тыс. руб.", "Дороги 8 100 тыс. руб."],
            "",
            (("Школы", "12 400,5 тыс. руб."), ("Дороги", "8 100 тыс. руб.")),
        ),
        (
            ["План Факт", "Доходы 50,1 51,2", "Расходы 52,0 51,9"],
            "План Факт",
            (("Доходы", "50,1", "51,2"), ("Расходы", "52,0", "51,9")),
        ),
    ],
)
def test_lines_of_names_and_figures_are_a_chart(
    lines: list[str], caption: str, rows: tuple[tuple[str, ...], ...]
) -> None:
    told = charted([line.split() for line in lines])
    assert told is not None
    assert told.caption == caption
    assert told.rows[1:] == rows


@pytest.mark.parametrize(
    "lines",
    [
        ["Министр финансов", "Иван Петров", "рассказал о бюджете"],
        ["Телефон 21-44-05", "Мы открыты каждый день", "Приходите", "Ждём"],
        ["Итоги года"],
        [],
    ],
)
def test_other_lines_are_none(lines: list[str]) -> None:
    assert charted([line.split() for line in lines]) is None


def test_a_torn_file_is_refused_and_nothing_is_lost(sandbox: Sandbox) -> None:
    document = extract(letter(chart()), url="a.docx")
    told = inset.told(document, b"no zip at all", sandbox)
    assert told.blocks == document.blocks
