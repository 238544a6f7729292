"""One source text, made by real tools, read back from every office format."""

import pytest

from scoring.extract import extract
from scoring.locator import at
from scoring.model import BlockKind, Document
from scoring.reader import Reader
from scoring.sandbox import Sandbox
from tests.scoring.made_office import (
    ITEMS,
    PROSE,
    ROWS,
    TITLE,
    brochure,
    converted,
    deck,
    soffice_or_skip,
    workbook,
)

SHEET = (
    ("Показатель", "Год", "Год", "Доля"),
    ("Показатель", "2025 год", "2026 год", "Доля"),
    ("Доходы всего", "101234,5", "110000", "100,0%"),
    ("Налоговые доходы", "80000,25", "90000,125", "81,8%"),
)


def texts(document: Document, kind: BlockKind) -> list[str]:
    return [block.text for block in document.blocks if block.kind is kind]


def read_beside(body: bytes, tmp_path) -> Document:
    """By the Reader, which may start programs."""
    from hashlib import sha256

    key = sha256(body).hexdigest()
    return Reader(tmp_path, 1).read({key: ("", "")}, lambda _: body)[key]


@pytest.mark.parametrize("to", ["docx", "odt", "doc"])
def test_a_text_is_read_alike_from_every_format(to: str, tmp_path) -> None:
    body = brochure() if to == "docx" else converted(brochure(), "docx", to)
    document = read_beside(body, tmp_path)
    assert document.unreadable == ""
    assert document.title == "Бюджет для граждан на 2026 год"
    assert texts(document, BlockKind.TITLE) == [TITLE]
    heads = [(b.text, b.level) for b in document.blocks if b.kind is BlockKind.HEADING]
    assert heads == [("Что такое бюджет", 1), ("Налоги", 2), ("Основные показатели", 1)]
    assert tuple(texts(document, BlockKind.LIST_ITEM)) == ITEMS
    assert tuple(texts(document, BlockKind.PARAGRAPH)) == (
        *PROSE,
        "млн рублей",
        "Спасибо за внимание.",
    )
    assert texts(document, BlockKind.BOILERPLATE) == ["Министерство финансов Заречной области"]
    assert [(t.rows, t.caption) for t in document.tables] == [(ROWS, "млн рублей")]
    assert (document.pictures, document.text_layer_share) == (1, 1.0)
    assert document.created == "2013-12-23"  # of python-docx's own template
    block = next(b for b in document.blocks if b.text == PROSE[0])
    assert at(document, block.locator).text == PROSE[0]
    assert at(document, f"{document.tables[0].locator};row=2").rows == (ROWS[1],)


def test_rich_text_keeps_paragraphs_items_and_rows() -> None:
    document = extract(converted(brochure(), "docx", "rtf"))
    assert document.title == "Бюджет для граждан на 2026 год"
    assert [t.rows for t in document.tables] == [ROWS]
    heads = [(b.text, b.level) for b in document.blocks if b.kind is BlockKind.HEADING]
    assert ("Что такое бюджет", 1) in heads
    said = texts(document, BlockKind.PARAGRAPH)
    assert said[:3] == [TITLE, *PROSE]
    assert [text.lstrip("• ") for text in texts(document, BlockKind.LIST_ITEM)] == list(ITEMS)
    assert (document.pictures, document.modified[:4]) == (1, "2013")


def test_rich_text_in_windows_1251_without_a_word_about_it() -> None:
    said = "".join(f"\\'{byte:02x}" for byte in "Бюджет для граждан".encode("cp1251"))
    for head in (
        r"\ansi",
        r"\ansi\ansicpg1251",
        r"\ansi\ansicpg1252{\fonttbl{\f0\fcharset204 Arial;}}\f0",
    ):
        document = extract(("{\\rtf1" + head + " " + said + r"\par}").encode("ascii"))
        assert [b.text for b in document.blocks] == ["Бюджет для граждан"], head


@pytest.mark.parametrize("to", ["pptx", "odp", "ppt"])
def test_slides_are_read_alike_from_every_format(to: str, tmp_path) -> None:
    body = deck() if to == "pptx" else converted(deck(), "pptx", to)
    document = read_beside(body, tmp_path)
    assert (document.unreadable, document.pages, document.title) == ("", 3, TITLE)
    first = [b.text for b in at(document, "slide=1").blocks]
    assert first == [TITLE, "к закону об областном бюджете на 2026 год"]
    second = at(document, "slide=2").blocks
    assert [b.text for b in second if b.kind is not BlockKind.BOILERPLATE] == [
        "Откуда берутся деньги",
        *ITEMS,
    ]
    assert texts(document, BlockKind.BOILERPLATE) == ["Сказать о налогах."]
    third = at(document, "slide=3")
    # Drawn last, the text at the bottom is read last.
    assert [b.text for b in third.blocks] == ["Основные показатели", "млн рублей", "Внизу слайда."]
    assert [t.rows for t in third.tables] == [ROWS]
    assert (document.pictures, document.text_layer_share) == (1, 1.0)


@pytest.mark.parametrize("to", ["xlsx", "ods", "xls"])
def test_sheets_are_read_alike_from_every_format(to: str) -> None:
    document = extract(workbook() if to == "xlsx" else converted(workbook(), "xlsx", to))
    assert document.unreadable == ""
    assert document.text_layer_share is None
    first, second = document.tables
    assert (first.locator, first.corner) == ("sheet=Доходы", "B4")
    # An ODS keeps what was shown, by the country of the machine; an XLS keeps bare numbers.
    rows = tuple(tuple(cell.replace(".", ",") for cell in row) for row in first.rows)
    assert [row[:3] for row in rows] == [row[:3] for row in SHEET]
    if to != "xls":
        assert rows == SHEET
    assert first.caption == "Доходы областного бюджета на 2026 год млн рублей"
    assert second.locator == "sheet=Сроки%3B этапы"
    assert [row[0] for row in second.rows] == ["Этап", "Внесён проект", "Принят закон"]
    if to == "xlsx":
        assert second.rows[1:] == (
            ("Внесён проект", "15.10.2025", "020"),
            ("Принят закон", "10.12.2025", "110"),
        )
    assert at(document, "sheet=Доходы;cell=D7").rows == ((first.rows[3][2],),)
    assert at(document, "sheet=Доходы;cell=B2").text == "Доходы областного бюджета на 2026 год"
    assert at(document, "sheet=Сроки%3B этапы;cell=A2:A3").rows == (
        ("Внесён проект",),
        ("Принят закон",),
    )
    assert texts(document, BlockKind.BOILERPLATE) == ["Расчёт"]
    assert "тайна" not in repr(document)


def test_what_needs_a_program_waits_for_it(tmp_path, monkeypatch: pytest.MonkeyPatch) -> None:
    body = converted(brochure(), "docx", "doc")
    with Sandbox() as sandbox:
        assert sandbox.read(body)[0].unreadable == "missing-program"
    with monkeypatch.context() as bare:
        bare.setenv("PATH", str(tmp_path))
        document = read_beside(body, tmp_path)
    assert document.unreadable == "missing-program"
    assert "apt-get install libreoffice-writer" in document.detail
    # It was not remembered: with the program at hand the document is read.
    assert read_beside(body, tmp_path).unreadable == ""


def test_a_word_file_that_libreoffice_cannot_open_has_a_reason(tmp_path) -> None:
    soffice_or_skip()
    name = "WordDocument".encode("utf-16-le") + bytes(40)
    document = read_beside(
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + name + bytes(4000), tmp_path
    )
    assert document.unreadable in ("torn", "crashed")
    assert document.detail
