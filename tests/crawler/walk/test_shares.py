"""An endless source starves nobody, and a whole run ends when its night is over."""

import re
from urllib.parse import unquote

from crawler.model import Outcome
from crawler.walk.budget import Account, Budget, Polite, Whole
from crawler.walk.shares import Shares

from .conftest import Page, region

HOME = "http://fin.oblast.invalid/"
PORTAL = "http://portal.oblast.invalid/"


def endless(path: str, headers: object) -> Page | None:
    """A portal where every page leads to five more under an edition's name; a quiet ministry."""
    host = headers["Host"].partition(":")[0]  # type: ignore[index]
    if "robots" in path or "sitemap" in path:
        return None
    if host.startswith("portal"):
        if not re.fullmatch("/(?:[0-4][абвгд]/)*", unquote(path)):
            return None
        letters = "абвгд"
        rows = (f'<a href="{path}{n}{c}/">Открытый бюджет, {c}</a>' for n, c in enumerate(letters))
        return Page("".join(rows))
    if path == "/":
        return Page('<a href="/w/">Документы</a>')
    if path == "/w/":
        return Page("".join(f'<a href="/w/{n}/">Материалы, {n}</a>' for n in "абвгде"))
    return Page(f"<h1>{path}</h1>")


def test_an_endless_source_does_not_starve_the_others(serving, crawled) -> None:
    site = serving(endless)
    quiet = "http://quiet.oblast.invalid/"
    done = crawled(site, region(HOME, PORTAL, quiet), max_requests=60)
    asked = [a.partition("/") for a in site.asked if not a.endswith("/robots.txt")]
    assert len(asked) == 60
    sections = {path for host, _, path in asked if path.startswith("w/")}
    for host in ("quiet.oblast.invalid", "fin.oblast.invalid"):
        assert {path for h, _, path in asked if h == host} >= sections
    assert len(sections) == 7
    assert sum(host == "portal.oblast.invalid" for host, _, _ in asked) >= 40
    assert done.events[-1].limit == "60 requests"


def test_the_reserve_goes_to_the_best_and_then_each_has_its_share() -> None:
    shares = Shares(Polite(max_requests=100, kept=0.5), ["a", "b"])
    shares.bill("a", requests=60)
    assert shares.below() is None, "a spent its 25 and 35 of the 50 in reserve"
    shares.bill("a", requests=15)
    assert shares.below() == {"b"}
    shares.bill("b", requests=25)
    assert shares.below() == frozenset()


def test_bytes_and_minutes_count_like_requests() -> None:
    limits = Polite(max_requests=100, max_bytes=1000, max_seconds=100, kept=1)
    shares = Shares(limits, ["a", "b"])
    shares.bill("a", size=500)
    assert shares.below() == {"b"}
    shares.clock(0, [])
    shares.clock(50, ["b"])
    assert shares.below() == frozenset()


def test_the_run_as_a_whole(serving, tmp_path) -> None:
    from crawler.archive import Archive
    from crawler.crawl import Options, crawl

    site = serving(endless)
    options = Options((site.resolve,), True, polite=Polite(delay=0), whole=Whole(max_requests=30))
    regions = [region(PORTAL, name="one"), region("http://portal2.invalid/", name="two")]
    ends = []
    with Archive(tmp_path / "archive") as archive:
        run = crawl(regions, archive, options=options, on_event=ends.append)
        captures = archive.captures(run=run.id)
    assert run.finished
    assert len(site.pages) == 30
    spent = [c for c in captures if c.outcome is Outcome.BUDGET_SPENT]
    assert {c.region for c in spent} == {"one", "two"}
    reason = "not asked: the budget of 30 requests of the whole run was spent"
    assert {c.reason for c in spent} == {reason}


def test_hours_of_the_whole_run() -> None:
    whole = Account(Whole(max_seconds=8 * 3600))
    one, two = Budget(Polite(), whole), Budget(Polite(max_seconds=10 * 3600), whole)
    one.start(0)
    two.start(7 * 3600)
    assert two.spent(7.9 * 3600) == ""
    assert two.spent(8 * 3600) == "8 hours of the whole run"
