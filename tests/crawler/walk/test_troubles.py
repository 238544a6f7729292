"""Worldly troubles on the way: each ends as one typed outcome with a reason."""

import socket
import time

from crawler.model import Outcome

from .conftest import Page, region

HOME = "http://fin.oblast.invalid/"


def to(location: str, status: int = 302) -> Page:
    return Page("moved", status=status, headers={"Location": location})


def test_a_chain_of_redirects_is_one_capture(serving, crawled) -> None:
    site = serving(
        {
            "/": to("/ru", 301),
            "/ru": to("http://www.fin.oblast.invalid/ru/"),
            "www.fin.oblast.invalid/ru/": Page('<a href="a.pdf">Бюджет для граждан</a>'),
            "www.fin.oblast.invalid/ru/a.pdf": Page(b"%PDF-", "application/pdf"),
        }
    )
    done = crawled(site, region(HOME))
    home = done.at("invalid/")
    assert (home.outcome, home.clicks) == (Outcome.OK, 0)
    assert home.final_url == "http://www.fin.oblast.invalid/ru/"
    assert done.at("/ru/a.pdf").clicks == 1
    assert len(done.pages) == 2
    assert len(site.pages) == 4


def test_a_redirect_loop_and_an_endless_chain(serving, crawled) -> None:
    def endless(path: str, _headers: object) -> Page | None:
        if path == "/":
            return Page('<a href="/byudzhet/1">Бюджет</a><a href="/a">Открытый бюджет</a>')
        if path.startswith("/byudzhet/"):
            return to(f"/byudzhet/{int(path.rpartition('/')[2]) + 1}")
        return {"/a": to("/b"), "/b": to("/a")}.get(path)

    site = serving(endless)
    done = crawled(site, region(HOME))
    loop, chain = done.at("/a"), done.at("/byudzhet/1")
    assert (loop.outcome, chain.outcome) == (Outcome.REDIRECTED_AWAY, Outcome.REDIRECTED_AWAY)
    assert "circle" in loop.reason
    assert "8 redirects" in chain.reason
    assert len([a for a in site.pages if "/byudzhet/" in a]) == 9


def test_a_redirect_to_a_metadata_service(serving, crawled) -> None:
    site = serving({"/": to("http://169.254.169.254/latest/meta-data/")})
    home = crawled(site, region(HOME)).at("invalid/")
    assert home.outcome is Outcome.REFUSED_ADDRESS
    assert (home.url, home.final_url) == (HOME, "http://169.254.169.254/latest/meta-data/")
    assert "link-local" in home.reason


def test_without_permission_loopback_is_refused(serving, crawled) -> None:
    site = serving({"/": Page("x")})
    home = crawled(site, region(HOME), private=False).at("invalid/")
    assert home.outcome is Outcome.REFUSED_ADDRESS
    assert "--allow-private-hosts" in home.reason
    assert site.asked == []


def test_a_parked_domain_is_not_the_ministry(serving, crawled) -> None:
    site = serving(
        {
            "fin.oblast.invalid/": to("http://parking.invalid/?d=fin"),
            "parking.invalid/": Page("Купите"),
        }
    )
    done = crawled(site, region(HOME))
    home = done.at("invalid/")
    assert (home.outcome, home.final_url) == (
        Outcome.REDIRECTED_AWAY,
        "http://parking.invalid/?d=fin",
    )
    assert "parking.invalid" in home.reason
    assert site.pages == ["fin.oblast.invalid/"]


def test_a_ministry_that_moved_within_its_owner(serving, crawled) -> None:
    """The new host is the region's from then on."""
    site = serving(
        {
            "df.oblast.invalid/": to("http://minfin.oblast.invalid/"),
            "minfin.oblast.invalid/": Page('<a href="/otkrytyj-byudzhet/">Бюджет</a>'),
            "minfin.oblast.invalid/otkrytyj-byudzhet/": Page('<a href="/u/b.pdf">Брошюра</a>'),
            "minfin.oblast.invalid/u/b.pdf": Page(b"%PDF-", "application/pdf"),
        }
    )
    done = crawled(site, region("http://df.oblast.invalid/"))
    home = done.at("df.oblast.invalid/")
    assert (home.outcome, home.final_url) == (Outcome.OK, "http://minfin.oblast.invalid/")
    assert done.at("b.pdf").clicks == 2


def test_a_site_that_sets_a_cookie_and_sends_back(serving, crawled, monkeypatch) -> None:
    """Cookies are kept, and the list of public suffixes is never fetched for them."""
    asked_names: list[str] = []
    look_up = socket.getaddrinfo

    def noting(host: str, *rest: object, **more: object) -> object:
        asked_names.append(host)
        return look_up(host, *rest, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(socket, "getaddrinfo", noting)

    def answering(path: str, headers: object) -> Page | None:
        if path != "/" or "seen=1" in headers.get("Cookie", ""):  # type: ignore[attr-defined]
            return Page("<h1>Министерство финансов</h1>") if path == "/" else None
        cookie = "seen=1; Path=/; Domain=.oblast.invalid"
        return Page(status=302, headers={"Location": "/", "Set-Cookie": cookie})

    done = crawled(serving(answering), region(HOME))
    assert done.at("invalid/").outcome is Outcome.OK
    assert set(asked_names) <= {"127.0.0.1"}


def test_a_host_that_never_answers_does_not_hold_the_others(serving, crawled, monkeypatch) -> None:
    monkeypatch.setattr("crawler.settings.BUDGETWATCH_READ_TIMEOUT", 1)

    def answering(path: str, headers: object) -> Page:
        silent = headers["Host"].startswith("silent")  # type: ignore[index]
        return Page("<h1>Бюджет</h1>", wait=60 if silent else 0)

    site = serving(answering)
    began = time.monotonic()
    done = crawled(
        site,
        region("http://silent.invalid/", "http://silent.invalid/byudzhet/", name="silent"),
        region(HOME, name="lively"),
    )
    assert time.monotonic() - began < 20
    quiet = {c.outcome for c in done.captures if c.region == "silent"}
    assert quiet == {Outcome.TIMEOUT}
    assert {c.url for c in done.captures if c.region == "silent"} >= {"http://silent.invalid/"}
    assert len([a for a in site.asked if a.startswith("silent")]) <= 3
    assert any(c.outcome is Outcome.OK for c in done.captures if c.region == "lively")


def test_a_second_crawl_asks_only_for_changes(serving, crawled) -> None:
    stamp, tag = "Tue, 01 Sep 2026 10:00:00 GMT", '"v1"'
    html = '<a href="/a.pdf">Бюджет для граждан</a><a href="/byudzhet/">Бюджет</a>'
    conditions: list[tuple[str, str | None]] = []

    def answering(path: str, headers: object) -> Page | None:
        said = headers.get("If-Modified-Since") or headers.get("If-None-Match")  # type: ignore[attr-defined]
        conditions.append((path, said))
        bodies = {
            "/": html,
            "/a.pdf": "%PDF-",
            "/byudzhet/": '<a href="/c.pdf">Открытый бюджет</a>',
        }
        if path not in bodies:
            return None
        validator = {"ETag": tag} if path == "/byudzhet/" else {"Last-Modified": stamp}
        if said in (stamp, tag):
            return Page(status=304, headers=validator)
        return Page(bodies[path], headers=validator)

    site = serving(answering)
    first = crawled(site, region(HOME))
    conditions.clear()
    second = crawled(site, region(HOME))
    assert {c.url for c in first.captures} == {c.url for c in second.captures}
    again = {c.url.removeprefix(HOME): c for c in second.captures}
    before = {c.url.removeprefix(HOME): c for c in first.captures}
    for path in ("", "a.pdf", "byudzhet/"):
        assert again[path].outcome is Outcome.UNCHANGED
        assert again[path].sha256 == before[path].sha256
        assert again[path].clicks == before[path].clicks
    assert dict(conditions)["/byudzhet/"] == tag
    assert dict(conditions)["/"] == stamp


def test_a_304_nobody_asked_for(serving, crawled) -> None:
    home = crawled(serving({"/": Page(status=304)}), region(HOME)).at("invalid/")
    assert home.outcome is Outcome.SERVER_ERROR
    assert "304" in home.reason
