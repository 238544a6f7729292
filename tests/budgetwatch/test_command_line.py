"""Whatever a person mistypes is told in a sentence, before the first request, with exit 2."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

ENTRY = {
    "id": "here",
    "name": {"ru": "Тут", "en": "Here"},
    "iso_3166_2": "XX-HER",
    "home": "http://here.invalid/",
}


def written(folder: Path, **changed: object) -> Path:
    folder.mkdir(exist_ok=True)
    (folder / "here.yaml").write_text(json.dumps({**ENTRY, **changed}), "utf-8")
    return folder


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (["--resolve", "nonsense"], "HOST:PORT:ADDRESS:PORT"),
        (["--resolve", "a:80:example.invalid:80"], "HOST:PORT:ADDRESS:PORT"),
        (["--as-of", "2026-13-01"], "2026-11-23"),
        (["--as-of", "20261123"], "2026-11-23"),
        (["--as-of", "2026-W48-1"], "2026-11-23"),
        (["--wave", "last"], "2026"),
        (["--delay", "-1"], "0"),
        (["--delay", "nan"], "--delay"),
        (["--delay", "inf"], "--delay"),
        (["--max-requests", "0"], "--max-requests"),
        (["--max-hours", "nan"], "such as 8 or 0.5"),
        (["--max-hours", "0"], "such as 8 or 0.5"),
        (["--rubric", "budget-for-citizens-2026"], "did you mean budget-for-citizens-2026.1"),
        (["--rubric", "none.yaml"], "No such file"),
        (["--bogus"], "--bogus"),
        (["nowhere"], "nowhere"),
    ],
)
def test_a_mistyped_run_asks_nobody(
    budgetwatch: Callable[..., Any],
    site: Callable[..., Any],
    tmp_path: Path,
    wrong: list[str],
    said: str,
) -> None:
    entries = str(written(tmp_path / "registry"))
    with site({}) as nobody:
        reachable = ["--allow-private-hosts", *nobody.resolve()]
        done = budgetwatch("run", "--registry", entries, *reachable, *wrong)
    assert (done.code, done.out, nobody.asked) == (2, "", [])
    assert said in done.err
    assert "Traceback" not in done.err


def test_a_family_nobody_reads_is_refused_with_those_that_are(
    budgetwatch: Callable[..., Any], tmp_path: Path
) -> None:
    source = {"url": "http://here.invalid/b/", "family": "lising"}
    done = budgetwatch(
        "registry", "check", "--registry", str(written(tmp_path / "r", sources=[source]))
    )
    assert done.code == 2
    for word in ("here.yaml", "sources.0.family", "'json' or 'listing'"):
        assert word in done.err


@pytest.mark.parametrize("command", [["judge"], ["archive", "verify"]])
def test_no_archive_is_said_without_blaming_the_disk(
    budgetwatch: Callable[..., Any], command: list[str]
) -> None:
    done = budgetwatch(*command)
    assert (done.code, done.out) == (1, "")
    assert done.err.startswith("There is no archive at")
    assert "budgetwatch crawl" in done.err


def test_a_file_where_the_data_should_lie(budgetwatch: Callable[..., Any], tmp_path: Path) -> None:
    (tmp_path / "file").write_text("here already")
    entries = str(written(tmp_path / "registry"))
    done = budgetwatch("run", "--registry", entries, "--data", str(tmp_path / "file"))
    assert done.code == 1
    assert "Not a directory" in done.err
    assert "Traceback" not in done.err
