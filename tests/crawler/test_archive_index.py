"""The index is a cache: lost, old or broken, it is made anew from the files."""

import random
import shutil
import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from crawler.archive import Archive, DamagedError
from crawler.model import Answer, Capture, Outcome

WHEN, DONE = "2026-11-23T20:08:00Z", "2026-11-23T21:00:00Z"
PAGE = Answer(
    region="n",
    url="https://a.invalid/",
    final_url="https://a.invalid/",
    fetched_at=WHEN,
    outcome=Outcome.OK,
    http_status=200,
    headers=(("Content-Type", "text/html"), ("Last-Modified", "yesterday")),
    body="Бюджет".encode(),
    clicks=2,
    link_texts=("а", "б"),
    promise=0.25,
)


@pytest.fixture
def root(tmp_path):
    with Archive(tmp_path) as archive:
        for started in (WHEN, "2026-12-01T00:00:00Z"):
            run = archive.begin(tool="t 1", regions=("n", "s"), started=started, vantage="AS1 RU")
            archive.add(run, PAGE)
            archive.add(
                run, replace(PAGE, url="https://b.invalid/", final_url="https://b.invalid/")
            )
            archive.add(run, replace(PAGE, outcome=Outcome.UNCHANGED, http_status=304, body=b""))
            archive.add(run, replace(PAGE, outcome=Outcome.TLS, http_status=None, body=b""))
            archive.add(run, replace(PAGE, body=started.encode(), clicks=None))
            if started == WHEN:
                archive.finish(run, DONE)
    return tmp_path


def known(root, **how):
    with Archive(root, **how) as archive:
        bodies = [archive.read(c) for c in archive.captures() if c.sha256]
        assert list(archive.verify()) == []
        return archive.captures(), archive.runs(), archive.unfinished(), bodies


def delete(index):
    index.unlink()


def make_newer(index):
    with sqlite3.connect(index) as db:
        db.execute("PRAGMA user_version=999")
    db.close()


def overwrite(index):
    index.write_bytes(b"not a database at all" * 500)


def empty(index):
    index.write_bytes(b"")


def tear(index):
    index.write_bytes(index.read_bytes()[:5000])


def drop_a_table(index):
    with sqlite3.connect(index) as db:
        db.execute("DROP TABLE captures")
    db.close()


@pytest.mark.parametrize("harm", [delete, make_newer, overwrite, empty, tear, drop_a_table])
def test_the_index_is_made_anew(root, harm):
    before = known(root)
    harm(root / "index.sqlite")
    stale = (root / "index.sqlite").read_bytes() if (root / "index.sqlite").exists() else None
    assert known(root, readonly=True) == before
    assert ((root / "index.sqlite").read_bytes() if stale is not None else None) == stale
    with Archive(root) as archive:
        assert archive.repairs
    assert known(root) == before
    with Archive(root) as archive:
        assert archive.repairs == ()


def test_an_index_of_another_time_is_caught_up(root, tmp_path_factory):
    old = tmp_path_factory.mktemp("old") / "index.sqlite"
    shutil.copy(root / "index.sqlite", old)
    with Archive(root) as archive:
        run = archive.unfinished()
        archive.add(run, replace(PAGE, body=b"later"))
        archive.finish(run, DONE)
    after = known(root)
    shutil.copy(old, root / "index.sqlite")
    with Archive(root) as archive:
        assert archive.repairs
    assert known(root) == after


def test_a_file_that_is_gone_is_reported_and_forgotten(root):
    gone = root / "20261123T200800Z-00001.warc.gz"
    gone.rename(root / "elsewhere")
    with Archive(root) as archive:
        (said,) = [s for s in archive.repairs if gone.name in s]
        assert "5 listed answers are lost" in said
        left = archive.captures()
        assert {c.run for c in left} == {"20261201T000000Z"}
        with pytest.raises(LookupError, match="No file of the archive"):
            archive.read(left[0])
        assert {f.what.split(": ")[1] for f in archive.verify()} == {
            "the bytes it refers to are in no file"
        }
        again = archive.add(archive.unfinished(), PAGE)
        assert archive.records(again)[0].kind == "response"
        assert list(archive.verify()) == []
        assert archive.read(left[0]) == PAGE.body
    (root / "elsewhere").rename(gone)
    with Archive(root) as archive:
        assert len(archive.captures()) == 11
        assert list(archive.verify()) == []


def test_files_that_are_not_ours_are_left_alone(root):
    before = known(root)
    foreign = {"other.warc.gz": b"x", "20200101T000000Z-00001.warc.gz": b"plain text" * 99}
    for name, data in foreign.items():
        (root / name).write_bytes(data)
    with Archive(root) as archive:
        assert [s for s in archive.repairs if "20200101T000000Z-00001.warc.gz: not read" in s]
        assert archive.captures() == before[0]
    assert {name: (root / name).read_bytes() for name in foreign} == foreign


def test_a_run_killed_before_its_first_record_leaves_nothing(root):
    torn = root / "20270101T000000Z-00001.warc.gz"
    first = (root / "20261123T200800Z-00001.warc.gz").read_bytes()
    for cut in (0, 1, 10, 100):
        torn.write_bytes(first[:cut])
        with Archive(root) as archive:
            assert "removed" in archive.repairs[0]
        assert not torn.exists()


def test_a_reader_without_an_index_tells_what_is_damaged(tmp_path: Path) -> None:
    root, captures = _damaged(tmp_path / "archive")
    (root / "index.sqlite").unlink()
    with Archive(root, readonly=True) as archive:
        assert len(archive.captures()) < len(captures)
        assert any("damaged" in said and "crawl again" in said for said in archive.repairs)


def test_damaged_bytes_are_an_error_of_their_own(tmp_path: Path) -> None:
    root, captures = _damaged(tmp_path / "archive")
    with Archive(root, readonly=True) as archive:
        assert archive.repairs == ()
        with pytest.raises(DamagedError, match="archive verify"):
            archive.read(captures[0])
        assert archive.read(captures[1])


def _damaged(root: Path) -> tuple[Path, tuple[Capture, ...]]:
    """Two saved answers, a byte of the first one's body flipped."""
    with Archive(root) as archive:
        run = archive.begin(tool="t", regions=("n",), started=WHEN)
        for name in "ab":
            url = f"https://a.invalid/{name}"
            body = random.Random(name).randbytes(5000)
            archive.add(run, Answer("n", url, url, WHEN, Outcome.OK, http_status=200, body=body))
        captures = archive.captures()
    file = root / captures[0].warc_file
    spoiled = bytearray(file.read_bytes())
    spoiled[captures[0].warc_offset + 2000] ^= 0xFF
    file.write_bytes(spoiled)
    return root, captures


BEFORE_TLS = Path(__file__).parent / "archive_before_tls"


@pytest.mark.parametrize("readonly", [True, False])
def test_an_archive_made_before_captures_told_of_tls(tmp_path: Path, readonly: bool) -> None:
    """Its files and its index were written by the program of 2026-11-26, before that change."""
    shutil.copytree(BEFORE_TLS, tmp_path / "archive")
    with Archive(tmp_path / "archive", readonly=readonly) as archive:
        page, failed = archive.captures()
        assert (page.outcome, page.tls, page.tls_problem) == (Outcome.OK, "", "")
        assert archive.read(page) == "Бюджет".encode()
        assert (failed.outcome, failed.tls) == (Outcome.TLS, "")
        assert list(archive.verify()) == []
        assert any("made anew" in said for said in archive.repairs) is not readonly


def test_tls_is_remembered_in_the_files(root: Path) -> None:
    with Archive(root) as archive:
        run = archive.begin(tool="t", regions=("n",), started="2027-01-01T00:00:00Z")
        archive.add(run, replace(PAGE, tls="unverified", tls_problem="the certificate has expired"))
    (root / "index.sqlite").unlink()
    with Archive(root) as archive:
        last = archive.captures(run=run.id)[-1]
    assert (last.tls, last.tls_problem) == ("unverified", "the certificate has expired")
