"""The published text: in the order of reading, page by page, bounded, and of what is cited."""

from dataclasses import replace

import pytest

from scoring import rubric as rubrics
from scoring.document import Block, BlockKind, Document, Member, Table
from scoring.stretches import LONGEST, MOST, stretches, wanted
from tests.scoring.conftest import written_text
from tests.site import invented


def document(text: str, media: str = "application/pdf") -> Document:
    blocks, tables = written_text(text, media)
    return Document("ab" * 32, media, blocks=blocks, tables=tables)


def told(source: Document) -> list[tuple[str, str]]:
    return [(s.locator, s.text) for s in stretches(source)]


def test_a_page_ends_a_stretch_and_lines_stay_lines() -> None:
    read = told(document("# Бюджет\n\nВсё о  деньгах\nобласти.\n\n=====\n\nВторая страница."))
    assert read == [
        ("page=1", "Бюджет\nВсё о деньгах области."),
        ("page=2", "Вторая страница."),
    ]


def test_a_table_stands_where_it_is_read() -> None:
    rows = (("Доходы", "10", "10"), ("Расходы", "", "12"))
    before, after = (Block(BlockKind.PARAGRAPH, t, "block=1") for t in ("До.", "После."))
    table = Table(rows, "sheet=Свод", "тыс. рублей", "B3", 1)
    read = told(Document("cd" * 32, "text/html", blocks=(before, after), tables=(table,)))
    # A cell that covers two columns is read once.
    assert [text for _, text in read] == [
        "До.",
        "тыс. рублей\nДоходы | 10\nРасходы | 12",
        "После.",
    ]
    headed = Block(BlockKind.PARAGRAPH, "тыс. рублей", "sheet=Свод")
    (first, second) = told(
        Document("cd" * 32, "text/html", blocks=(headed,), tables=(replace(table, after=1),))
    )
    assert first == ("sheet=Свод", "тыс. рублей")
    assert second == ("sheet=Свод;cell=B3", "Доходы | 10\nРасходы | 12")


def test_menus_are_left_out_and_recognised_words_stand_apart() -> None:
    blocks = (
        Block(BlockKind.BOILERPLATE, "Главная | Новости", "page=1"),
        Block(BlockKind.PARAGRAPH, "Набрано.", "page=1"),
        Block(BlockKind.PARAGRAPH, "Распознано.", "page=1;ocr=87"),
    )
    read = told(Document("ef" * 32, "application/pdf", blocks=blocks))
    assert read == [("page=1", "Набрано."), ("page=1;ocr=87", "Распознано.")]


def test_a_file_of_an_archive_has_its_places_within() -> None:
    inner = document("Деньги района.")
    archive = Document(
        "12" * 32, "application/zip", members=(Member("2026/a;b.pdf", inner.sha256, 9, inner),)
    )
    (one,) = stretches(archive)
    assert one.sha256 == archive.sha256
    assert one.locator == "member=2026/a%3Bb.pdf;page=1"


@pytest.mark.parametrize("text", ["слово " * 60_000, "безпробелов" * 30_000, "раз\n\n" * 60_000])
def test_a_document_is_bounded(text: str) -> None:
    several = tuple(stretches(document(text)))
    assert sum(len(s.text) for s in several) <= MOST
    assert sum(len(s.text) for s in several) > MOST * 0.9
    assert max(len(s.text) for s in several) <= LONGEST
    assert [s.number for s in several] == list(range(len(several)))


def test_nothing_gives_nothing() -> None:
    assert told(document("")) == []


def test_wanted_are_editions_and_what_is_quoted() -> None:
    judged = invented.judgement(rubrics.load("budget-for-citizens-2026.1"))
    asked = wanted([judged, judged])
    files = {f.sha256 for e in judged.editions for f in e.files}
    quoted = {p.sha256 for f in judged.findings for p in f.answered.evidence if p.quote}
    assert set(asked) == files | quoted
    assert list(asked) == sorted(asked)
    searched = {c.sha256 for c in judged.captures if c.sha256}
    assert searched - set(asked), "pages searched in vain are not published"
    assert all(hints[0].endswith("budget.pdf") for hints in asked.values())
