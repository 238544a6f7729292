"""A crawl may die at any moment: nothing reported as saved is lost, nothing is there twice."""

import errno
import random
import shutil
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest

from crawler.archive import Archive
from crawler.model import Answer, Hop, Outcome

WHEN = "2026-11-23T20:08:00Z"
ROOT = Path(__file__).parents[2]


def answer(n: int, size: int = 300) -> Answer:
    url = f"https://a.invalid/{n}"
    hop = Hop(f"{url}/old", 301, (("Location", url),), b"moved")
    body = random.Random(n).randbytes(size)
    return Answer("n", url, url, WHEN, Outcome.OK, http_status=200, body=body, hops=(hop,))


@pytest.fixture(scope="module")
def before(tmp_path_factory) -> Path:
    """An archive with two answers whose third was never begun."""
    return _archive(tmp_path_factory.mktemp("before"), 2)


@pytest.fixture(scope="module")
def after(tmp_path_factory) -> Path:
    """The same with the third answer saved."""
    return _archive(tmp_path_factory.mktemp("after"), 3)


def _archive(root: Path, count: int) -> Path:
    with Archive(root) as archive:
        run = archive.begin(tool="t", regions=("n",), started=WHEN)
        for n in range(count):
            archive.add(run, answer(n))
    return root


def _file(root: Path) -> Path:
    (found,) = root.glob("*.warc.gz")
    return found


def _fresh(source: Path, target: Path, data: bytes) -> Path:
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(source, target)
    _file(target).write_bytes(data)
    return target


def _boundaries(root: Path) -> list[int]:
    with Archive(root, readonly=True) as archive:
        return [r.offset for c in archive.captures() for r in archive.records(c)]


def _cuts(start: int, end: int, near: list[int]) -> list[int]:
    edges = {n + d for n in near for d in (-1, 0, 1, 9, 10, 11)}
    return sorted(n for n in {*range(start, end, 41), *edges, start, end - 1} if start <= n < end)


def test_the_third_write_may_stop_at_any_byte(tmp_path, before, after):
    whole, sound = _file(after).read_bytes(), _file(before).read_bytes()
    assert whole.startswith(sound)
    with Archive(after, readonly=True) as archive:
        known = archive.captures()
    for cut in _cuts(len(sound), len(whole), _boundaries(after)):
        root = _fresh(before, tmp_path / "x", whole[:cut])
        with Archive(root) as archive:
            assert archive.captures() == known[:2]
            assert _file(root).read_bytes() == sound
            assert bool(archive.repairs) == (cut > len(sound)), cut
            assert all("cut off" in said for said in archive.repairs)
            again = archive.add(archive.unfinished(), answer(2))
            assert replace(again, warc_file="", warc_offset=0) == replace(
                known[2], warc_file="", warc_offset=0
            )
            assert list(archive.verify()) == []
        with Archive(root) as archive:
            assert archive.repairs == ()


def test_a_whole_write_that_was_not_listed_is_listed(tmp_path, before, after):
    root = _fresh(before, tmp_path / "x", _file(after).read_bytes())
    with Archive(root) as archive, Archive(after, readonly=True) as complete:
        assert archive.captures() == complete.captures()
        assert len(archive.repairs) == 1
        assert list(archive.verify()) == []


@pytest.mark.parametrize("index", ["deleted", "ahead of the file"])
def test_a_file_cut_anywhere_keeps_what_is_whole(tmp_path, after, index):
    whole = _file(after).read_bytes()
    with Archive(after, readonly=True) as archive:
        known = archive.captures()
        last = {c.id: archive.records(c)[-1].offset for c in known}
    for cut in _cuts(0, len(whole), _boundaries(after)):
        root = _fresh(after, tmp_path / "x", whole[:cut])
        if index == "deleted":
            (root / "index.sqlite").unlink()
        with Archive(root) as archive:
            kept = archive.captures()
            assert kept == known[: len(kept)]
            assert all(last[c.id] < cut for c in kept)
            assert all(
                last[c.id] >= cut - 600
                for c in known[len(kept) : len(kept) + 1]
                if last[c.id] < cut
            )
            assert [archive.read(c) for c in kept] == [answer(n).body for n in range(len(kept))]
            assert list(archive.verify()) == []
            assert archive.repairs
            if index == "ahead of the file":
                assert all(
                    any(c.id in said for said in archive.repairs) for c in known[len(kept) :]
                )
        with Archive(root) as archive:
            assert archive.repairs == ()


def test_reading_after_a_crash_changes_nothing(tmp_path, before, after):
    whole = _file(after).read_bytes()
    for cut in (len(_file(before).read_bytes()) + 5, len(whole) - 1):
        root = _fresh(before, tmp_path / "x", whole[:cut])
        for indexed in (True, False):
            if not indexed:
                (root / "index.sqlite").unlink()
            with Archive(root, readonly=True) as archive:
                assert len(archive.captures()) == 2
                assert list(archive.verify()) == []
            assert _file(root).read_bytes() == whole[:cut]
            assert (root / "index.sqlite").exists() == indexed


WRITER = """
import random, sys
from pathlib import Path
sys.path.insert(0, sys.argv[2])
from crawler.archive import Archive
from crawler.model import Answer, Outcome
when = "2026-11-23T20:08:00Z"
with Archive(Path(sys.argv[1])) as archive:
    run = archive.unfinished() or archive.begin(tool="t", regions=("n",), started=when)
    print("open", flush=True)
    while True:
        n = len(archive.captures()) + 1
        body = random.Random(n).randbytes(8_000_000 if n % 2 else 30_000)
        url = f"https://a.invalid/{n}"
        done = archive.add(run, Answer("n", url, url, when, Outcome.OK, http_status=200, body=body))
        print(done.id, done.sha256, flush=True)
"""


def _size(root: Path) -> int:
    return sum(path.stat().st_size for path in root.glob("*.warc.gz"))


def _kill_inside_a_write(writer: subprocess.Popen[str], root: Path) -> None:
    """A large answer takes a fifth of a second to write: die once a good part of it is there."""
    start = _size(root)
    while _size(root) < start + 2_000_000 and writer.poll() is None:
        time.sleep(0.001)
    writer.send_signal(signal.SIGKILL)


def test_killed_for_good_while_writing(tmp_path):
    told: list[tuple[str, ...]] = []
    repairs: list[str] = []
    chance = random.Random(7)
    for turn in range(8):
        command = [sys.executable, "-c", WRITER, tmp_path, ROOT]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as writer:
            assert writer.stdout.readline() == "open\n"
            for _ in range(chance.randint(1, 3)):
                told.append(tuple(writer.stdout.readline().split()))
            if turn % 2:
                time.sleep(chance.random() / 5)
                writer.send_signal(signal.SIGKILL)
            else:
                _kill_inside_a_write(writer, tmp_path)
            told += [tuple(line.split()) for line in writer.stdout if line.endswith("\n")]
        with Archive(tmp_path) as archive:
            repairs += archive.repairs
            saved = [(c.id, c.sha256) for c in archive.captures()]
            assert list(archive.verify()) == []
            assert len(archive.runs()) == 1
            urls = [c.url for c in archive.captures()]
            assert urls == [f"https://a.invalid/{n + 1}" for n in range(len(saved))]
        assert [t for t in told if t not in saved] == []
        # One answer may have been saved whole without our having been told.
        assert len(saved) <= len(told) + 1
        told = [tuple(s) for s in saved]
    assert any("cut off" in said for said in repairs)


def test_a_full_disk_leaves_the_archive_as_it_was(tmp_path):
    """A real small disk: the shell's file size limit makes the system refuse the write."""
    code = """
import resource, signal, sys
from pathlib import Path
sys.path.insert(0, sys.argv[2])
from crawler.archive import Archive
from crawler.model import Answer, Outcome
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
url, when = "https://a.invalid/", "2026-11-23T20:08:00Z"
import random
def answer(size):
    body = random.Random(1).randbytes(size)
    return Answer("n", url, url, when, Outcome.OK, http_status=200, body=body)
with Archive(Path(sys.argv[1])) as archive:
    run = archive.begin(tool="t", regions=("n",), started=when)
    archive.add(run, answer(1000))
    resource.setrlimit(resource.RLIMIT_FSIZE, (500_000, resource.RLIM_INFINITY))
    try:
        archive.add(run, answer(3_000_000))
    except OSError as refused:
        print(refused.errno)
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    print(archive.add(run, answer(2000)).id[-6:], len(list(archive.verify())))
"""
    command = [sys.executable, "-c", code, tmp_path, ROOT]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout.split() == [str(errno.EFBIG), "000002", "0"]
    with Archive(tmp_path) as archive:
        assert archive.repairs == ()
        assert [c.bytes for c in archive.captures()] == [1000, 2000]
    assert _file(tmp_path).stat().st_size < 10_000
