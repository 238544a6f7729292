"""Ctrl-C in the middle: the archive is whole, and the run goes on where it stopped."""

import os
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest

from crawler.archive import Archive
from crawler.crawl import Options, Polite, crawl
from crawler.model import Outcome
from crawler.progress import RegionStarted
from crawler.stopped import CrawlStoppedError

from .conftest import Page, Site, region

CRAWL = """
import sys
from pathlib import Path
from crawler.archive import Archive
from crawler.crawl import Options, Polite, crawl
from crawler.model import Name, Region
home, root, resolve = sys.argv[1:]
region = Region(id="test", name=Name(ru="о", en="o"), iso_3166_2="XX-1", home=home)
options = Options((resolve,), True, polite=Polite(delay=0.1))
with Archive(Path(root)) as archive:
    try:
        crawl([region], archive, options=options, on_event=lambda event: None)
    except KeyboardInterrupt:
        sys.exit(130)
"""
HOME = "http://fin.oblast.invalid/"
YEARS = range(2005, 2027)


def answering(path: str, _headers: object) -> Page | None:
    if path == "/":
        rows = "".join(f'<a href="/{y}/">Бюджет для граждан {y}</a>' for y in YEARS)
        return Page(rows)
    if path.strip("/").isdigit():
        return Page(f'<a href="/d{path.strip("/")}.pdf">Брошюра</a>')
    return Page(path.encode(), "application/pdf") if path.endswith(".pdf") else None


def interrupted(site: Site, root: Path, how: signal.Signals, after: int) -> int:
    """Start a crawl in a process of its own and stop it after so many requests."""
    there = Path(__file__).parents[3]
    child = subprocess.Popen(
        [sys.executable, "-c", CRAWL, HOME, str(root), site.resolve],
        env={**os.environ, "PYTHONPATH": str(there)},
        stderr=subprocess.PIPE,
        text=True,
    )
    until = time.monotonic() + 60
    while len(site.asked) < after and time.monotonic() < until:
        time.sleep(0.02)
    child.send_signal(how)
    _, said = child.communicate(timeout=30)
    assert "Traceback" not in said, said
    return child.returncode


def resume(site: Site, root: Path) -> tuple[Archive, str]:
    archive = Archive(root)
    options = Options((site.resolve,), True, resume=True, polite=Polite(delay=0))
    run = crawl([region(HOME)], archive, options=options, on_event=lambda _: None)
    return archive, run.id


def test_ctrl_c_and_resume(serving, tmp_path: Path) -> None:
    site = serving(answering)
    began = time.monotonic()
    assert interrupted(site, tmp_path / "a", signal.SIGINT, 8) == 130
    assert time.monotonic() - began < 30
    with Archive(tmp_path / "a") as archive:
        assert archive.repairs == ()
        left = archive.unfinished()
        assert left is not None
        before = archive.captures(run=left.id)
    assert before
    archive, run = resume(site, tmp_path / "a")
    with archive:
        assert run == left.id
        assert archive.unfinished() is None
        captures = archive.captures(run=run)
        assert not list(archive.verify())
    assert captures[: len(before)] == before
    assert len({c.url for c in captures}) == len(captures), "nothing is archived twice"
    assert sum(c.url.endswith(".pdf") for c in captures) == len(YEARS)
    assert {c.clicks for c in captures if c.url.endswith(".pdf")} == {2}
    done = {c.url.removeprefix("http://") for c in before if "robots" not in c.url}
    asked = Counter(site.pages)
    assert all(asked[url] == 1 for url in done), "what was archived is not asked again"


def test_kill_9_and_resume(serving, tmp_path: Path) -> None:
    site = serving(answering)
    assert interrupted(site, tmp_path / "a", signal.SIGKILL, 10) == -signal.SIGKILL
    archive, run = resume(site, tmp_path / "a")
    with archive:
        captures = archive.captures(run=run)
        assert len({c.url for c in captures}) == len(captures)
        assert sum(c.url.endswith(".pdf") for c in captures) == len(YEARS)
        assert {c.outcome for c in captures} == {Outcome.OK, Outcome.NOT_FOUND}


def test_resuming_what_had_ended_asks_nothing(serving, crawled, tmp_path: Path) -> None:
    """A region whose budget was spent before another one was interrupted."""
    site = serving(answering)
    root = tmp_path / "b"
    options = Options((site.resolve,), True, polite=Polite(delay=0, max_requests=5))
    with Archive(root) as archive:
        run = archive.begin(tool="t", regions=["test"], started="2026-11-23T20:08:00Z")
        continued = Options(options.resolve, True, resume=True, polite=options.polite)
        assert (
            crawl([region(HOME)], archive, options=continued, on_event=lambda _: None).id == run.id
        )
        spent = archive.captures(run=run.id)
    asked = len(site.pages)
    assert asked == 5
    assert [c.outcome for c in spent].count(Outcome.BUDGET_SPENT) > 10


def test_no_fault_of_ours_is_swallowed(serving, tmp_path: Path) -> None:
    """An archive that cannot be written stops the crawl and raises."""
    site = serving(answering)
    with Archive(tmp_path / "a") as archive:
        run = archive.begin(tool="t", regions=["test"], started="2026-11-23T20:08:00Z")

        def sabotage(event: object) -> None:
            if isinstance(event, RegionStarted):
                archive.finish(run, "2026-11-23T20:08:01Z")

        options = Options((site.resolve,), True, resume=True, polite=Polite(delay=0))
        with pytest.raises(ValueError, match="begin a new one"):
            crawl([region(HOME)], archive, options=options, on_event=sabotage)
    assert len(site.pages) <= 4


def test_a_crawl_that_scrapy_ends_is_no_finished_run(
    serving, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = serving(answering)
    options = Options((site.resolve,), True, polite=Polite(delay=0))
    # As MEMUSAGE_LIMIT_MB does on a machine with too little memory.
    monkeypatch.setattr("crawler.settings.CLOSESPIDER_PAGECOUNT", 5, raising=False)
    with Archive(tmp_path / "a") as archive:
        with pytest.raises(CrawlStoppedError, match=r"pagecount.*test.*--resume"):
            crawl([region(HOME)], archive, options=options, on_event=lambda _: None)
        left = archive.unfinished()
        assert left is not None
    monkeypatch.delattr("crawler.settings.CLOSESPIDER_PAGECOUNT")
    archive, run = resume(site, tmp_path / "a")
    with archive:
        assert (run, archive.unfinished()) == (left.id, None)
        assert sum(c.url.endswith(".pdf") for c in archive.captures(run=run)) == len(YEARS)
