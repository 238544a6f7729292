"""Several files, one edition: parts, formats, pages, data, copies in another language."""

import pytest

from scoring.classify import classify
from scoring.model import PageLink

HOME = "https://fin.region.invalid/"
LISTING = HOME + "budget/citizens/"
NAME = "Бюджет для граждан на 2026 год (закон)"
TEXT = """Бюджет для граждан

к закону об областном бюджете на 2026 год

=====

Доходы бюджета 36,5 млрд рублей, расходы 37,7 млрд рублей, дефицит 1,2 млрд рублей."""
SLIDES = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
PAGE = """# Бюджет для граждан к закону о бюджете на 2026 год

Что такое бюджет? Бюджет – это план доходов и расходов области на год, который принимает парламент, а исполняет
правительство области. Доходы областного бюджета составят 36 519,2 млн рублей, расходы – 37 719,2 млн рублей, дефицит
– 1 200 млн рублей. Налоговые доходы – 20 000 млн рублей."""


def one(archive, region):
    editions, refusals = classify(region, archive.captures, archive.documents)
    assert [(e.stage.value, e.fiscal_year) for e in editions] == [("adopted", 2026)]
    files = [(f.role, f.capture.url.removeprefix(HOME)) for f in editions[0].files]
    return files, {r.evidence.url.removeprefix(HOME): r.reason for r in refusals}


def test_parts_and_formats_of_one_brochure(archive, region):
    rows = [(f"{n}.pdf", f"{NAME}, часть {n}") for n in (2, 1)] + [("deck.pptx", f"{NAME}, слайды")]
    archive.listing(*((HOME + url, name, name) for url, name in rows))
    archive.file(HOME + "2.pdf", TEXT + " Часть 2")
    archive.file(HOME + "1.pdf", TEXT + " Часть 1")
    archive.file(HOME + "deck.pptx", TEXT, media=SLIDES)
    files, _ = one(archive, region)
    assert files == [("brochure", "1.pdf"), ("brochure", "2.pdf"), ("slides", "deck.pptx")]


def test_the_first_version_goes_before_the_amended(archive, region):
    archive.listing((HOME + "a.pdf", NAME, NAME), (HOME + "b.pdf", NAME, NAME))
    archive.file(HOME + "a.pdf", TEXT.replace("2026 год", "2026 год (с учётом изменений)", 1))
    archive.file(HOME + "b.pdf", TEXT)
    assert one(archive, region)[0] == [("brochure", "b.pdf"), ("brochure", "a.pdf")]


def test_a_page_and_the_brochure_it_carries(archive, region):
    link = PageLink(HOME + "a.pdf", "Скачать", "Скачать", "block=2")
    archive.page(LISTING + "2026/", PAGE, links=(link,))
    archive.file(HOME + "a.pdf", TEXT, via=LISTING + "2026/")
    assert one(archive, region)[0] == [("brochure", "a.pdf"), ("page", "budget/citizens/2026/")]


def test_chapters_of_a_portal_in_the_folder_of_the_edition(archive, region):
    archive.page(LISTING + "2026/", PAGE)
    archive.page(
        LISTING + "2026/terms.html",
        "# Словарь\n\nДефицит бюджета – расходы больше доходов бюджета.",
    )
    archive.page(
        LISTING + "2026/roads.html",
        "# Дороги\n\nНа дороги направят 5 000 млн рублей из расходов бюджета.",
    )
    archive.page(
        HOME + "about/",
        "# О министерстве\n\nМинистерство исполняет бюджет. Телефон 11-22-33. Доходы бюджета.",
    )
    files, refused = one(archive, region)
    assert sorted(url for _, url in files) == [
        "budget/citizens/2026/", "budget/citizens/2026/roads.html", "budget/citizens/2026/terms.html",
    ]  # fmt: skip
    assert "about/" not in refused


def test_open_data_beside_the_brochure(archive, region):
    row = f"{NAME} pdf | открытые данные csv"
    archive.listing((HOME + "a.pdf", NAME, row), (HOME + "a.csv", "открытые данные", row))
    archive.file(HOME + "a.pdf", TEXT)
    archive.file(HOME + "a.csv", "|Показатель|2026|\n|Доходы|36519,2|", media="text/csv")
    assert one(archive, region)[0] == [("brochure", "a.pdf"), ("data", "a.csv")]


def test_data_without_an_edition_is_no_edition(archive, region):
    archive.listing((HOME + "a.csv", NAME, NAME))
    archive.file(
        HOME + "a.csv", "|Показатель|2026|\n|Доходы|36519,2|\n|Расходы|37719,2|", media="text/csv"
    )
    editions, refusals = classify(region, archive.captures, archive.documents)
    assert (editions, {r.reason for r in refusals}) == (
        (),
        {"data-without-edition", "listing-page"},
    )


def test_the_same_bytes_at_two_addresses_are_one_file(archive, region):
    archive.listing((HOME + "a.pdf", NAME, NAME), (HOME + "b.pdf", "Скачать", "Скачать"))
    archive.file(HOME + "b.pdf", TEXT, bytes_of="same")
    archive.file(HOME + "a.pdf", TEXT, bytes_of="same")
    assert one(archive, region)[0] == [("brochure", "a.pdf")]


def test_a_copy_in_another_language_follows_the_russian_one(archive, region):
    row = f"{NAME} | Budget for citizens (English)"
    archive.listing(
        (HOME + "a-en.pdf", "Budget for citizens (English)", row), (HOME + "ru.pdf", NAME, row)
    )
    archive.file(
        HOME + "a-en.pdf", "BUDGET FOR CITIZENS\n\nZaozerye Region\n\nRevenue 36.5 billion rubles."
    )
    archive.file(HOME + "ru.pdf", TEXT)
    assert one(archive, region)[0] == [("brochure", "ru.pdf"), ("brochure", "a-en.pdf")]


def test_two_stages_of_one_year_stay_apart(archive, region):
    draft = "Бюджет для граждан к проекту закона о бюджете на 2026 год"
    archive.listing((HOME + "a.pdf", NAME, NAME), (HOME + "b.pdf", draft, draft))
    archive.file(HOME + "a.pdf", TEXT)
    archive.file(HOME + "b.pdf", TEXT.replace("к закону", "к проекту закона"))
    editions, _ = classify(region, archive.captures, archive.documents)
    assert [(e.stage.value, e.main.capture.url) for e in editions] == [
        ("draft", HOME + "b.pdf"),
        ("adopted", HOME + "a.pdf"),
    ]


def test_any_order_of_input_gives_the_same_editions(archive, region):
    archive.listing((HOME + "a.pdf", NAME, NAME), (HOME + "b.pdf", "Скачать", "Скачать"))
    archive.file(HOME + "b.pdf", TEXT, bytes_of="same")
    archive.file(HOME + "a.pdf", TEXT, bytes_of="same")
    archive.page(LISTING + "2026/", PAGE)
    there = classify(region, archive.captures, archive.documents)
    archive.captures.reverse()
    assert classify(region, archive.captures, dict(reversed(archive.documents.items()))) == there


def test_an_assumed_stage_says_so(archive, region):
    archive.listing((HOME + "a.pdf", "Бюджет для граждан 2027", "Бюджет для граждан 2027"))
    archive.file(
        HOME + "a.pdf",
        TEXT.replace("к закону об областном бюджете на 2026 год", "2027 год"),
        created="2026-10-20",
    )
    (edition,), _ = classify(region, archive.captures, archive.documents)
    assert edition.id == "zaozerye-draft-2027"
    assert "taken for the draft: 2026-10-20" in edition.why.quote


def test_a_brochure_on_the_plan_never_joins_the_outcome_of_its_year(archive, region):
    plan, outcome = "Бюджет для граждан на 2025 год", "Бюджет для граждан: исполнение за 2025 год"
    archive.listing((HOME + "a.pdf", plan, plan), (HOME + "b.pdf", outcome, outcome))
    figures = "\n\n=====\n\nДоходы бюджета 36,5 млрд рублей, расходы 37,7 млрд рублей."
    archive.file(HOME + "a.pdf", plan + figures, created="2026-05-05")
    archive.file(HOME + "b.pdf", outcome + figures)
    editions, _ = classify(region, archive.captures, archive.documents)
    found = {(e.stage.value, e.fiscal_year): len(e.files) for e in editions}
    assert found == {("adopted", 2025): 1, ("executed", 2025): 1}


def test_a_listing_with_numbered_rows_is_no_page_of_an_edition(archive, region):
    rows = [(f"{n}", f"{NAME}, часть {n}", "29.12.2025") for n in (1, 2, 3)]
    links = tuple(
        PageLink(f"{HOME}{n}.pdf", name, f"{n} {name} (pdf) {day}", "block=2")
        for n, name, day in rows
    )
    table = "\n".join(f"| {n} | {name} (pdf) | {day} |" for n, name, day in rows)
    text = f"# Бюджет для граждан\n\n| № | Документ | Дата размещения |\n{table}"
    archive.page(LISTING, text, links=links)
    for n, name, _ in rows:
        archive.file(f"{HOME}{n}.pdf", TEXT + name)
    files, refused = one(archive, region)
    assert [name for _, name in files] == ["1.pdf", "2.pdf", "3.pdf"]
    assert refused == {"budget/citizens/": "listing-page"}


def test_chapters_find_a_portal_that_does_not_name_its_stage(archive, region):
    text = PAGE.replace("к закону о бюджете на 2026 год", "Областной бюджет 2026")
    archive.page(LISTING + "2026/", text, title="Бюджет для граждан. Областной бюджет 2026")
    terms = "# Глоссарий\n\n| Термин | Что это |\n| Дефицит бюджета | расходы больше доходов, денег не хватает |"
    archive.page(LISTING + "2026/terms/", terms, title="Глоссарий")
    files, _ = one(archive, region)
    assert [url for _, url in files] == ["budget/citizens/2026/", "budget/citizens/2026/terms/"]


SHEET = "application/vnd.oasis.opendocument.spreadsheet"
SUMS = "| Показатель, млн рублей | 2026 |\n| Доходы | 36 500,0 |\n| Расходы | 37 700,0 |\n| Дефицит | 1 200,0 |"


@pytest.mark.parametrize(
    "link", ["Показатели закона в таблицах (ODS)", "Те же цифры в Excel", "Данные из брошюры"]
)
def test_a_sheet_of_figures_joins_the_brochure_under_the_same_heading(archive, region, link):
    rows = (
        PageLink(HOME + "a.pdf", NAME, NAME, "block=3"),
        PageLink(HOME + "t.ods", link, link, "block=4"),
    )
    text = f"# Бюджет для граждан\n\n## Закон — 2026\n\n- {NAME}\n\n- {link}"
    archive.page(LISTING, text, links=rows)
    archive.file(HOME + "a.pdf", TEXT)
    archive.file(HOME + "t.ods", SUMS, media=SHEET)
    assert one(archive, region)[0] == [("brochure", "a.pdf"), ("data", "t.ods")]


def test_an_annex_under_the_same_heading_does_not_join(archive, region):
    link = "Приложение 4. Ведомственная структура расходов"
    rows = (
        PageLink(HOME + "a.pdf", NAME, NAME, "block=3"),
        PageLink(HOME + "t.ods", link, link, "block=4"),
    )
    text = f"# Бюджет для граждан\n\n## Закон — 2026\n\n- {NAME}\n\n- {link}"
    archive.page(LISTING, text, links=rows)
    archive.file(HOME + "a.pdf", TEXT)
    archive.file(HOME + "t.ods", "Приложение 4\n\n" + SUMS, media=SHEET)
    assert one(archive, region)[0] == [("brochure", "a.pdf")]


def test_a_sheet_called_an_edition_joins_the_brochure_where_there_is_one(archive, region):
    named = "Бюджет для граждан. Закон об областном бюджете на 2026 год, млн рублей\n\n" + SUMS
    archive.listing((HOME + "a.pdf", NAME, NAME), (HOME + "t.ods", "Скачать", "Скачать"))
    archive.file(HOME + "a.pdf", TEXT)
    archive.file(HOME + "t.ods", named, media=SHEET)
    assert one(archive, region)[0] == [("brochure", "a.pdf"), ("data", "t.ods")]


def _linked(*targets: tuple[str, str], block: int = 2) -> tuple[PageLink, ...]:
    row = " · ".join(text for _, text in targets)
    return tuple(PageLink(url, text, row, f"block={block}") for url, text in targets)


def _chapter(archive, url: str, text: str, back: str) -> None:
    archive.page(HOME + url, text, links=_linked((back, "Начало"), block=3))


def test_chapters_tell_what_their_first_page_only_names(archive, region):
    hub = HOME + "prosto/"
    archive.listing((hub, "Бюджет просто", "Бюджет просто"))
    archive.page(
        hub,
        "# Бюджет-2026 для граждан\n\nДоходы · Расходы · Долг\n\nПо закону о бюджете на 2026 год",
        links=_linked(
            (HOME + "dohody", "Доходы"), (HOME + "rashody", "Расходы"), (HOME + "dolg", "Долг")
        ),
    )
    told = (
        ("dohody", "# Доходы\n\nНалоговые доходы 20 млрд рублей, дотации 5 млрд рублей."),
        ("rashody", "# Расходы\n\nОбразование 11 млрд рублей, здравоохранение 5 млрд рублей."),
        ("dolg", "# Долг\n\nГосударственный долг 9 млрд рублей, дефицит бюджета 1 млрд рублей."),
    )
    for url, text in told:
        _chapter(archive, url, f"{text}\n\nНачало", hub)
    archive.page(
        HOME + "about/",
        "# О нас\n\nИсполняем бюджет. Доходы бюджета.",
        links=_linked((hub, "Бюджет")),
    )
    files, _ = one(archive, region)
    assert [url for _, url in files] == ["prosto/", "dohody", "dolg", "rashody"]


def test_a_name_over_pages_without_figures_is_no_edition(archive, region):
    hub = HOME + "prosto/"
    archive.page(
        hub,
        "# Бюджет-2026 для граждан\n\nДоходы · Расходы\n\nПо закону о бюджете на 2026 год",
        links=_linked((HOME + "dohody", "Доходы"), (HOME + "rashody", "Расходы")),
    )
    _chapter(archive, "dohody", "# Доходы\n\nРаздел о доходах бюджета готовится.\n\nНачало", hub)
    _chapter(archive, "rashody", "# Расходы\n\nРаздел о расходах готовится.\n\nНачало", hub)
    editions, _ = classify(region, archive.captures, archive.documents)
    assert not editions


def test_figures_a_page_offers_are_its_data(archive, region):
    page, data = LISTING + "2026/", HOME + "files/17.csv"
    row = "Главное | Скачать цифры (CSV)"
    link = PageLink(data, "Скачать цифры (CSV)", row, "block=2")
    archive.page(page, PAGE, links=(link,))
    archive.file(data, "|Показатель|2026|\n|Доходы бюджета|36519,2|", media="text/csv")
    assert one(archive, region)[0] == [("page", "budget/citizens/2026/"), ("data", "files/17.csv")]
