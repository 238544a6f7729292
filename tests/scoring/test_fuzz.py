"""Real files of every format, bitten and torn, through the sandbox: nothing falls, hangs or grows.

``BUDGETWATCH_FUZZ=2000 pytest tests/scoring/test_fuzz.py`` bites so many times each format, in
another way every time; without it a few bites, the same ones always.
"""

from __future__ import annotations

import gzip
import os
import resource
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scoring.document import Document
from scoring.extract import EXTRACTORS, extract
from scoring.members import ARCHIVES
from scoring.opening import whole
from scoring.program import found
from scoring.sandbox import Limits, Sandbox
from tests.scoring.made_archives import packed_7z, rar, taped, zipped
from tests.scoring.made_office import brochure, converted, deck, with_parts, workbook
from tests.scoring.made_pdf import pdf, written

REASONS = {
    *("", "empty", "torn", "encrypted", "too-large", "too-slow", "unsupported-format", "crashed"),
    *(
        "not-a-document",
        "missing-program",
        "low-confidence",
        "unsafe-path",
        "not-a-file",
        "too-deep",
    ),
}
BITES = int(os.environ.get("BUDGETWATCH_FUZZ", "0"))
TEXT = "Бюджет для граждан. Доходы области составят 36,5 млрд рублей.\n"
PAGE = f"<!doctype html><html><head><title>Бюджет</title></head><body><h1>Бюджет</h1><p>{TEXT}</p><table><tr><td>1<td>2</table><a href='/a'>а</a></body></html>"
XML = f"<?xml version='1.0'?><budget><row year='2026'>{TEXT}</row><row>2</row></budget>"
MHT = (
    "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n--b\r\nContent-Type: text/html; "
    f"charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n{PAGE}\r\n--b--\r\n"
)
_OOXML = "application/vnd.openxmlformats-officedocument."
_ODF = "application/vnd.oasis.opendocument."


def brochure_pdf() -> bytes:
    return pdf(
        written("Бюджет для граждан", TEXT.strip()), written("Доходы  100,5", "Расходы  120,7")
    )


MADE: Mapping[str, Callable[[], bytes]] = {
    "text/html": PAGE.encode,
    "application/pdf": brochure_pdf,
    _OOXML + "wordprocessingml.document": brochure,
    _OOXML + "presentationml.presentation": deck,
    _OOXML + "spreadsheetml.sheet": workbook,
    "application/vnd.ms-excel.sheet.binary.macroenabled.12": lambda: with_parts(
        workbook(), {"xl/workbook.xml": None, "xl/workbook.bin": b"\x83\x01\x00" * 40}
    ),
    "application/vnd.ms-excel": lambda: converted(workbook(), "xlsx", "xls"),
    _ODF + "text": lambda: converted(brochure(), "docx", "odt"),
    _ODF + "presentation": lambda: converted(deck(), "pptx", "odp"),
    _ODF + "spreadsheet": lambda: converted(workbook(), "xlsx", "ods"),
    "application/rtf": ("{\\rtf1\\ansi\\ansicpg1251 " + "\\'c1\\'fe\\'e4 \\b text\\b0\\par " * 9 + "}").encode,
    "message/rfc822": MHT.encode,
    "text/plain": (TEXT * 5).encode,
    "text/csv": "Показатель;2026\nДоходы;36,5\nРасходы;37,7\n".encode,
    "application/json": '[{"Показатель": "Доходы", "2026": 36.5}, {"Показатель": "Расходы"}]'.encode,
    "application/xml": XML.encode,
    "application/msword": lambda: converted(brochure(), "docx", "doc"),
    "application/vnd.ms-powerpoint": lambda: converted(deck(), "pptx", "ppt"),
    "application/zip": lambda: zipped(("2026/a.html", PAGE.encode()), ("b.csv", b"a;b\n1;2\n"), ("c.zip", zipped(("d.txt", TEXT.encode())))),
    "application/gzip": lambda: gzip.compress(PAGE.encode(), mtime=0),
    "application/x-tar": lambda: taped(("2026/a.html", PAGE.encode()), ("b.txt", TEXT.encode())),
    "application/vnd.rar": lambda: rar(("2026/a.html", PAGE.encode()), ("b.txt", TEXT.encode())),
    "application/x-7z-compressed": lambda: packed_7z(("2026/a.html", PAGE.encode()), ("b.txt", TEXT.encode())),
}  # fmt: skip
SUFFIXES = {"text/csv": "a.csv", "application/json": "a.json"}
FORMATS = sorted({*EXTRACTORS, *ARCHIVES})
# What a program reads takes a second a bite.
SLOW = {"application/msword": "soffice", "application/vnd.ms-powerpoint": "soffice",
        "application/vnd.rar": "bsdtar", "application/x-7z-compressed": "bsdtar"}  # fmt: skip


@lru_cache(maxsize=32)
def made(media_type: str) -> bytes:
    return MADE[media_type]()


def test_every_format_has_a_file_to_bite() -> None:
    assert {*EXTRACTORS, *ARCHIVES} <= set(MADE)


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    with Sandbox(Limits(seconds=120, cpu_seconds=30)) as held:
        yield held


bite = st.one_of(
    st.tuples(st.just("change"), st.integers(0, 1 << 20), st.binary(min_size=1, max_size=8)),
    st.tuples(st.just("cut"), st.integers(0, 1 << 20), st.integers(1, 5000)),
    st.tuples(st.just("again"), st.integers(0, 1 << 20), st.integers(1, 5000)),
    st.tuples(st.just("end"), st.integers(0, 1 << 20), st.just(0)),
    st.tuples(st.just("numbers"), st.integers(0, 1 << 20), st.sampled_from((b"\xff" * 4, b"\0" * 4, b"\x7f\xff\xff\xff"))),
)  # fmt: skip


def bitten(body: bytes, bites: list[tuple[str, int, bytes | int]]) -> bytes:
    for kind, place, what in bites:
        at = place % max(1, len(body))
        if isinstance(what, bytes):
            body = body[:at] + what + body[at + len(what) :]
        elif kind == "end":
            body = body[:at]
        elif kind == "again":
            body = body[: at + what] + body[at:]
        else:
            body = body[:at] + body[at + what :]
    return body


def sane(document: Document) -> None:
    assert document.unreadable in REASONS
    for member in document.members:
        assert member.path
        assert ".." not in member.path.split("/") or member.document.unreadable == "unsafe-path"
        sane(member.document)


@pytest.mark.parametrize("media_type", FORMATS)
def test_bitten_files(sandbox: Sandbox, media_type: str) -> None:
    needed = SLOW.get(media_type)
    if needed and not found(needed):
        pytest.skip(f"{needed} is not installed")
    body = made(media_type)
    url = SUFFIXES.get(media_type, "")
    assert extract(body, url=url).media_type == media_type
    # Programs are started anew for every bite.
    times = BITES or (4 if needed else 25)

    @settings(
        max_examples=times, deadline=None, database=None, derandomize=not BITES,
        suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    @given(st.lists(bite, min_size=1, max_size=6))
    def bites(how: list[tuple[str, int, bytes | int]]) -> None:
        harmed = bitten(body, how)
        document, written = whole(harmed, sandbox, url=url)
        sane(document)
        assert document.sha256.encode() in written

    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    bites()
    # Kilobytes: what one bite made must not stay with us for the next.
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 400_000
    assert whole(PAGE.encode(), sandbox)[0].unreadable == ""
