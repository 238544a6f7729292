"""Many documents, read once, whatever the number of processes."""

import hashlib
import threading
from pathlib import Path

import pytest

from scoring.extract import VERSION
from scoring.reader import Reader

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


def test_other_bytes_than_promised_are_our_fault(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="other bytes"):
        Reader(tmp_path, 1).read(WANTED, lambda _: b"<html><body>x</body></html>")
