"""Pages of sites as they come: content told from furniture, data from layout."""

import pytest

from scoring.extract import extract
from scoring.model import BlockKind, Document

BITRIX = """<!DOCTYPE html><html><head><title>Министерство финансов Заречной области</title>
<meta property="article:published_time" content="2024-12-15T10:00:00+03:00">
<script type="application/ld+json">{"@graph":[{"datePublished":"2024-12-14","x":{"dateModified":
"16.12.2024"}}]}</script></head><body>
<div id="panel"></div><div class="header"><a href="/"><img src="/logo.png"></a>Министерство</div>
<ul class="left-menu"><li><a href="/about/">О министерстве</a></li>
<li><a href="/docs/">Документы</a></li></ul>
<div class="bx-breadcrumb"><a href="/">Главная</a> → Бюджет</div>
<div class="workarea"><h1>Бюджет для граждан</h1>
<p>Бюджет&nbsp;&mdash; это план до&shy;ходов и&nbsp;<b>расходов</b> области на год.
Он принимается законом.</p>
<div class="news-item"><time datetime="2024-12-15">15 декабря</time>
<a href="/upload/iblock/1/brochure.pdf?v=1">Брошюра</a> к закону (PDF, 3 Мб)</div>
<h2>Основные показатели</h2><p>млн рублей</p>
<table><tr><td rowspan="2">Показатель</td><td colspan="2">Год</td></tr>
<tr><td>2023</td><td>2024</td></tr>
<tr><td>Доходы</td><td>10&nbsp;234,5</td><td>11 000,0</td></tr></table>
<img src="/upload/diagram.png" width="640" height="400">
<img src="/i/pdf.png" width="16" height="16">
<ul><li>дотации;</li><li>субвенции.</li></ul></div>
<aside><time datetime="2026-11-01">1 ноября</time> Новость</aside>
<footer>г. Заречный, ул. Речная, 1.
<a href="mailto:fin@zarechie.invalid">fin@zarechie.invalid</a></footer>
</body></html>"""


@pytest.fixture(scope="module")
def page() -> Document:
    return extract(BITRIX.encode("cp1251", "xmlcharrefreplace"))


def texts(document: Document, kind: BlockKind) -> list[str]:
    return [block.text for block in document.blocks if block.kind is kind]


def test_content_is_told_from_furniture(page: Document) -> None:
    assert texts(page, BlockKind.PARAGRAPH)[0] == (
        "Бюджет — это план доходов и расходов области на год. Он принимается законом."
    )
    assert texts(page, BlockKind.LIST_ITEM) == ["дотации;", "субвенции."]
    furniture = " ".join(texts(page, BlockKind.BOILERPLATE))
    for word in ("О министерстве", "Главная", "Новость", "ул. Речная"):
        assert word in furniture


def test_titles_and_headings(page: Document) -> None:
    assert page.title == "Бюджет для граждан"
    assert texts(page, BlockKind.TITLE) == [
        "Министерство финансов Заречной области",
        "Бюджет для граждан",
    ]
    heading = next(b for b in page.blocks if b.kind is BlockKind.HEADING)
    assert (heading.text, heading.level) == ("Основные показатели", 2)


def test_locators_count_all_blocks(page: Document) -> None:
    assert [b.locator for b in page.blocks] == [
        f"block={n}" for n in range(1, len(page.blocks) + 1)
    ]


def test_a_table_repeats_merged_cells_and_knows_its_unit(page: Document) -> None:
    (table,) = page.tables
    assert table.rows == (
        ("Показатель", "Год", "Год"),
        ("Показатель", "2023", "2024"),
        ("Доходы", "10 234,5", "11 000,0"),
    )
    assert table.caption == "млн рублей"
    assert "Доходы" not in " ".join(b.text for b in page.blocks)


def test_links_keep_their_surroundings_and_furniture_keeps_its_links(page: Document) -> None:
    links = {link.href: link for link in page.links}
    brochure = links["/upload/iblock/1/brochure.pdf?v=1"]
    assert (brochure.text, brochure.context) == (
        "Брошюра",
        "15 декабря Брошюра к закону (PDF, 3 Мб)",
    )
    block = page.blocks[int(brochure.locator.removeprefix("block=")) - 1]
    assert "Брошюра" in block.text
    assert links["mailto:fin@zarechie.invalid"].text == "fin@zarechie.invalid"
    assert {"/about/", "/docs/"} <= set(links)


def test_pictures_are_not_icons(page: Document) -> None:
    assert page.pictures == 1


def test_dates_for_machines_without_the_side_news(page: Document) -> None:
    assert page.page_dates == (
        ("meta article:published_time", "2024-12-15"),
        ("json-ld datePublished", "2024-12-14"),
        ("json-ld dateModified", "2024-12-16"),
        ("time", "2024-12-15"),
    )


def test_a_layout_table_is_no_data() -> None:
    old = """<html><body><table width=100%><tr><td class=menu><a href=1.htm>Раз</a><td>
    <h2>Заголовок</h2><p>Текст страницы стоит в ячейке.<p>И ещё абзац.
    <table border=1><tr><th>Год<th>Доходы<tr><td>2024<td>5</table></table></body></html>"""
    document = extract(old.encode("cp1251"))
    assert [table.rows for table in document.tables] == [(("Год", "Доходы"), ("2024", "5"))]
    assert texts(document, BlockKind.PARAGRAPH) == [
        "Текст страницы стоит в ячейке.",
        "И ещё абзац.",
    ]
    assert texts(document, BlockKind.BOILERPLATE) == ["Раз"]


def test_links_in_a_table_stand_in_their_row() -> None:
    rows = "".join(
        f"<tr><td>{year} год</td><td><a href='b{year}.pdf'>скачать</a></td></tr>"
        for year in (2023, 2024, 2025)
    )
    document = extract(f"<html><body><table>{rows}</table></body></html>".encode())
    assert [link.context for link in document.links] == [
        "2023 год скачать",
        "2024 год скачать",
        "2025 год скачать",
    ]
    assert {link.locator for link in document.links} == {"table=1"}


def test_old_pages_part_paragraphs_with_breaks() -> None:
    page = "<html><body>Первый абзац.<br>Второй абзац<br>длится здесь.<br><br>Третий</body></html>"
    assert [b.text for b in extract(page.encode()).blocks] == [
        "Первый абзац.",
        "Второй абзац длится здесь.",
        "Третий",
    ]


def test_a_definition_keeps_its_term() -> None:
    page = "<html><body><dl><dt>Дефицит</dt><dd>расходы больше доходов</dd></dl></body></html>"
    assert extract(page.encode()).blocks[0].text == "Дефицит — расходы больше доходов"


def test_a_menu_without_a_name_is_known_by_its_links() -> None:
    menu = "".join(f"<div><a href='/{n}'>Раздел {n}</a></div>" for n in range(6))
    files = "".join(f"<div><a href='/{n}.pdf'>Бюджет {n}</a></div>" for n in range(6))
    document = extract(f"<html><body>{menu}<p>Текст.</p>{files}</body></html>".encode())
    assert len(texts(document, BlockKind.BOILERPLATE)) == 6
    assert len(texts(document, BlockKind.PARAGRAPH)) == 7


def test_a_container_that_holds_the_page_is_no_furniture() -> None:
    said = "<p>Доходы областного бюджета растут третий год подряд.</p>" * 20
    page = (
        f"<html><body class='has-menu'><div class='header-fixed sidebar'>{said}</div></body></html>"
    )
    assert not texts(extract(page.encode()), BlockKind.BOILERPLATE)


def test_scripts_and_styles_say_nothing() -> None:
    page = "<html><body><script>var бюджет = 1</script><style>p{}</style><p>Да</p></body></html>"
    assert [b.text for b in extract(page.encode()).blocks] == ["Да"]


def test_what_css_hides_until_a_click_is_content_and_offers_to_share_are_not() -> None:
    page = """<html><body><main><h1>Бюджет</h1>
    <div class="tab-pane" style="display:none"><p>Расходы скрыты до нажатия.</p></div>
    <div class="accordion-header">Долг</div><div class="accordion-body"><p>Долг снижается.</p></div>
    <details><summary>Подробно</summary><p>Скрытый ответ.</p></details>
    <div class="ya-share2">ВКонтакте</div><p>Поделиться</p><p>Версия для печати</p>
    <section class="related-news"><h2>Похожие новости</h2><p>Открыт мост.</p></section>
    <div class="b-cookie"><p>Мы используем файлы cookie.</p></div></main></body></html>"""
    document = extract(page.encode())
    assert texts(document, BlockKind.PARAGRAPH) == [
        "Расходы скрыты до нажатия.",
        "Долг",
        "Долг снижается.",
        "Подробно",
        "Скрытый ответ.",
    ]
    assert "Открыт мост." in texts(document, BlockKind.BOILERPLATE)


def test_a_page_saved_from_word() -> None:
    page = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta charset=utf-8>
    <!--[if gte mso 9]><xml><o:Author>Иванов</o:Author></xml><![endif]--></head><body>
    <p class=MsoNormal><b>Пояснительная записка<o:p></o:p></b></p>
    <p class=MsoNormal>Доходы <span style='mso-spacerun:yes'>  </span>составят 5 млрд.<o:p></o:p></p>
    <p class=MsoNormal><o:p>&nbsp;</o:p></p><p class=MsoListParagraph>дороги;</p></body></html>"""
    document = extract(page.encode())
    assert [(block.kind, block.text) for block in document.blocks] == [
        (BlockKind.HEADING, "Пояснительная записка"),
        (BlockKind.PARAGRAPH, "Доходы составят 5 млрд."),
        (BlockKind.LIST_ITEM, "дороги;"),
    ]


def test_a_picture_is_as_large_as_its_style_says() -> None:
    page = "<html><body><img src=a.png style='width:20px'><img src=b.png style='width: 400px'>"
    assert extract(page.encode()).pictures == 1


@pytest.mark.parametrize(
    ("image", "count"),
    [
        ("<img src=/upload/social-policy-2026.png>", 1),
        ("<img src=/upload/share-of-spending.jpg>", 1),
        ("<img src=/upload/map.png alt='Карта школ'>", 1),
        ("<img src='data:image/gif;base64,R0lGODlhAQABAAAAACw=' data-src=/upload/school.jpg>", 1),
        ("<img src=/local/templates/img/pdf.png>", 0),
        ("<img src=/img/file-doc.svg>", 0),
        ("<img src=/img/vk.svg>", 0),
        ("<img src=/a/social/ok.jpg>", 0),
        ("<img src=/x.png class='share-link'>", 0),
        ("<img src='data:image/gif;base64,R0lGODlhAQABAAAAACw='>", 0),
        ("<img src=//counter.yadro.ru/hit?t26>", 0),
        ("<img src=/upload/gerb.png>", 0),
    ],
)
def test_what_is_a_picture_of_the_page(image: str, count: int) -> None:
    assert extract(f"<html><body><p>Слова.</p>{image}".encode()).pictures == count


def test_one_image_again_and_again_is_one() -> None:
    items = "".join(f"<li><img src=/upload/mark.jpg>Школа {n}</li>" for n in range(9))
    page = f"<html><body><ul>{items}</ul><img src=/upload/school.jpg></body></html>"
    assert extract(page.encode()).pictures == 2
