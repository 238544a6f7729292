"""Verifying finds every flipped byte, says where, and goes on behind it."""

import gzip
import random
import sqlite3
from pathlib import Path

import pytest
from warcio.archiveiterator import ArchiveIterator

from crawler.archive import Archive, Fault
from crawler.model import Answer, Outcome

WHEN = "2026-11-23T20:08:00Z"
COUNT = 6


def answer(n: int) -> Answer:
    url = f"https://a.invalid/{n}"
    body = random.Random(n).randbytes(400) + b"text " * 100
    return Answer("n", url, url, WHEN, Outcome.OK, http_status=200, body=body)


@pytest.fixture
def root(tmp_path) -> Path:
    with Archive(tmp_path) as archive:
        run = archive.begin(tool="t", regions=("n",), started=WHEN)
        for n in range(COUNT):
            archive.add(run, answer(n))
        archive.finish(run, WHEN)
    return tmp_path


def spans(root: Path) -> list[tuple[int, int]]:
    """Start and end of every record of the only file, as another reader sees them."""
    found = []
    with _file(root).open("rb") as file:
        records = ArchiveIterator(file)
        for _ in records:
            found.append((records.get_record_offset(), records.get_record_length()))
    return [(start, start + length) for start, length in found]


def _file(root: Path) -> Path:
    (found,) = root.glob("*.warc.gz")
    return found


def faults(root: Path) -> list[Fault]:
    with Archive(root, readonly=True) as archive:
        return list(archive.verify())


def test_any_flipped_byte_is_found_where_it_is(root):
    clean = _file(root).read_bytes()
    where = spans(root)
    for at in range(3, len(clean), 101):
        harmed = bytearray(clean)
        harmed[at] ^= 0x41
        _file(root).write_bytes(harmed)
        start = max(s for s, _ in where if s <= at)
        found = faults(root)
        # Byte 8 and 9 of a member name the compressor's effort and system: no reader minds.
        if at - start in (8, 9) and not found:
            continue
        assert found[0].file == _file(root).name
        assert found[0].offset == start, at
        # What stands behind the damage was still read: at most one answer is missing.
        assert sum("is not in the file" in f.what for f in found) <= 1
    _file(root).write_bytes(clean)
    assert faults(root) == []


def test_the_flag_and_time_bytes_of_a_member_are_checked_too(root):
    clean = _file(root).read_bytes()
    start = spans(root)[4][0]
    for at in range(start, start + 8):
        _file(root).write_bytes(clean[:at] + bytes([clean[at] ^ 0xFF]) + clean[at + 1 :])
        assert faults(root)[0].offset == start


def test_damage_costs_one_answer_and_no_other(root):
    """Flip a byte, lose the index too: the rest is there, and nothing of the file is cut."""
    with Archive(root, readonly=True) as archive:
        known = archive.captures()
    clean = _file(root).read_bytes()
    harmed = bytearray(clean)
    harmed[known[2].warc_offset + 300] ^= 0xFF
    _file(root).write_bytes(harmed)
    with Archive(root) as archive:
        assert archive.repairs == ()
        with pytest.raises(LookupError, match="archive verify"):
            archive.read(known[2])
    (root / "index.sqlite").unlink()
    with Archive(root) as archive:
        assert archive.captures() == known[:2] + known[3:]
        assert archive.runs()[0].finished == WHEN
        assert any(str(known[2].warc_offset) in said for said in archive.repairs)
        for n in (0, 1, 3, 4, 5):
            assert archive.read(known[n]) == answer(n).body
    assert _file(root).read_bytes() == harmed


def test_damage_at_the_very_end_is_left_as_it_is(root):
    clean = _file(root).read_bytes()
    _file(root).write_bytes(clean[:-20] + bytes(20))
    (root / "index.sqlite").unlink()
    with Archive(root) as archive:
        assert len(archive.captures()) == COUNT
        assert any("damaged" in said for said in archive.repairs)
        run = archive.unfinished()
        more = archive.add(run, answer(99))
        assert more.warc_file.endswith("-00002.warc.gz")
    assert (root / more.warc_file).with_name(more.warc_file.replace("2.w", "1.w")).read_bytes() == (
        clean[:-20] + bytes(20)
    )


def test_a_well_packed_forgery_is_found(root):
    """Somebody changes a body and packs the record again: gzip is content, the digests are not."""
    clean = _file(root).read_bytes()
    start, end = spans(root)[4]
    forged = gzip.compress(
        gzip.decompress(clean[start:end]).replace(b"text text", b"TEXT text"), mtime=0
    )
    _file(root).write_bytes(clean[:start] + forged + clean[end:])
    (root / "index.sqlite").unlink()
    found = faults(root)
    assert {f.offset for f in found} == {start}
    assert any("digest" in f.what for f in found)
    assert any("sha256" in f.what for f in found)
    with Archive(root, readonly=True) as archive, pytest.raises(LookupError, match="changed"):
        archive.read(archive.captures()[1])


@pytest.mark.parametrize(
    ("change", "what"),
    [
        ("DELETE FROM captures WHERE id LIKE '%3'", "does not list it"),
        ("UPDATE captures SET url = 'https://b.invalid/' WHERE id LIKE '%3'", "something else"),
        ("UPDATE captures SET id = id || '9' WHERE id LIKE '%3'", "is not in the file"),
        ("UPDATE files SET size = size + 1", "shorter"),
        ("DELETE FROM files", "does not know this file"),
    ],
)
def test_an_index_that_disagrees_is_found(root, change, what):
    with sqlite3.connect(root / "index.sqlite") as db:
        db.execute(change)
    db.close()
    assert any(what in fault.what for fault in faults(root))


def test_progress_ends_at_the_whole(root):
    heard: list[tuple[int, int]] = []
    with Archive(root, readonly=True) as archive:
        assert list(archive.verify(lambda done, total: heard.append((done, total)))) == []
    size = _file(root).stat().st_size
    assert len(heard) == 1 + 3 * COUNT + 1
    assert heard == sorted(heard)
    assert heard[-1] == (size, size)


def test_what_a_site_serves_cannot_pose_as_a_record(tmp_path):
    """A body that is itself a WARC file, kept as it is by the compressor, in a torn record."""
    inner = tmp_path / "inner"
    with Archive(inner) as archive:
        run = archive.begin(tool="forged", regions=("x",), started=WHEN)
        archive.add(run, answer(1))
    noise = random.Random(0).randbytes
    hostile = noise(40_000) + _file(inner).read_bytes() + noise(40_000)
    outer = tmp_path / "outer"
    with Archive(outer) as archive:
        run = archive.begin(tool="t", regions=("n",), started="2026-11-24T00:00:00Z")
        url = "https://a.invalid/x.warc.gz"
        first = archive.add(run, answer(0))
        whole = Answer("n", url, url, WHEN, Outcome.OK, http_status=200, body=hostile)
        archive.add(run, whole)
        assert list(archive.verify()) == []
    data = _file(outer).read_bytes()
    assert _file(inner).read_bytes() in data
    _file(outer).write_bytes(data[: len(data) - 10_000])
    for lose in (False, True):
        if lose:
            (outer / "index.sqlite").unlink()
        with Archive(outer) as archive:
            assert archive.captures() == (first,)
            assert [r.tool for r in archive.runs()] == ["t"]
