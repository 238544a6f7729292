"""Datasette's own CSV: no cell that a spreadsheet would run, and numbers are numbers."""

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import replace

import pytest
from datasette.app import Datasette

from datasette_config.serve import app
from scoring.judgement import Judgement
from tests.site.conftest import release

QUOTES = (
    "=cmd|' /C calc'!A0", "+7 (900) 123-45-67", "-обед с 13 до 14", '@SUM(1+1)*cmd, "ещё"\nстрока',
    "\t=1+1", "-12,5", "2=2",
)  # fmt: skip


@pytest.fixture(scope="module")
def loaded(judged: Judgement, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Datasette]:
    """The invented regions, their quotes and sums replaced."""
    findings = []
    for number, finding in enumerate(judged.findings):
        quote = QUOTES[number % len(QUOTES)]
        proof = tuple(replace(e, quote=quote) for e in finding.answered.evidence)
        findings.append(replace(finding, answered=replace(finding.answered, evidence=proof)))
    amounts = tuple(replace(a, value_rub=-7.25, quote="=1", label="-3") for a in judged.amounts)
    bad = replace(judged, findings=tuple(findings), amounts=amounts)
    served = app(release(bad, tmp_path_factory.mktemp("loaded") / "budget.db"))
    yield served
    served.close()


async def cells(site: Datasette, path: str) -> list[str]:
    answer = await site.client.get(path)
    assert answer.status_code == 200, answer.text
    return [cell for row in csv.reader(io.StringIO(answer.text, newline="")) for cell in row]


@pytest.mark.parametrize(
    "path",
    [
        "/budget/evidence.csv?_size=max",
        "/budget/evidence.csv?_size=max&_labels=on&_dl=1",
        "/budget/proofs.csv?region=kitezh",
    ],
)
async def test_texts_that_begin_as_formulas_are_texts(path: str, loaded: Datasette) -> None:
    found = await cells(loaded, path)
    for quote in QUOTES:
        assert (quote if quote == "2=2" else f"'{quote}") in found
    assert not [c for c in found if re.match(r"[=+\-@\t\r]", c)]


@pytest.mark.parametrize("path", ["/budget/amounts.csv?_size=max", "/budget/totals.csv"])
async def test_negative_numbers_stay_numbers(path: str, loaded: Datasette) -> None:
    found = await cells(loaded, path)
    assert {"-7.25", "'=1"} <= set(found)


async def test_a_single_row_and_a_row_of_two_lines_come_whole(loaded: Datasette) -> None:
    rows = (await loaded.client.get("/budget/evidence.json?quote__startswith=@&_size=1")).json()
    key = f"{rows['rows'][0]['finding'].replace('/', '~2F')},{rows['rows'][0]['position']}"
    assert f"'{QUOTES[3]}" in await cells(loaded, f"/budget/evidence/{key}.csv")


async def test_our_own_tables_are_handed_over_as_they_come(loaded: Datasette) -> None:
    own = await loaded.client.get("/data/evidence.csv")
    raw = await loaded.client.get("/budget/evidence.csv?_size=max")
    rows = raw.text.split("\r\n")
    assert len(rows) > 100
    assert set(rows) <= set(own.content.decode("utf-8-sig").split("\r\n"))
