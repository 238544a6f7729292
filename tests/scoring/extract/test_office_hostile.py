"""Office files that mean harm: bombs, spies, lies and torn ones all come back as Documents."""

import io
import random
import zipfile

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scoring.extract import extract
from scoring.model import Document
from scoring.sandbox import Sandbox
from tests.scoring.made_office import brochure, deck, part_of, saved, with_parts, workbook

REASONS = {"", "empty", "torn", "encrypted", "too-large", "unsupported-format", "not-a-document",
           "missing-program"}  # fmt: skip
SPY = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
LAUGHS = (
    '<!DOCTYPE x [<!ENTITY a "ха">'
    + "".join(
        f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefghi", "bcdefghij", strict=True)
    )
    + "]>"
)
PARTS = {
    "docx": (brochure, "word/document.xml"),
    "pptx": (deck, "ppt/slides/slide1.xml"),
    "xlsx": (workbook, "xl/worksheets/sheet1.xml"),
}


def check(document: Document) -> None:
    assert document.unreadable in REASONS
    assert not document.unreadable or document.detail
    assert all(block.text.strip() for block in document.blocks)


@pytest.mark.parametrize("kind", PARTS)
@pytest.mark.parametrize("doctype", [SPY, LAUGHS], ids=["spy", "laughs"])
def test_entities_are_refused(kind: str, doctype: str) -> None:
    make, name = PARTS[kind]
    part = part_of(make(), name)
    head, _, rest = part.partition("?>")
    evil = f"{head}?>{doctype}{rest}".replace("<w:t>", "<w:t>&e;").replace("<a:t>", "<a:t>&e;")
    document = extract(with_parts(make(), {name: evil}))
    check(document)
    assert "root:" not in repr(document)
    if kind != "pptx":  # a torn slide is one slide less, not a torn deck
        assert document.unreadable == "torn"


@pytest.mark.parametrize("kind", PARTS)
def test_bombs_are_too_large(kind: str) -> None:
    """200 MB of spaces in a part pack into 200 kB."""
    make, name = PARTS[kind]
    part = part_of(make(), name).encode()
    at = part.rindex(b"</")
    bomb = part[:at] + b" " * (200 << 20) + part[at:]
    with Sandbox() as sandbox:
        document, _ = sandbox.read(with_parts(make(), {name: bomb}))
    assert document.unreadable == "too-large"


def test_a_giant_shared_string_is_too_large() -> None:
    strings = (
        b'<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>'
        + b"x" * (180 << 20)
        + b"</t></si></sst>"
    )
    with Sandbox() as sandbox:
        document, _ = sandbox.read(with_parts(workbook(), {"xl/sharedStrings.xml": strings}))
    assert document.unreadable == "too-large"


def test_far_away_cells_are_not_spelled_out() -> None:
    book = openpyxl.Workbook()
    book.active["A1"] = "начало"
    book.active.cell(1_048_576, 16_384, "конец")
    document = extract(saved(book))
    assert (document.unreadable, "1048576 rows of 16384 columns" in document.detail) == (
        "too-large",
        True,
    )


def test_a_dimension_that_lies_changes_nothing() -> None:
    part = part_of(workbook(), "xl/worksheets/sheet1.xml")
    lie = part.replace('<dimension ref="B2:E7"', '<dimension ref="A1:XFD1048576"')
    assert lie != part
    told = extract(with_parts(workbook(), {"xl/worksheets/sheet1.xml": lie}))
    assert told.tables == extract(workbook()).tables


def test_a_merge_of_everything_ends_with_the_rows() -> None:
    part = part_of(workbook(), "xl/worksheets/sheet1.xml")
    everything = part.replace('ref="B2:E2"', 'ref="B2:XFD1048576"')
    assert everything != part
    check(extract(with_parts(workbook(), {"xl/worksheets/sheet1.xml": everything})))


def test_a_million_rows_by_one_word_of_an_ods() -> None:
    content = """<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
    xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
    xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet>
    <table:table table:name="A"><table:table-row table:number-rows-repeated="{}">
    <table:table-cell table:number-columns-repeated="{}"><text:p>1</text:p></table:table-cell>
    </table:table-row><table:table-row table:number-rows-repeated="1048000"><table:table-cell/>
    </table:table-row></table:table></office:spreadsheet></office:body></office:document-content>"""

    def made(rows: int, columns: int) -> Document:
        held = io.BytesIO()
        with zipfile.ZipFile(held, "w") as package:
            package.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
            package.writestr("content.xml", content.format(rows, columns))
        return extract(held.getvalue())

    assert made(10_000_000, 16_000).unreadable == "too-large"
    assert len(made(3, 2).tables[0].rows) == 3


def test_a_deep_nest_is_refused() -> None:
    deep = part_of(brochure(), "word/document.xml").replace(
        "<w:body>", "<w:body>" + "<w:customXml>" * 5000, 1
    ).replace("</w:body>", "</w:customXml>" * 5000 + "</w:body>")  # fmt: skip
    assert extract(with_parts(brochure(), {"word/document.xml": deep})).unreadable == "too-large"


def test_relations_that_lead_outside_are_not_followed() -> None:
    rels = part_of(brochure(), "word/_rels/document.xml.rels")
    spy = rels.replace('Target="styles.xml"', 'Target="file:///etc/passwd" TargetMode="External"')
    assert spy != rels
    document = extract(with_parts(brochure(), {"word/_rels/document.xml.rels": spy}))
    assert document.unreadable == ""
    assert "root:" not in repr(document)


def test_relations_that_climb_out_find_nothing() -> None:
    rels = part_of(brochure(), "word/_rels/document.xml.rels")
    climbing = rels.replace('Target="styles.xml"', 'Target="../../../../etc/passwd"')
    assert (
        extract(with_parts(brochure(), {"word/_rels/document.xml.rels": climbing})).unreadable == ""
    )


def test_a_protected_zip_is_encrypted() -> None:
    whole = bytearray(brochure())
    at = 0
    while (at := whole.find(b"PK\x01\x02", at)) >= 0:
        whole[at + 8] |= 1
        at += 4
    assert extract(bytes(whole)).unreadable == "encrypted"


def test_a_protected_opendocument_is_encrypted() -> None:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        package.writestr(
            "META-INF/manifest.xml",
            '<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
            '<m:file-entry m:full-path="content.xml"><m:encryption-data/></m:file-entry></m:manifest>',
        )
        package.writestr("content.xml", bytes(range(256)))
    assert extract(held.getvalue()).unreadable == "encrypted"


def test_an_old_word_file_with_a_password_is_encrypted() -> None:
    stream = "WordDocument".encode("utf-16-le") + bytes(40)
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
    block = b"\xec\xa5\xc1\x00" + bytes(6) + b"\x00\x01" + bytes(500)
    assert extract(head + block + stream).unreadable == "encrypted"
    block = b"\xec\xa5\xc1\x00" + bytes(6) + b"\x00\x02" + bytes(500)
    assert extract(head + block + stream).unreadable == "missing-program"


@pytest.mark.parametrize("kind", PARTS)
def test_torn_anywhere(kind: str) -> None:
    whole = PARTS[kind][0]()
    for at in range(0, len(whole), max(1, len(whole) // 25)):
        check(extract(whole[:at]))


@pytest.mark.parametrize("kind", PARTS)
def test_mutated_bytes(kind: str) -> None:
    dice = random.Random(7)
    whole = PARTS[kind][0]()
    for _ in range(40):
        body = bytearray(whole)
        for _ in range(dice.randrange(1, 20)):
            body[dice.randrange(len(body))] = dice.randrange(256)
        check(extract(bytes(body)))


@pytest.mark.parametrize("kind", PARTS)
@settings(deadline=None, max_examples=40)
@given(changes=st.lists(st.tuples(st.integers(0, 1 << 20), st.binary(max_size=6)), max_size=6))
def test_mutated_parts(kind: str, changes: list[tuple[int, bytes]]) -> None:
    """Behind the zip's checksums: the XML itself is changed."""
    make, name = PARTS[kind]
    part = part_of(make(), name).encode()
    for place, new in changes:
        at = place % len(part)
        part = part[:at] + new + part[at + len(new) :]
    check(extract(with_parts(make(), {name: part})))


SEEDS = (
    b"{\\rtf1\\ansi\\ansicpg1251{\\info{\\title x}}{\\fonttbl{\\f0\\fcharset204 A;}}\\'c1\\cell a\\cell\\row\\par}",
    "год;доходы\n2024;1 000,5\n2025;1 100\n".encode("cp1251"),
    '{"строки": [{"год": 2024, "итог": {"доходы": 1.5}}, {"год": 2025}], "x": [[1, 2], [3, 4]]}'.encode(),
    "<?xml version='1.0'?><данные><строка год='2024'><доходы>1</доходы></строка><строка/></данные>".encode(),
    b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n--b\r\nContent-Type: text/html\r\n"
    b"\r\n<html><body><p>x</p></body></html>\r\n--b--\r\n",
)


@settings(deadline=None, max_examples=200)
@given(
    st.sampled_from(SEEDS),
    st.sampled_from(["a.rtf", "a.csv", "a.json", "a.xml", "a.txt", "a.mht"]),
    st.lists(st.tuples(st.integers(0, 400), st.binary(max_size=6)), max_size=6),
)
def test_mutated_texts_and_data(seed: bytes, name: str, changes: list[tuple[int, bytes]]) -> None:
    body = seed
    for place, new in changes:
        at = place % len(body)
        body = body[:at] + new + body[at + len(new) :]
    check(extract(body, url=f"https://a.invalid/{name}"))


def test_data_nested_too_deep_is_too_large() -> None:
    for body in (b"[" * 100_000, b'{"a":' * 100_000, b"<?xml version='1.0'?>" + b"<a>" * 100_000):
        assert extract(body, url="https://a.invalid/a.json").unreadable in ("too-large", "torn")
