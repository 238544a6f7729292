"""Addresses that are never walked, and documents that are nevertheless."""

import pytest

from crawler.walk.traps import MAX_PAGING, MAX_SHAPE, Patience, is_file, is_paging, trap

NEVER = [
    "/bitrix/admin/",
    "/login/",
    "/search/?q=x",
    "/wp-login.php",
    "/personal/",
    "/rss/",
    "/print/5",
    "/events/?date=2026-11-01",
    "/news/2026/11/",
    "/news/2026-11-23/",
    "/list/?sort=name",
    "/?s=бюджет",
    "/a/b/a/b/a/b/",
    "/x" * 30,
    "/i/photo.JPG",
    "/main.css?1",
    "/v.mp4",
    "/doc.pdf.sig",
    "/?month=11&year=2026",
]
WALKED = [
    "/",
    "/gov/auth/minfin/",
    "/budget/?year=2026",
    "/?page=1713/0",
    "/?dir=budget&act=budget",
    "/finance/finance/citizens_budget.htm",
    "/upload/2026/11/b.pdf",
    "/2025/12/20/byudzhet-dlya-grazhdan/",
    "/calendar/b.pdf",
    "/Menu/Page/642",
    "/Show/Category/124?ItemId=526",
    "/download.php?id=5",
    "/residents/polls/15/",
    "/byudzhetnyy-kalendar/",
    "/administratsiya/",
    "/open/citizens/?ELEMENT_ID=512",
]


@pytest.mark.parametrize("path", NEVER)
def test_never_walked(path: str) -> None:
    assert trap(f"http://fin.invalid{path}")


@pytest.mark.parametrize("path", WALKED)
def test_walked(path: str) -> None:
    assert trap(f"http://fin.invalid{path}") == ""


@pytest.mark.parametrize(
    ("text", "calendar"),
    [
        *(("", True), ("7", True), ("Июль", True), ("июль 2026 г.", True), ("Пн", True)),
        *(("Следующий месяц", True), ("Архив", True), ("Закон № 7-з", False)),
        ("О бюджете для жителей", False),
    ],
)
def test_a_day_under_a_title_is_a_document(text: str, calendar: bool) -> None:
    assert bool(trap("http://a.invalid/docs/2026/7", text)) is calendar


def test_files_and_pages_of_lists() -> None:
    assert is_file("http://a.invalid/x/b.PDF")
    assert is_file("http://a.invalid/get?name=b.xlsx")
    assert not is_file("http://a.invalid/pdf/")


@pytest.mark.parametrize(
    ("url", "page", "text"),
    [
        ("/l/?x=1&PAGEN_1=22", "/l/?x=1", "22"),
        ("/l/page/3/", "/l/", "Следующая →"),
        ("/l/page/3/", "/l/page/2/", ""),
        ("/docs?start=20", "/docs", "Показать ещё"),
        ("/?page=2", "/", "стр. 2"),
    ],
)
def test_further_pages_of_a_list(url: str, page: str, text: str) -> None:
    assert is_paging(f"http://a.invalid{url}", f"http://a.invalid{page}", text)


@pytest.mark.parametrize(
    ("url", "page", "text"),
    [
        ("/page/byudzhet/", "/", "2"),
        ("/page/642", "/page/12", "Открытый бюджет"),
        ("/?page=1713", "/", "Документы"),
        ("/l/?PAGEN_1=2", "/other/", "2"),
    ],
)
def test_pages_of_sites_that_number_everything(url: str, page: str, text: str) -> None:
    assert not is_paging(f"http://a.invalid{url}", f"http://a.invalid{page}", text)


def test_patience_counts_each_address_once() -> None:
    patience = Patience()
    pages = [f"http://a.invalid/l/?PAGEN_1={n}" for n in range(100)]
    assert sum(patience.with_paging(p) for p in pages) == MAX_PAGING
    assert all(patience.with_paging(p) for p in pages[:MAX_PAGING])
    assert patience.with_paging("http://a.invalid/other/?PAGEN_1=2")
    assert sum(patience.with_shape(f"http://a.invalid/item/{n}") for n in range(100)) == MAX_SHAPE
