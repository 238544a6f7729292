"""The ladder of publication dates: every rung alone, and what they make together."""

from datetime import date

import pytest

from crawler.model import Outcome
from scoring.classify import classify
from scoring.dates import RUNGS
from scoring.dating.telling import alone
from scoring.model import Evidence, PageLink

HOME = "https://fin.region.invalid/"
LISTING = HOME + "budget/citizens/"
PDF = HOME + "files/bdg2026.pdf"
LINK = "Бюджет для граждан на 2026 год (закон)"
TEXT = """Бюджет для граждан

к закону об областном бюджете на 2026 год

=====

Доходы бюджета 36,5 млрд рублей, расходы 37,7 млрд рублей, дефицит 1,2 млрд рублей."""


def published(archive, region):
    editions, _ = classify(region, archive.captures, archive.documents)
    assert [(e.stage.value, e.fiscal_year) for e in editions] == [("adopted", 2026)]
    return editions[0].publication


def span(publication):
    return publication.earliest, publication.latest, publication.basis


def test_the_rungs_stand_in_the_order_of_the_rubric():
    assert RUNGS == (
        "printed",
        "news",
        "first-seen",
        "web-archive",
        "sitemap",
        "last-modified",
        "file-metadata",
    )


@pytest.mark.parametrize(
    "row",
    [
        f"{LINK} Опубликовано 25 декабря 2025",
        f"{LINK} (pdf, 4,2 Мб) 25.12.2025",
        f"25.12.25 {LINK}",
        f"{LINK}. Дата размещения: 2025-12-25",
        f"{LINK}, закон от 12.12.2025 № 85-ЗО, размещено 25.12.2025",
        f"{LINK}: byudzhet_26.pdf от 25.12.2025",
        f"{LINK}. Выпуск от 25 декабря 2025 г.",
        f"{LINK} (номер от 25.12.2025)",
    ],
)
def test_a_day_in_the_row_of_the_link(archive, region, row):
    archive.listing((PDF, LINK, row))
    archive.file(PDF, TEXT)
    assert span(published(archive, region)) == (date(2025, 12, 25), date(2025, 12, 25), "printed")
    assert published(archive, region).pieces[0].evidence.url == LISTING


PLAIN = "Бюджет для граждан на 2026 год"


@pytest.mark.parametrize("tail", ["от 25.12.2025", "(pdf, 4,2 Мб) от 25 декабря 2025 г."])
def test_a_day_that_ends_the_row_is_the_file_s_when_no_act_is_named(archive, region, tail):
    archive.listing((PDF, PLAIN, f"{PLAIN} {tail}"))
    archive.file(PDF, TEXT)
    assert span(published(archive, region)) == (date(2025, 12, 25), date(2025, 12, 25), "printed")


def test_a_day_without_its_year_is_told_whole_by_the_page(archive, region):
    row = PageLink(PDF, LINK, f"{LINK} 25 декабря", "block=2")
    archive.page(LISTING, f"# Бюджет\n\n- {LINK} 25 декабря", links=(row,), page_dates=(("time", "2025-12-25"),))  # fmt: skip
    archive.file(PDF, TEXT)
    assert span(published(archive, region)) == (date(2025, 12, 25), date(2025, 12, 25), "printed")


def test_every_cell_of_a_row_has_its_own_day(archive, region):
    other = HOME + "files/isp.pdf"
    row = "2026 закон 25.12.2025 отчёт 03.06.2026"
    links = (PageLink(PDF, "закон", row, "block=2"), PageLink(other, "отчёт", row, "block=2"))
    text = "# Бюджет для граждан\n\n| Год | Закон | Отчёт |\n| 2026 | закон 25.12.2025 | отчёт 03.06.2026 |"
    archive.page(LISTING, text, links=links)
    archive.file(PDF, TEXT)
    assert span(published(archive, region)) == (date(2025, 12, 25), date(2025, 12, 25), "printed")


def test_a_page_of_one_stage_with_one_brochure_dates_it(archive, region):
    page = HOME + "zakon-2026/"
    text = f"# Закон о бюджете на 2026 год\n\n- {PLAIN}\n\nДата создания: 25 декабря 2025 г."
    archive.page(page, text, links=(PageLink(PDF, PLAIN, PLAIN, "block=2"),))
    archive.file(PDF, TEXT, via=page)
    assert span(published(archive, region)) == (date(2025, 12, 25), date(2025, 12, 25), "printed")


@pytest.mark.parametrize(
    "row",
    [
        f"{PLAIN} к закону от 12.12.2025",
        f"{LINK} (закон от 12.12.2025 № 85-ЗО)",
        f"{LINK} по состоянию на 01.01.2026",
        f"{LINK} 15.12.2029",
        f"{LINK} 15.12.2009",
        f"{LINK} 05.05.2024",
        LINK,
    ],
)
def test_days_that_are_not_of_publication_leave_only_the_first_sight(archive, region, row):
    archive.listing((PDF, LINK, row))
    archive.file(PDF, TEXT)
    assert span(published(archive, region)) == (None, date(2026, 11, 20), "first-seen")


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("г. Заозёрск, 25 декабря 2025 года", date(2025, 12, 25)),
        ("Дата публикации 25.12.2025", date(2025, 12, 25)),
        ("Подписано в свет 25 декабря 2025 года", date(2025, 12, 25)),
        ("Вышел из печати 25 декабря 2025 года", date(2025, 12, 25)),
        ("На сайте с 25.12.2025", date(2025, 12, 25)),
        ("25.12.2025. По областному закону о бюджете", date(2025, 12, 25)),
        ("Брошюра к газете «Окружной вестник», 25 декабря 2025 года", date(2025, 12, 25)),
        ("Бюджет для граждан | 25 декабря 2025 года", date(2025, 12, 25)),
        ("Заозёрск, декабрь 2025 года", date(2025, 12, 1)),
        ("Министерство финансов Заозёрной области, декабрь 2025 г.", date(2025, 12, 1)),
        ("Декабрь 2025", date(2025, 12, 1)),
        ("Цены за декабрь 2025 года", None),
        ("Брошюра к закону, подписанному губернатором, 25 декабря 2025 года", None),
        ("Брошюра к закону от 25.12.2025", None),
        ("25.12.2025. Закон принят Думой", None),
        ("Заозёрск, 2025", None),
        ("Закон от 25.12.2025 № 85-ЗО", None),
        ("по состоянию на 25.12.2025", None),
    ],
)
def test_a_day_on_the_title_page(archive, region, line, expected):
    archive.listing((PDF, LINK, LINK))
    archive.file(PDF, TEXT.replace("\n\n=====", f"\n\n{line}\n\n=====", 1))
    told = published(archive, region)
    assert (told.earliest, told.basis) == (expected, "printed" if expected else "first-seen")


def page(line):
    return f"""# Бюджет для граждан

{line}

## Закон о бюджете на 2026 год

Что такое бюджет? Бюджет – это план доходов и расходов области на год, который принимает парламент, а исполняет правительство области.

Доходы областного бюджета составят 36 519,2 млн рублей, расходы – 37 719,2 млн рублей, дефицит – 1 200 млн рублей. Налоговые доходы – 20 000 млн рублей.

Слушания состоялись 3 декабря 2025 года.

12 ноября 2026

Министр поздравил работников финансовых органов."""


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("25 декабря 2025", (date(2025, 12, 25), date(2025, 12, 25), "printed")),
        ("Опубликовано: 25.12.2025 в 12:40", (date(2025, 12, 25), date(2025, 12, 25), "printed")),
        ("Исправлено 25.01.2026", (None, date(2026, 1, 25), "last-modified")),
        ("Последнее обновление: 25.01.2026", (None, date(2026, 1, 25), "last-modified")),
        ("Для жителей области", (None, date(2026, 11, 20), "first-seen")),
    ],
)
def test_a_day_on_the_page_that_is_the_edition(archive, region, line, expected):
    archive.page(LISTING + "2026/", page(line), title="Бюджет для граждан")
    assert span(published(archive, region)) == expected


def test_a_page_made_for_one_edition_dates_its_brochure(archive, region):
    link = PageLink(PDF, "Скачать брошюру", "Скачать брошюру", "block=3")
    text = "# Бюджет для граждан к закону о бюджете на 2026 год\n\nДата публикации: 25.12.2025\n\n- Скачать брошюру"
    archive.page(LISTING + "2026/", text, links=(link,))
    archive.file(PDF, TEXT, via=LISTING + "2026/")
    assert span(published(archive, region)) == (date(2025, 12, 25), date(2025, 12, 25), "printed")


def test_a_day_beside_another_edition_on_the_same_page_is_that_editions(archive, region):
    draft = HOME + "files/bdg2026-p.pdf"
    rows = (
        ("Бюджет для граждан на 2026 год (закон), добавлено 06.04.2026", PDF),
        ("Бюджет для граждан на 2026 год (проект закона), добавлено 12.11.2025", draft),
    )
    links = tuple(PageLink(url, row, row, f"block={n}") for n, (row, url) in enumerate(rows, 2))
    text = "# Бюджет для граждан — 2026\n\n" + "\n\n".join(row for row, _ in rows)
    archive.page(LISTING + "2026/", text, links=links, title="Бюджет для граждан — 2026")
    archive.file(PDF, TEXT, via=LISTING + "2026/")
    told = published(archive, region)
    assert span(told) == (date(2026, 4, 6), date(2026, 4, 6), "printed")
    assert {p.latest for p in told.pieces if p.rung == "printed"} == {date(2026, 4, 6)}


def test_the_first_of_several_printed_days_counts_and_the_later_is_no_contradiction(
    archive, region
):
    other = HOME + "files/bdg2026-2.pdf"
    second = "Бюджет для граждан на 2026 год (закон с учётом изменений)"
    archive.listing((PDF, LINK, f"{LINK} 25.12.2025"), (other, second, f"{second} 10.07.2026"))
    archive.file(PDF, TEXT)
    archive.file(other, TEXT.replace("36,5", "37,5"))
    told = published(archive, region)
    assert (span(told), told.contradictions) == (
        (date(2025, 12, 25), date(2025, 12, 25), "printed"),
        (),
    )


def news(archive, day_line, url=HOME + "news/77/"):
    text = f"# Опубликован бюджет для граждан на 2026 год\n\n{day_line}\n\nМинистерство разместило брошюру."
    link = PageLink(PDF, "брошюру", "Министерство разместило брошюру.", "block=3")
    return archive.page(url, text, links=(link,))


def test_a_news_item_that_links_to_it(archive, region):
    archive.listing((PDF, LINK, LINK))
    archive.file(PDF, TEXT)
    news(archive, "26 декабря 2025, 10:15")
    assert span(published(archive, region)) == (date(2025, 12, 26), date(2025, 12, 26), "news")


def test_news_after_the_printed_day_agrees_and_news_before_it_does_not(archive, region):
    archive.listing((PDF, LINK, f"{LINK} 25.12.2025"))
    archive.file(PDF, TEXT)
    news(archive, "26 декабря 2025")
    assert published(archive, region).contradictions == ()
    news(archive, "1 декабря 2025", HOME + "news/12/")
    told = published(archive, region)
    assert span(told) == (date(2025, 12, 25), date(2025, 12, 25), "printed")
    assert told.contradictions == ("printed: 2025-12-25, but news says 2025-12-01",)


def test_between_two_crawls(archive, region):
    archive.listing("Новостей нет", ("other.pdf", "Отчёт", "Отчёт"), day="2025-12-20")
    archive.file(PDF, outcome=Outcome.NOT_FOUND, day="2025-12-23")
    archive.listing((PDF, LINK, LINK), day="2026-01-12")
    archive.file(PDF, TEXT, day="2026-01-12")
    archive.file(PDF, TEXT, day="2026-11-20")
    assert span(published(archive, region)) == (date(2025, 12, 23), date(2026, 1, 12), "first-seen")


def test_a_listing_without_the_link_proves_absence(archive, region):
    archive.listing(("other.pdf", "Отчёт", "Отчёт"), day="2025-12-20")
    archive.listing((PDF, LINK, LINK), day="2026-01-12")
    archive.file(PDF, TEXT, day="2026-01-12")
    assert span(published(archive, region)) == (date(2025, 12, 20), date(2026, 1, 12), "first-seen")


def test_other_bytes_at_the_same_address_prove_nothing(archive, region):
    archive.file(PDF, TEXT.replace("2026", "2025"), day="2025-02-01")
    archive.listing((PDF, LINK, LINK), day="2026-01-12")
    archive.file(PDF, TEXT, day="2026-01-12")
    assert span(published(archive, region)) == (None, date(2026, 1, 12), "first-seen")


def test_the_file_tells_since_when_and_the_server_until_when(archive, region):
    archive.listing((PDF, LINK, LINK))
    archive.file(PDF, TEXT, created="2025-12-18", last_modified="Sat, 20 Dec 2025 08:00:00 GMT")
    assert span(published(archive, region)) == (
        date(2025, 12, 18),
        date(2025, 12, 20),
        "last-modified",
    )


def test_metadata_is_a_lower_bound_only(archive, region):
    archive.listing((PDF, LINK, LINK))
    archive.file(PDF, TEXT, created="2026-03-05")
    assert span(published(archive, region)) == (date(2026, 3, 5), date(2026, 11, 20), "first-seen")


def test_metadata_of_one_file_does_not_bound_an_edition_with_another(archive, region):
    other = HOME + "files/part2.pdf"
    archive.listing((PDF, LINK, LINK), (other, LINK, LINK + " часть 2"))
    archive.file(PDF, TEXT, created="2026-03-05")
    archive.file(other, TEXT + " Часть 2")
    assert published(archive, region).earliest is None


def test_a_printed_day_before_the_file_was_made_is_contradicted(archive, region):
    archive.listing((PDF, LINK, f"{LINK} 10.01.2026"))
    archive.file(PDF, TEXT, created="2026-03-05")
    told = published(archive, region)
    assert span(told) == (date(2026, 1, 10), date(2026, 1, 10), "printed")
    assert told.contradictions == (
        "printed: 2026-01-10, but file-metadata says not before 2026-03-05",
    )


def test_a_clock_a_day_off_is_no_contradiction(archive, region):
    archive.listing((PDF, LINK, f"{LINK} 10.01.2026"))
    archive.file(PDF, TEXT, created="2026-01-11")
    assert published(archive, region).contradictions == ()


def test_a_printed_day_when_we_saw_it_was_not_there(archive, region):
    archive.listing(("other.pdf", "Отчёт", "Отчёт"), day="2026-02-20")
    archive.listing((PDF, LINK, f"{LINK} 10.01.2026"))
    archive.file(PDF, TEXT)
    told = published(archive, region)
    assert told.contradictions == (
        "printed: 2026-01-10, but first-seen says not before 2026-02-20",
    )


def test_a_web_archive_copy_and_a_site_map(archive, region):
    archive.listing((PDF, LINK, LINK))
    archive.file(PDF, TEXT)
    archive.file(f"https://web.archive.org/web/20260115120000id_/{PDF}", TEXT, bytes_of="x")
    assert span(published(archive, region)) == (None, date(2026, 1, 15), "web-archive")
    archive.file(HOME + "sitemap.xml", f"{PDF} 2026-01-02", media="application/xml")
    assert span(published(archive, region)) == (None, date(2026, 1, 2), "sitemap")


def test_the_order_of_captures_changes_nothing(archive, region):
    archive.listing((PDF, LINK, f"{LINK} 10.01.2026"), day="2026-01-12")
    archive.file(PDF, TEXT, day="2026-01-12", created="2026-03-05")
    archive.listing((PDF, LINK, f"{LINK} 10.01.2026"))
    archive.file(PDF, TEXT)
    told = published(archive, region)
    archive.captures.reverse()
    archive.documents = dict(reversed(archive.documents.items()))
    assert published(archive, region) == told


DAY = "Опубликовано 25 декабря 2025 года."
OTHER = HOME + "files/bdg2027.pdf"
NEXT = "Бюджет для граждан к проекту бюджета на 2027 год"


def _site(archive, *lines):
    """A listing: a line is a block, and a link where it names one of the two files."""
    links = tuple(
        PageLink(PDF if line == f"- {LINK}" else OTHER, line[2:], line[2:], f"block={n}")
        for n, line in enumerate(lines, 1)
        if line in (f"- {LINK}", f"- {NEXT}")
    )
    archive.page(LISTING, "\n\n".join(lines), links=links)
    archive.file(PDF, TEXT)


SHOWN = {
    "a day over the links of its part": ["# Бюджет для граждан", "## Проект на 2027 год", "Опубликовано 9 ноября 2026 года.", f"- {NEXT}", "## Закон на 2026 год", DAY, f"- {LINK}"],
    "a day under the link": ["# Бюджет для граждан", "## Проект на 2027 год", f"- {NEXT}", "Опубликовано: 9 ноября 2026 года", "## Закон на 2026 год", f"- {LINK}", "Опубликовано: 25 декабря 2025 года"],
    "days under links without headings": ["# Бюджет для граждан", f"- {NEXT}", "Размещено 09.11.2026", f"- {LINK}", "Размещено 25.12.2025"],
    "days over links without headings": ["# Бюджет для граждан", "09.11.2026", f"- {NEXT}", "25.12.2025", f"- {LINK}"],
    "a day that is a line": ["# Бюджет для граждан", "## Закон на 2026 год", "25.12.2025", f"- {LINK}"],
}  # fmt: skip
SILENT = {
    "a day over links of several years is the page's": ["# Бюджет для граждан", DAY, f"- {NEXT}", f"- {LINK}"],
    "the day of another part": ["# Бюджет для граждан", "## Проект на 2027 год", DAY, f"- {NEXT}", "## Закон на 2026 год", f"- {LINK}"],
    "the law's day": ["# Бюджет для граждан", "## Закон на 2026 год", "Закон принят 25 декабря 2025 года", f"- {LINK}"],
    "no day after the link, one before another": ["# Бюджет для граждан", f"- {NEXT}", "Размещено 25.12.2025", f"- {LINK}"],
}  # fmt: skip


@pytest.mark.parametrize("lines", SHOWN.values(), ids=SHOWN.keys())
def test_a_day_told_in_the_part_of_the_page_where_the_link_stands(archive, region, lines):
    _site(archive, *lines)
    assert span(published(archive, region)) == (date(2025, 12, 25), date(2025, 12, 25), "printed")


@pytest.mark.parametrize("lines", SILENT.values(), ids=SILENT.keys())
def test_a_day_of_something_else_on_the_page(archive, region, lines):
    _site(archive, *lines)
    assert "printed" not in {piece.rung for piece in published(archive, region).pieces}


def test_the_row_of_another_file_dates_that_file_only(archive, region):
    rows = (
        f"{LINK}, PDF, добавлено 25.12.2025",
        "Брошюра к проекту на 2026 год, PDF, добавлено 12.11.2025",
    )
    links = tuple(
        PageLink(url, row, row, f"block={n}")
        for n, (url, row) in enumerate(zip((PDF, OTHER), rows, strict=True), 2)
    )
    archive.page(LISTING, "\n\n".join(("# Бюджет для граждан — 2026", *rows)), links=links)
    archive.file(PDF, TEXT)
    assert span(published(archive, region)) == (date(2025, 12, 25), date(2025, 12, 25), "printed")


@pytest.mark.parametrize(
    "notice",
    [
        "Новость от 26 декабря 2025 года: на сайте размещён «Бюджет для граждан» к закону о бюджете на 2026 год.",
        "26.12.2025 вышел бюджет для граждан на 2026 год (по принятому закону).",
        "Утверждённый бюджет для граждан на 2026 год опубликован 26 декабря 2025 года.",
        "26.12.2025 Вышла брошюра про закон о бюджете на 2026 год. Её развезли по библиотекам.",
    ],
)
def test_a_notice_without_a_link_names_the_edition(archive, region, notice):
    archive.listing((PDF, LINK, LINK))
    archive.file(PDF, TEXT)
    archive.page(HOME + "otkrytost/", f"# Открытость\n\n{notice}")
    assert span(published(archive, region)) == (date(2025, 12, 26), date(2025, 12, 26), "news")


@pytest.mark.parametrize(
    "notice",
    [
        "26 декабря 2025 года на сайте размещён «Бюджет для граждан» к проекту закона о бюджете на 2026 год.",
        "26 декабря 2025 года на сайте размещён «Бюджет для граждан» к закону о бюджете на 2025 год.",
        "26 декабря 2025 года на сайте размещён закон о бюджете на 2026 год.",
        "26 декабря 2025 года вышел новый выпуск подкаста о законе о бюджете на 2026 год.",
        "К закону о бюджете на 2026 год от 26 декабря 2025 года № 41-ЗО размещён бюджет для граждан.",
        "До 26 декабря 2025 года и с 28 декабря 2025 года размещён бюджет для граждан к закону на 2026 год.",
    ],
)
def test_a_notice_of_another_thing_dates_nothing(archive, region, notice):
    archive.listing((PDF, LINK, LINK))
    archive.file(PDF, TEXT)
    archive.page(HOME + "otkrytost/", f"# Открытость\n\n{notice}")
    assert published(archive, region).basis == "first-seen"


def test_a_news_item_that_names_the_edition_has_its_day_at_its_head(archive, region):
    archive.listing((PDF, LINK, LINK))
    archive.file(PDF, TEXT)
    text = "# Жителям рассказали о бюджете\n\n26.12.2025\n\nНа сайте опубликован «Бюджет для граждан» к закону о бюджете на 2026 год."
    archive.page(HOME + "news/26/", text, title="Жителям рассказали о бюджете")
    assert span(published(archive, region)) == (date(2025, 12, 26), date(2025, 12, 26), "news")


def test_a_news_item_that_links_to_a_booklet_without_its_name(archive, region):
    archive.listing((PDF, LINK, LINK))
    archive.file(PDF, TEXT)
    text = "# Жителям рассказали о бюджете\n\n26 декабря 2025 года\n\nГубернатор подписал закон. Мы подготовили к нему буклет. Читать"
    link = PageLink(PDF, "Читать", "Губернатор подписал закон. Читать", "block=3")
    archive.page(HOME + "news/26/", text, links=(link,), title="Жителям рассказали о бюджете")
    assert span(published(archive, region)) == (date(2025, 12, 26), date(2025, 12, 26), "news")


@pytest.mark.parametrize(
    ("row", "basis"),
    [
        ("Брошюра (от 25.12.2025)", "printed"),
        ("Слайды от 25.12.2025", "printed"),
        ("Закон от 25.12.2025", "first-seen"),
        ("Приказ от 25.12.2025", "first-seen"),
    ],
)
def test_a_day_after_the_bare_link_to_a_file_is_its_own(archive, region, row, basis):
    archive.listing((PDF, row.split()[0], row))
    archive.file(PDF, TEXT)
    assert published(archive, region).basis == basis


def test_in_a_feed_the_day_over_the_item_is_its_own(archive, region):
    archive.listing((PDF, LINK, LINK))
    archive.file(PDF, TEXT)
    text = "# Пресс-центр\n\n### 27 ноября 2026\n\nБюджет для граждан: проект на 2027 год.\n\n### 26 декабря 2025\n\nБюджет для граждан на 2026 год: смотрите."
    link = PageLink(PDF, "смотрите", "Бюджет для граждан на 2026 год: смотрите.", "block=5")
    archive.page(HOME + "press/", text, links=(link,), title="Пресс-центр")
    assert span(published(archive, region)) == (date(2025, 12, 26), date(2025, 12, 26), "news")


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("25 декабря 2025, редакция портала", True),
        ("Минфин области, 25 декабря 2025 года", True),
        ("25.12.2025 · 312 просмотров", True),
        ("Автор: Мария Петрова. 25 декабря 2025", True),
        ("Текст и фото: пресс-служба министерства, 25.12.2025 14:20", True),
        ("25 декабря 2025 года, время чтения 5 минут", True),
        ("Слушания: 25 декабря 2025 года, 16:00", False),
        ("Заседание Законодательного Собрания, 25 декабря 2025 года", False),
        ("Проект внесён 25 декабря 2025 года", False),
    ],
)
def test_a_line_signed_by_its_author_is_a_day(line, told):
    proof = Evidence("c", HOME, "s", "", "")
    assert bool([*alone(line, date(2026, 11, 20), proof)]) == told


def headed(archive, region, *heads):
    """What the editions of a page were dated by, whose headings tell the days of their files."""
    blocks, links = ["# Бюджет для граждан"], []
    for n, head in enumerate(heads):
        blocks += [f"### {head}", "- Брошюра"]
        url = PDF if n == 0 else f"{HOME}files/other{n}.pdf"
        links.append(PageLink(url, "Брошюра", "Брошюра", f"block={len(blocks)}"))
    archive.page(LISTING, "\n\n".join(blocks), links=tuple(links), title="Бюджет для граждан")
    archive.file(PDF, TEXT)
    told = published(archive, region)
    return {p.latest for p in told.pieces if p.rung == "printed"}


@pytest.mark.parametrize(
    "head",
    [
        "Бюджет для граждан (закон), размещено 25.12.2025",
        "Закон о бюджете на 2026 год. Опубликовано 25 декабря 2025 г.",
        "На 2026 год (дата публикации: 25.12.2025)",
    ],
)
def test_a_heading_that_tells_a_day_of_publication_dates_what_stands_under_it(
    archive, region, head
):
    assert headed(archive, region, head) == {date(2025, 12, 25)}


def test_days_in_brackets_of_several_headings_are_of_their_files(archive, region):
    told = headed(archive, region, "Закон на 2026 год (25.12.2025)", "Отчёт (03.06.2026)")
    assert told == {date(2025, 12, 25)}


@pytest.mark.parametrize(
    "head",
    [
        "Закон о бюджете на 2026 год (25.12.2025)",
        "Закон от 11.12.2025 № 85-ЗО о бюджете на 2026 год",
        "К закону о бюджете на 2026 год, принят 11.12.2025",
    ],
)
def test_the_day_of_a_law_in_one_heading_is_not_that_of_its_brochure(archive, region, head):
    assert headed(archive, region, head, "Отчёт за 2025 год") == set()
