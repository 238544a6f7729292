"""Real documents of finance bodies: read, or named. Skipped where they are not at hand."""

import hashlib
from pathlib import Path

import pytest

from scoring.language.ru.prose import prose
from scoring.model import Document
from scoring.reader import Reader

NAMES = {
    ".xls": "XLS:", ".xlsx": "XLSX:", ".doc": "DOC:", ".docx": "DOCX:",
}  # fmt: skip


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


def test_what_is_not_read_yet_is_named(documents: dict[Path, Document]) -> None:
    for path, document in documents.items():
        if path.suffix.lower() in NAMES and document.unreadable:
            assert document.unreadable == "unsupported-format", path
            assert document.detail.startswith(NAMES[path.suffix.lower()]), path


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
