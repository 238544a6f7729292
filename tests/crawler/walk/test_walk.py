"""A whole walk over real HTTP: what is found, what it costs, what is archived."""

from collections import Counter

from crawler.model import Outcome
from crawler.progress import AnswerArchived, RegionFinished, RegionStarted

from .conftest import Page, region

HOME = "http://fin.oblast.invalid/"
PDF = Page(b"%PDF-1.4 edition", "application/pdf")


def junk(count: int) -> str:
    """Links of a ministry's front page that lead nowhere near a budget."""
    rows = (
        f'<li><a href="/news/{n}/">Совещание № {n}</a></li>'
        f'<li><a href="/about/p{n}.html">Отдел {n}</a></li>'
        for n in range(count)
    )
    return f"<ul>{''.join(rows)}</ul>"


DEEP = {
    "/": Page(f'<nav><a href="/activity/">Деятельность</a></nav>{junk(150)}'),
    "/activity/": Page('<a href="fin/">Региональные финансы</a><a href="tax/">Налоги</a>'),
    "/activity/fin/": Page('<a href="/p/17/">Открытый бюджет</a><a href="/p/18/">Субсидии</a>'),
    "/p/17/": Page(
        "<h1>Бюджет для граждан</h1><table><tr><td>Закон о бюджете на 2026 год</td><td>"
        '<a href="/upload/iblock/0cd/mz9qr8rkpw/b2026.pdf">Скачать</a></td></tr></table>'
    ),
    "/upload/iblock/0cd/mz9qr8rkpw/b2026.pdf": PDF,
    **{f"/news/{n}/": Page(f"Новость {n}") for n in range(150)},
    **{f"/about/p{n}.html": Page(f"Отдел {n}") for n in range(150)},
}


def test_an_edition_four_clicks_deep_among_300_other_pages(serving, crawled) -> None:
    site = serving(DEEP)
    done = crawled(site, region(HOME))
    edition = done.at("b2026.pdf")
    assert (edition.outcome, edition.clicks) == (Outcome.OK, 4)
    assert edition.link_texts == (
        "Деятельность",
        "Региональные финансы",
        "Открытый бюджет",
        "Скачать",
    )
    assert edition.via == f"{HOME}p/17/"
    # The way to it is asked before any of the pages beside it.
    assert site.pages.index("fin.oblast.invalid/upload/iblock/0cd/mz9qr8rkpw/b2026.pdf") <= 12
    assert len(site.pages) <= 5 + 100 + 8, "looking around stops at its share once it is found"
    assert max(Counter(site.pages).values()) == 1
    assert {c.url.removeprefix("http://") for c in done.pages} == set(site.pages)
    assert done.run.finished


def test_events_tell_the_whole_story(serving, crawled) -> None:
    done = crawled(serving(DEEP), region(HOME))
    assert isinstance(done.events[0], RegionStarted)
    assert isinstance(done.events[-1], RegionFinished)
    told = [e for e in done.events if isinstance(e, AnswerArchived)]
    assert len(told) == len(done.captures) == done.events[-1].counts.answers
    assert dict(done.events[-1].counts.outcomes)["ok"] == sum(
        c.outcome == "ok" for c in done.captures
    )
    assert done.events[-1].limit == ""


def test_a_source_is_known_by_its_clicks_from_home(serving, crawled) -> None:
    """Registry sources wait for the home page's own way to them."""
    site = serving(DEEP)
    done = crawled(site, region(HOME, f"{HOME}p/17/"))
    assert done.at("/p/17/").clicks == 3
    assert done.at("/p/17/").source == f"{HOME}p/17/"
    assert (done.at("b2026.pdf").clicks, done.at("b2026.pdf").source) == (4, f"{HOME}p/17/")


def test_a_source_nothing_leads_to_has_no_clicks(serving, crawled) -> None:
    pages = {
        "/": Page("Добро пожаловать"),
        "/ob/": DEEP["/p/17/"],
        "/upload/iblock/0cd/mz9qr8rkpw/b2026.pdf": PDF,
    }
    done = crawled(serving(pages), region(HOME, f"{HOME}ob/"))
    assert done.at("/ob/").clicks is None
    assert (done.at("b2026.pdf").clicks, done.at("b2026.pdf").link_texts) == (None, ("Скачать",))


def test_bitrix_lists_are_turned_but_not_forever(serving, crawled) -> None:
    def bitrix(path: str, _headers: object) -> Page | None:
        if path == "/":
            return Page('<a href="/open/">Бюджет для граждан</a>')
        if path.startswith("/open/"):
            n = int(path.rpartition("=")[2]) if "PAGEN_1" in path else 1
            return Page(
                f'<a href="/upload/iblock/{n}/f{n}.pdf">Брошюра, часть {n}</a>'
                f'<a href="/open/?PAGEN_1={n + 1}&bxajaxid=77&sessid={n}">{n + 1}</a>'
            )
        return PDF if path.startswith("/upload/") else None

    site = serving(bitrix)
    done = crawled(site, region(HOME))
    lists = [a for a in site.pages if "PAGEN_1" in a]
    assert len(lists) == 12
    assert not any("sessid" in a or "bxajaxid" in a for a in site.asked)
    assert sum(c.media_type == "application/pdf" for c in done.captures) == 13


def test_a_windows_1251_page_with_windows_1251_addresses(serving, crawled) -> None:
    name = "Бюджет для граждан".encode("cp1251")
    escaped = "".join(f"%{byte:02X}" for byte in name)
    html = f'<meta charset="windows-1251"><p>Бюджет <a href="/docs/{escaped}.doc">для граждан</a>'
    site = serving(
        {
            "/": Page(html.encode("cp1251"), "text/html"),
            f"/docs/{escaped}.doc": Page(b"\xd0\xcf\x11\xe0", "application/msword"),
        }
    )
    found = crawled(site, region(HOME)).at(".doc")
    assert (found.outcome, found.link_texts) == (Outcome.OK, ("для граждан",))
    assert f"fin.oblast.invalid/docs/{escaped}.doc" in site.asked


def test_endless_calendar_and_endless_numbers(serving, crawled) -> None:
    def calendar(path: str, _headers: object) -> Page | None:
        if path == "/robots.txt":
            return None
        n = sum(int(d) for d in path.replace("-", "/").split("/") if d.isdigit()) + 1
        return Page(
            f'<a href="/events/?date=2026-11-{n:02}">бюджет: календарь</a>'
            f'<a href="/calendar/{n}/">далее</a>'
            f'<a href="/2026/{n % 12 + 1}/">месяц</a><a href="/item/{n}/">запись {n}</a>'
            f'<a href="{path.rstrip("/")}/again/">ещё раз</a>'
        )

    site = serving(calendar)
    done = crawled(site, region(HOME))
    assert len(site.pages) < 40
    assert not any("date=" in a or "/calendar/" in a or "/2026/" in a for a in site.pages)
    traps = dict(done.events[-1].traps)
    assert traps["calendar, sorting or search"] > 0


def test_ten_thousand_links_on_a_page(serving, crawled) -> None:
    links = "".join(f'<a href="/x/{n}">Протокол {n}</a>' for n in range(10_000))
    site = serving({"/": Page(links + '<a href="/b.pdf">Бюджет для граждан</a>'), "/b.pdf": PDF})
    done = crawled(site, region(HOME))
    assert site.pages[:2] == ["fin.oblast.invalid/", "fin.oblast.invalid/b.pdf"]
    assert len(site.pages) <= 40, "of many alike addresses a few are enough"
    assert done.at("b.pdf").outcome is Outcome.OK


def test_two_regions_on_one_host(serving, crawled) -> None:
    def portal(path: str, _headers: object) -> Page | None:
        part = path.strip("/").partition("/")[0]
        if path in ("/one/", "/two/"):
            return Page(f'<a href="/{part}/b.pdf">Бюджет для граждан</a>')
        return PDF if path.endswith("b.pdf") else None

    site = serving(portal)
    done = crawled(
        site,
        region("http://portal.invalid/one/", name="one"),
        region("http://portal.invalid/two/", name="two"),
    )
    assert Counter(site.asked)["portal.invalid/robots.txt"] == 1
    found = {(c.region, c.url) for c in done.captures if c.url.endswith(".pdf")}
    assert found == {
        ("one", "http://portal.invalid/one/b.pdf"),
        ("two", "http://portal.invalid/two/b.pdf"),
    }
    assert len({c.sha256 for c in done.captures if c.url.endswith(".pdf")}) == 1


def test_robots_txt_is_obeyed_and_archived(serving, crawled) -> None:
    site = serving(
        {
            **DEEP,
            "/robots.txt": Page(
                "User-agent: *\nDisallow: /upload/\nSitemap: /map.xml\n", "text/plain"
            ),
            "/map.xml": Page(
                "<urlset><url><loc>http://fin.oblast.invalid/byudzhet-dlya-grazhdan/2025/</loc>"
                "<lastmod>2025-12-20</lastmod></url></urlset>",
                "application/xml",
            ),
            "/byudzhet-dlya-grazhdan/2025/": Page("Бюджет для граждан"),
        }
    )
    done = crawled(site, region(HOME))
    assert done.at("b2026.pdf").outcome is Outcome.ROBOTS_DENIED
    assert not any("/upload/" in a for a in site.asked)
    assert done.at("robots.txt").outcome is Outcome.OK
    assert "fin.oblast.invalid/sitemap.xml" not in site.asked
    from_map = done.at("/byudzhet-dlya-grazhdan/2025/")
    assert (from_map.clicks, from_map.via) == (None, f"{HOME}map.xml")


def test_spent_budget_names_what_was_not_seen(serving, crawled) -> None:
    years = "".join(
        f'<li><a href="/d/{y}.pdf">Бюджет для граждан {y}</a></li>' for y in range(2010, 2027)
    )
    pages = {"/": Page(f"<ul>{years}</ul>"), **{f"/d/{y}.pdf": PDF for y in range(2010, 2027)}}
    site = serving(pages)
    done = crawled(site, region(HOME), max_requests=6)
    assert len(site.pages) == 6
    spent = [c for c in done.captures if c.outcome is Outcome.BUDGET_SPENT]
    assert len(spent) == 12
    assert all("6 requests" in c.reason and c.promise > 0.5 and not c.sha256 for c in spent)
    assert "/d/2026.pdf" in {c.url[-11:] for c in done.captures if c.outcome is Outcome.OK}
    assert done.events[-1].limit == "6 requests"


def test_leaving_the_region(serving, crawled) -> None:
    """Documents and a named portal elsewhere are taken, federal and talking places are not."""
    home = Page(
        '<a href="http://files.invalid/u/b.pdf">Бюджет для граждан на 2026 год</a>'
        '<a href="http://open.budget.invalid/">Портал «Открытый бюджет»</a>'
        '<a href="https://minfin.gov.ru/b.pdf">Бюджет для граждан</a><a href="https://vk.com/minfin">Бюджет</a>'
        '<a href="http://other.invalid/">Правительство области</a>'
    )
    site = serving(
        {
            "fin.oblast.invalid/": home,
            "files.invalid/u/b.pdf": PDF,
            "open.budget.invalid/": Page(
                '<a href="/x/">Открытый бюджет, раздел</a><a href="/b.pdf">Брошюра</a>'
                '<a href="/weather/">Погода</a><a href="http://third.invalid/">Открытый бюджет</a>'
            ),
            "open.budget.invalid/b.pdf": PDF,
        }
    )
    crawled(site, region(HOME))
    assert set(site.pages) == {
        "fin.oblast.invalid/",
        "files.invalid/u/b.pdf",
        "open.budget.invalid/",
        "open.budget.invalid/x/",
        "open.budget.invalid/b.pdf",
    }
