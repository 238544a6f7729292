"""A wave judged from a real archive: three regions, no network, the same bytes every time."""

import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Literal

import pytest

from crawler.archive import Archive
from crawler.model import Answer, FiscalCalendar, Outcome, Region
from scoring.checks.base import Check
from scoring.judge import judge_all, judge_wave
from scoring.judgement import Judgement
from scoring.model import Answered, Dossier, Edition, Stage, Status
from scoring.rubric import load

RUBRIC = load("budget-for-citizens-2026.1")
AS_OF = date(2026, 11, 23)
QUESTIONS = sum(len(c.stages) for c in RUBRIC.criteria)
SENTENCES = "Мы строим новую школу в селе {n} у большой реки. Дети пойдут туда осенью, дорога будет близко. "
EDITION = f"""<!doctype html><html lang="ru"><head><title>Бюджет для граждан 2026</title></head><body><main>
<h1>Бюджет для граждан по закону об областном бюджете на 2026 год</h1><p>Опубликовано 14 января 2026 года</p>
{"".join(f"<p>{SENTENCES.format(n=n)}</p>" for n in range(1, 31))}
<p>Доходы областного бюджета на 2026 год составят 36,4 млрд рублей, расходы — 38,2 млрд рублей.</p>
<table><caption>млн рублей</caption><tr><th>Показатель</th><th>2026 год</th></tr>
<tr><td>Доходы, всего</td><td>36 400,0</td></tr><tr><td>Расходы, всего</td><td>38 200,0</td></tr>
<tr><td>Дефицит</td><td>-1 800,0</td></tr></table>
<h2>Словарь</h2><dl><dt>Бюджет</dt><dd>план доходов и расходов на год.</dd>
<dt>Дефицит</dt><dd>превышение расходов над доходами.</dd></dl>
<p>Телефон министерства финансов: +7 (900) 111-22-33. Почта: bdg@minfin.full.invalid.</p>
</main></body></html>"""
HOME = (
    "<html lang='ru'><head><title>Министерство финансов</title></head><body><main>"
    "<h1>Министерство</h1><p>Новости и документы министерства финансов области.</p>{links}"
    "</main></body></html>"
)
LINK = "<ul><li><a href='/bdg/2026/'>Бюджет для граждан на 2026 год (закон)</a></li></ul>"


def region(name: str) -> Region:
    return Region.model_validate(
        {"id": name, "name": {"ru": name, "en": name}, "iso_3166_2": "XX-XXX",
         "home": f"http://minfin.{name}.invalid/"}
    )  # fmt: skip


REGIONS = tuple(region(name) for name in ("full", "missing", "unreachable"))


def answer(where: str, path: str, body: str, clicks: int, *texts: str) -> Answer:
    url = f"http://minfin.{where}.invalid/{path}"
    return Answer(
        region=where, url=url, final_url=url, fetched_at="2026-11-20T10:00:00Z", outcome=Outcome.OK,
        http_status=200, headers=(("Content-Type", "text/html; charset=utf-8"),),
        body=body.encode(), source=f"http://minfin.{where}.invalid/", clicks=clicks, link_texts=texts,
    )  # fmt: skip


@pytest.fixture(scope="module")
def stored(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("archive")
    with Archive(root) as archive:
        run = archive.begin(
            tool="test", regions=[r.id for r in REGIONS], started="2026-11-20T09:00:00Z"
        )
        archive.add(run, answer("full", "", HOME.format(links=LINK), 0))
        archive.add(run, answer("full", "bdg/2026/", EDITION, 1, "Бюджет для граждан на 2026 год"))
        archive.add(run, answer("missing", "", HOME.format(links=""), 0))
        gone = "http://minfin.unreachable.invalid/"
        archive.add(
            run,
            Answer(region="unreachable", url=gone, final_url=gone, fetched_at="2026-11-20T10:00:00Z",
                   outcome=Outcome.CONNECTION, reason="refused", clicks=0),
        )  # fmt: skip
        archive.finish(run, "2026-11-20T11:00:00Z")
    return root


def judge(stored: Path, build: Path, **more: object) -> Judgement:
    asked = {"wave": "2026", "as_of": AS_OF, "rubric": RUBRIC, "build": build, **more}
    regions = asked.pop("regions", REGIONS)
    with Archive(stored, readonly=True) as archive:
        return judge_wave(archive, regions, **asked)


@pytest.fixture(scope="module")
def judged(stored: Path, tmp_path_factory: pytest.TempPathFactory) -> Judgement:
    return judge(stored, tmp_path_factory.mktemp("build"))


def found(judged: Judgement, name: str, criterion: str, stage: Stage = Stage.ADOPTED):
    return next(
        f for f in judged.findings if (f.region, f.criterion, f.stage) == (name, criterion, stage)
    )


def test_every_question_is_answered_once(judged):
    assert len(judged.findings) == len({f.id for f in judged.findings}) == 3 * QUESTIONS
    assert judged.errors == ()
    assert [r.id for r in judged.runs] == sorted({c.run for c in judged.captures})


def test_an_edition_is_judged_with_its_proof(judged):
    expected = {
        "edition-published": 1, "totals": 1, "glossary": 0.5, "contacts": 1, "on-time": 1,
        "dated": 1, "plain-language": 1, "text-layer": 1, "findable": 1,
    }  # fmt: skip
    got = {c: found(judged, "full", c).answered.value for c in expected}
    assert got == expected
    ids = {c.id for c in judged.captures}
    for finding in judged.findings:
        assert {e.capture for e in finding.answered.evidence} <= ids
    assert {a.concept: a.value_rub for a in judged.amounts} == {
        "revenue": 36.4e9, "expenditure": 38.2e9, "balance": -1.8e9
    }  # fmt: skip


def test_a_crawl_that_was_cut_off_proves_nothing_absent(tmp_path):
    with Archive(tmp_path / "archive") as archive:
        run = archive.begin(tool="test", regions=["missing"], started="2026-11-20T09:00:00Z")
        archive.add(run, answer("missing", "", HOME.format(links=""), 0))
    half = judge(tmp_path / "archive", tmp_path / "build")
    said = {(f.answered.status, f.answered.reason) for f in half.findings if f.region == "missing"}
    assert said == {(Status.UNKNOWN, "crawl-cut-off")}
    with Archive(tmp_path / "archive") as archive:
        archive.finish(run, "2026-11-20T11:00:00Z")
    whole = judge(tmp_path / "archive", tmp_path / "build")
    assert found(whole, "missing", "edition-published").answered.value == 0


def test_a_site_that_was_searched_is_zero_and_one_out_of_reach_is_unknown(judged):
    missing = [f for f in judged.findings if f.region == "missing"]
    assert {(f.answered.status, f.answered.value) for f in missing} == {(Status.MEASURED, 0)}
    assert all(f.answered.evidence for f in missing)
    gone = [f for f in judged.findings if f.region == "unreachable"]
    assert {(f.answered.status, f.answered.reason) for f in gone} == {
        (Status.UNKNOWN, "connection")
    }
    totals = {s.region: s for s in judged.scores if s.dimension == "total"}
    assert (totals["missing"].value, totals["missing"].ranked) == (0, True)
    assert (totals["unreachable"].value, totals["unreachable"].ranked) == (None, False)
    assert [r.region for r in judged.ranks] == ["full", "missing"]


def test_only_what_is_lost_gets_advice(judged):
    assert found(judged, "full", "totals").advice_ru == ""
    assert "балл" in found(judged, "full", "glossary").advice_ru
    assert "point" in found(judged, "missing", "edition-published").advice_en
    assert {f.advice_ru for f in judged.findings if f.region == "unreachable"} == {""}


def test_order_and_processes_change_nothing(stored, tmp_path, judged):
    judged.save(tmp_path / "first.json")
    for name, more in {
        "one": {"processes": 1},
        "two": {"processes": 2, "regions": tuple(reversed(REGIONS))},
        "again": {"build": tmp_path / "one"},
    }.items():
        build = more.pop("build", tmp_path / name)
        judge(stored, build, **more).save(tmp_path / f"{name}.json")
        assert (tmp_path / f"{name}.json").read_bytes() == (tmp_path / "first.json").read_bytes()
    assert Judgement.load(tmp_path / "first.json") == judged


RUBRICS = tuple(load(n) for n in (RUBRIC.id, "obs-citizens-budget-2023", "pefa-2016-pi-9.8"))


def judge_by_all(stored: Path, build: Path, **more: object) -> tuple[Judgement, ...]:
    asked = {"wave": "2026", "as_of": AS_OF, "rubrics": RUBRICS, "build": build, **more}
    regions = asked.pop("regions", REGIONS)
    with Archive(stored, readonly=True) as archive:
        return judge_all(archive, regions, **asked)


def saved(told: tuple[Judgement, ...], path: Path) -> list[bytes]:
    for one in told:
        one.save(path / f"{one.rubric}.json")
    return [(path / f"{one.rubric}.json").read_bytes() for one in told]


def test_all_rubrics_are_judged_in_one_go_as_each_alone(stored, tmp_path, judged):
    told = judge_by_all(stored, tmp_path / "build")
    assert [t.rubric for t in told] == [r.id for r in RUBRICS]
    assert told[0] == judged
    for one, rubric in zip(told, RUBRICS, strict=True):
        assert one == judge(stored, tmp_path / "alone", rubric=rubric)
        assert {s.rubric for s in one.scores} == {rubric.id}
        assert {s.region for s in one.scores} == {r.id for r in REGIONS}
    assert {r.region for r in told[2].ranks} == {"full", "missing"}


def test_what_is_remembered_changes_nothing(stored, tmp_path):
    cold = saved(judge_by_all(stored, tmp_path / "build"), tmp_path / "cold")
    warm = saved(judge_by_all(stored, tmp_path / "build"), tmp_path / "warm")
    turned = judge_by_all(stored, tmp_path / "build", regions=tuple(reversed(REGIONS)), processes=2)
    assert warm == cold == saved(turned, tmp_path / "turned")


def test_a_region_is_judged_again_when_anything_it_follows_from_changes(stored, tmp_path):
    before = judge_by_all(stored, tmp_path)[0]
    kept = {f.stem: f.read_bytes() for f in (tmp_path / "verdicts" / "2026").glob("*.json")}
    assert set(kept) == {"_signs", *(r.id for r in REGIONS)}
    moved = REGIONS[0].model_copy(
        update={"calendar": {2026: FiscalCalendar(signed=date(2025, 11, 1))}}
    )
    after = judge_by_all(stored, tmp_path, regions=(moved, *REGIONS[1:]))[0]
    assert found(before, "full", "on-time").answered.value == 1
    assert found(after, "full", "on-time").answered.value == 0.5
    now = {f.stem: f.read_bytes() for f in (tmp_path / "verdicts" / "2026").glob("*.json")}
    assert {r for r in now if now[r] != kept[r]} == {"_signs", "full"}
    heavier = RUBRIC.model_copy(update={"stage_weights": dict.fromkeys(Stage, 1 / 3)})
    by_it = judge(stored, tmp_path, rubric=heavier)
    assert by_it == judge(stored, tmp_path / "anew", rubric=heavier)
    assert by_it.scores != before.scores


@pytest.mark.parametrize("body", [b"", b"{", b'{"key":"0"}', b"\xff\xfe"])
def test_a_damaged_memory_is_no_memory(stored, tmp_path, judged, body):
    judge(stored, tmp_path)
    for file in (tmp_path / "verdicts" / "2026").glob("*.json"):
        file.write_bytes(body)
    assert judge(stored, tmp_path) == judged


def test_a_verdict_cut_short_is_judged_again(stored, tmp_path, judged):
    judge(stored, tmp_path)
    for file in (tmp_path / "verdicts" / "2026").glob("*.json"):
        file.write_bytes(file.read_bytes()[:-9])
    assert judge(stored, tmp_path) == judged


def test_the_seed_of_hashing_changes_nothing(stored, tmp_path):
    code = (
        "import sys; from datetime import date; from pathlib import Path\n"
        "from crawler.archive import Archive; from crawler.model import Region\n"
        "from scoring.judge import judge_wave; from scoring.rubric import load\n"
        "root, build, regions = sys.argv[1:]\n"
        "regions = [Region.model_validate(r) for r in __import__('json').loads(regions)]\n"
        "with Archive(Path(root), readonly=True) as archive:\n"
        "    judge_wave(archive, regions, wave='2026', as_of=date(2026, 11, 23),\n"
        "               rubric=load('budget-for-citizens-2026.1'), build=Path(build)\n"
        "               ).save(Path(build) / 'judgement.json')\n"
    )
    regions = json.dumps([r.model_dump(mode="json") for r in REGIONS])
    said = []
    for seed in ("1", "2"):
        build = tmp_path / seed
        subprocess.run(
            [sys.executable, "-c", code, str(stored), str(build), regions],
            check=True, env={**os.environ, "PYTHONHASHSEED": seed},
        )  # fmt: skip
        said.append((build / "judgement.json").read_bytes())
    assert said[0] == said[1]


class Falls(Check):
    """A check with a bug of ours."""

    kind: Literal["falls"] = "falls"

    def measure(self, dossier: Dossier, edition: Edition) -> Answered:
        raise ZeroDivisionError("a bug of ours")


def test_a_check_that_fails_is_our_error_and_the_wave_goes_on(stored, tmp_path):
    first, *others = RUBRIC.criteria
    broken = first.model_copy(update={"check": Falls()})
    verdict = judge(
        stored, tmp_path, rubric=RUBRIC.model_copy(update={"criteria": (broken, *others)})
    )
    (error,) = verdict.errors
    assert "edition-published of full at adopted" in error
    assert "ZeroDivisionError: a bug of ours (test_judge.py" in error
    finding = found(verdict, "full", "edition-published")
    assert finding.answered.status is Status.ERROR
    assert found(verdict, "full", "totals").answered.value == 1
    assert found(verdict, "missing", "edition-published").answered.value == 0


def test_documents_are_told_of_as_they_are_read(stored, tmp_path):
    events: list[tuple[int, int]] = []
    judge(stored, tmp_path, on_event=lambda done, of: events.append((done, of)))
    assert events[-1] == (3, 3)
    assert events == sorted(events)


def test_no_regions_is_an_empty_wave(stored, tmp_path):
    verdict = judge(stored, tmp_path, regions=())
    assert (verdict.findings, verdict.scores, verdict.ranks, verdict.captures) == ((), (), (), ())
