"""Are bytes called what they are, whatever the server calls them?"""

import gzip
import io
import subprocess
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crawler.transport.sniff import media_type
from scoring.extract.given import Given
from scoring.extract.sniff import media_type_of

ROOT = Path(__file__).parents[3]
OOXML = "application/vnd.openxmlformats-officedocument."


def packed(*names: str, first: str = "", inside: bytes = b"x") -> bytes:
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w") as archive:
        if first:
            archive.writestr("mimetype", first)
        for name in names:
            archive.writestr(name, inside)
    return whole.getvalue()


DOCX = packed("[Content_Types].xml", "_rels/.rels", "word/document.xml")
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000)
PAGE = "<!DOCTYPE html><html><head><title>Бюджет</title></head><body>№ 1</body></html>"
KINDS = {
    "pdf": (b"%PDF-1.7\n1 0 obj", "application/pdf"),
    "pdf behind a warning": (b"<br />\n<b>Warning</b>: mysql\n%PDF-1.4\n", "application/pdf"),
    "pdf behind a mark": (b"\xef\xbb\xbf\r\n%PDF-1.4\n", "application/pdf"),
    "docx": (DOCX, OOXML + "wordprocessingml.document"),
    "docx that is torn": (DOCX[:-60], OOXML + "wordprocessingml.document"),
    "docx behind dirt": (packed("[Content_Types].xml", "word/d.xml") + b"\r\n<!-- ok -->",
                         OOXML + "wordprocessingml.document"),
    "xlsx": (packed("xl/workbook.xml", "[Content_Types].xml"), OOXML + "spreadsheetml.sheet"),
    "xlsb": (packed("[Content_Types].xml", "xl/workbook.bin"),
             "application/vnd.ms-excel.sheet.binary.macroenabled.12"),
    "pptx": (packed("[Content_Types].xml", "ppt/presentation.xml"),
             OOXML + "presentationml.presentation"),
    "odt": (packed("content.xml", first="application/vnd.oasis.opendocument.text"),
            "application/vnd.oasis.opendocument.text"),
    "ods": (packed("content.xml", first="application/vnd.oasis.opendocument.spreadsheet"),
            "application/vnd.oasis.opendocument.spreadsheet"),
    "odp": (packed("content.xml", first="application/vnd.oasis.opendocument.presentation"),
            "application/vnd.oasis.opendocument.presentation"),
    "zip with a docx in it": (packed("budget.docx", inside=DOCX), "application/zip"),
    "zip with an office folder": (packed("word/budget.pdf"), "application/zip"),
    "doc": (OLE + "WordDocument".encode("utf-16-le") + bytes(60), "application/msword"),
    "xls": (OLE + "Workbook".encode("utf-16-le") + bytes(60), "application/vnd.ms-excel"),
    "ppt": (OLE + "PowerPoint Document".encode("utf-16-le") + bytes(60),
            "application/vnd.ms-powerpoint"),
    "ole": (OLE, "application/x-ole-storage"),
    "rtf": (b"{\\rtf1\\ansi\\ansicpg1251 \\'c1}", "application/rtf"),
    "rar": (b"Rar!\x1a\x07\x01\x00" + bytes(90), "application/vnd.rar"),
    "7z": (b"7z\xbc\xaf\x27\x1c\x00\x04" + bytes(90), "application/x-7z-compressed"),
    "gz": (gzip.compress(b"x" * 99), "application/gzip"),
    "png": (b"\x89PNG\r\n\x1a\n" + bytes(40), "image/png"),
    "jpeg": (b"\xff\xd8\xff\xe0" + bytes(40), "image/jpeg"),
    "webp": (b"RIFF\x10\x00\x00\x00WEBPVP8 ", "image/webp"),
    "a page": (PAGE.encode(), "text/html"),
    "a page in windows-1251": (PAGE.encode("cp1251"), "text/html"),
    "a page in utf-16": (PAGE.encode("utf-16"), "text/html"),
    "a page with zero bytes": (PAGE.replace("<body>", "<body>\0\0").encode(), "text/html"),
    "a piece of a page": (b"<div class=x><a href=/b>b</a></div>", "text/html"),
    "xhtml": (b'<?xml version="1.0"?>\n<!DOCTYPE html><html xmlns="x">', "text/html"),
    "a page that speaks of %PDF-": (b"<html><p>%PDF-1.4 is how a PDF begins</p>", "text/html"),
    "sitemap": (b'<?xml version="1.0"?><urlset><url/></urlset>', "application/xml"),
    "sitemap, undeclared": (b"\n<urlset xmlns='x'><url/></urlset>", "application/xml"),
    "svg": (b'<svg xmlns="x"><path/></svg>', "image/svg+xml"),
    "json": (b'{"status": "ok", "rows": [1, 2]}', "application/json"),
    "text": ("Бюджет для граждан".encode(), "text/plain"),
    "text that begins with a bracket": ("[1] Закон о бюджете.".encode(), "text/plain"),
}  # fmt: skip
HEADERS = ["", "application/octet-stream", "application/pdf", "image/png"]


@pytest.mark.parametrize("what", KINDS)
@pytest.mark.parametrize("header", HEADERS)
def test_bytes_go_before_the_header(what, header):
    body, kind = KINDS[what]
    assert media_type(body, header, "http://x.invalid/download.php?id=1") == kind


@pytest.mark.parametrize("what", [k for k in KINDS if k not in ("text", "json")])
def test_a_document_called_a_page_is_a_document(what):
    body, kind = KINDS[what]
    if not kind.startswith("text/plain"):
        assert media_type(body, "Text/HTML; charset=utf-8", "http://x.invalid/b.html") == kind


def test_plain_text_is_what_it_is_called():
    table = "код;сумма\n1;2\n".encode()
    assert media_type(table, "text/csv; charset=utf-8") == "text/csv"
    assert media_type(table, "application/octet-stream", "http://x.invalid/a.csv?x=1") == "text/csv"
    assert media_type("Страница не найдена".encode(), "text/html") == "text/html"
    assert media_type(b"Fatal error", "application/pdf", "http://x.invalid/a.pdf") == "text/plain"


def test_a_riddle_keeps_a_name_that_can_be_true():
    noise = bytes(range(256)) * 4
    assert media_type(noise, "application/x-stuffit") == "application/x-stuffit"
    assert media_type(noise, "text/html") == "application/octet-stream"
    assert media_type(noise, "", "http://x.invalid/b.DOC") == "application/msword"
    assert media_type(b"", "text/html; charset=x") == "text/html"
    assert media_type(b"", "") == ""


def test_a_zip_with_a_million_names_takes_no_memory():
    entry = b"PK\x01\x02" + bytes(24) + b"\x01\x00" + bytes(16) + b"a"
    body = b"PK\x03\x04" + bytes(30) + entry * 1_000_000
    body += b"PK\x05\x06" + bytes(8) + (len(entry) * 1_000_000).to_bytes(4, "little") + bytes(6)
    assert media_type(body) == "application/zip"


def test_the_crawler_and_the_scorer_agree_on_every_document_of_the_project():
    listed = subprocess.run(
        ["git", "ls-files", "-z", "data/demo", "tests"], cwd=ROOT, capture_output=True, check=True
    )
    paths = [ROOT / n for n in listed.stdout.decode().split("\0") if n.endswith(ENDINGS)]
    assert len(paths) > 20
    for path in paths:
        body, url = path.read_bytes(), f"http://x.invalid/{path.name}"
        assert media_type(body, "", url) == media_type_of(Given.of(body, url=url)), path


ENDINGS = (
    ".pdf",
    ".docx",
    ".xlsx",
    ".pptx",
    ".doc",
    ".xls",
    ".odt",
    ".ods",
    ".zip",
    ".rtf",
    ".html",
    ".png",
)


@settings(deadline=None)  # the machine may be busy
@given(st.binary(max_size=400), st.sampled_from(sorted(KINDS)), st.text(max_size=40), st.text())
def test_any_bytes_have_some_type(dirt, what, header, url):
    body = KINDS[what][0]
    for one in (dirt, body + dirt, body[: len(dirt)] + dirt, dirt + body):
        found = media_type(one, header, url)
        assert isinstance(found, str)
        assert found == found.lower()
