"""What a crawl noted is published: the politeness ledger, and what vanished or was replaced."""

import sqlite3
from contextlib import closing
from pathlib import Path

from crawler.notes import Changed, HostFacts, HostLedger, Note, NoteKind
from scoring import rubric as rubrics
from scoring.publish import publish
from tests.site import invented

RUN = "20261123T091200Z"


def test_hosts_and_changes_of_judged_regions_are_published(tmp_path: Path) -> None:
    rubric = rubrics.load("budget-for-citizens-2026.1")
    judged = invented.judgement(rubric)
    region = judged.regions[0].region.id
    facts = HostFacts(
        "", 5, 900, 2.0004, ((2.0, 3), (5.0, 1)), 1, robots_denied=2, blocked_by=("qrator",)
    )
    ledgers = [HostLedger(RUN, name, "fin.invalid", facts, "Tomsk") for name in (region, "other")]
    changed = Changed("a", "b", "0" * 64, outcome="not-found", before_at="2026-10-02T00:00:00Z")
    notes = [
        Note(NoteKind.VANISHED, region, "http://fin.invalid/b.pdf", changed, run=RUN),
        Note(NoteKind.REPLACED, "other", "http://fin.invalid/c.pdf", changed, run=RUN),
        Note(NoteKind.HOST, region, "fin.invalid", facts, run=RUN),
    ]

    def built(name: str, backwards: int) -> Path:
        return publish(
            [judged],
            [rubric],
            invented.health(judged),
            tmp_path / name,
            tool="t",
            hosts=ledgers[::backwards],
            notes=notes[::backwards],
        )

    first, second = built("a.db", 1), built("b.db", -1)
    assert first.read_bytes() == second.read_bytes()
    with closing(sqlite3.connect(first)) as db:
        hosts = db.execute(
            "select region, requests, gap_min, gap_median, robots_denied, blocked_by, vantage"
            " from hosts"
        ).fetchall()
        changes = db.execute(
            "select region, kind, url, outcome, sha256_now from changes"
        ).fetchall()
    assert hosts == [(region, 5, 2.0, 2.0, 2, '["qrator"]', "Tomsk")]
    assert changes == [(region, "vanished", "http://fin.invalid/b.pdf", "not-found", "")]
