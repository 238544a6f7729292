"""Signs stand beside the score: a table of those there, their places, and every answer given."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from scoring import rubric as rubrics
from scoring.judgement import Judgement
from scoring.model import Evidence, Stage
from scoring.publish import publish
from scoring.sign import Holds, Sign, Signal, Told
from tests.site import invented

RUBRIC = rubrics.load("budget-for-citizens-2026.1")


def signed() -> Judgement:
    judged = invented.judgement(RUBRIC)
    region, capture = judged.regions[0].region.id, judged.captures[0]
    proof = Evidence(capture.id, capture.url, capture.sha256, "page=1", "слова")
    said = (
        (Signal.IMAGE_ONLY, Told(Holds.MET, "картинки", "pictures", (proof,))),
        (Signal.BACKDATED, Told(Holds.UNMET, "дата возможна", "possible", (proof,))),
        (Signal.VANISHED, Told(Holds.UNKNOWN, "обход один", "one crawl")),
    )
    signs = tuple(Sign(region, judged.wave, Stage.DRAFT, s, told) for s, told in said)
    return replace(judged, signs=signs)


def asked(out: Path, sql: str):
    with closing(sqlite3.connect(out)) as db:
        return db.execute(sql).fetchall()


def test_only_what_is_there_is_a_signal_and_every_answer_is_kept(tmp_path):
    judged = signed()
    out = publish([judged], [RUBRIC], [], tmp_path / "budget.db", tool="budgetwatch/test")
    told = asked(out, "select id, signal, detail, detail_en from signals")
    first = judged.signs[0]
    assert told == [(first.id, "image-only", "картинки", "pictures")]
    assert asked(out, "select signal, position, quote from signal_evidence") == [
        (first.id, 0, "слова")
    ]
    assert asked(out, "select signal, holds from signal_answers order by signal") == [
        ("backdated", "unmet"), ("image-only", "met"), ("vanished", "unknown"),
    ]  # fmt: skip
    assert asked(out, "pragma foreign_key_check") == []


def test_two_rubrics_of_one_wave_tell_a_sign_once(tmp_path):
    judged = signed()
    other = RUBRIC.model_copy(update={"id": "another"})
    twice = [judged, replace(judged, rubric=other.id, findings=(), scores=(), ranks=())]
    out = publish(twice, [RUBRIC, other], [], tmp_path / "b.db", tool="budgetwatch/test")
    assert asked(out, "select count(*) from signals") == [(1,)]
    assert asked(out, "select count(*) from signal_evidence") == [(1,)]


def test_a_score_is_the_same_with_and_without_signs(tmp_path):
    both = [
        asked(publish([j], [RUBRIC], [], tmp_path / name, tool="t"), "select * from scores")
        for j, name in ((signed(), "a.db"), (invented.judgement(RUBRIC), "b.db"))
    ]
    assert both[0] == both[1]


def test_a_judgement_is_read_back_with_its_signs(tmp_path):
    judged = signed()
    judged.save(tmp_path / "j.json")
    back = Judgement.load(tmp_path / "j.json")
    assert back.signs == judged.signs
    assert [sign.signal for sign in back.signals] == [Signal.IMAGE_ONLY]
