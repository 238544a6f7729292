"""Texts and data: delimiters found, records as rows, lines put together."""

import pytest

from scoring.extract import extract
from scoring.extract.data.delimited import delimiter
from scoring.locator import at, cell_name, cell_place, parts, written
from scoring.model import BlockKind, Document

ROWS = (
    ("Показатель", "2025", "2026"),
    ("Доходы, всего", "101234,5", "110000"),
    ("Расходы", "102345,6", "111500"),
)


def csv(text: str, encoding: str = "utf-8") -> Document:
    return extract(text.encode(encoding), url="https://a.invalid/open.csv")


def joined(sign: str, quote: bool = False) -> str:
    cell = '"{}"'.format if quote else str
    return "\n".join(sign.join(map(cell, row)) for row in ROWS) + "\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1251", "utf-16"])
@pytest.mark.parametrize("sign", [";", "\t", "|"])
def test_rows_of_a_csv(sign: str, encoding: str) -> None:
    document = csv(joined(sign), encoding)
    (table,) = document.tables
    assert table.rows == ROWS
    assert document.text_layer_share is None
    assert at(document, "line=2").rows == (ROWS[1],)


def test_commas_part_and_are_decimal() -> None:
    assert csv(joined(",", quote=True)).tables[0].rows == ROWS
    assert delimiter("год;доходы\n2024;1,5\n2025;2,5\n") == ";"
    assert delimiter("год,доходы\n2024,1.5\n2025,2.5\n") == ","
    assert delimiter("sep=|\nа,б|в\n") == "|"


def test_titles_over_a_csv_are_its_caption() -> None:
    document = csv("Доходы областного бюджета;;\nмлн рублей;;\n" + joined(";"))
    assert document.tables[0].caption == "Доходы областного бюджета млн рублей"
    assert (document.tables[0].locator, document.title) == ("line=3", "Доходы областного бюджета")
    assert at(document, "line=4").rows == (ROWS[1],)


def test_json_records_are_a_table() -> None:
    body = """{"регион": "Заречье", "данные": [
    {"статья": "Доходы", "суммы": {"2025": 1.5, "2026": 2}, "годы": [2025, 2026]},
    {"статья": "Расходы", "суммы": {"2025": null}, "части": [{"часть": "а"}, {"часть": "б"}]}]}"""
    document = extract(body.encode(), url="https://a.invalid/open.json")
    assert [b.text for b in document.blocks] == ["регион: Заречье"]
    assert [(t.caption, t.rows) for t in document.tables] == [
        (
            "данные",
            (
                ("статья", "суммы.2025", "суммы.2026", "годы"),
                ("Доходы", "1,5", "2", "2025, 2026"),
                ("Расходы", "", "", ""),
            ),
        ),
        ("данные.части", (("часть",), ("а",), ("б",))),
    ]


def test_xml_records_are_a_table() -> None:
    body = """<?xml version="1.0" encoding="windows-1251"?><отчёт год="2025"><строки>
    <строка код="1"><имя>Доходы</имя><сумма>1,5</сумма></строка>
    <строка код="2"><имя>Расходы</имя></строка></строки></отчёт>"""
    document = extract(body.encode("cp1251"), url="https://a.invalid/open.xml")
    assert document.tables[0].rows == (
        ("код", "имя", "сумма"),
        ("1", "Доходы", "1,5"),
        ("2", "Расходы", ""),
    )
    assert [b.text for b in document.blocks] == ["отчёт: год: 2025"]


def test_a_map_of_a_site_keeps_address_and_day_in_one_row() -> None:
    body = b"""<?xml version="1.0"?><urlset><url><loc>https://a.invalid/1</loc><lastmod>2025-12-01</lastmod>
    </url><url><loc>https://a.invalid/2</loc></url></urlset>"""
    assert extract(body, url="https://a.invalid/sitemap.xml").tables[0].rows[1] == (
        "https://a.invalid/1",
        "2025-12-01",
    )


def test_an_xml_with_entities_is_refused() -> None:
    body = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'
    assert extract(body, url="https://a.invalid/a.xml").unreadable == "torn"


def txt(text: str, encoding: str = "utf-8") -> Document:
    return extract(text.encode(encoding), url="https://a.invalid/readme.txt")


def test_lines_broken_by_a_program_are_one_paragraph() -> None:
    document = txt(
        "Бюджет области составляется на три года. Он\nпоказывает, сколько денег область получит\n"
        "и на что она их потратит.\n\n- налог на прибыль;\n- акцизы.\n",
        "cp1251",
    )
    assert [(b.kind, b.locator) for b in document.blocks] == [
        (BlockKind.PARAGRAPH, "line=1"), (BlockKind.LIST_ITEM, "line=5"), (BlockKind.LIST_ITEM, "line=6"),
    ]  # fmt: skip
    assert document.blocks[0].text.endswith(
        "Он показывает, сколько денег область получит и на что она их потратит."
    )
    assert document.text_layer_share == 1.0


def test_lines_that_are_paragraphs_stay_apart() -> None:
    long = "Доходы областного бюджета выросли по сравнению с прошлым годом на десять процентов и более того."
    assert len(txt(f"{long}\n{long}\n{long}\n").blocks) == 3


def test_a_saved_page_is_read_as_the_page() -> None:
    page = "<html><body><h1>Бюджет для граждан</h1><p>Доходы растут.</p></body></html>"
    body = (
        (
            b'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"; type="text/html"\r\n\r\n--b\r\n'
            b"Content-Type: text/html; charset=windows-1251\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
        )
        + page.encode("cp1251")
        + b"\r\n--b--\r\n"
    )
    document = extract(body)
    assert (document.media_type, document.title) == ("message/rfc822", "Бюджет для граждан")
    assert document.blocks[-1].text == "Доходы растут."


@pytest.mark.parametrize("name", ["Доходы", "a;b=c&d", "50%", "Лист 1\n2"])
def test_locators_come_back(name: str) -> None:
    locator = written(sheet=name, cell="B7")
    assert locator.count(";") == 1
    assert parts(locator) == {"sheet": name, "cell": "B7"}


def test_cells_have_names() -> None:
    for place in ((0, 0), (6, 1), (99, 25), (0, 26), (1_048_575, 16_383)):
        assert cell_place(cell_name(*place)) == place
    assert cell_name(0, 26) == "AA1"
    assert cell_name(1_048_575, 16_383) == "XFD1048576"
    assert cell_place("7B") is None
