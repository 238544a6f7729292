"""Sites that waste our time: each costs a bounded number of requests and seconds."""

import re
import time
from itertools import pairwise

import pytest

from crawler.model import Outcome

from .conftest import HOME, region

BRIEF = {"DOWNLOAD_TIMEOUT": 2}


def test_a_site_that_drips(hostile, crawled):
    site = hostile("drips")
    began = time.monotonic()
    done = crawled(site, **BRIEF)
    assert time.monotonic() - began < 60
    for path in ("/byudzhet/body", "/byudzhet/head"):
        assert done.at(path).outcome is Outcome.TIMEOUT
        assert done.at(path).sha256 == ""
        assert site.times(path) == 2  # once more, a minute later the line may be better
    assert "not complete within 2 s" in done.at("/byudzhet/body").reason
    assert done.at("invalid/").outcome is Outcome.OK


def test_a_trickle_without_end(hostile, crawled):
    site = hostile("trickle")
    capture = crawled(site, **BRIEF).at("/byudzhet/")
    assert capture.outcome is Outcome.TIMEOUT
    assert site.times("/byudzhet/") == 2


def test_a_robots_txt_that_drips_closes_the_host(hostile, crawled):
    site = hostile("slow_robots")
    done = crawled(site, region(f"{HOME}byudzhet/"), **BRIEF)
    assert {a.path for a in site.asked} == {"/robots.txt"}
    assert len(site.asked) == 2
    assert {c.outcome for c in done.captures} == {Outcome.TIMEOUT}
    assert "robots.txt could not be fetched" in done.at("/byudzhet/").reason


def test_what_recovers_is_asked_once_more(hostile, crawled):
    site = hostile("recovers")
    done = crawled(site)
    for path in ("a.pdf", "c.pdf"):
        assert done.at(path).outcome is Outcome.OK
        assert done.body(done.at(path)) == b"%PDF-1.7"
        assert site.times(f"/byudzhet/{path}") == 2
    never = done.at("/byudzhet/b/")
    assert (never.outcome, never.http_status) == (Outcome.SERVER_ERROR, 500)
    assert b"Internal" in done.body(never)
    assert site.times("/byudzhet/b/") == 2


def test_redirects_without_end(hostile, crawled):
    site = hostile("loops")
    done = crawled(site)
    said = {
        "/byudzhet/self": "circle",
        "/byudzhet/two": "circle",
        "/byudzhet/grow?n=1": "8 redirects",
        "/byudzhet/cookie": "circle",
    }
    for path, why in said.items():
        assert done.at(path).outcome is Outcome.REDIRECTED_AWAY
        assert why in done.at(path).reason
    assert sum(a.path.startswith("/byudzhet/grow") for a in site.asked) == 9
    assert site.times("/byudzhet/self") == 1
    assert site.times("/byudzhet/two") == 2
    assert site.times("/byudzhet/cookie") == 2


def test_refreshes_without_end(hostile, crawled):
    """Each is a link of its page; depth ends the walk, and no page counts as another's answer."""
    site = hostile("refreshes")
    done = crawled(site)
    assert len(site.paths) <= 1 + 2 * 12
    assert len(set(site.paths)) == len(site.paths)
    pages = [c for c in done.captures if "/byudzhet/" in c.url]
    assert len(pages) >= 8
    assert {c.outcome for c in pages} == {Outcome.OK}


def test_a_calendar_without_end(hostile, crawled):
    site = hostile("calendar")
    done = crawled(site, max_requests=200)
    assert len(site.paths) <= 50
    assert not any("?month" in path or "?date" in path for path in site.paths)
    assert len({c.url for c in done.captures}) == len(done.captures)


def test_ten_thousand_links_on_every_page(hostile, crawled):
    site = hostile("many_links")
    began = time.monotonic()
    done = crawled(site, max_requests=12)
    assert time.monotonic() - began < 60
    assert len(site.paths) <= 13
    assert len(done.captures) <= 12 + 3 + 25


def test_two_regions_on_one_host_never_ask_at_once(hostile, crawled):
    """Whatever the number of sources: the host has one request in hand, and one robots.txt."""
    site = hostile("shared_host")
    both = (
        region(
            *(f"{HOME}{name}/b{n}.pdf" for n in range(6)),
            f"{HOME}{name}/secret",
            home=f"{HOME}{name}/",
            name=name,
        )
        for name in ("one", "two")
    )
    done = crawled(site, *both)
    assert site.most_at_once == 1
    assert site.times("/robots.txt") == 1
    assert [c.region for c in done.captures if c.url.endswith("robots.txt")] in (
        ["one", "two"],
        ["two", "one"],
    )
    assert done.at("two/secret").outcome is Outcome.ROBOTS_DENIED
    assert done.at("one/secret").outcome is Outcome.NOT_FOUND
    assert sum(c.media_type == "application/pdf" for c in done.captures) == 12


def test_a_wall_in_the_middle_of_a_walk(hostile, crawled):
    """Five refusals and the host is left; what was not asked says so, under the wall's name."""
    site = hostile("walled")
    done = crawled(site)
    pages = [c for c in done.captures if "/byudzhet/" in c.url]
    assert len(pages) == 12
    assert {c.outcome for c in pages} == {Outcome.BLOCKED}
    assert all("ddos-guard" in c.reason for c in pages)
    asked = [c for c in pages if c.sha256]
    assert len(asked) == len([p for p in site.paths if "/byudzhet/" in p]) <= 8
    for capture in pages:
        if not capture.sha256:
            # A few were on their way already when the fifth was refused.
            assert re.match(r"not asked again: the host failed [5-8] times, last: ", capture.reason)


def test_every_refusal_doubles_the_pause(hostile, crawled):
    site = hostile("walled")
    crawled(site, delay=0.1)
    at = [a.at for a in site.asked if "/byudzhet/" in a.path]
    assert len(at) == 5
    gaps = [b - a for a, b in pairwise(at)]
    # A busy machine reads one request late and the next in time: the sum tells more than each.
    assert sum(gaps) > 0.8 * sum(0.1 * 2**n for n in range(1, 5)), gaps
    assert gaps[-1] > 2 * gaps[0], gaps


def test_a_wall_that_wants_its_cookie_is_asked_once_more(hostile, crawled):
    site = hostile("cookie_wall")
    done = crawled(site)
    assert done.at("invalid/").outcome is Outcome.OK
    assert site.times("/") == 2


@pytest.mark.parametrize("path", ["/", "/byudzhet/"])
def test_a_wall_that_stays_is_not_asked_a_third_time(hostile, crawled, path):
    wall = "<html><script>document.cookie='a=1';location.reload()</script></html>"

    def talk(asked, wire):
        if asked.path == path:
            return wire.page(wall, Set_Cookie=f"n={asked.nth}")
        return wire.page('<a href="/byudzhet/">Бюджет</a>') if asked.path == "/" else False

    site = hostile(talk)
    done = crawled(site)
    blocked = next(c for c in done.captures if c.url.endswith(path))
    assert blocked.outcome is Outcome.BLOCKED
    assert "cookie-check" in blocked.reason
    assert site.times(path) == 2
