"""Links and what stands over them, on pages as the extractor reads them."""

from scoring.editions.linked import address, mentions
from scoring.editions.rows import cells_of
from scoring.extract import extract

HOME = "https://fin.region.invalid/"
PAGE = """<html><head><title>Минфин</title></head><body><main><h1>Бюджет для граждан</h1>
<h2>2026 год</h2><h3>Проект</h3><p><a href="p.pdf">Скачать</a></p><h3>Закон</h3><p><a href="z.pdf">Скачать</a></p>
<h2>Архив</h2><table><tr><th>Год</th><th>Проект</th><th>Закон</th><th>Исполнение</th></tr>
<tr><td>2025</td><td><a href="p25.pdf">скачать</a></td><td><a href="z25.pdf">скачать</a></td>
<td><a href="i25.pdf">скачать</a></td></tr>
<tr><td>2024</td><td><a href="p24.pdf">скачать</a></td><td>-</td><td><a href="i24.pdf">скачать</a></td></tr>
</table></main></body></html>"""


def heads(archive):
    document = extract(PAGE.encode(), url=HOME, media_type="text/html; charset=utf-8")
    page = archive.page(HOME, "x", sha256=document.sha256)
    targets = [
        archive.file(HOME + href, "x")
        for href in ("p.pdf", "z.pdf", "p25.pdf", "z25.pdf", "i25.pdf", "i24.pdf")
    ]
    known = mentions([page], {document.sha256: document}, targets)
    return {target.rpartition("/")[2]: links[0].headings for target, links in known.items()}


def test_headings_nearest_first(archive):
    found = heads(archive)
    assert found["p.pdf"][:3] == ("Проект", "2026 год", "Бюджет для граждан")
    assert found["z.pdf"][:2] == ("Закон", "2026 год")


def test_a_table_tells_by_its_column_and_row(archive):
    found = heads(archive)
    assert found["p25.pdf"][:2] == ("Проект", "2025")
    assert found["z25.pdf"][:2] == ("Закон", "2025")
    assert found["i24.pdf"][:2] == ("Исполнение", "2024")
    assert "Бюджет для граждан" in found["i24.pdf"]


def test_one_spelling_for_an_address():
    assert address("HTTP://www.Fin.Invalid/a%20b/#x") == address("https://fin.invalid/a b")
    assert address("https://fin.invalid/a?b=1") != address("https://fin.invalid/a?b=2")
    assert address("http://[broken") == "http://[broken"


def test_a_page_without_tables_has_no_cells():
    document = extract(b"<p>x</p>", url=HOME, media_type="text/html")
    assert cells_of(document) == {}
