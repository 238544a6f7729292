"""What a link promises, over real addresses and the phrases ministries use."""

import csv
from pathlib import Path

import pytest

from crawler.pages.link import Link, LinkKind
from crawler.walk.canonical import canonical
from crawler.walk.promise import HOPELESS, ON_THE_WAY, PROMISING, From, hope, of_sitemap
from crawler.walk.spoken import plain, spoken
from crawler.walk.words import BUDGET, EDITION, JUNK, NAMED, NEAR, NEUTRAL, WAY, says

REFERENCE = Path(__file__).parents[4] / "shared" / "reference" / "sources.csv"
HOME = From("http://fin.invalid/", 0.2, 0)
SECTION = From("http://fin.invalid/open/citizens/", 1.0, 2)


@pytest.mark.parametrize(
    ("text", "least", "most"),
    [
        ("Бюджет для граждан", EDITION, 1),
        ("Бюджет Томской области для граждан на 2026 год", EDITION, 1),
        ("«БЮДЖЕТ ДЛЯ ГРАЖДАН» к проекту закона", EDITION, 1),
        ("Открытый бюджет", NAMED, 1),
        ("Народный бюджет", NAMED, 1),
        ("Понятный бюджет", NAMED, 1),
        ("Информация о бюджете в доступной для граждан форме", NAMED, 1),
        ("Путеводитель по бюджету", NAMED, 1),
        ("Бюджет Заречного края простыми словами", NAMED, 1),
        ("Понятным языком о краевом бюджете", NAMED, 1),
        ("Бюджет республики в картинках", NAMED, 1),
        ("Доступно о бюджете", NAMED, 1),
        ("Финансы края для всех", NEAR, 1),
        ("Финансы для жителей", NAMED, 1),
        ("Брошюра", BUDGET, 1),
        ("Буклет", BUDGET, 1),
        ("Проект закона о бюджете", BUDGET, NAMED),
        ("Исполнение бюджета", BUDGET, NAMED),
        ("Межбюджетные отношения", NEAR, BUDGET),
        ("Открытые данные", NEAR, BUDGET),
        ("Как прожили 2025 год", NEAR, BUDGET),
        ("Минфин отчитался перед жителями", NEAR, BUDGET),
        ("Деятельность", WAY, NEAR),
        ("Информация для граждан", WAY, NEAR),
        ("Карта сайта", WAY, NEAR),
        ("Новости", 0, JUNK),
        ("Обращения граждан", 0, JUNK),
        ("Противодействие коррупции", 0, JUNK),
        ("Новости: опубликован бюджет для граждан", EDITION, 1),
        ("budzet dla grazdan", EDITION, 1),
        ("byudj grazhdan", EDITION, 1),
        ("budget for citizens", EDITION, 1),
        ("otkrytyj byudzhet", NAMED, 1),
        ("otkrbudpo", NAMED, 1),
        ("Рубрика 17", 0, NEUTRAL),
        ("", 0, 0),
    ],
)
def test_words(text: str, least: float, most: float) -> None:
    assert least <= says(plain(text)) <= most


@pytest.mark.skipif(not REFERENCE.is_file(), reason="the reference data is not beside this clone")
def test_real_sections_are_recognised_by_name_or_address() -> None:
    """Of the real sections known under an edition's name, nearly all are recognised by it."""
    with REFERENCE.open(encoding="utf-8") as file:
        rows = [r for r in csv.DictReader(file) if r["kind"] == "budget_for_citizens"]
    deep = [r for r in rows if r["url"].strip("/").count("/") > 2]
    assert len(deep) > 60
    seen = [max(says(plain(r["title"])), says(spoken(canonical(r["url"]) or ""))) for r in deep]
    assert sum(s >= BUDGET for s in seen) / len(seen) > 0.95
    assert sum(s >= NAMED for s in seen) / len(seen) > 0.85


def test_windows_1251_and_utf_8_escapes_say_the_same() -> None:
    from urllib.parse import quote

    for encoding in ("utf-8", "cp1251"):
        url = f"http://fin.invalid/docs/{quote('Бюджет для граждан', encoding=encoding)}.pdf"
        assert spoken(url) == "docs бюджет для граждан pdf"


def link(text: str = "", url: str = "http://fin.invalid/x/17", **around: object) -> float:
    return hope(Link(url, text, **around), url, SECTION, 2026)  # type: ignore[arg-type]


def test_a_file_on_an_editions_page_is_promising_whatever_it_is_called() -> None:
    assert link("Скачать", "http://fin.invalid/upload/1/f.pdf") > 0.8
    assert link("", "http://fin.invalid/upload/1/f.zip") > 0.8
    assert link("Скачать", "http://fin.invalid/upload/1/f.pdf", menu=True) < PROMISING


def test_an_edition_in_english_is_fetched_and_a_site_in_english_is_not() -> None:
    for said in ("In English", "English", "English version (PDF)", "На английском языке"):
        assert link(said, "http://fin.invalid/upload/1/english.pdf") > PROMISING
    assert link("English", "http://fin.invalid/en/") <= JUNK


def test_the_row_and_the_heading_speak_for_a_bare_link() -> None:
    page = From("http://fin.invalid/docs/", 0.3, 1)
    bare = Link("http://fin.invalid/u/1.pdf", "Скачать", "Бюджет для граждан на 2026 год")
    under = Link("http://fin.invalid/u/2.pdf", "Скачать", heading="Бюджет для граждан")
    other = Link("http://fin.invalid/u/3.pdf", "Скачать", "План проверок")
    promises = [hope(one, one.url, page, 2026) for one in (bare, under, other)]
    assert promises[0] > promises[1] > PROMISING > promises[2]


def test_annexes_and_monthly_reports_can_wait() -> None:
    page = From("http://fin.invalid/byudzhet/", 0.6, 1)

    def file(text: str) -> float:
        return hope(
            Link("http://fin.invalid/u/1.xlsx", text), "http://fin.invalid/u/1.xlsx", page, 2026
        )

    brochure = file("Брошюра по проекту бюджета на 2027 год")
    dry = [
        file("Приложение № 12 к проекту бюджета на 2027 год"),
        file("Сведения об исполнении бюджета на 01.05.2026"),
        file("Исполнение бюджета на 1 мая 2026 года"),
        file("Исполнение бюджета за 1 квартал 2026 года"),
    ]
    assert brochure > PROMISING > max(dry) > ON_THE_WAY


def test_a_further_page_of_a_list_is_worth_what_the_list_is() -> None:
    url = "http://fin.invalid/open/citizens/?PAGEN_1=2"
    assert hope(Link(url, "2"), url, SECTION, 2026, turned=True) > 0.9
    news = From("http://fin.invalid/news/", 0.03, 1)
    assert HOPELESS < hope(Link(url, "2"), url, news, 2026, turned=True) < ON_THE_WAY


def test_newer_editions_first() -> None:
    years = [
        link(f"Бюджет для граждан {y}", f"http://fin.invalid/u/{y}.pdf")
        for y in range(2027, 2012, -1)
    ]
    assert years == sorted(years, reverse=True)
    assert years[0] == years[2] > years[3] > years[-1] > PROMISING


def test_years_in_an_editions_section_go_on_and_news_beside_it_do_not() -> None:
    assert link("2025 год") > PROMISING
    assert link("Подробнее", "http://fin.invalid/open/citizens/17/") > PROMISING
    assert link("Рабочая встреча", "http://fin.invalid/news/17/") < ON_THE_WAY
    assert link("Вакансии", "http://fin.invalid/v/", menu=True) < 0.05


@pytest.mark.parametrize("text", ["Словарь и контакты", "Ваши вопросы", "Обращение губернатора"])
def test_a_chapter_may_be_called_like_junk(text: str) -> None:
    url = "http://fin.invalid/open/citizens/2026/6/"
    page = From("http://fin.invalid/open/citizens/2026/", 1.0, 3)
    assert hope(Link(url, text, kind=LinkKind.CHAPTER), url, page, 2026) > PROMISING
    assert hope(Link(url, text), url, page, 2026) < ON_THE_WAY
    menu = Link(url, text, kind=LinkKind.CHAPTER, menu=True)
    assert hope(menu, url, page, 2026) < ON_THE_WAY


def test_a_front_page_bequeaths_little() -> None:
    url = "http://fin.invalid/17/"
    assert hope(Link(url, "Рубрика"), url, HOME, 2026) < ON_THE_WAY


def test_a_sitemap_counts_by_words_of_its_addresses() -> None:
    assert of_sitemap("http://fin.invalid/budzet-dla-grazdan", 2026) > 0.8
    assert of_sitemap("http://fin.invalid/node/7390", 2026) == 0


@pytest.mark.parametrize(
    "text",
    [
        "Продолжение: вопросы читателей и прямая линия с министром",
        "Окончание разговора: обращения жителей и новости о том, чего они добились",
        "Далее — отзывы и вопросы",
    ],
)
def test_what_goes_on_is_read_on_whatever_it_is_called(text: str) -> None:
    part = f"{SECTION.url}2027/part/"
    assert hope(Link(part, text), part, SECTION, 2026) > ON_THE_WAY
    assert hope(Link(part, text.partition(" ")[2]), part, SECTION, 2026) < PROMISING
    elsewhere = "http://fin.invalid/priem/"
    assert hope(Link(elsewhere, text), elsewhere, HOME, 2026) < ON_THE_WAY
