"""What of a document is running prose."""

from dataclasses import replace

from scoring.extract import extract
from scoring.language.ru.prose import prose
from scoring.language.ru.sentences import Passage
from scoring.model import Block, BlockKind, Document, Table
from tests.scoring.made_pdf import both, pdf, written

SAID = "Бюджет области показывает, на что идут деньги жителей."


def document(*blocks: tuple[BlockKind, str, str]) -> Document:
    return Document("0" * 64, "application/pdf", blocks=tuple(Block(*block) for block in blocks))


def test_only_running_text_is_prose() -> None:
    found = prose(
        document(
            (BlockKind.TITLE, SAID, "page=1"),
            (BlockKind.HEADING, SAID, "page=1"),
            (BlockKind.BOILERPLATE, SAID, "page=1"),
            (BlockKind.CAPTION, SAID, "page=1"),
            (BlockKind.PARAGRAPH, SAID, "page=2"),
            (BlockKind.LIST_ITEM, "поддержка семей с детьми и пожилых людей;", "page=2"),
            (BlockKind.LIST_ITEM, "дороги", "page=2"),
            (BlockKind.PARAGRAPH, "1 234,5 987,0 12,0 2024 2025 итого", "page=2"),
            (BlockKind.LIST_ITEM, "Введение в бюджет области для жителей ........ 4.", "page=3"),
        )
    )
    assert [passage.text for passage in found] == [
        SAID,
        "поддержка семей с детьми и пожилых людей;",
    ]


def test_a_line_that_became_the_caption_of_a_table_is_none() -> None:
    name = "Областной бюджет на 2026 год (закон от 25.12.2025 № 61-ОЗ), тыс. руб."
    rows = (("Доходы", "1"), ("Расходы", "2"))
    told = document((BlockKind.PARAGRAPH, SAID, "page=1"), (BlockKind.PARAGRAPH, name, "page=1"))
    under = replace(told, tables=(Table(rows, "page=1", name, after=2),))
    assert [passage.text for passage in prose(under)] == [SAID]
    other = replace(told, tables=(Table(rows, "page=1", "млн рублей", after=2),))
    assert [passage.text for passage in prose(other)] == [SAID, name]


def test_a_sentence_cut_by_the_end_of_a_page_is_whole() -> None:
    found = prose(
        document(
            (BlockKind.PARAGRAPH, "Бюджет области показывает, на что", "page=4"),
            (BlockKind.BOILERPLATE, "4", "page=4"),
            (BlockKind.PARAGRAPH, "идут деньги жителей.", "page=5"),
        )
    )
    assert found == (Passage(SAID, "page=4"),)


def test_tables_of_a_pdf_do_not_reach_the_prose() -> None:
    rows = [f"Показатель номер {n} областного бюджета   {n} 234,5   {n} 987,0" for n in range(1, 9)]
    page = both(written(SAID, top=760), written(*rows, top=600))
    assert [passage.text for passage in prose(extract(pdf(page)))] == [SAID]


def test_paragraphs_of_a_page_keep_their_bounds() -> None:
    page = f"<html><body><h2>Заголовок без точки</h2><p>{SAID}</p><ul><li>{SAID}</li></ul>"
    found = prose(extract(page.encode()))
    assert [(passage.text, passage.locator) for passage in found] == [
        (SAID, "block=2"),
        (SAID, "block=3"),
    ]
