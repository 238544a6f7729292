"""Real documents of finance bodies are read. Skipped where they are not at hand."""

import hashlib
import shutil
from pathlib import Path

import openpyxl
import pytest

from scoring.extract.spelling import tidy
from scoring.language.ru.prose import prose
from scoring.locator import cell_place, written
from scoring.model import Document
from scoring.reader import Reader


def real() -> Path:
    for parent in Path(__file__).resolve().parents:
        if (parent / "shared" / "real").is_dir():
            return parent / "shared" / "real"
    pytest.skip("the real documents (../shared/real) are not on this machine")


@pytest.fixture(scope="module")
def documents(tmp_path_factory: pytest.TempPathFactory) -> dict[Path, Document]:
    files = sorted(path for path in real().rglob("*") if path.is_file())
    bodies = {hashlib.sha256(path.read_bytes()).hexdigest(): path for path in files}
    wanted = {sha256: (path.name, "") for sha256, path in bodies.items()}
    read = Reader(tmp_path_factory.mktemp("documents"), 2).read(
        wanted, lambda sha256: bodies[sha256].read_bytes()
    )
    return {bodies[sha256]: document for sha256, document in read.items()}


def test_all_of_them_are_read(documents: dict[Path, Document]) -> None:
    """With LibreOffice the old Word files too; without it they say what is missing."""
    reasons = {path.name: document.unreadable for path, document in documents.items()}
    unread = {name: reason for name, reason in reasons.items() if reason}
    if shutil.which("soffice") is None:
        assert set(unread.values()) <= {"missing-program"}
        assert all(name.endswith(".doc") for name in unread)
        pytest.skip("LibreOffice is not installed: the .doc files were not read")
    assert unread == {}
    assert all(document.words for document in documents.values())


def test_office_files_say_when_they_were_made(documents: dict[Path, Document]) -> None:
    for path, document in documents.items():
        if path.suffix in (".docx", ".xlsx"):
            assert document.created, path
            assert document.modified >= document.created, path


@pytest.mark.filterwarnings("ignore::UserWarning:openpyxl")
def test_cells_are_those_openpyxl_reads(documents: dict[Path, Document]) -> None:
    """Numbers and texts of every filled cell that openpyxl sees stand at the same place here."""
    books = {path: d for path, d in documents.items() if path.suffix == ".xlsx"}
    assert len(books) == 25
    compared = 0
    for path, document in books.items():
        if path.stat().st_size > 1_000_000:
            continue  # openpyxl takes minutes
        for sheet in openpyxl.load_workbook(path, data_only=True).worksheets:
            if sheet.sheet_state == "visible":
                compared += same_cells(document, sheet)
    assert compared > 10_000


def same_cells(document: Document, sheet) -> int:
    tables = [t for t in document.tables if t.locator == written(sheet=sheet.title)]
    prose = {tidy(block.text) for block in document.blocks}
    compared = 0
    for table in tables:
        top, left = cell_place(table.corner) or (0, 0)
        for down, row in enumerate(table.rows):
            for across, text in enumerate(row):
                value = sheet.cell(top + down + 1, left + across + 1).value
                if isinstance(value, str) and not value.startswith("#"):
                    # A sentence that fills its row is prose, and no cell.
                    assert text == tidy(value) or (not text and tidy(value) in prose)
                    compared += 1
                elif (
                    isinstance(value, int | float)
                    and not isinstance(value, bool)
                    and "%" not in text
                ):
                    assert float(text.replace(",", ".")) == pytest.approx(value, rel=1e-12), (
                        sheet,
                        down,
                        across,
                    )
                    compared += 1
    return compared


def test_pdfs_are_read(documents: dict[Path, Document]) -> None:
    pdfs = {path: d for path, d in documents.items() if path.suffix == ".pdf"}
    assert len(pdfs) == 4
    for path, document in pdfs.items():
        assert document.unreadable == "", path
        assert document.text_layer_share == 1.0
        assert document.created
        assert document.tables


def test_a_city_budget_comes_as_tables_not_as_prose(documents: dict[Path, Document]) -> None:
    """Two annexes, 41 pages: the tables are ruled and there is no running prose in them."""
    city = [d for p, d in documents.items() if p.suffix == ".pdf" and "tomsk" in str(p.parent)]
    assert sum(document.pages for document in city) == 41
    for document in city:
        assert len(document.tables) >= document.pages
        assert prose(document) == ()
    row = next(
        row for d in city for t in d.tables for row in t.rows if row[1] == "Дума Города Томска"
    )
    assert row[:1] + row[4:7] == ("1", "81 541,2", "81 541,2", "0,0")
