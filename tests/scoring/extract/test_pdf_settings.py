"""How real programs set pages: heads without rules, broken words, notes, pages on their side."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.lib import pagesizes
from reportlab.pdfgen.canvas import Canvas

from scoring.extract import extract
from scoring.extract.pdf.hyphens import joint
from scoring.extract.pdf.letters import garbled
from scoring.extract.pdf.lines import Line
from scoring.extract.pdf.raw import File
from scoring.model import BlockKind, Document
from scoring.sandbox import Limits, Sandbox
from tests.scoring.made_pdf import both, fonts_or_skip, pdf, written

SAID = (
    "Бюджет области составляется на три года. Он показывает, сколько денег область получит, "
    "на что она их потратит и сколько ей придётся занять, чтобы выполнить свои обязательства."
)


def texts(document: Document, kind: BlockKind) -> list[str]:
    return [block.text for block in document.blocks if block.kind is kind]


def without_rules(canvas: Canvas) -> None:
    """Heads over pairs of columns; a label of two lines beside its numbers."""
    canvas.setFont("DejaVuSans", 10)
    for y, cells in (
        (720, ("", "2024 год", "", "2025 год", "")),
        (706, ("Показатель", "план", "факт", "план", "факт")),
        (690, ("Налоговые доходы", "1 234,5", "987,0", "12,0", "-")),
        (672, ("Субвенции бюджетам", "", "", "", "")),
        (664, ("", "15,0", "10 000,1", "4 321,0", "1,0")),
        (656, ("муниципальных районов", "", "", "", "")),
        (638, ("Всего", "1 249,5", "10 987,1", "4 333,0", "1,0")),
    ):
        canvas.drawString(72, y, cells[0])
        for number, cell in enumerate(cells[1:]):
            canvas.drawRightString(300 + number * 75, y, cell)


def test_a_table_without_rules_keeps_its_heads_and_its_long_labels() -> None:
    (table,) = extract(pdf(without_rules)).tables
    assert table.rows == (
        ("Показатель", "2024 год", "2024 год", "2025 год", "2025 год"),
        ("Показатель", "план", "факт", "план", "факт"),
        ("Налоговые доходы", "1 234,5", "987,0", "12,0", "-"),
        ("Субвенции бюджетам муниципальных районов", "15,0", "10 000,1", "4 321,0", "1,0"),
        ("Всего", "1 249,5", "10 987,1", "4 333,0", "1,0"),
    )


def test_a_page_that_lies_on_its_side_is_read_as_if_turned() -> None:
    def lying(canvas: Canvas) -> None:
        canvas.rotate(90)
        canvas.translate(0, -pagesizes.A4[0])
        both(written("Бюджет для граждан", size=20, top=560), without_side(0))(canvas)

    def without_side(_: int):  # type: ignore[no-untyped-def]
        return written(*(f"Показатель номер {n} вырос {n} 234,5" for n in range(3)), top=400)

    document = extract(pdf(lying))
    assert texts(document, BlockKind.HEADING) == ["Бюджет для граждан"]
    assert "Показатель номер 0 вырос 0 234,5" in str(document.blocks) + str(document.tables)


def test_the_mark_of_a_note_stays_with_its_word() -> None:
    def page(canvas: Canvas) -> None:
        canvas.setFont("DejaVuSans", 11)
        canvas.drawString(72, 700, "Доходы бюджета")
        edge = 72 + canvas.stringWidth("Доходы бюджета", "DejaVuSans", 11)
        canvas.setFont("DejaVuSans", 6)
        canvas.drawString(edge, 704, "1")

    assert texts(extract(pdf(page)), BlockKind.PARAGRAPH) == ["Доходы бюджета1"]


@pytest.mark.parametrize(
    ("before", "after", "between"),
    [
        ("социально", "экономического развития", "-"),
        ("торгово", "промышленная палата", "-"),
        ("деятельно", "сти учреждений", ""),
        ("ответствен", "ности", ""),
        ("Санкт", "Петербург", "-"),
        ("2024", "2026 годы", "-"),
        ("онлайн", "опрос", "-"),
        ("поддер", "жку", ""),
    ],
)
def test_a_hyphen_at_a_line_end_stays_where_the_word_has_it(
    before: str, after: str, between: str
) -> None:
    line = Line(before, (0.0, 0.0, 1.0, 1.0), 10.0, 0, len(before), joined=True)
    assert joint(line, after) == between


def test_typesetters_hyphens_are_undone() -> None:
    page = written("Расходы на поддер\u2010", "жку семей растут третий год подряд.")
    assert texts(extract(pdf(page)), BlockKind.PARAGRAPH) == [
        "Расходы на поддержку семей растут третий год подряд."
    ]


def test_a_table_of_letters_that_is_off_by_some_is_no_text_layer() -> None:
    letters = "абвгдежзийклмнопрстуфхцчшщъыьэюя"
    shifted = str.maketrans(letters, letters[1:] + letters[:1])
    assert not garbled(SAID * 3)
    assert garbled((SAID * 3).lower().translate(shifted))
    assert garbled("а" * 400)


def test_a_font_without_its_table_of_letters_is_no_text_layer() -> None:
    fonts_or_skip()
    body = pdf(written(*[SAID[n : n + 60] for n in range(0, 180, 60)] * 4))
    assert extract(body).text_layer_share == 1.0
    wrecked = body.replace(b"/ToUnicode", b"/ToUnicorn")
    assert wrecked != body
    assert extract(wrecked).text_layer_share == 0.0


def test_a_picture_on_every_page_is_furniture() -> None:
    from PIL import Image
    from reportlab.lib.utils import ImageReader

    picture = ImageReader(Image.radial_gradient("L"))

    def page(number: int):  # type: ignore[no-untyped-def]
        def draw(canvas: Canvas) -> None:
            canvas.drawImage(picture, 60, 400, 400, 300)
            if number == 2:
                canvas.drawImage(picture, 100, 100, 200, 200)
            written(f"Страница {number}. {SAID[:60]}", top=380)(canvas)

        return draw

    assert extract(pdf(*(page(n) for n in range(1, 5)))).pictures == 1


def test_pages_are_called_what_is_printed_on_them() -> None:
    body = pdf(*(written(f"Страница {n}") for n in range(3)))
    assert extract(body).page_labels == ()
    named = _with_labels(body, b"/Type /Catalog", b"/PageLabels<</Nums[0<</S/r>>1<</S/D>>]>>")
    assert extract(named).page_labels == ("i", "1", "2")


def _with_labels(body: bytes, before: bytes, put: bytes) -> bytes:
    """PDFium finds objects again when their offsets are wrong."""
    at = body.index(before)
    return body[:at] + put + b" " + body[at:]


def _bomb(content: bytes, media: bytes = b"[0 0 595 842]") -> bytes:
    parts = (
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox" + media + b"/Contents 4 0 R/Resources<<>>>>",
        b"<</Filter/FlateDecode/Length %d>>stream\n" % len(content) + content + b"\nendstream",
    )
    objects = b"".join(b"%d 0 obj%s\nendobj\n" % pair for pair in enumerate(parts, 1))
    return b"%PDF-1.7\n" + objects + b"trailer<</Root 1 0 R/Size 5>>\n%%EOF"


def test_bombs_end_with_a_reason() -> None:
    import zlib

    content = zlib.compress(b"0 0 m 10 10 l S\n" * 4_000_000, 9)
    with Sandbox(Limits(seconds=60, cpu_seconds=30, memory=300 << 20)) as sandbox:
        document, _ = sandbox.read(_bomb(content))
        assert document.unreadable in ("crashed", "too-large", "too-slow")
        assert sandbox.read(pdf(written(SAID[:60])))[0].unreadable == ""


def test_a_page_larger_than_a_country_is_read() -> None:
    import zlib

    document = extract(_bomb(zlib.compress(b"q Q"), b"[0 0 2000000000 2000000000]"))
    assert (document.unreadable, document.pages) == ("", 1)


def test_a_hundred_thousand_pages_are_refused() -> None:
    kids = b"3 0 R " * 100_000
    parts = (
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[" + kids + b"]/Count 100000>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>",
    )
    objects = b"".join(b"%d 0 obj%s\nendobj\n" % pair for pair in enumerate(parts, 1))
    document = extract(b"%PDF-1.7\n" + objects + b"trailer<</Root 1 0 R/Size 4>>\n%%EOF")
    assert document.unreadable == "too-large"


@given(st.text(max_size=300))
def test_any_text_is_judged(text: str) -> None:
    assert garbled(text) in (True, False)


@pytest.mark.parametrize("turned", [0, 90, 180, 270])
def test_signs_asked_of_in_one_go_are_told_as_each_by_itself(turned: int) -> None:
    """A page has more of them than PDFium is asked of at a time."""
    lines = [f"{row} " + "Налоги " * 6 for row in range(60)]

    def dense(canvas: Canvas) -> None:
        canvas.setPageRotation(turned)
        both(*(written(line, size=8, top=800 - 12 * n) for n, line in enumerate(lines)))(canvas)

    file = File(pdf(dense))
    for sheet in filter(None, file.sheets()):
        text = sheet.text()
        signs = range(len(text))
        assert len(signs) > 2048
        edges, feet, sides = sheet.edges(signs), sheet.feet(signs), sheet.sides(signs)
        for sign in (0, 5, 1023, 1024, 1500, 2048, signs[-1]):
            assert [edge[sign] for edge in edges] == [edge[0] for edge in sheet.edges((sign,))]
            assert feet[sign] == sheet.feet((sign,))[0]
            assert (sides[0][sign], sides[1][sign]) == (edges[0][sign], edges[2][sign])
            if text[sign].isalpha():  # its ink is in its room, and a room is a letter wide
                assert edges[0][sign] <= sheet.middles((sign,))[0] <= edges[2][sign]
        assert sheet.sizes(signs)[1500] == pytest.approx(8, abs=0.1)
        assert len({round(foot) for foot in feet}) > 20
    file.close()


def few_words(canvas: Canvas) -> None:
    """Lines close together at the left, figures far at the right, each letter set by itself."""
    canvas.setPageSize((842, 595))
    canvas.setFont("DejaVuSans", 10)
    for number, (label, figure) in enumerate(
        (
            ("Вид помощи", "млрд ₽"),
            ("Дотации", "2,3"),
            ("Субсидии районам", "4,4"),
            ("Субвенции", "1 011,2"),
            ("Иные", "0,1"),
        )
    ):
        for x, said in ((64.0, label), (740.0, figure)):
            for letter in said:
                if letter != " ":
                    canvas.drawString(x, 480 - 12 * number, letter)
                x += canvas.stringWidth(letter, "DejaVuSans", 10)


def test_words_of_a_page_whose_flow_is_misread_are_whole() -> None:
    raw = next(sheet.text() for sheet in File(pdf(few_words)).sheets() if sheet)
    assert "у\r\nб\r\nс" in raw, "PDFium has learnt to read this page: take a harder one"
    document = extract(pdf(few_words))
    said = [row for table in document.tables for row in table.rows]
    assert said == [
        ("Вид помощи", "млрд ₽"),
        ("Дотации", "2,3"),
        ("Субсидии районам", "4,4"),
        ("Субвенции", "1 011,2"),
        ("Иные", "0,1"),
    ]
