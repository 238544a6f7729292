"""The open data package: described, checked, safe in a spreadsheet, the same bytes every time."""

import csv
import io
import json
import sqlite3
from contextlib import closing
from hashlib import sha256
from pathlib import Path

import pytest

from scoring import rubric as rubrics
from scoring import schema
from scoring.gate import PublishRefusedError
from scoring.package import cell, export
from scoring.publish import publish
from tests.site import invented

RUBRIC = "budget-for-citizens-2026.1"


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    rubric = rubrics.load(RUBRIC)
    judged = invented.judgement(rubric)
    out = tmp_path_factory.mktemp("published") / "budget.db"
    return publish([judged], [rubric], invented.health(judged), out, tool="budgetwatch/test")


@pytest.fixture(scope="module")
def package(database: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("exported") / "open-data"
    export(database, out)
    return out


def table(package: Path, name: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO((package / "data" / f"{name}.csv").read_text("utf-8"))))


def test_every_table_is_there_row_for_row(package: Path, database: Path) -> None:
    with closing(sqlite3.connect(database)) as db:
        for one in schema.load().tables:
            head, *rows = table(package, one.name)
            assert tuple(head) == one.names
            found = db.execute(f"select {', '.join(one.names)} from {one.name}").fetchall()
            assert sorted(rows) == sorted([cell(v) for v in row] for row in found), one.name


def test_it_is_described_and_its_sums_are_right(package: Path) -> None:
    described = json.loads((package / "datapackage.json").read_text("utf-8"))
    assert len(described["resources"]) == len(schema.load().tables)
    names = {r["name"] for r in described["resources"]}
    for resource in described["resources"]:
        body = (package / resource["path"]).read_bytes()
        assert resource["hash"] == f"sha256:{sha256(body).hexdigest()}"
        assert resource["bytes"] == len(body)
        fields = [field["name"] for field in resource["schema"]["fields"]]
        assert set(resource["schema"]["primaryKey"]) <= set(fields)
        for key in resource["schema"]["foreignKeys"]:
            assert key["reference"]["resource"] in names
    listed = dict(
        reversed(line.split("  ", 1))
        for line in (package / "SHA256SUMS").read_text("utf-8").splitlines()
    )
    there = {p.relative_to(package).as_posix() for p in package.rglob("*") if p.is_file()}
    assert set(listed) == there - {"SHA256SUMS", ".budgetwatch-package"}
    for name, digest in listed.items():
        assert sha256((package / name).read_bytes()).hexdigest() == digest
    assert (package / "rubrics" / f"{RUBRIC}.yaml").is_file()


def test_its_readmes_are_in_both_languages(package: Path) -> None:
    ru, en = ((package / n).read_text("utf-8") for n in ("README.md", "README.en.md"))
    for one in schema.load().tables:
        assert one.ru in ru
        assert one.en in en
    assert "CC BY 4.0" in (package / "LICENSE.md").read_text("utf-8")


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("=HYPERLINK(1)", "'=HYPERLINK(1)"), ("+7 900", "'+7 900"), ("-1", "'-1"), ("@x", "'@x"),
        ("\tx", "'\tx"), ("'quoted'", "''quoted'"), ("a=b", "a=b"), ("", ""), (None, ""),
        (-1.5, "-1.5"), (3, "3"),
    ],
)  # fmt: skip
def test_no_cell_is_a_formula(value: object, written: str) -> None:
    assert cell(value) == written
    if isinstance(value, str) and written.startswith("'"):
        assert written[1:] == value


def test_a_hostile_quote_is_defused_in_the_file(database: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    copy.write_bytes(database.read_bytes())
    with closing(sqlite3.connect(copy)) as db:
        db.execute("update evidence set quote = '=cmd|'' /C calc''!A0' where position = 0")
        db.commit()
    export(copy, tmp_path / "out")
    head, *rows = table(tmp_path / "out", "evidence")
    quotes = {row[head.index("quote")] for row in rows if row[head.index("position")] == "0"}
    assert quotes == {"'=cmd|' /C calc'!A0"}


def test_the_same_database_gives_the_same_bytes(
    database: Path, package: Path, tmp_path: Path
) -> None:
    export(database, tmp_path / "again")
    export(database, tmp_path / "again")  # over its own
    for path in package.rglob("*"):
        if path.is_file():
            other = tmp_path / "again" / path.relative_to(package)
            assert other.read_bytes() == path.read_bytes(), path


def test_what_is_not_ours_is_left_alone(database: Path, tmp_path: Path) -> None:
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters" / "mother.txt").write_text("Dear son")
    with pytest.raises(PublishRefusedError, match="will not be overwritten"):
        export(database, tmp_path / "letters")
    with pytest.raises(PublishRefusedError, match="budgetwatch publish"):
        export(tmp_path / "none.db", tmp_path / "out")
    (tmp_path / "other.db").write_text("a letter")
    with pytest.raises(PublishRefusedError, match="no database"):
        export(tmp_path / "other.db", tmp_path / "out")
    assert not (tmp_path / "out").exists()
    assert (tmp_path / "letters" / "mother.txt").read_text() == "Dear son"
