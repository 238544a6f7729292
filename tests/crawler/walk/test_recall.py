"""The ways an edition hides on real sites; none of these names is in the walk's lists as it is."""

import pytest

from crawler.model import Outcome

from .conftest import Page, region

HOME = "http://fin.oblast.invalid/"
FILE = Page(b"%PDF-1.4 edition", "application/pdf")


def page(*rows: str, title: str = "Министерство финансов") -> Page:
    return Page(f"<!doctype html><h1>{title}</h1>{''.join(f'<div>{row}</div>' for row in rows)}")


def a(url: str, text: str) -> str:
    return f'<a href="{url}">{text}</a>'


# Sections of every ministry that promise nothing here, and many pages below each.
CROWD = [f"/s{n}/" for n in range(25)]
TITLES = ["Отдел учёта", "Кадровый состав", "Закупочная деятельность", "Противодействие", "Награды"]
SECTIONS = "".join(a(url, f"{TITLES[n % 5]} {chr(1040 + n)}") for n, url in enumerate(CROWD))
FILLER = {
    url: page(*(a(f"{url}{k}.html", f"Протокол заседания {k}") for k in range(12))) for url in CROWD
} | {f"{url}{k}.html": Page("<p>Протокол") for url in CROWD for k in range(12)}

HIDDEN: dict[str, tuple[str, dict[str, Page], str]] = {
    "in an item of the news": (
        a("/press-centre/", "Пресс-центр"),
        {
            "/press-centre/": page(
                a("/press-centre/1", "Совещание с главами"),
                a("/press-centre/2", "На сайте размещена брошюра о бюджете области для жителей"),
            ),
            "/press-centre/2": page(a("/u/77.pdf", "Ознакомиться")),
            "/u/77.pdf": FILE,
        },
        "/u/77.pdf",
    ),
    "on the fourth page of the news": (
        a("/news/", "Новости"),
        {
            f"/news/{f'?PAGEN_1={n}' if n > 1 else ''}": page(
                *(a(f"/news/{n}{k}.html", f"Событие дня, {'абвгд'[k]}") for k in range(5)),
                a("/n/b.html", "Вышел народный бюджет в понятном изложении") if n == 4 else "",
                a(f"?PAGEN_1={n + 1}", "Следующая"),
            )
            for n in range(1, 9)
        }
        | {"/n/b.html": page(a("/u/78.docx", "Файл")), "/u/78.docx": FILE},
        "/u/78.docx",
    ),
    "behind a choice of years": (
        a("/finansy/", "Финансы региона"),
        {
            "/finansy/": page(
                "<select onchange='go(this)'><option>Год</option>"
                "<option value='/finansy/2025/'>2025</option>"
                "<option value='/finansy/2026/'>2026</option></select>"
            ),
            "/finansy/2026/": page(a("/u/79.pdf", "Бюджет на языке граждан")),
            "/u/79.pdf": FILE,
        },
        "/u/79.pdf",
    ),
    "documents, a year, a number": (
        a("/d/", "Документы"),
        {
            "/d/": page(*(a(f"/d/{y}/", str(y)) for y in range(2016, 2027))),
            "/d/2026/": page(*(a(f"/d/2026/{n}", f"Документ № {n}") for n in range(9))),
            "/d/2026/7": page(a("/get/5512", "Скачать"), title="Брошюра по проекту бюджета"),
            "/get/5512": FILE,
        },
        "/get/5512",
    ),
    "only on the map of the site": (
        a("/karta/", "Структура сайта"),
        {
            "/karta/": page(*(a(u, "Отдел") for u in CROWD), a("/x9/", "Открыто и понятно: бюджет")),
            "/x9/": page("<table><tr><td>2026</td><td>" + a("/u/80.zip", "Скачать") + "</table>"),
            "/u/80.zip": Page(b"PK\x03\x04 zip", "application/zip"),
        },
        "/u/80.zip",
    ),
    "a picture in a corner": (
        '<a href="/p5/"><img src="/b.png" alt="Доступный бюджет"></a>',
        {
            "/p5/": page('<a href="/u/81.pdf"><img src="/c.png" alt=""></a>'),
            "/u/81.pdf": FILE,
        },
        "/u/81.pdf",
    ),
    "five clicks deep": (
        a("/a1/", "Деятельность"),
        {
            "/a1/": page(a("/a2/", "Государственная политика"), *(a(u, "Отдел") for u in CROWD)),
            "/a2/": page(a("/a3/", "Общественные финансы")),
            "/a3/": page(a("/a4/", "Информирование населения")),
            "/a4/": page(a("/u/82.pptx", "Презентация: куда идут наши налоги и бюджетные деньги")),
            "/u/82.pptx": Page(b"PK\x03\x04 pptx", "application/octet-stream"),
        },
        "/u/82.pptx",
    ),
    "in Latin letters, under a picture without words": (
        '<a href="/otkrytyi-biudzhet"><img src="/b.png"></a>',
        {
            "/otkrytyi-biudzhet": page(a("/u/bg2026.pdf", "")),
            "/u/bg2026.pdf": FILE,
        },
        "/u/bg2026.pdf",
    ),
    "on a section that moved to another host of the owner": (
        a("/old-budget/", "Бюджет"),
        {
            "fin.oblast.invalid/old-budget/": Page(
                status=301, headers={"Location": "http://budget.oblast.invalid/start"}
            ),
            "budget.oblast.invalid/start": page(a("/g/", "Гражданам")),
            "budget.oblast.invalid/g/": page(a("/u/83.pdf", "Брошюра")),
            "budget.oblast.invalid/u/83.pdf": FILE,
        },
        "/u/83.pdf",
    ),
    "below pages that bear numbers only": (
        a("/page/301", "Для граждан"),
        {
            "/page/301": page(*(a(f"/page/{n}", f"Рубрика {chr(1040 + n - 302)}") for n in range(302, 330))),
            "/page/320": page(a("/page/400", "Наглядные материалы по бюджету")),
            "/page/400": page(a("/file/84", "Открыть документ")),
            "/file/84": FILE,
        },
        "/file/84",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", HIDDEN)
def test_found_within_the_default_budget(serving, crawled, name: str) -> None:
    link, pages, edition = HIDDEN[name]
    home = Page(f"<!doctype html><nav>{SECTIONS}</nav><h1>Минфин</h1>{link}")
    site = serving({**FILLER, **pages, "fin.oblast.invalid/": home})
    done = crawled(site, region(HOME))
    assert done.at(edition).outcome is Outcome.OK
    assert done.at(edition).clicks is not None
    assert done.at(edition).promise > 0.2
