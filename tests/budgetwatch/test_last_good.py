"""The last good database outlives whatever is wrong with the next one."""

import json
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest


@pytest.fixture
def published(
    budgetwatch: Callable[..., Any],
    registry: Callable[..., Path],
    closed_port: int,
    tmp_path: Path,
) -> Callable[..., Any]:
    """A database of one region nobody could reach; gives the command that publishes it again."""
    entries = str(registry(here="http://here.invalid/"))
    resolve = f"*:80:127.0.0.1:{closed_port}"
    done = budgetwatch(
        "run", "--registry", entries, "--resolve", resolve, "--allow-private-hosts", "--delay", "0"
    )
    assert done.code == 0, done.err
    return lambda *more: budgetwatch("publish", "--registry", entries, *more)


def test_spoiled_judgements_are_refused_in_a_sentence(
    published: Callable[..., Any], tmp_path: Path
) -> None:
    database = tmp_path / "data/build/budget.db"
    judgements = tmp_path / "data/build/judgements"
    (judgement,) = judgements.glob("*budget-for-citizens*.json")
    # By itself: what one rubric's judgement lacks, another's of the same wave may prove.
    for other in judgements.glob("*.json"):
        if other != judgement:
            other.unlink()
    assert published().code == 0
    before, good = database.read_bytes(), judgement.read_text("utf-8")
    error = json.loads(good)
    error["findings"][0]["answered"] |= {"status": "error", "reason": "KeyError"}
    unproven = json.loads(good) | {"captures": []}
    spoiled = {
        good[:3000]: "judge that wave again",
        "": "judge that wave again",
        json.dumps(error): "an error of our own",
        json.dumps(json.loads(good) | {"errors": ["boom"]}): "boom",
        json.dumps(unproven): "Nothing was published",
    }
    for text, said in spoiled.items():
        judgement.write_text(text, "utf-8")
        done = published()
        assert (done.code, done.out, done.err.count("\n")) == (1, "", 1)
        assert said in done.err
        assert database.read_bytes() == before
    judgement.write_text(good, "utf-8")
    assert published().code == 0
    assert database.read_bytes() == before


def test_what_is_not_ours_to_replace(published: Callable[..., Any], tmp_path: Path) -> None:
    newer = tmp_path / "newer.db"
    newer.write_bytes((tmp_path / "data/build/budget.db").read_bytes())
    with closing(sqlite3.connect(newer)) as database:
        database.execute("pragma user_version = 999")
        database.commit()
    foreign = tmp_path / "letters.db"
    with closing(sqlite3.connect(foreign)) as database:
        database.execute("create table letters (text)")
        database.commit()
    notes = tmp_path / "notes.txt"
    notes.write_text("mine")
    for out, said in (
        (newer, "newer budgetwatch"),
        (foreign, "not a database of ours"),
        (notes, "not a database of ours"),
        (tmp_path, "is a folder"),
    ):
        before = out.read_bytes() if out.is_file() else b""
        done = published("--out", str(out))
        assert (done.code, done.err.count("\n")) == (1, 1)
        assert said in done.err
        assert before == (out.read_bytes() if out.is_file() else b"")


def test_serve_gives_machines_one_document(published: Callable[..., Any], tmp_path: Path) -> None:
    command = [sys.executable, "-m", "budgetwatch", "serve", "--json", "--port", "0"]
    with subprocess.Popen(
        [*command, "--data", str(tmp_path / "data")],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as child:
        assert child.stdout is not None
        told = json.loads(child.stdout.readline())
        child.terminate()
        assert child.stdout.read() == ""
    assert told["address"].startswith("http://127.0.0.1:")


def test_nothing_to_serve_is_said(budgetwatch: Callable[..., Any], tmp_path: Path) -> None:
    database = tmp_path / "data/build/budget.db"
    done = budgetwatch("serve")
    assert (done.code, done.out) == (1, "")
    assert "budgetwatch run" in done.err
    database.parent.mkdir(parents=True)
    database.write_text("not a database at all")
    done = budgetwatch("serve")
    assert (done.code, done.out) == (1, "")
    assert "budgetwatch publish" in done.err


def test_publish_speaks_of_what_was_judged_last(
    budgetwatch: Any, registry: Any, closed_port: int, query: Any
) -> None:
    entries = str(registry(here="http://fin.invalid/", there="http://min.invalid/"))
    crawled = budgetwatch(
        "crawl", "--registry", entries, "--resolve", f"*:80:127.0.0.1:{closed_port}",
        "--allow-private-hosts",
    )  # fmt: skip
    assert crawled.code == 0, crawled.err
    assert budgetwatch("judge", "--registry", entries, "--wave", "2026").code == 0
    assert budgetwatch("publish").code == 0
    assert query("select id from regions order by id") == [("here",), ("there",)]
