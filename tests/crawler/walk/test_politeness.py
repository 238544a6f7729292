"""The politeness ledger: what was sent to each host, counted where it leaves us."""

import itertools
import threading
import time
from collections import Counter
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from crawler.archive import Archive
from crawler.crawl import Options, Polite, crawl
from crawler.model import Outcome
from crawler.notes import HostFacts, NoteKind, middle
from crawler.politeness import hosts, joined, of_sources
from crawler.walk.hosts import OFTEN, For, Hosts

from .conftest import Crawled, Page, region

HOME = "http://fin.oblast.invalid/"
EDITIONS = "".join(f'<a href="/u/{n}.pdf">Бюджет для граждан {n}</a>' for n in range(4))
SITE = {
    "/": Page('<a href="/open/">Открытый бюджет для граждан</a>'),
    "/open/": Page(EDITIONS + '<a href="/secret/1.pdf">Бюджет для граждан 2019</a>'),
    **{f"/u/{n}.pdf": Page(f"%PDF-{n}" * 100, "application/pdf") for n in range(4)},
}
ROBOTS = "User-agent: *\nDisallow: /secret/\nCrawl-delay: 0.2"


def told(done: Crawled, host: str = "fin.oblast.invalid") -> HostFacts:
    found = [h for h in hosts(done.notes, [done.run]) if h.host == host]
    assert len(found) == 1, [h.host for h in hosts(done.notes, [done.run])]
    return found[0].facts


def test_every_request_is_counted_and_the_pause_is_kept(serving, crawled) -> None:
    site = serving({**SITE, "/robots.txt": Page(ROBOTS, "text/plain")})
    done = crawled(site, region(HOME, f"{HOME}open/"), delay=0)
    facts = told(done)
    assert facts.requests == len(site.asked)
    assert facts.at_once == 1
    assert facts.robots_denied == 1
    assert (facts.delay_asked, facts.delay_kept) == (0.2, 0.2)
    assert facts.gap_min is not None
    # From start to start; the first page may follow robots.txt before its word is known.
    assert sum(n for gap, n in facts.gaps if gap >= 0.19) >= len(site.asked) - 2
    assert sum(n for _, n in facts.gaps) == facts.requests - 1
    assert facts.bytes == sum(len(p.bytes) for p in SITE.values()) + len(ROBOTS) + sum(
        len("<h1>404</h1>") for path in site.asked if path.endswith("sitemap.xml")
    )
    assert done.run.started <= facts.first <= facts.last <= done.run.finished


def test_no_host_is_asked_twice_at_the_same_time_even_in_haste(serving, crawled) -> None:
    under_way, most, lock = 0, 0, threading.Lock()

    def answering(path: str, _headers: object) -> Page | None:
        nonlocal under_way, most
        with lock:
            under_way += 1
            most = max(most, under_way)
        time.sleep(0.05)
        with lock:
            under_way -= 1
        return SITE.get(path)

    done = crawled(serving(answering), region(HOME), delay=0)
    assert told(done).requests > 6
    assert (most, told(done).at_once) == (1, 1)


def test_retries_and_busy_hosts(serving, crawled) -> None:
    tries = itertools.count()

    def answering(path: str, _headers: object) -> Page | None:
        if path == "/u/0.pdf" and next(tries) == 0:
            return Page("later", status=503, headers={"Retry-After": "1"})
        return SITE.get(path)

    site = serving(answering)
    done = crawled(site, region(HOME))
    facts = told(done)
    assert facts.requests == len(site.asked)
    assert Counter(site.asked)["fin.oblast.invalid/u/0.pdf"] == 2
    assert (facts.slowed, facts.retry_after, facts.retry_after_longest) == (1, 1, 1.0)


def test_the_account_is_kept_by_source_and_by_host(serving, crawled) -> None:
    site = serving(SITE)
    own = region(HOME, "http://portal.oblast.invalid/")
    done = crawled(site, own)
    by_source = of_sources(done.notes, done.run.id)
    assert set(by_source) == {("test", HOME), ("test", "http://portal.oblast.invalid/")}
    assert sum(f.requests for f in by_source.values()) == len(site.asked)
    by_host = {h.host: h.facts.requests for h in hosts(done.notes, [done.run])}
    assert by_host == dict(Counter(asked.partition("/")[0] for asked in site.asked))


def test_a_wall_is_named_and_an_unmodified_answer_counted(serving, crawled) -> None:
    wall = Page(
        "<title>DDoS-Guard</title><p>Checking your browser before accessing</p>"
        "<script src='/.well-known/ddos-guard/check'></script>",
        status=403,
    )

    def answering(path: str, headers: object) -> Page | None:
        if path == "/u/1.pdf":
            return wall
        if path == "/u/2.pdf" and "If-None-Match" in dict(headers):  # type: ignore[call-overload]
            return Page(status=304, headers={"ETag": '"2"'})
        page = SITE.get(path)
        return page and Page(page.body, page.media_type, headers={"ETag": '"2"'})

    site = serving(answering)
    first = crawled(site, region(HOME))
    assert {c.outcome for c in first.captures} >= {Outcome.BLOCKED}
    assert told(first).blocked_by == ("ddos-guard",)
    assert told(first).not_modified == 0
    assert told(crawled(site, region(HOME))).not_modified == 1


def test_a_name_that_leads_nowhere_was_asked_nothing(serving, tmp_path: Path) -> None:
    site = serving(SITE)
    options = Options(
        (f"fin.oblast.invalid:80:127.0.0.1:{site.port}",), True, polite=Polite(delay=0)
    )
    own = region(HOME, "http://10.0.0.1.nowhere.invalid/")
    with Archive(tmp_path / "a") as archive:
        run = crawl([own], archive, options=options, on_event=lambda _: None)
        found = {h.host: h.facts.requests for h in hosts(archive.notes(run=run.id), [run])}
    assert found["fin.oblast.invalid"] == len(site.asked)
    assert found.get("10.0.0.1.nowhere.invalid", 0) == 0


def test_the_vantage_is_kept_with_the_run(serving, tmp_path: Path) -> None:
    site = serving(SITE)
    options = Options((site.resolve,), True, vantage="Tomsk, an office", polite=Polite(delay=0))
    with Archive(tmp_path / "a") as archive:
        crawl([region(HOME)], archive, options=options, on_event=lambda _: None)
    with Archive(tmp_path / "a", readonly=True) as archive:
        (ledger,) = hosts(archive.notes(), archive.runs())
    assert ledger.vantage == "Tomsk, an office"


def test_a_long_walk_is_kept_now_and_then() -> None:
    """What a crash can lose is bounded: accounts are taken before a region ends."""
    accounts, who = Hosts(), For("r", "s")
    for n in range(OFTEN):
        accounts.asked(who, "h", float(n), "2026-11-23T20:08:00Z")
        accounts.heard(who, "h")
        assert bool(list(accounts.take("r", OFTEN))) == (n == OFTEN - 1)


def test_what_is_under_way_together_is_seen() -> None:
    accounts, who = Hosts(), For("r", "s")
    for n in range(3):
        accounts.asked(who, "h", float(n), "2026-11-23T20:08:00Z")
    (note,) = accounts.take("r")
    assert note.kind is NoteKind.HOST
    assert isinstance(note.facts, HostFacts)
    assert note.facts.at_once == 3
    assert note.facts.gap_min == 1.0


@given(st.lists(st.floats(0, 100), min_size=1, max_size=60), st.data())
def test_stretches_add_up_however_they_are_cut(gaps: list[float], data: st.DataObject) -> None:
    """Taken once or in many notes, the ledger says the same."""
    whole, cut, who = Hosts(), Hosts(), For("r", "s")
    at, parts = 0.0, []
    for gap in [0.0, *gaps]:
        at += gap
        for accounts in (whole, cut):
            accounts.asked(who, "h", at, "2026-11-23T20:08:00Z")
            accounts.received(who, "h", 10)
            accounts.heard(who, "h")
        if data.draw(st.booleans()):
            parts += [note.facts for note in cut.take("r")]
    parts += [note.facts for note in cut.take("r")]
    (one,) = (note.facts for note in whole.take("r"))
    assert isinstance(one, HostFacts)
    added = parts[0]
    for part in parts[1:]:
        added = joined(added, part)
    assert added == one
    assert one.requests == len(gaps) + 1
    ordered = sorted(gap for gap, n in one.gaps for _ in range(n))
    assert middle(one.gaps) == ordered[(len(ordered) - 1) // 2]


def test_no_gap_has_no_middle() -> None:
    assert middle(()) is None
