"""Saved sites of every family, served over HTTP and crawled as the command does."""

from pathlib import Path

import pytest

from crawler.archive import Archive
from crawler.crawl import Options, Polite, crawl
from crawler.model import Outcome, PageFamily
from crawler.progress import silent
from tests.saved_site import cases, region, served, truth

CASES = cases()
NOTHING_THERE = (Outcome.NOT_FOUND, Outcome.SOFT_404)


@pytest.mark.parametrize("folder", CASES, ids=lambda f: f"{f.parent.name}-{f.name}")
def test_every_edition_is_found_and_the_way_to_it_told(folder: Path, tmp_path: Path) -> None:
    told = truth(folder)
    with served(folder) as resolve, Archive(tmp_path / "archive") as archive:
        # The least delay there is: one request after another, the best next one chosen late.
        options = Options((resolve,), True, polite=Polite(delay=0.001))
        run = crawl([region(folder)], archive, options=options, on_event=silent)
        captures = {c.url: c for c in archive.captures(run=run.id)}
        clicks = {url: captures[url].clicks if url in captures else "none" for url in told.editions}
        assert clicks == told.editions, sorted(captures)
        for url in told.editions:
            host, path = url.removeprefix("http://").split("/", 1)
            assert captures[url].outcome is Outcome.OK
            assert archive.read(captures[url]) == (folder / "site" / host / path).read_bytes()
    asked = [url for url in captures if not url.endswith("/robots.txt")]
    assert len(asked) <= told.most_requests, sorted(asked)
    assert [url for url in asked if url.startswith(told.never)] == []
    assert {c.outcome for c in captures.values()} <= {Outcome.OK, *NOTHING_THERE}


def test_each_family_that_adds_ways_has_a_whole_site() -> None:
    alone = {PageFamily.SITEMAP, PageFamily.LISTING}
    assert {folder.parent.name for folder in CASES} == set(PageFamily) - alone
