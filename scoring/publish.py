"""Judgements -> one SQLite file, built beside the last good one, checked, then swapped in."""

import os
from collections.abc import Iterable, Sequence
from contextlib import closing
from pathlib import Path

from sqlite_utils import Database

from crawler.model import SourceHealth
from crawler.notes import HostLedger, Note
from scoring import gate, schema, tables
from scoring.gate import PublishRefusedError as PublishRefusedError
from scoring.judgement import Judgement
from scoring.release import Release
from scoring.rubric import Rubric
from scoring.stretches import Stretch


def publish(
    judgements: Sequence[Judgement],
    rubrics: Sequence[Rubric],
    health: Sequence[SourceHealth],
    out: Path,
    *,
    tool: str,
    hosts: Sequence[HostLedger] = (),
    notes: Sequence[Note] = (),
    stretches: Iterable[Stretch] = (),
) -> Path:
    """Build the database and put it at ``out``; the same input gives the same bytes.

    ``hosts`` and ``notes`` tell how the crawls behaved and what they found changed,
    ``stretches`` are the text that evidence comes from. Raises PublishRefusedError when a
    judgement has errors, when nothing was judged, when ``out`` is a file of somebody else's,
    or when the file built does not hold together; then ``out`` stays byte for byte.
    """
    _refuse(gate.faults(judgements, rubrics))
    release = Release.of(judgements, rubrics, health, tool, hosts, notes, stretches)
    _refuse(gate.held(out))
    out.parent.mkdir(parents=True, exist_ok=True)
    half = out.with_name(out.name + ".part")
    half.unlink(missing_ok=True)
    try:
        counts = _build(release, half)
        _refuse(gate.broken(half, counts))
        _settle(half)
        half.replace(out)
    finally:
        half.unlink(missing_ok=True)
    return out


def _refuse(faults: Iterable[str]) -> None:
    for fault in faults:
        raise PublishRefusedError(fault)


def _build(release: Release, path: Path) -> dict[str, int]:
    """Write every table in the order of its key; rows written, by table."""
    counts: dict[str, int] = {}
    with closing(Database(path)) as db:
        # Set before the first table: later they would need the file to be rewritten.
        db.conn.execute("pragma page_size = 4096")
        db.conn.execute(f"pragma application_id = {gate.APPLICATION_ID}")
        db.conn.execute(f"pragma user_version = {schema.VERSION}")
        for table in schema.load().tables:
            db.conn.execute(table.sql())
            rows = tables.rows(release, table)
            counts[table.name] = len(rows)
            db.table(table.name).insert_all(rows, batch_size=1000)
            for statement in table.index_sql():
                db.conn.execute(statement)
        db.conn.commit()
        db.conn.execute("analyze")
        db.conn.commit()
        db.vacuum()
    return counts


def _settle(path: Path) -> None:
    """A file whose bytes are still in memory could be swapped in and lost with the power."""
    with path.open("rb") as built:
        os.fsync(built.fileno())
