"""PDFs made for the purpose: what stands on a page, and what is only drawn there."""

import io

import pytest
from reportlab.lib import pagesizes
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from scoring.extract import extract
from scoring.extract.pdf.about import day_of, title_of
from scoring.extract.pdf.letters import garbled, repaired
from scoring.model import BlockKind, Document
from tests.scoring.made_pdf import BOLD, both, fonts_or_skip, pdf, written

PROSE = (
    "Бюджет области составляется на три года. Он показывает, сколько денег область",
    "получит, на что она их потратит и сколько ей придётся занять, чтобы выполнить все",
    "свои обязательства перед жителями.",
)


def texts(document: Document, kind: BlockKind) -> list[str]:
    return [block.text for block in document.blocks if block.kind is kind]


def test_lines_become_paragraphs_and_large_type_headings() -> None:
    page = both(
        written("Бюджет для граждан", size=24, top=780, font=BOLD),
        written(*PROSE, top=700),
        written("Второй абзац начинается ниже.", top=630),
    )
    document = extract(pdf(page))
    assert texts(document, BlockKind.HEADING) == ["Бюджет для граждан"]
    assert texts(document, BlockKind.PARAGRAPH) == [
        " ".join(PROSE),
        "Второй абзац начинается ниже.",
    ]
    assert (document.title, document.pages) == ("Бюджет для граждан", 1)
    assert {block.locator for block in document.blocks} == {"page=1"}
    assert document.text_layer_share == 1.0


def test_two_columns_are_read_one_after_the_other() -> None:
    left = written("Левая колонка начинается", "здесь и кончается словом", "«налево».", left=60)
    right = written("Правая колонка начинается", "тут и кончается словом", "«направо».", left=320)
    assert texts(extract(pdf(both(left, right))), BlockKind.PARAGRAPH) == [
        "Левая колонка начинается здесь и кончается словом «налево».",
        "Правая колонка начинается тут и кончается словом «направо».",
    ]


def test_hyphens_at_line_ends_are_undone() -> None:
    page = written(
        "Расходы бюджета на социальное обеспечение населения и поддер-",
        "жку семей с детьми составляют треть всех расходов социально-",
        "экономического развития.",
    )
    (paragraph,) = texts(extract(pdf(page)), BlockKind.PARAGRAPH)
    assert "поддержку семей" in paragraph
    assert "социально-экономического" in paragraph


def test_items_of_a_list_stay_apart() -> None:
    page = written(
        "Налоги:", "• налог на прибыль;", "• налог на доходы", "1) акцизы;", "– пошлина."
    )
    assert len(texts(extract(pdf(page)), BlockKind.LIST_ITEM)) == 4


def test_what_repeats_at_the_edges_is_furniture() -> None:
    pages = [
        both(
            written("Министерство финансов Заречной области", size=8, top=815),
            written(f"Текст страницы {word} стоит посередине листа.", top=500),
            written(f"{number}", size=8, top=20, left=290),
        )
        for number, word in enumerate(("первой", "второй", "третьей", "четвёртой"), 1)
    ]
    document = extract(pdf(*pages))
    assert len(texts(document, BlockKind.PARAGRAPH)) == 4
    assert (
        texts(document, BlockKind.BOILERPLATE).count("Министерство финансов Заречной области") == 4
    )
    assert "4" in texts(document, BlockKind.BOILERPLATE)


def ruled(canvas: Canvas) -> None:
    """Three columns, the heads of the last two under one merged cell."""
    canvas.setFont("DejaVuSans", 10)
    edges_x, edges_y = (72, 300, 400, 500), (500, 520, 540, 560, 580)
    for y in edges_y:
        canvas.line(300 if y == 560 else 72, y, 500, y)
    for x in edges_x:
        canvas.line(x, 500, x, 560 if x == 400 else 580)
    for x, y, text in (
        (76, 565, "Показатель"), (360, 565, "Закон"),
        (330, 545, "2024 год"), (430, 545, "2025 год"),
        (76, 525, "Доходы, всего"), (330, 525, "10 234,5"), (430, 525, "11 000,0"),
        (76, 505, "Расходы"), (330, 505, "10 500,0"), (430, 505, "-"),
    ):  # fmt: skip
        canvas.drawString(x, y, text)


def test_a_ruled_table_with_merged_cells() -> None:
    document = extract(pdf(both(written("млн рублей", top=600, left=430), ruled)))
    (table,) = document.tables
    assert table.rows == (
        ("Показатель", "Закон", "Закон"),
        ("Показатель", "2024 год", "2025 год"),
        ("Доходы, всего", "10 234,5", "11 000,0"),
        ("Расходы", "10 500,0", "-"),
    )
    assert (table.caption, table.locator) == ("млн рублей", "page=1")
    assert texts(document, BlockKind.PARAGRAPH) == ["млн рублей"]


def aligned(canvas: Canvas) -> None:
    canvas.setFont("DejaVuSans", 10)
    rows = (
        ("Налоговые доходы", "1 234,5", "987,0"),
        ("Неналоговые доходы, включая штрафы и", "", ""),
        ("поступления от продажи имущества", "12,0", "-"),
        ("Безвозмездные поступления", "5 000 000,1", "4 321,0"),
        ("Всего", "5 001 246,6", "5 308,0"),
    )
    for number, (label, one, two) in enumerate(rows):
        y = 600 - number * 14
        canvas.drawString(72, y, label)
        canvas.drawRightString(400, y, one)
        canvas.drawRightString(480, y, two)


def test_numbers_under_one_another_make_a_table() -> None:
    document = extract(pdf(aligned))
    (table,) = document.tables
    assert table.rows == (
        ("Налоговые доходы", "1 234,5", "987,0"),
        ("Неналоговые доходы, включая штрафы и поступления от продажи имущества", "12,0", "-"),
        ("Безвозмездные поступления", "5 000 000,1", "4 321,0"),
        ("Всего", "5 001 246,6", "5 308,0"),
    )
    assert document.blocks == ()


@pytest.mark.parametrize(
    "said",
    [
        "В {} году доходы бюджета области составили 1 234,5",
        "К {} году объём государственного долга не превысит 38 %",
        "В {} году зарплата бюджетников будет повышена с 1",
        "В {} году область продолжит «Народный бюджет» —",
        "В {} году предусмотрено строительство школ, двух",
    ],
)
def test_prose_with_numbers_is_no_table(said: str) -> None:
    page = written(*(said.format(year) for year in range(2019, 2025)))
    assert not extract(pdf(page)).tables


@pytest.mark.parametrize("alone", ["0", "5", "х", "Х", "x", "–"])
def test_a_sign_alone_in_its_cell_is_of_its_row(alone: str) -> None:
    rows = (("Налоги", "12,0", "38 %"), ("Субсидии", "7,5", alone), ("Всего", "19,5", "100 %"))

    def page(canvas: Canvas) -> None:
        canvas.setFont("DejaVuSans", 10)
        for number, (label, one, two) in enumerate(rows):
            canvas.drawString(72, 600 - number * 14, label)
            canvas.drawRightString(400, 600 - number * 14, one)
            canvas.drawRightString(480, 600 - number * 14, two)

    assert [table.rows for table in extract(pdf(page)).tables] == [rows]


def test_a_sign_lower_down_the_page_is_a_line_of_its_own() -> None:
    page = both(written("Расходы области составят 100"), written("5", top=40, left=300))
    assert [block.text for block in extract(pdf(page)).blocks] == [
        "Расходы области составят 100",
        "5",
    ]


def bars(canvas: Canvas) -> None:
    for number, height in enumerate((40, 90, 60, 120)):
        canvas.rect(100 + number * 60, 300, 40, height, stroke=0, fill=1)


def pie(canvas: Canvas) -> None:
    for start in (0, 90, 200):
        canvas.wedge(350, 500, 500, 650, start, 80, fill=1)


def photo(canvas: Canvas) -> None:
    from PIL import Image

    picture = Image.radial_gradient("L").resize((200, 200))
    held = io.BytesIO()
    picture.save(held, "PNG")
    from reportlab.lib.utils import ImageReader

    canvas.drawImage(ImageReader(held), 72, 100, 150, 150)
    canvas.drawImage(ImageReader(held), 500, 780, 15, 15)


def test_charts_and_images_are_counted_tables_and_icons_are_not() -> None:
    assert extract(pdf(both(written(*PROSE, top=800), bars, pie, photo))).pictures == 3
    assert extract(pdf(ruled)).pictures == 0


def test_a_chart_in_a_scaled_form_is_as_large_as_it_is_seen() -> None:
    def page(canvas: Canvas) -> None:
        canvas.beginForm("chart")
        for number, height in enumerate((400, 900, 600, 1200)):
            canvas.rect(number * 600, 0, 400, height * 2, stroke=0, fill=1)
        canvas.endForm()
        for scale, left in ((0.1, 100), (0.005, 500)):
            canvas.saveState()
            canvas.translate(left, 300)
            canvas.scale(scale, scale)
            canvas.doForm("chart")
            canvas.restoreState()

    assert extract(pdf(page)).pictures == 1


def scan(canvas: Canvas) -> None:
    from PIL import Image
    from reportlab.lib.utils import ImageReader

    canvas.drawImage(ImageReader(Image.new("L", (100, 140), 200)), 0, 0, *pagesizes.A4)


def test_a_scan_has_no_text_layer_and_a_blank_page_owes_none() -> None:
    text = written(*PROSE)
    document = extract(pdf(text, scan, lambda canvas: None, scan, text))
    assert document.text_layer_share == 0.5
    assert document.pictures == 0
    assert extract(pdf(both(scan, written("7", top=30)))).text_layer_share == 0.0
    assert extract(pdf(lambda canvas: None)).text_layer_share is None


def test_a_page_turned_on_its_side_is_read_as_it_is_seen() -> None:
    def turned(canvas: Canvas) -> None:
        canvas.setPageRotation(90)
        canvas.rotate(90)
        canvas.translate(0, -pagesizes.A4[0])
        both(written("Заголовок", size=20, top=560), written(*PROSE, top=500))(canvas)

    document = extract(pdf(turned))
    assert texts(document, BlockKind.HEADING) == ["Заголовок"]
    assert texts(document, BlockKind.PARAGRAPH) == [" ".join(PROSE)]


def test_metadata_dates_and_titles() -> None:
    fonts_or_skip()
    held = io.BytesIO()
    canvas = Canvas(held, invariant=1)
    canvas.setTitle("Бюджет для граждан на 2025 год")
    canvas.drawString(72, 700, "text")
    canvas.save()
    document = extract(held.getvalue())
    assert document.title == "Бюджет для граждан на 2025 год"
    assert document.created == "2000-01-01"


@pytest.mark.parametrize(
    ("stamp", "day"),
    [
        ("D:20261123144312Z'", "2026-11-23"),
        ("D:20261123144312Z00'00'", "2026-11-23"),
        ("D:20261123", "2026-11-23"),
        ("2026-11-23T10:00", "2026-11-23"),
        ("D:20261323", ""),
        ("вчера", ""),
        ("", ""),
    ],
)
def test_stamps_are_read_leniently(stamp: str, day: str) -> None:
    assert day_of(stamp) == day


def test_a_title_longer_than_any_page_is_cut() -> None:
    held = io.BytesIO()
    canvas = Canvas(held)
    canvas.setTitle("Бюджет для граждан " * 4_000)
    canvas.drawString(72, 700, "Budget")
    canvas.save()
    assert extract(held.getvalue()).title == ("Бюджет для граждан " * 20)[:300]


@pytest.mark.parametrize(
    "title",
    ["", "Microsoft Word - Бюджет.doc", "Презентация PowerPoint", "Слайд 1", "Áþäæåò", "untitled"],
)
def test_titles_nobody_meant_are_refused(title: str) -> None:
    assert title_of(title) == ""


def test_wrecked_letters_are_put_right_or_known_for_wrecks() -> None:
    doubled = "".join(chr(int.from_bytes(sign.encode(), "big")) for sign in "Масса")
    assert repaired(doubled) == "Масса"
    assert repaired("Èíâ. ¹ ïîäë.") == "Инв. № подл."
    assert repaired("Résumé of the budget") == "Résumé of the budget"
    assert garbled("\ue001\ue002\ue003\ue004" * 20)
    assert garbled("qwrtp sdfgh zxcvb nmkl qwrt psdfg hjklz xcvbn mqwrt psdf" * 2)
    assert not garbled("Budget implementation report of the third quarter, prepared quarterly.")
    assert not garbled(" ".join(PROSE))


def test_a_password_is_named() -> None:
    fonts_or_skip()
    held = io.BytesIO()
    canvas = Canvas(held, encrypt=StandardEncryption("secret", "owner"))
    canvas.drawString(72, 700, "text")
    canvas.save()
    assert extract(held.getvalue()).unreadable == "encrypted"


def test_the_same_bytes_give_the_same_document() -> None:
    body = pdf(both(written(*PROSE), ruled), aligned, both(bars, pie))
    assert extract(body) == extract(body)
