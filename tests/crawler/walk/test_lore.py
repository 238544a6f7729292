"""What answers teach: mirrors, better paths, neighbours of an edition, what earlier runs knew."""

from dataclasses import replace

from crawler.model import Outcome
from crawler.pages.link import Link
from crawler.walk.ask import Ask
from crawler.walk.budget import Polite
from crawler.walk.mirrors import ENOUGH, Mirrors
from crawler.walk.neighbours import OTHER_YEAR, SIBLING, Neighbours
from crawler.walk.region import Walk

from .conftest import Page, region

HOME = "http://fin.oblast.invalid/"
PDF = Page(b"%PDF-1.4 edition", "application/pdf")


def test_a_mirror_is_proven_by_several_equal_bodies() -> None:
    mirrors = Mirrors()
    tails = ["", "about/", "docs/1.html"]
    for number, tail in enumerate(tails):
        assert not mirrors.original(f"http://a.invalid/new/{tail}")
        mirrors.learn(f"http://a.invalid/{tail}", f"sha{number}")
        mirrors.learn(f"http://a.invalid/new/{tail}", f"sha{number}")
    assert len(tails) == ENOUGH
    assert mirrors.original("http://a.invalid/new/x/y?z=1") == "a.invalid/x/y?z=1"
    assert not mirrors.original("http://a.invalid/news/")


def test_another_host_and_a_script_in_the_path() -> None:
    mirrors = Mirrors()
    for n in range(ENOUGH):
        mirrors.learn(f"http://a.invalid/p/{n}", f"{n}")
        mirrors.learn(f"http://b.invalid/p/{n}", f"{n}")
        mirrors.learn(f"http://a.invalid/index.php/p/{n}", f"{n}")
    assert mirrors.original("http://b.invalid/q") == "a.invalid/q"
    assert mirrors.original("http://a.invalid/index.php/q") == "a.invalid/q"


def test_one_page_for_everything_unknown_is_no_mirror() -> None:
    mirrors = Mirrors()
    for n in range(20):
        mirrors.learn(f"http://a.invalid/p/{n}", "soft 404")
        mirrors.learn(f"http://a.invalid/q/{n}", "soft 404")
    assert not mirrors.original("http://a.invalid/q/1")


def test_a_mirrored_site_is_left_and_its_own_documents_are_not(serving, crawled) -> None:
    names = ["Документы", "Деятельность", "Статистика", "Материалы", "Отчёты", "Презентации"]
    menu = "".join(f'<a href="s{n}/">{name}</a>' for n, name in enumerate(names))
    pages = {"/": menu + '<a href="/new/">Документы на новом сайте</a>'}
    for n in range(len(names)):
        pages[f"/s{n}/"] = f"<h1>{n}</h1>" + "".join(
            f'<a href="{k}.html">Материалы {name}</a>' for k, name in enumerate(names)
        )
        pages |= {f"/s{n}/{k}.html": f"<p>{n} {k}" for k in range(len(names))}
    twins = {f"/new{path}": body for path, body in pages.items()}
    twins["/new/s5/"] += '<a href="/new/only-here.pdf">Бюджет для граждан</a>'
    table = {path: Page(body) for path, body in (pages | twins).items()}
    table["/new/only-here.pdf"] = PDF
    site = serving(table)
    done = crawled(site, region(HOME))
    assert any(c.url.endswith("only-here.pdf") for c in done.captures)
    assert sum("/new/" in a for a in site.pages) < len(twins) / 2
    assert dict(done.events[-1].traps)["mirror"] > 10


def walk_to(walk: Walk, ask: Ask, *links: Link, sha256: str = "") -> None:
    walk.answered(ask, ask.url, links, good=True, sha256=sha256)


def following(walk: Walk) -> Ask:
    ask = walk.next(0)
    assert ask is not None
    return ask


def test_a_shorter_way_found_too_late_is_told() -> None:
    walk = Walk(region(HOME), Polite(), 2026)
    walk_to(
        walk,
        following(walk),
        Link(f"{HOME}far/", "Открытый бюджет"),
        Link(f"{HOME}w/", "Документы"),
    )
    far = following(walk)
    walk_to(walk, far, Link(f"{HOME}far/2/", "Бюджет для граждан"))
    walk_to(walk, following(walk), Link(f"{HOME}far/3/", "Бюджет для граждан 2026"))
    walk_to(walk, following(walk), Link(f"{HOME}b.pdf", "Скачать"))
    edition = following(walk)
    assert (edition.url, edition.clicks) == (f"{HOME}b.pdf", 4)
    walk_to(walk, edition)
    assert walk.paths == ()
    late = following(walk)
    assert late.url == f"{HOME}w/"
    walk_to(walk, late, Link(f"{HOME}far/3/", "Год 2026"))
    better = {path.url: (path.clicks, path.link_texts) for path in walk.paths}
    assert better == {
        f"{HOME}far/3/": (2, ("Документы", "Год 2026")),
        f"{HOME}b.pdf": (3, ("Документы", "Год 2026", "Скачать")),
    }


def test_a_source_reached_from_home_at_last() -> None:
    source = f"{HOME}ob/"
    walk = Walk(region(HOME, source), Polite(), 2026)
    walk_to(walk, following(walk), Link(f"{HOME}x/", "Рубрика"))
    seed = following(walk)
    assert (seed.url, seed.clicks) == (source, None)
    walk_to(walk, seed, Link(f"{HOME}b.pdf", "Брошюра"))
    walk_to(walk, following(walk))
    walk_to(walk, following(walk), Link(source, "Сюда"))
    assert [(p.url, p.clicks) for p in walk.paths] == [(f"{HOME}b.pdf", 3), (source, 2)]


def test_neighbours_of_an_edition() -> None:
    known = Neighbours()
    page = "http://a.invalid/docs/2026/list/"
    assert known.learn("http://a.invalid/u/2026/7/x.pdf", page)
    assert known.promise("http://a.invalid/docs/2024/list/", "", file=False) == OTHER_YEAR
    assert known.promise("http://a.invalid/q.pdf", page, file=True) == SIBLING
    assert 0 < known.promise("http://a.invalid/u/2026/7/y.pdf", "", file=True) < SIBLING
    assert known.promise("http://a.invalid/docs/2026/", "", file=False) > 0
    assert known.promise("http://a.invalid/about/", "http://a.invalid/", file=False) == 0
    assert known.promise("http://a.invalid/z.pdf", "http://a.invalid/", file=True) == 0


def test_what_an_earlier_run_knew_is_asked_though_no_link_leads_there(serving, crawled) -> None:
    pages = {
        "/": Page('<a href="/ob/">Открытый бюджет</a>'),
        "/ob/": Page('<a href="/b25.pdf">Бюджет для граждан 2025</a><a href="/b.pdf">Брошюра</a>'),
        "/b25.pdf": PDF,
        "/b.pdf": replace(PDF, body=b"%PDF-1.4 other"),
    }
    site = serving(pages)
    first = crawled(site, region(HOME))
    assert first.at("/b25.pdf").clicks == 2
    pages["/ob/"] = Page("Раздел обновляется")
    del pages["/b.pdf"]
    second = crawled(site, region(HOME))
    assert second.at("/b.pdf").outcome is Outcome.NOT_FOUND
    still = second.at("/b25.pdf")
    assert (still.outcome, still.clicks) == (Outcome.OK, None)
    assert still.link_texts == ("Открытый бюджет", "Бюджет для граждан 2025")
    assert still.promise == first.at("/b25.pdf").promise
    third = crawled(site, region(HOME))
    assert not [c for c in third.captures if c.url.endswith("/b.pdf")], "it has said it is gone"


def test_what_an_earlier_run_knew_has_its_turn_before_the_budget_ends(serving, crawled) -> None:
    pages = {"/": Page('<a href="/old.pdf">Бюджет для граждан 2025</a>'), "/old.pdf": PDF}
    site = serving(pages)
    crawled(site, region(HOME))
    pages["/"] = Page(
        "".join(f'<a href="/{c}/">Открытый бюджет, {c}</a>' for c in "абвгдежзиклмнопрстуф")
    )
    second = crawled(site, region(HOME), max_requests=15)
    assert second.at("/old.pdf").outcome is Outcome.OK
