"""May this be published? Asked before building, of the file built, and of the file it replaces."""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, suppress
from pathlib import Path

from scoring import schema
from scoring.judgement import Judgement
from scoring.model import Status
from scoring.rubric import Rubric

# "bwdb": tells our database from any other file, so that a mistaken --out destroys nothing.
APPLICATION_ID = 0x62776462

_AGAIN = "Nothing was published. Mend or report it, then run `budgetwatch judge` again."

_QUESTIONS = {
    "select id from findings f where status = 'measured' and not exists "
    "(select 1 from evidence e where e.finding = f.id)": "a measured finding cites no evidence",
    "select finding from evidence e where not exists "
    "(select 1 from captures c where c.id = e.capture)": "the evidence names a missing capture",
    "select id from findings where (status = 'measured') <> (value is not null)": (
        "a value and its status do not go together"
    ),
    "select region || '/' || dimension from scores where not (low <= coalesce(value, low) "
    "and coalesce(value, high) <= high)": "a score lies outside its bounds",
}


class PublishRefusedError(Exception):
    """Raised by ``publish``: what is wrong and what to do; the last good file is untouched."""


def faults(judgements: Sequence[Judgement], rubrics: Sequence[Rubric]) -> Iterator[str]:
    """What forbids publishing these judgements, each as a sentence with what to do."""
    if not any(j.findings for j in judgements):
        yield "Nothing was judged, so there is nothing to publish. Run `budgetwatch judge` first."
    for j in judgements:
        failed = [f.id for f in j.findings if f.answered.status is Status.ERROR]
        for error in (*j.errors, *failed):
            yield f"Wave {j.wave} by {j.rubric} has an error of our own: {error}. {_AGAIN}"
    missing = {j.rubric for j in judgements} - {r.id for r in rubrics}
    if missing:
        yield f"Rubrics used but not given: {', '.join(sorted(missing))}. Restore their files."
    judged = [(j.wave, j.rubric) for j in judgements]
    if len(judged) != len(set(judged)):
        yield "One wave was judged twice by one rubric. Delete the older judgement's file."


def held(out: Path) -> Iterator[str]:
    """Why what stands at ``out`` must not be replaced: it is not ours, or from a later version."""
    if out.is_dir():
        yield f"{out} is a folder; give --out the name of a file in it."
        return
    if not out.exists() or out.stat().st_size == 0:
        return
    ours, version = False, 0
    there = f"{out.resolve().as_uri()}?mode=ro"
    with suppress(sqlite3.DatabaseError), closing(sqlite3.connect(there, uri=True)) as last:
        ours = last.execute("pragma application_id").fetchone()[0] == APPLICATION_ID
        (version,) = last.execute("pragma user_version").fetchone()
    if not ours:
        yield (
            f"{out} is not a database of ours and will not be overwritten. "
            "Move it away, or choose another --out."
        )
    elif version > schema.VERSION:
        yield (
            f"{out} was made by a newer budgetwatch (tables of version {version}, ours are "
            f"{schema.VERSION}) and will not be overwritten. Update, or choose another --out."
        )


def broken(half: Path, counts: dict[str, int]) -> Iterator[str]:
    """What is wrong with the file just built; ``counts`` are the rows each table was given."""
    with closing(sqlite3.connect(f"{half.resolve().as_uri()}?mode=ro", uri=True)) as built:
        for (word,) in built.execute("pragma integrity_check"):
            if word != "ok":
                yield f"The database built is torn: {word}. Look at the disk, then publish again."
        for question, fault in _QUESTIONS.items():
            for (which,) in built.execute(question):
                yield f"{which}: {fault}. {_AGAIN}"
        for child, _, parent, _ in built.execute("pragma foreign_key_check"):
            yield f"A row of {child} points at a missing row of {parent}. {_AGAIN}"
        for table in schema.load().tables:
            (found,) = built.execute(f"select count(*) from {table.name}").fetchone()  # noqa: S608 - the name is our schema's own
            if found != counts[table.name]:
                yield f"{table.name} has {found} rows of {counts[table.name]}. {_AGAIN}"
