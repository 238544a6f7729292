"""Pages that stand for no page, and honest ones that look a little like it."""

import re
from itertools import count

import pytest

from crawler.model import Outcome

from .conftest import HOME, region

MENU = "".join(f'<li><a href="/r{n}/">Раздел номер {n}</a></li>' for n in range(3))
LINKS = (
    '<a href="/byudzhet/">Бюджет для граждан</a><a href="/gone/budget-2020.html">Бюджет 2020</a>'
    '<a href="/upload/b2026.pdf">Бюджет для граждан 2026</a>'
    '<a href="/upload/old.pdf">Бюджет для граждан 2019</a>'
)
EDITION = "<h1>Бюджет для граждан</h1><h2>404</h2><p>млн рублей на дороги области в 2026 году</p>"
PROBE = re.compile(r"/z[0-9a-f]{24}(\.\w+|/)?$")


def framed(main, title="Министерство финансов"):
    return (
        f"<html><head><title>{title}</title></head><body><nav><ul>{MENU}</ul></nav>{main}"
        "<footer>Приёмная: 223-32-23</footer></body></html>"
    )


def probes(site):
    return [path for path in site.paths if PROBE.search(path)]


def site_of(pages, missing):
    """``pages`` by path; ``missing(asked, wire)`` for all the rest."""

    def talk(asked, wire):
        if asked.path == "/robots.txt":
            return False
        page = pages.get(asked.path)
        if page is None:
            return missing(asked, wire)
        kind = "application/pdf" if page[:4] == "%PDF" else "text/html"
        wire.page(page, kind=kind)
        return True

    return talk


PAGES = {
    "/": framed(f"<h1>Министерство</h1>{LINKS}"),
    "/byudzhet/": framed(EDITION),
    "/upload/b2026.pdf": "%PDF-1.7 edition",
}
visitors = count(1000)


def worded(asked, wire):
    main = f"<p>По адресу {asked.path} у нас пусто. Посетитель {next(visitors)}.</p>"
    wire.page(framed(f"{main}<p>Мы рады вам, начните с <a href='/map/'>карты</a></p>"))


def says_so(asked, wire):
    wire.page(framed(f"<h1>Страница не найдена</h1><p>{asked.path}, {next(visitors)}</p>"))


def as_the_front_page(asked, wire):
    wire.page(PAGES["/"])


def to_the_front_page(asked, wire):
    wire.redirect("/")


def to_a_page_for_errors(asked, wire):
    if asked.path == "/404.html":
        wire.page(framed("<h1>Увы</h1><p>Попробуйте начать сначала</p>"))
    else:
        wire.redirect("/404.html")


def with_a_login(asked, wire):
    wire.page(framed("<form><input name=login><input name=password></form>", "Вход"))


WAYS = [worded, says_so, as_the_front_page, to_the_front_page, to_a_page_for_errors, with_a_login]


@pytest.mark.parametrize("way", WAYS)
def test_what_is_not_there_is_known(hostile, crawled, way):
    site = hostile(site_of(PAGES, way))
    done = crawled(site, region(f"{HOME}gone/budget-2020.html", f"{HOME}upload/old.pdf"))
    newest = {c.url.removeprefix(HOME): c for c in done.captures}
    assert newest[""].outcome is Outcome.OK
    assert newest["byudzhet/"].outcome is Outcome.OK
    assert newest["upload/b2026.pdf"].outcome is Outcome.OK
    for gone in ("gone/budget-2020.html", "upload/old.pdf", "r0/", "r1/", "r2/"):
        assert newest[gone].outcome is Outcome.SOFT_404, (gone, newest[gone])
        assert newest[gone].reason
    assert len(probes(site)) <= 1
    assert "/map/" not in site.paths, "a soft 404 was followed"
    for probe in (c for c in done.captures if PROBE.search(c.url)):
        assert probe.outcome is Outcome.SOFT_404
        assert probe.reason.startswith("an address made up")
        assert (probe.source, probe.clicks) == ("", None)


def honest(asked, wire):
    return False


HONEST = {
    "/": framed(
        "<h1>Министерство</h1><a href='/byudzhet/'>Бюджет для граждан</a>"
        "<a href='/byudzhet/news/'>Бюджет: новости</a><a href='/byudzhet/list/'>Бюджет: документы</a>"
        "<a href='/byudzhet/short/'>Бюджет: планы</a><a href='/byudzhet/b.pdf'>Бюджет 2024</a>"
        "<a href='/main/byudzhet/'>Открытый бюджет</a>"
    ),
    "/byudzhet/": framed(EDITION),
    "/byudzhet/news/": framed("<h1>Итоги</h1><p>Нарушений не найдено, 404 рубля возвращены.</p>"),
    "/byudzhet/list/": framed("<h1>Документы</h1><p>Документов не найдено</p>"),
    "/byudzhet/short/": framed("<h1>Планы</h1><p>Раздел наполняется</p>"),
    "/byudzhet/b.pdf": framed("<h1>Бюджет 2024</h1><iframe src='/byudzhet/v.pdf'></iframe>"),
    "/byudzhet/v.pdf": "%PDF-1.4",
    **{f"/r{n}/": framed(f"<p>Отдел {n}</p>") for n in range(3)},
}


def test_honest_pages_stay(hostile, crawled):
    def moved(asked, wire):
        return wire.redirect("/") if asked.path == "/main/byudzhet/" else False

    site = hostile(site_of(HONEST, moved))
    done = crawled(site)
    for capture in done.captures:
        if capture.url.endswith(("robots.txt", "sitemap.xml")) or PROBE.search(capture.url):
            continue
        assert capture.outcome is Outcome.OK, capture
    [probe] = [c for c in done.captures if PROBE.search(c.url)]
    assert probe.outcome is Outcome.NOT_FOUND
    assert len(probes(site)) == 1


def test_the_same_words_over_other_documents_are_other_pages(hostile, crawled):
    years = range(2015, 2025)
    pages = {"/": framed("".join(f"<a href='/y{y}/'>Бюджет {y}</a>" for y in years))}
    for year in years:
        pages[f"/y{year}/"] = framed(f"<h1>Бюджет</h1><a href='/b{year}.pdf'>Скачать</a>")
        pages[f"/b{year}.pdf"] = "%PDF-1.7"
    site = hostile(site_of(pages, honest))
    done = crawled(site)
    assert probes(site) == []
    assert sum(c.outcome is Outcome.OK for c in done.captures) == 1 + 2 * len(years)


def test_a_site_without_suspects_is_not_asked(hostile, crawled):
    site = hostile(site_of({**PAGES, "/byudzhet/": framed("<h1>Бюджет</h1>")}, honest))
    crawled(site)
    assert probes(site) == []


SHELL = (
    "<html><head><title>Портал</title><script src=/app.js></script></head><body><div id=app></div>"
)


def test_the_shell_of_a_scripted_site_is_no_soft_404(hostile, crawled):
    """Every route answers with it; only a document is not there when it does."""

    def talk(asked, wire):
        return False if asked.path == "/robots.txt" else wire.page(SHELL)

    site = hostile(talk)
    done = crawled(site, region(f"{HOME}budget", f"{HOME}files/b.pdf", f"{HOME}open/budget"))
    for route in ("invalid/budget", "open/budget"):
        met = [c.outcome for c in done.captures if c.url.endswith(route)]
        assert met == [Outcome.OK, Outcome.EMPTY_SHELL], "there, and nobody saw what it shows"
    assert done.at("files/b.pdf").outcome is Outcome.SOFT_404
    assert done.at("files/b.pdf").media_type == "text/html"


def test_a_probe_robots_txt_forbids_is_not_sent(hostile, crawled):
    def talk(asked, wire):
        if asked.path == "/robots.txt":
            return wire.page("User-agent: *\nDisallow: /upload/z\n", kind="text/plain")
        return wire.page(PAGES["/"] if asked.path == "/" else framed("<p>Не найдено, ошибка 7</p>"))

    site = hostile(talk)
    done = crawled(site, region(f"{HOME}upload/old.pdf"))
    assert probes(site) == []
    [probe] = [c for c in done.captures if PROBE.search(c.url)]
    assert probe.outcome is Outcome.ROBOTS_DENIED


def test_two_regions_on_one_host_share_a_probe(hostile, crawled):
    site = hostile(site_of({}, says_nothing))
    done = crawled(
        site,
        region(f"{HOME}a/b.pdf", home=f"{HOME}a/", name="one"),
        region(f"{HOME}b/b.pdf", home=f"{HOME}b/", name="two"),
    )
    assert len(probes(site)) == 1
    pdfs = [c for c in done.captures if c.url.endswith("b.pdf") and not PROBE.search(c.url)]
    assert [c.outcome for c in pdfs] == [Outcome.SOFT_404] * 2


def says_nothing(asked, wire):
    wire.page(framed("<p>Добро пожаловать на сайт</p>"))


def test_a_probe_costs_what_a_page_costs(hostile, crawled):
    """The budget knows of it: of four requests one is the probe."""
    site = hostile(site_of({"/": PAGES["/"]}, with_a_login))
    done = crawled(site, region(f"{HOME}upload/old.pdf"), max_requests=4, delay=0.01)
    assert len(site.paths) == 4
    assert len(probes(site)) == 1
    assert sum(c.outcome is Outcome.BUDGET_SPENT for c in done.captures) > 0
