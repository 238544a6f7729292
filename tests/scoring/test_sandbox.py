"""A document that kills its reader kills nothing else."""

import io
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from scoring.extract import extract
from scoring.sandbox import Limits, Sandbox

GOOD = "<html><body><p>Бюджет для граждан.</p></body></html>".encode()

READERS = """
import os, socket, subprocess, ctypes
from scoring.extract import extract

def read(body, *, url="", media_type=""):
    kind = body.decode("latin-1").partition(":")[0]
    return globals()[kind]() if kind in globals() else extract(body, url=url, media_type=media_type)

def loop():
    while True: pass

def sleep():
    import time; time.sleep(3600)

def eat():
    held = []
    while True: held.append(bytearray(1 << 24))

def segfault():
    ctypes.string_at(0)

def leave():
    os._exit(7)

def fault():
    raise KeyError("what we did not think of")

def call():
    socket.create_connection(("127.0.0.1", 9), timeout=5)

def spawn():
    subprocess.run(["true"])

def write():
    open("escaped.txt", "w").write("x" * 100)

def deep():
    # As a library in C would: no hook of Python's sees it.
    libc = ctypes.CDLL(None, use_errno=True)
    held = libc.open(b"escaped.deep", os.O_CREAT | os.O_WRONLY, 0o600)
    raise KeyError(f"opened {held}")

def make():
    os.mkdir("escaped")

def touch():
    os.close(os.open("escaped.bin", os.O_CREAT | os.O_WRONLY))

def lend():
    import tempfile
    tempfile.TemporaryFile()

def begin():
    os.posix_spawn("/bin/true", ["true"], {})

def loaded():
    import sys
    heavy = {"rensa", "scrapy", "aiohttp", "pandas", "numpy"} & set(sys.modules)
    if heavy: raise KeyError(f"needs none of {sorted(heavy)}")
    return extract(b"<html><body><p>light</p></body></html>")

def speak():
    os.write(1, b"\\0" * 8 + b"{}"); print("noise", flush=True)
    return extract(b"<html><body><p>said</p></body></html>")
"""


@pytest.fixture
def sandbox(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Sandbox]:
    (tmp_path / "hostile_readers.py").write_text(READERS, "utf-8")
    monkeypatch.setattr(sys, "path", [*sys.path, str(tmp_path)])
    limits = Limits(seconds=8, cpu_seconds=2, memory=1 << 30)
    with Sandbox(limits, "hostile_readers:read") as held:
        yield held


def test_it_reads_as_we_read(sandbox: Sandbox) -> None:
    document, written = sandbox.read(GOOD)
    assert document == extract(GOOD)
    assert document.sha256.encode() in written


@pytest.mark.parametrize(
    ("kind", "reason", "detail"),
    [
        ("loop", "too-slow", "2 s"),
        ("eat", "too-large", "1024 MiB"),
        ("segfault", "crashed", "SIGSEGV"),
        ("leave", "crashed", "died"),
        ("fault", "crashed", "KeyError"),
        ("call", "crashed", "PermissionError"),
        ("spawn", "crashed", "PermissionError"),
        ("begin", "crashed", "PermissionError"),
    ],
)
def test_each_death_has_its_name_and_the_next_document_is_read(
    sandbox: Sandbox, kind: str, reason: str, detail: str
) -> None:
    document, _ = sandbox.read(f"{kind}:".encode())
    assert document.unreadable == reason
    assert detail in document.detail
    assert sandbox.read(GOOD)[0] == extract(GOOD)


def test_a_reader_that_only_waits_is_not_waited_for(tmp_path: Path, sandbox: Sandbox) -> None:
    with Sandbox(Limits(seconds=15), "hostile_readers:read") as impatient:
        assert impatient.read(b"sleep:")[0].unreadable == "too-slow"
        assert impatient.read(GOOD)[0].unreadable == ""


def test_nothing_is_written_to_the_disk(
    sandbox: Sandbox, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    before = sorted(tmp_path.iterdir())
    for way in (b"write:", b"make:", b"touch:", b"lend:", b"deep:"):
        document, _ = sandbox.read(way)
        assert document.unreadable == "crashed", way
        assert (
            "PermissionError" in document.detail
            or "opened -1" in document.detail
            or "FileNotFound" in document.detail
        ), way
    assert sorted(tmp_path.iterdir()) == before


def test_what_reads_loads_only_what_reading_needs(sandbox: Sandbox) -> None:
    """Some libraries keep more address space to themselves than a document may have."""
    document, _ = sandbox.read(b"loaded:")
    assert "needs none of" not in document.detail


def test_an_answer_that_is_not_about_these_bytes_is_refused(sandbox: Sandbox) -> None:
    assert sandbox.read(b"speak:")[0].unreadable == "crashed"
    assert sandbox.read(GOOD)[0].unreadable == ""


def test_a_worker_is_replaced_after_its_share() -> None:
    with Sandbox(Limits(documents=2)) as sandbox:
        assert {sandbox.read(GOOD)[0].unreadable for _ in range(5)} == {""}


def test_an_answer_too_long_is_too_large() -> None:
    with Sandbox(Limits(answer=10_000)) as sandbox:
        page = GOOD.replace(b"<p>", b"<p>" + "слово ".encode() * 5000)
        assert sandbox.read(page)[0].unreadable == "too-large"


def test_a_huge_page_ends_in_time() -> None:
    row = "<p>Доходы бюджета.</p><table><tr><td>1<td>2</table>"
    with Sandbox() as sandbox:
        document, _ = sandbox.read(("<html><body>" + row * 260_000).encode())
        assert document.unreadable == "too-large"
        nested = b"<html><body>" + b"<div>" * 100_000 + b"x"
        assert sandbox.read(nested)[0].unreadable == "too-large"
        pictures = b"<html><body><img src='data:;base64," + b"A" * 20_000_000 + b"'><p>ok</p>"
        assert [b.text for b in sandbox.read(pictures)[0].blocks] == ["ok"]


def test_ten_thousand_pages_are_too_many() -> None:
    canvas_module = pytest.importorskip("reportlab.pdfgen.canvas")
    held = io.BytesIO()
    canvas = canvas_module.Canvas(held, pagesize=(100, 100))
    for number in range(10_000):
        canvas.drawString(10, 50, str(number))
        canvas.showPage()
    canvas.save()
    with Sandbox() as sandbox:
        document, _ = sandbox.read(held.getvalue())
    assert document.unreadable == "too-large"
    assert "10000 pages" in document.detail
