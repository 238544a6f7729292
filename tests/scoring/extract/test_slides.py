"""Presentations: the order of slides and shapes, hidden ones, charts, diagrams."""

import pptx
import pytest
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Cm

from scoring.extract import extract
from scoring.extract.office.placed import Box, in_order
from scoring.locator import at
from scoring.model import BlockKind, Document
from tests.scoring.made_office import part_of, png, saved, with_parts


def read(deck) -> Document:
    found = extract(saved(deck))
    assert found.unreadable == ""
    return found


def blank(deck):
    return deck.slides.add_slide(deck.slide_layouts[6])


def box(slide, text: str, left: float, top: float, width: float = 6, height: float = 1):
    shape = slide.shapes.add_textbox(Cm(left), Cm(top), Cm(width), Cm(height))
    shape.text_frame.text = text
    return shape


def test_slides_stand_as_shown_not_as_their_files_are_named() -> None:
    deck = pptx.Presentation()
    for word in ("первый", "второй", "третий"):
        box(blank(deck), f"Слайд {word}", 1, 1)
    order = deck.slides._sldIdLst
    order.insert(0, order[2])
    assert [b.text for b in read(deck).blocks] == ["Слайд третий", "Слайд первый", "Слайд второй"]


def test_hidden_slides_are_kept_aside_and_counted() -> None:
    deck = pptx.Presentation()
    for word in ("виден", "скрыт", "виден снова"):
        box(blank(deck), word, 1, 1)
    deck.slides[1]._element.set("show", "0")
    found = read(deck)
    assert found.pages == 3
    assert [(b.kind, b.locator) for b in found.blocks] == [
        (BlockKind.PARAGRAPH, "slide=1"),
        (BlockKind.BOILERPLATE, "slide=2"),
        (BlockKind.PARAGRAPH, "slide=3"),
    ]


def test_shapes_in_groups_are_read_where_they_stand() -> None:
    deck = pptx.Presentation()
    slide = blank(deck)
    box(slide, "внизу", 1, 14)
    group = slide.shapes.add_group_shape()
    inner = group.shapes.add_textbox(Cm(1), Cm(2), Cm(5), Cm(1))
    inner.text_frame.text = "вверху"
    assert [b.text for b in read(deck).blocks] == ["вверху", "внизу"]


def test_columns_drawn_in_order_are_left_in_order() -> None:
    deck = pptx.Presentation()
    slide = blank(deck)
    for text, left, top in (
        ("левый верх", 1, 3),
        ("левый низ", 1, 8),
        ("правый верх", 13, 3),
        ("правый низ", 13, 8),
    ):
        box(slide, text, left, top)
    assert [b.text for b in read(deck).blocks] == [
        "левый верх",
        "левый низ",
        "правый верх",
        "правый низ",
    ]


@pytest.mark.parametrize("turn", range(4))
def test_cards_in_a_row_are_read_card_by_card(turn: int) -> None:
    things = [
        (Box(column * 10, row * 2, 8, 1.5), f"{column}{row}")
        for column in range(3)
        for row in range(2)
    ]
    mixed = things[::-1] if turn == 1 else things[turn:] + things[:turn]
    # Cards stand two units apart, their lines half a unit: the wider strip parts them.
    assert in_order(mixed) == ["00", "01", "10", "11", "20", "21"]


def test_a_chart_is_a_picture_with_its_data_as_a_table() -> None:
    deck = pptx.Presentation()
    slide = blank(deck)
    data = CategoryChartData()
    data.categories = ["2024", "2025"]
    data.add_series("Доходы", (101.5, 110.25))
    data.add_series("Расходы", (None, 111))
    frame = slide.shapes.add_chart(
        XL_CHART_TYPE.COLUMN_CLUSTERED, Cm(2), Cm(2), Cm(15), Cm(10), data
    )
    frame.chart.has_title = True
    frame.chart.chart_title.text_frame.text = "Млрд рублей"
    found = read(deck)
    assert found.pictures == 1
    (table,) = found.tables
    assert (table.locator, table.caption) == ("slide=1", "Млрд рублей")
    assert table.rows == (
        ("", "Доходы", "Расходы"),
        ("2024", "101,5", ""),
        ("2025", "110,25", "111"),
    )


DIAGRAM = """<dgm:dataModel xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram"
 xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><dgm:ptLst>
<dgm:pt modelId="0" type="doc"/>
<dgm:pt modelId="2"><dgm:t><a:p><a:r><a:t>Исполнение</a:t></a:r></a:p></dgm:t></dgm:pt>
<dgm:pt modelId="1"><dgm:t><a:p><a:r><a:t>Проект</a:t></a:r></a:p></dgm:t></dgm:pt>
<dgm:pt modelId="9" type="pres"><dgm:t><a:p><a:r><a:t>служебное</a:t></a:r></a:p></dgm:t></dgm:pt>
</dgm:ptLst><dgm:cxnLst><dgm:cxn modelId="a" srcId="0" destId="2" srcOrd="1"/>
<dgm:cxn modelId="b" srcId="0" destId="1" srcOrd="0"/></dgm:cxnLst></dgm:dataModel>"""
FRAME = """<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="9" name="d"/><p:cNvGraphicFramePr/><p:nvPr/>
</p:nvGraphicFramePr><p:xfrm><a:off x="0" y="0"/><a:ext cx="5000000" cy="3000000"/></p:xfrm><a:graphic>
<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/diagram"><dgm:relIds
 xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" r:dm="rId77"/></a:graphicData>
</a:graphic></p:graphicFrame></p:spTree>"""


def test_a_diagram_tells_its_branches_in_order() -> None:
    deck = pptx.Presentation()
    blank(deck)
    whole = saved(deck)
    slide = part_of(whole, "ppt/slides/slide1.xml").replace("</p:spTree>", FRAME)
    rels = part_of(whole, "ppt/slides/_rels/slide1.xml.rels").replace(
        "</Relationships>",
        '<Relationship Id="rId77" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
        'relationships/diagramData" Target="../diagrams/data1.xml"/></Relationships>',
    )
    found = extract(
        with_parts(
            whole,
            {
                "ppt/slides/slide1.xml": slide,
                "ppt/slides/_rels/slide1.xml.rels": rels,
                "ppt/diagrams/data1.xml": DIAGRAM,
            },
        )
    )
    assert [(b.kind, b.text) for b in found.blocks] == [
        (BlockKind.LIST_ITEM, "Проект"),
        (BlockKind.LIST_ITEM, "Исполнение"),
    ]
    assert found.pictures == 1


def test_a_deck_of_pictures_has_no_text() -> None:
    deck = pptx.Presentation()
    for _ in range(3):
        blank(deck).shapes.add_picture(png(), Cm(0), Cm(0), Cm(25), Cm(19))
    box(blank(deck), "Спасибо за внимание", 1, 1)
    found = read(deck)
    assert (found.pages, found.pictures, found.text_layer_share) == (4, 3, 0.25)
    assert at(found, "slide=4").text == "Спасибо за внимание"


def test_links_lead_out_of_the_slide() -> None:
    deck = pptx.Presentation()
    shape = box(blank(deck), "", 1, 1)
    run = shape.text_frame.paragraphs[0].add_run()
    run.text = "сайт министерства"
    run.hyperlink.address = "https://minfin.invalid/"
    (link,) = read(deck).links
    assert (link.href, link.text, link.locator) == (
        "https://minfin.invalid/",
        "сайт министерства",
        "slide=1",
    )


def test_merged_cells_of_a_slide_are_repeated() -> None:
    deck = pptx.Presentation()
    table = blank(deck).shapes.add_table(3, 3, Cm(1), Cm(1), Cm(20), Cm(5)).table
    for row, cells in enumerate(
        [("Показатель", "Год", ""), ("", "2025", "2026"), ("Доходы", "1", "2")]
    ):
        for column, text in enumerate(cells):
            table.cell(row, column).text = text
    table.cell(0, 0).merge(table.cell(1, 0))
    table.cell(0, 1).merge(table.cell(0, 2))
    assert read(deck).tables[0].rows == (
        ("Показатель", "Год", "Год"), ("Показатель", "2025", "2026"), ("Доходы", "1", "2"),
    )  # fmt: skip


def lines(*said: tuple[str, bool]):
    """The kinds of lines typed into one box, some of them bold."""
    deck = pptx.Presentation()
    frame = box(blank(deck), "", 1, 1).text_frame
    for number, (text, bold) in enumerate(said):
        line = frame.paragraphs[0] if not number else frame.add_paragraph()
        run = line.add_run()
        run.text, run.font.bold = text, bold
    return [b.kind for b in read(deck).blocks]


def test_a_bold_line_over_a_text_is_a_heading() -> None:
    told = ("На начало года 10 900 млн рублей, на конец 10 400.", False)
    assert lines(("Цели на 2027 год", True), ("Сохранить школы", False)) == [
        BlockKind.HEADING,
        BlockKind.PARAGRAPH,
    ]
    assert lines(("Долг", True), told) == [BlockKind.HEADING, BlockKind.PARAGRAPH]


@pytest.mark.parametrize(
    "said",
    [
        (("ДОХОДЫ", True), ("45,2 млрд рублей", False)),
        (("Доходы 45,2 млрд рублей", True), ("Расходы растут третий год подряд", False)),
        (("Школы и сады", True), ("Дороги и мосты", True)),
        (("Бюджет принят.", True), ("Его подписал губернатор области", False)),
        (("Последняя строка", True),),
    ],
)
def test_other_bold_lines_are_text(said: tuple[tuple[str, bool], ...]) -> None:
    assert set(lines(*said)) == {BlockKind.PARAGRAPH}
