"""Every header lies about its body: PDFs as pages, pages as PDFs, pages as streams of octets."""

import io
import zipfile


def docx():
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w") as archive:
        for name in ("[Content_Types].xml", "word/document.xml"):
            archive.writestr(name, "<x/>")
    return whole.getvalue()


INNER = '<html><meta charset="windows-1251"><h1>Открытый бюджет</h1><a href="/byudzhet/b.pdf">Бюджет</a>'
PAGES = {
    "/byudzhet/": (INNER.encode("cp1251"), "application/octet-stream"),
    "/byudzhet/b.pdf": (b'%PDF-1.7\n<a href="/byudzhet/never/">x</a>', "text/html; charset=utf-8"),
    "/byudzhet/error.pdf": ("<html><h1>Файл не найден</h1></html>".encode(), "application/pdf"),
    "/byudzhet/download.php?id=7": (docx(), "application/force-download"),
}


def talk(asked, wire):
    if asked.path == "/":
        return wire.page("".join(f'<a href="{path}">Бюджет</a>' for path in PAGES))
    if asked.path not in PAGES:
        return False
    body, kind = PAGES[asked.path]
    return wire.page(body, kind=kind)
