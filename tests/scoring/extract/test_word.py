"""What Word shows and what it only keeps: merges, boxes, notes, deletions, numbers, pages."""

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from scoring.extract import extract
from scoring.locator import at
from scoring.model import BlockKind, Document
from tests.scoring.made_office import part_of, saved, with_parts

W = nsdecls("w")


def read(document) -> Document:
    found = extract(saved(document))
    assert found.unreadable == ""
    return found


def body(document, *xml: str):
    for one in xml:
        document.element.body.insert(-1, parse_xml(one))
    return document


def said(document: Document) -> list[str]:
    return [block.text for block in document.blocks]


def test_merged_cells_are_repeated_and_nested_tables_stand_apart() -> None:
    made = docx.Document()
    table = made.add_table(3, 3)
    for row, cells in enumerate(
        [("Показатель", "Год", ""), ("", "2025", "2026"), ("Доходы", "1", "2")]
    ):
        for column, text in enumerate(cells):
            table.cell(row, column).text = text
    table.cell(0, 0).merge(table.cell(1, 0))
    table.cell(0, 1).merge(table.cell(0, 2))
    inner = table.cell(2, 2).add_table(2, 2)
    for at_, text in enumerate(("а", "б", "в", "г")):
        inner.cell(at_ // 2, at_ % 2).text = text
    found = read(made)
    assert [t.rows for t in found.tables] == [
        (("Показатель", "Год", "Год"), ("Показатель", "2025", "2026"), ("Доходы", "1", "2")),
        (("а", "б"), ("в", "г")),
    ]
    assert [t.locator for t in found.tables] == ["table=1", "table=2"]


def test_a_table_of_layout_is_walked_through() -> None:
    made = docx.Document()
    table = made.add_table(1, 2)
    table.cell(0, 0).text = "Министерство финансов"
    table.cell(0, 1).paragraphs[0].add_run("УТВЕРЖДАЮ").bold = True
    found = read(made)
    assert found.tables == ()
    assert [(b.kind, b.text) for b in found.blocks] == [
        (BlockKind.PARAGRAPH, "Министерство финансов"),
        (BlockKind.HEADING, "УТВЕРЖДАЮ"),
    ]


BOX = f"""<w:p {W} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"
 xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
 xmlns:v="urn:schemas-microsoft-com:vml"><w:r><w:t>Абзац.</w:t></w:r><w:r><mc:AlternateContent>
<mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent><w:p><w:r><w:t>В рамке.</w:t></w:r></w:p>
</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>
<w:txbxContent><w:p><w:r><w:t>В рамке.</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict>
</mc:Fallback></mc:AlternateContent></w:r></w:p>"""


def test_a_text_box_is_told_once_after_its_paragraph() -> None:
    assert said(read(body(docx.Document(), BOX))) == ["Абзац.", "В рамке."]


def test_what_was_deleted_or_hidden_is_not_there() -> None:
    found = read(
        body(
            docx.Document(),
            f"""<w:p {W}><w:r><w:t xml:space="preserve">Доходы </w:t></w:r>
            <w:del w:id="1" w:author="a"><w:r><w:delText>упали</w:delText></w:r></w:del>
            <w:ins w:id="2" w:author="a"><w:r><w:t>выросли</w:t></w:r></w:ins>
            <w:moveFrom w:id="3" w:author="a"><w:r><w:t>прочь</w:t></w:r></w:moveFrom>
            <w:r><w:rPr><w:vanish/></w:rPr><w:t>тайно</w:t></w:r></w:p>""",
        )
    )
    assert said(found) == ["Доходы выросли"]


def test_links_by_relation_and_by_field() -> None:
    made = docx.Document()
    relation = made.part.relate_to(
        "https://minfin.invalid/budget.pdf",
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink",
        is_external=True,
    )
    r = nsdecls("w", "r")
    found = read(
        body(
            made,
            f'<w:p {r}><w:r><w:t xml:space="preserve">Смотрите </w:t></w:r><w:hyperlink r:id="{relation}">'
            "<w:r><w:t>бюджет</w:t></w:r></w:hyperlink></w:p>",
            f"""<w:p {W}><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>HYPERLINK
            "mailto:fin@minfin.invalid"</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>
            <w:r><w:t>почта</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>""",
        )
    )
    assert [(k.href, k.text, k.context, k.locator) for k in found.links] == [
        ("https://minfin.invalid/budget.pdf", "бюджет", "Смотрите бюджет", "block=1"),
        ("mailto:fin@minfin.invalid", "почта", "почта", "block=2"),
    ]


def test_numbers_of_lists_are_spelled_as_word_shows_them() -> None:
    made = docx.Document()
    for text, style in (
        ("Доходы", "List Number"),
        ("Расходы", "List Number"),
        ("налог", "List Bullet"),
    ):
        made.add_paragraph(text, style=style)
    found = read(made)
    assert said(found) == ["1. Доходы", "2. Расходы", "налог"]
    assert {b.kind for b in found.blocks} == {BlockKind.LIST_ITEM}


@pytest.mark.parametrize(
    ("name", "kind", "level"),
    [
        ("Заголовок 1", BlockKind.HEADING, 1),
        ("heading 3", BlockKind.HEADING, 3),
        ("Название", BlockKind.TITLE, 1),
        ("Название объекта", BlockKind.CAPTION, 0),
        ("Оглавление 1", BlockKind.BOILERPLATE, 0),
        ("Обычный", BlockKind.PARAGRAPH, 0),
    ],
)
def test_russian_names_of_styles(name: str, kind: BlockKind, level: int) -> None:
    made = docx.Document()
    style = made.styles.add_style("mine", 1)
    style.element.find("{*}name").set(
        "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}val", name
    )
    made.add_paragraph("Доходы областного бюджета", style=style)
    (block,) = read(made).blocks
    assert (block.kind, block.level) == (kind, level)


def test_outline_levels_and_bold_lines_are_headings() -> None:
    made = docx.Document()
    made.add_paragraph().add_run("Расходы бюджета").bold = True
    made.add_paragraph().add_run("Это всё ещё предложение.").bold = True
    found = read(
        body(
            made,
            f'<w:p {W}><w:pPr><w:outlineLvl w:val="1"/></w:pPr><w:r><w:t>Доходы</w:t></w:r></w:p>',
        )
    )
    assert [(b.kind, b.level) for b in found.blocks] == [
        (BlockKind.HEADING, 6), (BlockKind.PARAGRAPH, 0), (BlockKind.HEADING, 2),
    ]  # fmt: skip


def test_pages_where_word_left_their_breaks() -> None:
    turn = "<w:r><w:lastRenderedPageBreak/><w:t>{}</w:t></w:r>"
    found = read(
        body(
            docx.Document(),
            f"<w:p {W}><w:r><w:t>Первая.</w:t></w:r></w:p>",
            f"<w:p {W}>{turn.format('Вторая.')}</w:p>",
            f"<w:p {W}><w:r><w:t>Начата на второй,</w:t></w:r>{turn.format(' кончена на третьей.')}</w:p>",
            f"<w:p {W}><w:r><w:t>Третья.</w:t></w:r></w:p>",
        )
    )
    assert [b.locator for b in found.blocks] == ["page=1", "page=2", "page=2", "page=3"]
    assert found.pages == 3
    assert [b.text for b in at(found, "page=3").blocks] == ["Третья."]


def test_breaks_that_are_fewer_than_the_pages_are_no_page_numbers() -> None:
    made = body(
        docx.Document(), f"<w:p {W}><w:r><w:lastRenderedPageBreak/><w:t>Где-то.</w:t></w:r></w:p>"
    )
    whole = saved(made)
    app = part_of(whole, "docProps/app.xml")
    app = app.replace("<Pages>1</Pages>", "<Pages>9</Pages>")
    assert "<Pages>9</Pages>" in app
    found = extract(with_parts(whole, {"docProps/app.xml": app}))
    assert (found.pages, found.blocks[0].locator) == (9, "block=1")


NOTES = f"""<w:footnotes {W}><w:footnote w:id="-1" w:type="separator"><w:p/></w:footnote>
<w:footnote w:id="2"><w:p><w:r><w:t>Без учёта дотаций.</w:t></w:r></w:p></w:footnote></w:footnotes>"""


def test_footnotes_are_told_after_the_text() -> None:
    made = saved(
        body(
            docx.Document(),
            f'<w:p {W}><w:r><w:t>Доходы растут.</w:t><w:footnoteReference w:id="2"/></w:r></w:p>',
            f"<w:p {W}><w:r><w:t>Расходы тоже.</w:t></w:r></w:p>",
        )
    )
    rels = part_of(made, "word/_rels/document.xml.rels").replace(
        "</Relationships>",
        '<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
        'relationships/footnotes" Target="footnotes.xml"/></Relationships>',
    )
    found = extract(
        with_parts(made, {"word/_rels/document.xml.rels": rels, "word/footnotes.xml": NOTES})
    )
    assert said(found) == ["Доходы растут.", "Расходы тоже.", "Без учёта дотаций."]


def test_a_file_of_scans_has_no_text() -> None:
    from tests.scoring.made_office import png

    made = docx.Document()
    made.add_picture(png())
    found = read(made)
    assert (found.pictures, found.text_layer_share) == (1, 0.0)


def test_an_icon_is_no_picture() -> None:
    from docx.shared import Cm

    from tests.scoring.made_office import png

    made = docx.Document()
    made.add_paragraph("Текст.")
    made.add_picture(png(), width=Cm(0.5))
    assert read(made).pictures == 0


def test_strict_files_are_read_too() -> None:
    made = docx.Document()
    made.add_paragraph("Строгий файл.")
    whole = saved(made)
    strict = part_of(whole, "word/document.xml").replace(
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    assert said(extract(with_parts(whole, {"word/document.xml": strict}))) == ["Строгий файл."]
