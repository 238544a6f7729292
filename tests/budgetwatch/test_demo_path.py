"""The whole path over the demo's sites, held against what a careful person finds on them."""

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
import yaml

DEMO = Path(__file__).parents[2] / "data" / "demo"
TRUTH = yaml.safe_load((DEMO / "truth.yaml").read_text("utf-8"))["regions"]
OWED = [(region, stage) for region in TRUTH for stage in ("draft", "adopted", "executed")]
EDITIONS = [
    (region, edition) for region, facts in TRUTH.items() for edition in facts.get("editions", [])
]


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo run once, as a stranger would."""
    folder = tmp_path_factory.mktemp("demo")
    subprocess.run(
        [sys.executable, "-m", "budgetwatch", "demo", "--no-serve", "--data", str(folder)],
        check=True,
        capture_output=True,
        timeout=300,
    )
    return folder


@pytest.fixture(scope="module")
def database(data: Path) -> Iterator[sqlite3.Connection]:
    path = data / "build" / "budget.db"
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as connection:
        connection.row_factory = sqlite3.Row
        yield connection


def test_every_region_is_there(database: sqlite3.Connection) -> None:
    rows = database.execute("select id from regions order by id").fetchall()
    assert [row["id"] for row in rows] == sorted(TRUTH)


def test_no_edition_is_invented(database: sqlite3.Connection) -> None:
    found = {
        (row["region"], row["stage"], row["fiscal_year"])
        for row in database.execute("select region, stage, fiscal_year from editions")
    }
    assert found == {(region, e["stage"], e["fiscal_year"]) for region, e in EDITIONS}


@pytest.mark.parametrize(
    ("region", "edition"), EDITIONS, ids=lambda v: v if isinstance(v, str) else v["stage"]
)
def test_an_edition_is_the_right_file_with_the_right_day(
    database: sqlite3.Connection, region: str, edition: dict[str, Any]
) -> None:
    key = f"{region}-{edition['stage']}-{edition['fiscal_year']}"
    row = database.execute("select * from editions where id = ?", [key]).fetchone()
    files = {
        file["url"]
        for file in database.execute("select url from edition_files where edition = ?", [key])
    }
    assert set(edition["urls"]) <= files
    if edition["printed"]:
        printed = str(edition["printed"])
        assert (row["published_earliest"], row["published_latest"]) == (printed, printed)


@pytest.mark.parametrize(("region", "stage"), OWED)
def test_findings_agree_with_a_careful_person(
    database: sqlite3.Connection, region: str, stage: str
) -> None:
    scans = any(e["stage"] == stage and not e["text_layer"] for e in TRUTH[region]["editions"])
    if scans and not shutil.which("tesseract"):
        pytest.skip("a scan is read by tesseract: apt-get install tesseract-ocr tesseract-ocr-rus")
    rows = database.execute(
        "select criterion, status, value from findings where region = ? and stage = ?",
        [region, stage],
    )
    found = {r["criterion"]: r["value"] if r["status"] == "measured" else r["status"] for r in rows}
    expected = TRUTH[region]["expected"][stage]
    told = {
        criterion: pytest.approx(value, abs=0.001) if isinstance(value, int | float) else value
        for criterion, value in expected.items()
    }
    assert {criterion: found[criterion] for criterion in expected} == told


@pytest.mark.parametrize(("region", "edition"), EDITIONS)
def test_totals_agree_within_their_own_rounding(
    database: sqlite3.Connection, region: str, edition: dict[str, Any]
) -> None:
    if not edition["totals"] or not edition["due"]:
        pytest.skip("this edition states no totals a machine can read, or is not owed now")
    if not edition["text_layer"] and not shutil.which("tesseract"):
        pytest.skip("a scan is read by tesseract: apt-get install tesseract-ocr tesseract-ocr-rus")
    # What a scan says may not be told with certainty; what is told must be right.
    key = f"{region}-{edition['stage']}-{edition['fiscal_year']}"
    rows = database.execute("select concept, value_rub from amounts where edition = ?", [key])
    found = {row["concept"]: row["value_rub"] for row in rows}
    for concept, value in edition["totals"].items():
        if value is None:
            assert concept not in found
        elif edition["text_layer"] or concept in found:
            assert found[concept] == pytest.approx(value, abs=edition["within_rub"] or 1)


def test_a_scan_tells_totals_that_prove_each_other(database: sqlite3.Connection) -> None:
    if not shutil.which("tesseract"):
        pytest.skip("a scan is read by tesseract: apt-get install tesseract-ocr tesseract-ocr-rus")
    rows = database.execute(
        """select edition, group_concat(concept, ' ') from
           (select edition, concept from amounts where edition like 'kitezh-%' and concept in
            ('revenue', 'expenditure', 'balance') order by edition, concept) group by edition"""
    )
    told = dict(map(tuple, rows.fetchall()))
    assert {"kitezh-draft-2027", "kitezh-adopted-2026"} <= set(told)
    assert set(told.values()) == {"balance expenditure revenue"}


def test_every_measured_finding_cites_what_is_archived(database: sqlite3.Connection) -> None:
    bare = database.execute(
        """select count(*) from findings f where status = 'measured' and not exists
           (select 1 from evidence e join captures c on c.id = e.capture where e.finding = f.id)"""
    ).fetchone()
    assert bare[0] == 0


def test_who_was_not_seen_is_not_scored(database: sqlite3.Connection) -> None:
    for region, facts in TRUTH.items():
        if not facts["reachable"]:
            scores = database.execute("select * from scores where region = ?", [region]).fetchall()
            assert {(s["value"], s["low"], s["high"], s["ranked"]) for s in scores} == {
                (None, 0.0, 100.0, 0)
            }


def test_judged_again_it_is_the_same_database(data: Path) -> None:
    database = data / "build" / "budget.db"
    before = database.read_bytes()
    day = json.loads(next((data / "build" / "judgements").glob("*.json")).read_text("utf-8"))
    shared = ["--data", str(data), "--registry", str(DEMO / "registry")]
    judge = ["judge", *shared, "--wave", "2026", "--as-of", day["as_of"]]
    for command in (judge, ["publish", *shared]):
        subprocess.run(
            [sys.executable, "-m", "budgetwatch", *command],
            check=True,
            capture_output=True,
            env={**os.environ, "PYTHONHASHSEED": "7"},
        )
    assert database.read_bytes() == before


def test_the_archive_is_what_was_saved(data: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "budgetwatch", "archive", "verify", "--data", str(data), "--json"],
        check=True,
        capture_output=True,
        text=True,
    )
    assert json.loads(done.stdout)["faults"] == 0
