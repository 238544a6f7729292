"""Publication: the same input gives the same bytes, and a bad run never replaces a good one."""

import os
import re
import sqlite3
import subprocess
import sys
from collections.abc import Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from scoring import rubric as rubrics
from scoring import schema, tables
from scoring.judgement import Judgement
from scoring.model import Answered, Evidence, Status
from scoring.publish import PublishRefusedError, publish
from scoring.rubric import Rubric
from tests.site import invented

ROOT = Path(__file__).parents[2]
RUBRIC = "budget-for-citizens-2026.1"

# What outsiders rely on: tables and columns that may not be renamed or removed.
CONTRACT = {
    "regions": "id name_ru name_en iso_3166_2 okato federal_district home latitude longitude",
    "waves": "id as_of",
    "rubrics": "id version title_ru title_en sha256",
    "criteria": "rubric id dimension weight question_ru question_en why_ru why_en remedy_ru "
    "remedy_en stages",
    "captures": "id region url final_url fetched_at outcome http_status media_type sha256 bytes "
    "warc_file warc_offset clicks",
    "documents": "sha256 media_type title pages words pictures text_layer_share created modified",
    "editions": "id region stage fiscal_year due title url published_earliest published_latest "
    "published_basis",
    "edition_files": "edition sha256 url role",
    "passages": "sha256 number locator text",
    "amounts": "edition concept fiscal_year value_rub quote sha256 locator",
    "findings": "id region wave rubric criterion stage status value low high reason advice_ru "
    "advice_en",
    "evidence": "finding capture sha256 url locator quote",
    "scores": "region wave rubric dimension value low high coverage ranked",
    "ranks": "region wave rubric rank rank_low rank_high band",
    "signals": "region wave stage signal detail",
    "runs": "id started finished tool",
    "health": "run region source last_good outcomes requests bytes",
    "hosts": "run region host requests bytes gap_min gap_median robots_denied at_once",
    "changes": "run region kind url before_at now_at sha256_before sha256_now",
}


@pytest.fixture(scope="module")
def rubric() -> Rubric:
    return rubrics.load(RUBRIC)


@pytest.fixture(scope="module")
def judged(rubric: Rubric) -> Judgement:
    return invented.judgement(rubric)


def release(judged: Judgement | Sequence[Judgement], rubric: Rubric, out: Path) -> Path:
    several = [judged] if isinstance(judged, Judgement) else judged
    state, told = invented.health(several[0]), invented.stretches(several[0])
    return publish(several, [rubric], state, out, tool="budgetwatch/test", stretches=told)


def ask(path: Path, sql: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as db:
        return db.execute(sql).fetchall()


def test_holds_what_the_contract_promises(
    judged: Judgement, rubric: Rubric, tmp_path: Path
) -> None:
    out = release(judged, rubric, tmp_path / "budget.db")
    for table, promised in CONTRACT.items():
        columns = {str(row[1]) for row in ask(out, f"pragma table_info({table})")}
        assert set(promised.split()) <= columns, table
    assert ask(out, "select count(*) from findings") == [(len(judged.findings),)]
    assert ask(out, "select count(*) from captures") == [(len(judged.captures),)]
    assert ask(out, "pragma foreign_key_check") == []
    assert not list(tmp_path.glob("*.part"))


def test_unknown_has_no_value_and_zero_cites_what_was_searched(
    judged: Judgement, rubric: Rubric, tmp_path: Path
) -> None:
    out = release(judged, rubric, tmp_path / "budget.db")
    unknown = "select count(*), count(value), min(low), max(high) from findings "
    asked = ask(out, unknown + "where status = 'unknown' and region = 'zaozerye'")
    assert asked == [(sum(len(c.stages) for c in rubric.criteria), 0, 0.0, 1.0)]
    assert ask(out, "select value from scores where region = 'zaozerye'") == [(None,)] * (
        1 + len(rubric.dimensions)
    )
    bare = "select id from findings where value = 0 and id not in (select finding from evidence)"
    assert ask(out, bare) == []


def test_numbers_are_rounded_once(judged: Judgement, rubric: Rubric, tmp_path: Path) -> None:
    out = release(judged, rubric, tmp_path / "budget.db")
    for column, table, digits in (("value", "scores", 2), ("value", "findings", 4)):
        for (value,) in ask(out, f"select {column} from {table} where {column} is not null"):
            assert isinstance(value, float)
            assert value == round(value, digits)


def test_the_same_input_gives_the_same_bytes_in_any_process_and_order(
    judged: Judgement, rubric: Rubric, tmp_path: Path
) -> None:
    kept = tmp_path / "judgement.json"
    judged.save(kept)
    code = (
        "import sys; from pathlib import Path\n"
        "from scoring import rubric; from scoring.judgement import Judgement\n"
        "from scoring.publish import publish; from tests.site import invented\n"
        "j = Judgement.load(Path(sys.argv[1])); r = rubric.load(sys.argv[3])\n"
        "publish([j], [r], invented.health(j)[::-1], Path(sys.argv[2]), tool='budgetwatch/test', stretches=invented.stretches(j)[::-1])\n"
    )
    built = [release(judged, rubric, tmp_path / "here.db").read_bytes()]
    for seed in ("0", "1"):
        out = tmp_path / f"{seed}.db"
        subprocess.run(
            [sys.executable, "-c", code, str(kept), str(out), RUBRIC],
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed},
            check=True,
        )
        built.append(out.read_bytes())
    shuffled = replace(judged, findings=judged.findings[::-1], captures=judged.captures[::-1])
    built.append(release(shuffled, rubric, tmp_path / "shuffled.db").read_bytes())
    assert len(set(built)) == 1


@pytest.fixture
def good(judged: Judgement, rubric: Rubric, tmp_path: Path) -> Path:
    return release(judged, rubric, tmp_path / "budget.db")


def broken_finding(judged: Judgement, answered: Answered) -> Judgement:
    first, *rest = judged.findings
    return replace(judged, findings=(replace(first, answered=answered), *rest))


def faults(judged: Judgement) -> dict[str, Judgement]:
    lost = Evidence("no-such-capture", "http://nowhere.invalid/")
    return {
        "an error of our own: boom": replace(judged, errors=("boom",)),
        "an error of our own: 2026/": broken_finding(
            judged, Answered(Status.ERROR, None, 0, 1, "ZeroDivisionError")
        ),
        "Nothing was judged": replace(judged, findings=()),
        "names a missing capture": broken_finding(
            judged, Answered(Status.MEASURED, 1.0, 1, 1, "", (lost,))
        ),
        "Rubrics used but not given": replace(judged, rubric="unheard-of"),
    }


@pytest.mark.parametrize("fault", range(5))
def test_a_bad_run_leaves_the_last_good_file_byte_for_byte(
    fault: int, judged: Judgement, rubric: Rubric, good: Path
) -> None:
    before = good.read_bytes()
    words, bad = list(faults(judged).items())[fault]
    with pytest.raises(PublishRefusedError, match=words) as refused:
        release(bad, rubric, good)
    assert re.search(r"[.!] |: ", str(refused.value)), "no word on what to do next"
    assert good.read_bytes() == before
    assert not list(good.parent.glob("*.part"))


def test_nothing_at_all_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PublishRefusedError, match="budgetwatch judge"):
        publish([], [], [], tmp_path / "budget.db", tool="")
    assert not (tmp_path / "budget.db").exists()


def test_another_registry_takes_its_place(judged: Judgement, rubric: Rubric, good: Path) -> None:
    fewer = invented.judgement(rubric, invented.PLACES[:3])
    assert ask(release(fewer, rubric, good), "select count(*) from regions") == [(3,)]


@pytest.mark.parametrize("content", [b"a letter to grandmother", b"SQLite format 3\0 torn"])
def test_a_file_that_is_not_ours_is_not_overwritten(
    content: bytes, judged: Judgement, rubric: Rubric, tmp_path: Path
) -> None:
    precious = tmp_path / "letter.txt"
    precious.write_bytes(content)
    with pytest.raises(PublishRefusedError, match="not a database of ours"):
        release(judged, rubric, precious)
    assert precious.read_bytes() == content


def test_of_two_waves_the_newest_is_heard_and_both_stay(
    judged: Judgement, rubric: Rubric, tmp_path: Path
) -> None:
    old = replace(
        judged,
        wave="2025",
        as_of=judged.as_of.replace(year=2025),
        editions=tuple(replace(e, title="old title") for e in judged.editions),
        findings=tuple(replace(f, wave="2025") for f in judged.findings),
        scores=tuple(replace(s, wave="2025") for s in judged.scores),
        ranks=tuple(replace(r, wave="2025") for r in judged.ranks),
    )
    out = release([judged, old], rubric, tmp_path / "budget.db")
    assert ask(out, "select count(*) from editions where title = 'old title'") == [(0,)]
    assert ask(out, "select wave, count(*) from findings group by wave order by wave") == [
        ("2025", len(judged.findings)),
        ("2026", len(judged.findings)),
    ]
    assert out.read_bytes() == release([old, judged], rubric, tmp_path / "other.db").read_bytes()


def test_one_wave_judged_twice_is_refused(
    judged: Judgement, rubric: Rubric, tmp_path: Path
) -> None:
    with pytest.raises(PublishRefusedError, match="twice"):
        release([judged, judged], rubric, tmp_path / "budget.db")


def test_every_described_table_has_rows_to_come_from() -> None:
    assert {t.name for t in schema.load().tables} == set(tables.ROWS)


def test_the_words_about_the_tables_are_the_schemas() -> None:
    told = (ROOT / "datasette_config" / "metadata.yaml").read_text("utf-8")
    assert told == schema.metadata(), "run: python -m scoring.schema metadata > that file"
    docs = (ROOT / "docs" / "schema.md").read_text("utf-8")
    assert docs == schema.markdown(), "run: make docs"
    configured = yaml.safe_load((ROOT / "datasette_config" / "datasette.yaml").read_text("utf-8"))
    about = configured["databases"]["budget"]["tables"]
    assert set(about) == {t.name for t in schema.load().tables}
    for name, table in about.items():
        named = {*table.get("sortable_columns", ()), *table.get("facets", ())}
        named |= {table["label_column"]} if "label_column" in table else set()
        assert named <= set(schema.table(name).names), name
