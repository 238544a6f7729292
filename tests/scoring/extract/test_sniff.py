"""A format is told by its bytes; the name and the header only help where bytes are plain text."""

import io
import struct
import zipfile

import pytest

from scoring.extract import extract
from scoring.extract.names import format_name


def zipped(*names: str, first: tuple[str, str] | None = None) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        if first:
            archive.writestr(*first)
        for name in names:
            archive.writestr(name, "<x/>", zipfile.ZIP_DEFLATED)
    return held.getvalue()


def ole(stream: str) -> bytes:
    directory = stream.encode("utf-16-le").ljust(64, b"\0")
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
    return head + directory + struct.pack("<H", len(stream) * 2 + 2) + bytes(446)


ODF = "application/vnd.oasis.opendocument."
FORMATS = {
    "XLSX": zipped("[Content_Types].xml", "xl/workbook.xml"),
    "DOCX": zipped("[Content_Types].xml", "word/document.xml"),
    "PPTX": zipped("ppt/presentation.xml"),
    "ODS": zipped("content.xml", first=("mimetype", ODF + "spreadsheet")),
    "ODT": zipped("content.xml", first=("mimetype", ODF + "text")),
    "ZIP": zipped("бюджет/word/document.xml.bak", "readme.txt"),
    "XLS": ole("Workbook"),
    "DOC": ole("WordDocument"),
    "PPT": ole("PowerPoint Document"),
    "OLE": ole("Something else"),
    "RTF": rb"{\rtf1\ansi\ansicpg1251 \'c1\'fe\'e4\'e6\'e5\'f2}",
    "RAR": b"Rar!\x1a\x07\x01\x00rest",
    "7z": b"7z\xbc\xaf\x27\x1c\x00\x04",
    "PNG": b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR",
    "JPEG": b"\xff\xd8\xff\xe0\x00\x10JFIF",
    "JSON": '{"доходы": [1, 2]}'.encode(),
    "XML": '<?xml version="1.0" encoding="windows-1251"?><данные/>'.encode("cp1251"),
    "SVG": b'<svg xmlns="http://www.w3.org/2000/svg"></svg>',
}


@pytest.mark.parametrize("name", FORMATS)
def test_formats_are_told_by_their_bytes(name: str) -> None:
    document = extract(FORMATS[name], url="https://minfin.invalid/brochure.pdf")
    assert format_name(document.media_type).startswith(f"{name}:")


@pytest.mark.parametrize("name", ["OLE", "ZIP", "RAR", "7z", "PNG", "JPEG", "SVG"])
def test_what_is_not_read_is_named(name: str) -> None:
    document = extract(FORMATS[name])
    assert document.unreadable == "unsupported-format"
    assert document.detail.startswith(f"{name}:")


def test_a_zip_that_holds_a_pdf_uncompressed_is_a_zip() -> None:
    body = zipped(first=("Бюджет для граждан.pdf", "%PDF-1.7 not read"))
    assert body.find(b"%PDF-") < 200
    assert extract(body).detail.startswith("ZIP:")


def test_a_torn_office_file_is_still_known() -> None:
    whole = FORMATS["XLSX"]
    document = extract(whole[: len(whole) // 2 + 20])
    assert format_name(document.media_type).startswith("XLSX")
    assert document.unreadable == "torn"


def test_a_protected_office_file_is_encrypted() -> None:
    assert extract(ole("EncryptedPackage")).unreadable == "encrypted"


@pytest.mark.parametrize(
    ("url", "header", "media_type"),
    [
        ("https://a.invalid/open.csv", "", "text/csv"),
        ("https://a.invalid/get?id=5", "text/csv; charset=windows-1251", "text/csv"),
        ("https://a.invalid/robots.txt", "text/plain", "text/plain"),
        ("https://a.invalid/", "text/html", "text/html"),
    ],
)
def test_plain_text_is_told_by_its_name_then_by_its_header(
    url: str, header: str, media_type: str
) -> None:
    body = "год;доходы\n2024;1000\n".encode("cp1251")
    assert extract(body, url=url, media_type=header).media_type == media_type


@pytest.mark.parametrize("url", ["https://a.invalid/budget.pdf", "https://a.invalid/budget.xls"])
def test_html_called_something_else_is_read_as_html(url: str) -> None:
    body = "<!DOCTYPE html><html><body><p>Файл не найден</p></body></html>".encode()
    document = extract(body, url=url, media_type="application/pdf")
    assert (document.media_type, document.unreadable) == ("text/html", "")
    assert document.blocks[0].text == "Файл не найден"


def test_nothing_and_riddles() -> None:
    assert extract(b"").unreadable == "empty"
    assert extract(bytes(range(256)) * 9).unreadable == "not-a-document"
    assert extract(b"MZ\x90\x00" + bytes(99)).unreadable == "not-a-document"


def test_zero_bytes_do_not_unmake_a_page() -> None:
    body = "<!DOCTYPE html><html><body><p>Бюджет\0 для граж\0дан</p></body></html>".encode()
    document = extract(body, url="https://a.invalid/", media_type="text/html")
    assert (document.media_type, document.unreadable) == ("text/html", "")
    assert document.blocks[0].text == "Бюджет для граждан"
