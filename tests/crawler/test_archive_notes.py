"""What a run learned besides answers lives in the WARC files; the index only lists it."""

import gzip
import random
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from warcio.archiveiterator import ArchiveIterator

from crawler.archive import Archive
from crawler.model import Answer, Outcome
from crawler.notes import (
    BetterPath,
    Changed,
    HostFacts,
    LeftAlone,
    Note,
    NoteKind,
    RegionEnded,
)
from crawler.warc.remarks import bounded, part_of, read_note

WHEN = "2026-11-23T20:08:00Z"
LATER = "2026-11-23T20:09:00Z"
URL = "https://fin.invalid/бюджет.pdf"
NOTES = (
    Note(
        NoteKind.HOST,
        "n",
        "fin.invalid",
        HostFacts(URL, 3, 1000, 2.0, ((2.0, 2),), 1, blocked_by=("qrator",), first=WHEN),
        LATER,
    ),
    Note(NoteKind.REGION_ENDED, "n", "n", RegionEnded("400 requests", (("calendar", 3),), 7)),
    Note(NoteKind.LEFT_ALONE, "n", URL, LeftAlone("Архив\r\nзаписей", URL, "calendar")),
    Note(NoteKind.BETTER_PATH, "m", URL, BetterPath(2, ("Бюджет", "для граждан"), URL)),
    Note(NoteKind.VANISHED, "n", URL, Changed("a", "b", "0" * 64, outcome="not-found")),
    Note(NoteKind.REPLACED, "n", URL, Changed("a", "b", "0" * 64, "1" * 64)),
)


def filled(root: Path) -> Path:
    with Archive(root) as archive:
        run = archive.begin(tool="t", regions=("n", "m"), started=WHEN)
        for n, note in enumerate(NOTES):
            url = f"https://fin.invalid/{n}"
            body = random.Random(n).randbytes(200)
            archive.add(run, Answer("n", url, url, WHEN, Outcome.OK, http_status=200, body=body))
            archive.note(run, note)
        archive.finish(run, LATER)
    return root


def expected(archive: Archive) -> tuple[Note, ...]:
    (run,) = archive.runs()
    return tuple(Note(n.kind, n.region, n.subject, n.facts, n.at or WHEN, run.id) for n in NOTES)


def test_notes_come_back_as_they_were_and_can_be_asked_for(tmp_path: Path) -> None:
    with Archive(filled(tmp_path / "a"), readonly=True) as archive:
        whole = expected(archive)
        assert archive.notes() == whole
        assert archive.notes(region="m") == whole[3:4]
        assert archive.notes(kind=NoteKind.REPLACED, region="n") == whole[5:]
        assert archive.notes(run="another") == ()
        assert len(archive.captures()) == len(NOTES)
        assert list(archive.verify()) == []


def test_the_index_is_made_anew_from_the_files(tmp_path: Path) -> None:
    root = filled(tmp_path / "a")
    (root / "index.sqlite").unlink()
    with Archive(root, readonly=True) as archive:
        assert archive.notes() == expected(archive)
    with Archive(root) as archive:
        assert archive.notes() == expected(archive)
        assert list(archive.verify()) == []


def test_an_index_of_an_older_version_is_made_anew(tmp_path: Path) -> None:
    """Archives from before there were notes: the same files, an index without the table."""
    root = filled(tmp_path / "a")
    with closing(sqlite3.connect(root / "index.sqlite")) as db:
        db.executescript("DROP TABLE notes; PRAGMA user_version = 1;")
    with Archive(root) as archive:
        assert any("made anew" in said for said in archive.repairs)
        assert archive.notes() == expected(archive)
        assert len(archive.captures()) == len(NOTES)


def test_a_stranger_s_reader_sees_plain_metadata_records(tmp_path: Path) -> None:
    (file,) = filled(tmp_path / "a").glob("*.warc.gz")
    with file.open("rb") as stream:
        records = [(r.rec_type, r.content_stream().read()) for r in ArchiveIterator(stream)]
    mine = [body for kind, body in records if kind == "metadata" and b"note: " in body]
    assert len(mine) == len(NOTES)
    assert b'kind: "left-alone"' in mine[2]
    assert mine[2].count(b"\r\n") == 7, "text from the web adds no line"


def test_verify_names_a_note_the_index_tells_otherwise(tmp_path: Path) -> None:
    root = filled(tmp_path / "a")
    with closing(sqlite3.connect(root / "index.sqlite")) as db:
        db.execute("UPDATE notes SET subject = 'x' WHERE kind = 'host'")
        db.execute("DELETE FROM notes WHERE kind = 'vanished'")
        db.execute("INSERT INTO notes SELECT 'z', run, at, kind, region, subject, facts, file, 9"
                   " FROM notes WHERE kind = 'replaced'")  # fmt: skip
        db.commit()
    with Archive(root, readonly=True) as archive:
        said = [fault.what for fault in archive.verify()]
    assert len(said) == 3
    assert "says something else" in said[0]
    assert "does not list it" in said[1]
    assert said[2] == "note z is not in the file"


def test_a_changed_byte_of_a_note_is_found(tmp_path: Path) -> None:
    root = filled(tmp_path / "a")
    (file,) = root.glob("*.warc.gz")
    with closing(sqlite3.connect(root / "index.sqlite")) as db:
        (offset,) = db.execute("SELECT offset FROM notes WHERE kind = 'host'").fetchone()
    data = bytearray(file.read_bytes())
    data[offset + 60] ^= 0xFF
    file.write_bytes(data)
    with Archive(root, readonly=True) as archive:
        assert any(fault.offset == offset for fault in archive.verify())


def test_a_file_cut_anywhere_keeps_the_notes_that_are_whole(tmp_path: Path) -> None:
    source = filled(tmp_path / "a")
    (file,) = source.glob("*.warc.gz")
    whole = file.read_bytes()
    with Archive(source, readonly=True) as archive:
        known, captures = archive.notes(), archive.captures()
    edges = [n for n in range(len(whole)) if whole.startswith(b"\x1f\x8b\x08\x00", n)]
    cuts = sorted({n + d for n in edges for d in (-1, 0, 1, 30)} - {-1})
    for cut in cuts:
        root = tmp_path / "x"
        shutil.rmtree(root, ignore_errors=True)
        shutil.copytree(source, root)
        (root / file.name).write_bytes(whole[:cut])
        with Archive(root) as archive:
            kept = archive.notes()
            assert kept == known[: len(kept)]
            # A note was written after its answer: never a note without it, at most one behind.
            assert len(archive.captures()) - len(kept) in (0, 1)
            assert archive.captures() == captures[: len(archive.captures())]
            assert list(archive.verify()) == []


def test_a_note_goes_on_in_a_resumed_run_with_a_new_number(tmp_path: Path) -> None:
    with Archive(tmp_path / "a") as archive:
        run = archive.begin(tool="t", regions=("n",), started=WHEN)
        archive.note(run, NOTES[1])
    with Archive(tmp_path / "a") as archive:
        archive.note(run, NOTES[2])
        assert [n.kind for n in archive.notes()] == [NoteKind.REGION_ENDED, NoteKind.LEFT_ALONE]
        archive.finish(run, LATER)
        with pytest.raises(ValueError, match="begin a new one"):
            archive.note(run, NOTES[2])
        assert list(archive.verify()) == []


@pytest.mark.parametrize(
    "note",
    [
        Note(NoteKind.HOST, "n", "h", HostFacts(gap_min=float("nan"))),
        Note(NoteKind.HOST, "n", "h", HostFacts(), at="yesterday"),
    ],
)
def test_what_no_record_can_hold_is_refused_and_leaves_nothing(tmp_path: Path, note: Note) -> None:
    with Archive(tmp_path / "a") as archive:
        run = archive.begin(tool="t", regions=("n",), started=WHEN)
        with pytest.raises(ValueError, match=r"JSON|UTC time"):
            archive.note(run, note)
        archive.note(run, NOTES[0])
        assert len(archive.notes()) == 1
        assert list(archive.verify()) == []


def test_facts_of_another_kind_are_no_note() -> None:
    with pytest.raises(TypeError):
        Note(NoteKind.HOST, "n", "h", RegionEnded())


@given(
    st.text(max_size=3000),
    st.text(max_size=3000),
    st.lists(st.text(max_size=50), max_size=1200),
    st.integers(0, 10**9),
)
def test_any_text_survives_bounded(subject: str, via: str, texts: list[str], clicks: int) -> None:
    made = Note(NoteKind.BETTER_PATH, "r", subject, BetterPath(clicks, tuple(texts), via))
    kept = bounded(made, "run", WHEN)
    packed = part_of("run-n1", kept)
    back = read_note(packed.head, "f", 0)
    assert back is not None
    assert back.note == kept
    assert isinstance(kept.facts, BetterPath)
    assert len(kept.facts.via) <= 2000
    assert len(kept.facts.link_texts) <= 1000
    assert len(gzip.compress(packed.head)) < 2**20


def test_facts_a_newer_version_added_are_passed_over() -> None:
    head = part_of("r-n1", bounded(NOTES[3], "r", WHEN)).head
    newer = head.replace(b'"clicks"', b'"mood": 1, "clicks"')
    assert newer != head
    assert read_note(newer, "f", 0) == read_note(head, "f", 0)
