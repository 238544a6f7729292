"""Files that mean harm, by the way they do it: each ends as a reason, and the next file is read."""

from __future__ import annotations

import io
import subprocess
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from scoring.document import Document
from scoring.opening import whole
from scoring.program import found
from scoring.sandbox import Limits, Sandbox
from tests.scoring.made_archives import tree, zipped
from tests.scoring.made_office import part_of, with_parts, workbook
from tests.scoring.made_pdf import pdf, written

GOOD = "<html><body><p>Бюджет для граждан.</p></body></html>".encode()
SPY = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>'
FAR = '<?xml version="1.0"?><!DOCTYPE x SYSTEM "http://127.0.0.1:9/x.dtd"><x>слово</x>'
LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ха">'
    + "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefghi", "bcdefghij", strict=True))
    + "]><x>&j;</x>"
)  # fmt: skip


def objects(*bodies: bytes) -> bytes:
    """A PDF of objects as written, the first its catalogue."""
    held, places = b"%PDF-1.7\n", []
    for number, body in enumerate(bodies, 1):
        places.append(len(held))
        held += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(bodies) + 1)
    tail = b"trailer <</Size %d /Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (
        len(bodies) + 1,
        len(held),
    )
    return held + head + table + tail


def streamed(body: bytes, more: bytes = b"") -> bytes:
    return b"<<%b /Filter /FlateDecode /Length %d>>\nstream\n%b\nendstream" % (
        more,
        len(body),
        body,
    )


def squeezed(unit: bytes, times: int) -> bytes:
    """``unit`` again and again, packed: many megabytes in a few kilobytes."""
    press = zlib.compressobj(9)
    return b"".join((*(press.compress(unit) for _ in range(times)), press.flush()))


def many_pages() -> bytes:
    kids = b" ".join([b"3 0 R"] * 100_000)
    return objects(b"<</Type /Catalog /Pages 2 0 R>>", b"<</Type /Pages /Count 100000 /Kids [%b]>>" % kids,
                   b"<</Type /Page /Parent 2 0 R /MediaBox [0 0 99 99]>>")  # fmt: skip


def pages_in_a_ring() -> bytes:
    return objects(b"<</Type /Catalog /Pages 2 0 R>>", b"<</Type /Pages /Count 9 /Kids [2 0 R 3 0 R]>>",
                   b"<</Type /Pages /Parent 2 0 R /Count 9 /Kids [2 0 R]>>")  # fmt: skip


def page_of(content: bytes, resources: bytes = b"<<>>", *more: bytes) -> bytes:
    return objects(b"<</Type /Catalog /Pages 2 0 R>>", b"<</Type /Pages /Count 1 /Kids [3 0 R]>>",
                   b"<</Type /Page /Parent 2 0 R /MediaBox [0 0 500 500] /Contents 4 0 R /Resources %b>>" % resources,
                   content, *more)  # fmt: skip


def drawn_for_ever() -> bytes:
    return page_of(streamed(squeezed(b"0 0 m 9 9 l S " * 70_000, 400)))


def a_picture_of_a_square_mile() -> bytes:
    bits = b" /Type /XObject /Subtype /Image /Width 60000 /Height 60000 /ColorSpace /DeviceGray /BitsPerComponent 1"
    return page_of(streamed(zlib.compress(b"500 0 0 500 0 0 cm /I Do")), b"<</XObject <</I 5 0 R>>>>",
                   streamed(squeezed(bytes(1 << 20), 430), bits))  # fmt: skip


def protected() -> bytes:
    from reportlab.lib.pdfencrypt import StandardEncryption
    from reportlab.pdfgen.canvas import Canvas

    held = io.BytesIO()
    canvas = Canvas(held, encrypt=StandardEncryption("user", "owner"))
    canvas.drawString(9, 9, "secret")
    canvas.save()
    return held.getvalue()


def a_cell_of_a_gigabyte() -> bytes:
    name = "xl/worksheets/sheet1.xml"
    body = workbook()
    part = part_of(body, name).encode()
    at = part.rindex(b"</sheetData>")
    cell = b'<row r="9999"><c r="A9999" t="inlineStr"><is><t>'
    held = io.BytesIO(with_parts(body, {name: None}))
    with (
        zipfile.ZipFile(held, "a", zipfile.ZIP_DEFLATED, compresslevel=1) as package,
        package.open(name, "w", force_zip64=True) as sheet,
    ):
        sheet.write(part[:at] + cell)
        for _ in range(1024):
            sheet.write(b"a" * (1 << 20))
        sheet.write(b"</t></is></c></row>" + part[at:])
    return held.getvalue()


def a_png_of_a_square_mile() -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return (
            len(data).to_bytes(4, "big") + kind + data + zlib.crc32(kind + data).to_bytes(4, "big")
        )

    size = (60_000).to_bytes(4, "big")
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", size + size + b"\x01\x00\x00\x00\x00")
        + chunk(b"IDAT", squeezed(bytes(7501) * 100, 600)) + chunk(b"IEND", b"")
    )  # fmt: skip


def archives_of_zeros() -> bytes:
    inner = zipped(*((f"{n}.txt", bytes(7 << 20)) for n in range(16)))
    return zipped(*((f"{n}.zip", inner) for n in range(16)))


def reasons(document: Document) -> set[str]:
    scans = {scan.reason for scan in document.scans}
    return {document.unreadable, *(m.document.unreadable for m in document.members), *scans}


HARM: dict[str, tuple[Callable[[], bytes], set[str]]] = {
    "external-entity": (SPY.encode, {"torn"}),
    "dtd-elsewhere": (FAR.encode, {"torn"}),
    "billion-laughs": (LAUGHS.encode, {"torn"}),
    "pages-100000": (many_pages, {"too-large"}),
    "pages-in-a-ring": (pages_in_a_ring, {"torn", "missing-program"}),
    "pdf-drawn-for-ever": (drawn_for_ever, {"too-large", "too-slow", "crashed"}),
    "pdf-huge-picture": (
        a_picture_of_a_square_mile,
        {"empty", "too-large", "too-slow", "crashed", "missing-program"},
    ),
    "pdf-password": (protected, {"encrypted"}),
    "cell-of-a-gigabyte": (a_cell_of_a_gigabyte, {"too-large"}),
    "png-huge": (
        a_png_of_a_square_mile,
        {"crashed", "too-large", "too-slow", "missing-program", "empty"},
    ),
    "archives-of-zeros": (archives_of_zeros, {"too-large"}),
    "archives-in-archives": (lambda: tree(["a.zip"] * 40, ("a.txt", b"a")), {"too-deep"}),
}


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    with Sandbox(Limits(seconds=120, cpu_seconds=30)) as held:
        yield held


@pytest.mark.parametrize("name", HARM)
def test_harm_ends_as_a_reason_and_the_next_is_read(sandbox: Sandbox, name: str) -> None:
    make, expected = HARM[name]
    document, _ = whole(make(), sandbox)
    assert reasons(document) & expected, (document.unreadable, document.detail)
    assert "root:" not in repr(document)
    assert whole(GOOD, sandbox)[0].unreadable == ""


def test_a_bomb_in_7z_is_stopped_by_its_size(sandbox: Sandbox, tmp_path: Path) -> None:
    if not found("bsdtar"):
        pytest.skip("bsdtar is not installed: apt-get install libarchive-tools")
    with (tmp_path / "zeros.txt").open("wb") as file:
        file.truncate(300 << 20)
    subprocess.run(["bsdtar", "-cf", "a.7z", "--format=7zip", "--options", "compression=bzip2", "zeros.txt"],
                   cwd=tmp_path, check=True, timeout=300)  # fmt: skip
    body = (tmp_path / "a.7z").read_bytes()
    assert len(body) < 1 << 20
    document, _ = whole(body, sandbox)
    assert reasons(document) & {"too-large", "too-slow"}, document
    assert whole(GOOD, sandbox)[0].unreadable == ""


def test_harm_in_an_archive_harms_no_other_file_of_it(sandbox: Sandbox) -> None:
    body = zipped(("1.pdf", many_pages()), ("2.html", GOOD), ("3.pdf", protected()), ("4.xml", LAUGHS.encode()),
                  ("5.pdf", pdf(written("Бюджет для граждан"))))  # fmt: skip
    document, _ = whole(body, sandbox)
    told = {m.path: m.document.unreadable for m in document.members}
    assert {k: told[k] for k in ("1.pdf", "2.html", "3.pdf", "5.pdf")} == {
        "1.pdf": "too-large", "2.html": "", "3.pdf": "encrypted", "5.pdf": "",
    }  # fmt: skip
    assert told["4.xml"] in ("torn", "too-large")
