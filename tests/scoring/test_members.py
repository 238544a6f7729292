"""Archives: every file read as if published by itself, hostile ones refused each with its reason."""

from __future__ import annotations

import gzip
import io
import stat
import struct
import subprocess
import tarfile
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from scoring import unpacking
from scoring.document import Document
from scoring.extract.archives import packed
from scoring.members import member_body
from scoring.opening import lacking, whole
from scoring.program import found
from scoring.sandbox import Sandbox
from tests.scoring.made_archives import named, overlapping, rar, rar4, tree, zipped

TEXT = "Бюджет для граждан: доходы и расходы области на 2026 год.".encode()
PAGE = b"<html><body><p>" + TEXT + b"</p></body></html>"


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    with Sandbox() as held:
        yield held


def members(document: Document) -> dict[str, str]:
    """Path to the words of each member, or to the reason it has none."""
    return {
        m.path: m.document.unreadable or " ".join(b.text for b in m.document.blocks)
        for m in document.members
    }


def opened(sandbox: Sandbox, body: bytes, url: str = "") -> Document:
    document, written = whole(body, sandbox, url=url)
    assert document.sha256.encode() in written
    return document


def needs(*programs: str) -> None:
    for program in programs:
        if not found(program):
            pytest.skip(f"{program} is not installed: apt-get install {unpacking.INSTALL}")


def test_a_zip_is_its_files(sandbox: Sandbox) -> None:
    body = zipped(("2026/Закон/Бюджет.html", PAGE), ("список.csv", b"a;b\n1;2\n"), ("пусто/", b""))
    document = opened(sandbox, body)
    assert (document.media_type, document.unreadable) == ("application/zip", "")
    assert members(document)["2026/Закон/Бюджет.html"] == TEXT.decode()
    assert [m.document.media_type for m in document.members] == ["text/html", "text/csv"]
    assert member_body(body, "2026/Закон/Бюджет.html") == PAGE
    with pytest.raises(LookupError, match="holds no file"):
        member_body(body, "нет.html")


@pytest.mark.parametrize("page", ["cp866", "cp1251", "utf-8"])
def test_names_without_the_flag_for_utf8(sandbox: Sandbox, page: str) -> None:
    names = ["БЮДЖЕТ ДЛЯ ГРАЖДАН/Исполнение за 2025 год.txt", "Проект № 5 — ёлка.txt"]
    if page == "cp866":
        names[1] = "Проект № 5 - ёлка.txt"
    document = opened(sandbox, named(*((name.encode(page), TEXT) for name in names)))
    assert sorted(members(document)) == sorted(names)


def test_a_name_told_once_more_in_utf8(sandbox: Sandbox) -> None:
    written = "Бюджет.txt".encode("cp866")
    field = b"\x01" + struct.pack("<L", zlib.crc32(written)) + "Бюджет 2026.txt".encode()
    extra = struct.pack("<HH", 0x7075, len(field)) + field
    assert list(members(opened(sandbox, named((written, TEXT), extra=extra)))) == [
        "Бюджет 2026.txt"
    ]


def test_paths_that_lead_out_are_refused_and_backslashes_are_not(sandbox: Sandbox) -> None:
    bad = ("../../etc/passwd.txt", "/etc/cron.txt", "C:\\Windows\\a.txt", "..\\a.txt", "a/" * 40 + "b.txt",
           "я" * 500)  # fmt: skip
    good = ("2026\\Бюджет.txt", "./a.txt", "b//c.txt")
    told = members(opened(sandbox, zipped(*((name, TEXT) for name in (*bad, *good)))))
    assert [p for p, t in told.items() if t == TEXT.decode()] == [
        "2026/Бюджет.txt",
        "a.txt",
        "b/c.txt",
    ]
    assert sorted(told.values()).count("unsafe-path") == len(bad)


def test_links_devices_litter_and_twice_the_same_name(sandbox: Sandbox) -> None:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for name, kind in (("link.pdf", stat.S_IFLNK), ("device", stat.S_IFCHR)):
            info = zipfile.ZipInfo(name)
            info.create_system, info.external_attr = 3, (kind | 0o777) << 16
            archive.writestr(info, "/etc/passwd")
        archive.writestr("__MACOSX/._a.txt", "x")
        archive.writestr("Thumbs.db", "x")
        archive.writestr("a.txt", "первый")
        with pytest.warns(UserWarning, match="Duplicate"):
            archive.writestr("a.txt", "второй")
    assert members(opened(sandbox, held.getvalue())) == {
        "a.txt": "второй", "device": "not-a-file", "link.pdf": "not-a-file",
    }  # fmt: skip


def test_a_password_keeps_a_file_shut_and_no_other(sandbox: Sandbox) -> None:
    body = bytearray(zipped(("a.txt", TEXT), ("b.txt", TEXT)))
    at = body.find(b"PK\x01\x02")
    body[at + 8] |= 1
    body[6] |= 1
    assert members(opened(sandbox, bytes(body))) == {"a.txt": "encrypted", "b.txt": TEXT.decode()}


def test_bombs(sandbox: Sandbox) -> None:
    told = members(opened(sandbox, zipped(("bomb.txt", bytes(100 << 20)), ("a.txt", TEXT))))
    assert told == {"a.txt": TEXT.decode(), "bomb.txt": "too-large"}
    document = opened(sandbox, overlapping(b"a" * 1_000_000, 2_000))
    assert (document.unreadable, document.members) == ("too-large", ())
    many = opened(sandbox, zipped(*((f"{n}.txt", b"") for n in range(packed.MOST_FILES + 1))))
    assert many.unreadable == "too-large"
    assert (
        opened(sandbox, gzip.compress(bytes(200 << 20))).members[0].document.unreadable
        == "too-large"
    )


def test_a_directory_that_lies_about_sizes(sandbox: Sandbox) -> None:
    for lie in (3, 1 << 30, 0xFFFFFFFF):
        body = bytearray(zipped(("a.txt", TEXT * 50), ("b.txt", TEXT)))
        at = body.find(b"PK\x01\x02")
        body[at + 24 : at + 28] = struct.pack("<L", lie)
        document = opened(sandbox, bytes(body))
        assert document.unreadable or members(document)["b.txt"] == TEXT.decode(), lie
        if document.members:
            assert members(document)["a.txt"] in ("torn", "too-large", (TEXT * 50).decode())


def test_a_zip64_that_lies(sandbox: Sandbox) -> None:
    held = io.BytesIO()
    with (
        zipfile.ZipFile(held, "w") as archive,
        archive.open("a.txt", "w", force_zip64=True) as file,
    ):
        file.write(TEXT)
    body = bytearray(held.getvalue())
    at = body.find(struct.pack("<HH", 1, 16))
    body[at + 4 : at + 12] = b"\xff" * 8
    directory = body.rfind(b"PK\x01\x02")
    body[directory + 24 : directory + 28] = b"\xff" * 4
    document = opened(sandbox, bytes(body))
    assert document.unreadable in ("", "torn")


def test_archives_in_archives(sandbox: Sandbox) -> None:
    body = zipped(
        ("2026.zip", zipped(("Бюджет.txt", TEXT))), ("deep.zip", tree(["a.zip"], ("x.txt", TEXT)))
    )
    document = opened(sandbox, body)
    assert members(document) == {"2026.zip/Бюджет.txt": TEXT.decode(), "deep.zip/a.zip": "too-deep"}
    assert member_body(body, "2026.zip/Бюджет.txt") == TEXT


def test_gzip_of_a_file_and_of_a_tape(sandbox: Sandbox) -> None:
    document = opened(
        sandbox,
        gzip.compress(TEXT),
        "https://a.invalid/f/%D0%B1%D1%8E%D0%B4%D0%B6%D0%B5%D1%82.txt.gz",
    )
    assert members(document) == {"бюджет.txt": TEXT.decode()}
    held = io.BytesIO()
    with tarfile.open(fileobj=held, mode="w:gz") as tape:
        info = tarfile.TarInfo("2026/Бюджет.txt")
        info.size = len(TEXT)
        tape.addfile(info, io.BytesIO(TEXT))
        link = tarfile.TarInfo("link")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        tape.addfile(link)
    assert members(opened(sandbox, held.getvalue())) == {
        "2026/Бюджет.txt": TEXT.decode(), "link": "not-a-file",
    }  # fmt: skip
    assert opened(sandbox, gzip.compress(TEXT * 999)[:-30]).members[0].document.unreadable == "torn"


def test_7z_and_rar(sandbox: Sandbox, tmp_path: Path) -> None:
    needs("bsdtar")
    (tmp_path / "Закон").mkdir()
    (tmp_path / "Закон" / "Бюджет.txt").write_bytes(TEXT)
    (tmp_path / "link").symlink_to("/etc/passwd")
    subprocess.run(
        ["bsdtar", "-c", "-f", "made.7z", "--format=7zip", "Закон", "link"], cwd=tmp_path, check=True,
        env={"LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin"}, timeout=60,
    )  # fmt: skip
    body = (tmp_path / "made.7z").read_bytes()
    told = members(opened(sandbox, body))
    assert told.pop("link", "not-a-file") == "not-a-file"
    assert told == {"Закон/Бюджет.txt": TEXT.decode()}
    assert member_body(body, "Закон/Бюджет.txt") == TEXT
    new = opened(sandbox, rar(("2026/Бюджет.txt", TEXT), ("../../a.txt", TEXT)))
    assert members(new) == {"2026/Бюджет.txt": TEXT.decode(), "../../a.txt": "unsafe-path"}
    old = opened(sandbox, rar4(("2026\\Бюджет.txt".encode("cp866"), TEXT)))
    assert members(old) == {"2026/Бюджет.txt": TEXT.decode()}


def test_a_rar_behind_a_password(sandbox: Sandbox) -> None:
    needs("bsdtar", "unar")
    body = rar(("a.txt", TEXT), encrypted=True)
    # What is written is not what the sum was made of, as with a real one.
    document = opened(sandbox, body.replace(TEXT, bytes(range(len(TEXT)))))
    assert document.unreadable == "encrypted"


@pytest.mark.parametrize("cut", [20, 60, 90])
def test_a_torn_rar_or_7z_is_torn(sandbox: Sandbox, cut: int) -> None:
    needs("bsdtar")
    document = opened(sandbox, rar(("a.txt", TEXT), ("b.txt", TEXT * 9))[:cut])
    reasons = {document.unreadable, *(m.document.unreadable for m in document.members)}
    assert reasons & {"torn", "empty"}
    assert opened(sandbox, b"7z\xbc\xaf\x27\x1c" + bytes(cut)).unreadable in ("torn", "empty")


def test_without_the_program_it_says_what_to_install(
    sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    document = opened(sandbox, rar(("a.txt", TEXT)))
    assert document.unreadable == "missing-program"
    assert "apt-get install libarchive-tools" in document.detail
    assert lacking(document) == {unpacking.INSTALL}


def test_nothing_is_left_on_the_disk(
    sandbox: Sandbox, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    for body in (zipped(("a.txt", TEXT)), rar(("../b.txt", TEXT)), rar(("b.txt", TEXT))):
        opened(sandbox, body)
    assert list(tmp_path.rglob("*")) == []
