"""Many documents, read once, whatever the number of processes."""

import hashlib
import sys
import threading
from pathlib import Path

import pytest

from scoring.extract import VERSION
from scoring.program import found
from scoring.reader import LARGEST, Reader
from tests.scoring.made_archives import rar, zipped

PAGES = {
    hashlib.sha256(body).hexdigest(): body
    for body in (
        f"<html><body><h1>Бюджет {year}</h1><p>Доходы {year} года.</p></body></html>".encode(
            "cp1251"
        )
        for year in range(40)
    )
} | {hashlib.sha256(b"").hexdigest(): b""}
WANTED = {sha256: (f"https://a.invalid/{sha256[:4]}", "text/html") for sha256 in PAGES}


def never(sha256: str) -> bytes:
    raise AssertionError(f"{sha256} was read again")


def test_a_second_call_reads_nothing(tmp_path: Path) -> None:
    first = Reader(tmp_path, 2).read(WANTED, PAGES.__getitem__)
    assert list(first) == list(WANTED)
    assert {d.unreadable for d in first.values()} == {"", "empty"}
    assert Reader(tmp_path, 2).read(WANTED, never) == first


def test_the_number_of_processes_changes_nothing(tmp_path: Path) -> None:
    one = Reader(tmp_path / "one", 1).read(WANTED, PAGES.__getitem__)
    three = Reader(tmp_path / "three", 3).read(WANTED, PAGES.__getitem__)
    assert one == three
    written = [
        {path.name: path.read_bytes() for path in (tmp_path / name).rglob("*.json")}
        for name in ("one", "three")
    ]
    assert written[0] == written[1]


def test_it_tells_how_far_it_is_and_asks_from_one_thread(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    threads = set()

    def body(sha256: str) -> bytes:
        threads.add(threading.get_ident())
        return PAGES[sha256]

    Reader(tmp_path, 2).read(WANTED, body, lambda done, of: told.append((done, of)))
    assert told == [(n, len(WANTED)) for n in range(1, len(WANTED) + 1)]
    assert threads == {threading.get_ident()}
    Reader(tmp_path, 2).read(WANTED, never, lambda done, of: told.append((done, of)))
    assert told[-1] == (len(WANTED), len(WANTED))


def test_a_half_written_memory_is_read_anew(tmp_path: Path) -> None:
    sha256 = next(iter(PAGES))
    wanted = {sha256: WANTED[sha256]}
    first = Reader(tmp_path, 1).read(wanted, PAGES.__getitem__)
    path = tmp_path / VERSION / sha256[:2] / f"{sha256}.json"
    path.write_bytes(path.read_bytes()[:50])
    assert Reader(tmp_path, 1).read(wanted, PAGES.__getitem__) == first
    assert Reader(tmp_path, 1).read(wanted, never) == first


def test_an_interrupted_reading_goes_on_where_it_stopped(tmp_path: Path) -> None:
    def interrupted(done: int, _: int) -> None:
        if done == 5:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        Reader(tmp_path, 2).read(WANTED, PAGES.__getitem__, interrupted)
    kept = len(list(tmp_path.rglob("*.json")))
    assert not [p for p in tmp_path.rglob("*.json") if "crashed" in p.read_text("utf-8")]
    asked: list[str] = []

    def body(sha256: str) -> bytes:
        asked.append(sha256)
        return PAGES[sha256]

    assert len(Reader(tmp_path, 2).read(WANTED, body)) == len(WANTED)
    assert 5 <= kept == len(WANTED) - len(asked)


STARTS: list[str] = []


@sys.addaudithook
def _count_sandboxes(event: str, told: tuple[object, ...]) -> None:
    if event == "subprocess.Popen" and "scoring.inmate" in str(told[1]):
        STARTS.append(str(told[0]))


def test_a_second_run_starts_no_sandbox(tmp_path: Path) -> None:
    STARTS.clear()
    first = Reader(tmp_path, 2).read(WANTED, PAGES.__getitem__)
    assert 1 <= len(STARTS) <= 2
    STARTS.clear()
    assert Reader(tmp_path, 2).read(WANTED, never) == first
    assert STARTS == []


def test_what_waits_for_a_program_is_said_once_and_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    bodies = [rar((f"{n}.txt", b"text")) for n in (1, 2)]
    held = {hashlib.sha256(body).hexdigest(): body for body in bodies}
    wanted = dict.fromkeys(held, ("https://a.invalid/a.rar", ""))
    with monkeypatch.context() as without:
        without.setenv("PATH", "/nowhere")
        first = Reader(tmp_path, 2).read(wanted, held.__getitem__)
    assert {d.unreadable for d in first.values()} == {"missing-program"}
    (said,) = [record.getMessage() for record in caplog.records]
    assert said.startswith("2 documents could not be read in full")
    assert said.endswith("apt-get install libarchive-tools unar")
    if not found("bsdtar"):
        pytest.skip("bsdtar is not installed: apt-get install libarchive-tools")
    again = Reader(tmp_path, 2).read(wanted, held.__getitem__)
    assert {d.unreadable for d in again.values()} == {""}
    assert Reader(tmp_path, 2).read(wanted, never) == again


def test_older_versions_are_removed_and_nothing_else(tmp_path: Path) -> None:
    kept = [tmp_path / "notes" / "a.json", tmp_path / "2026" / "a.json", tmp_path / "2026.11.1"]
    for path in kept[:2]:
        path.parent.mkdir()
        path.write_text("{}")
    kept[2].write_text("a file of somebody's")
    for older in ("2026.10.9", "2025.1.12"):
        (tmp_path / older / "ab").mkdir(parents=True)
        (tmp_path / older / "ab" / "x.json").write_text("{}")
    Reader(tmp_path, 1).read(WANTED, PAGES.__getitem__)
    assert sorted(p.name for p in tmp_path.iterdir()) == sorted(
        ["2026", "2026.11.1", VERSION, "notes"]
    )
    assert all(path.exists() for path in kept)


def test_a_memory_too_large_is_none_of_ours(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sha256 = next(iter(PAGES))
    wanted = {sha256: WANTED[sha256]}
    first = Reader(tmp_path, 1).read(wanted, PAGES.__getitem__)
    path = tmp_path / VERSION / sha256[:2] / f"{sha256}.json"
    with path.open("r+b") as file:
        file.truncate(LARGEST + 1)  # a hole: it takes no room on the disk
    assert Reader(tmp_path, 1).read(wanted, PAGES.__getitem__) == first


def test_an_archive_is_remembered_with_its_members(tmp_path: Path) -> None:
    body = zipped(*((f"{n}.html", page) for n, page in enumerate(list(PAGES.values())[:5])))
    sha256 = hashlib.sha256(body).hexdigest()
    wanted = {sha256: ("https://a.invalid/a.zip", "application/zip")}
    first = Reader(tmp_path, 1).read(wanted, lambda _: body)
    assert len(first[sha256].members) == 5
    assert Reader(tmp_path, 1).read(wanted, never) == first


def test_other_bytes_than_promised_are_our_fault(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="other bytes"):
        Reader(tmp_path, 1).read(WANTED, lambda _: b"<html><body>x</body></html>")
