"""Did each source give what its registry entry expects?"""

from crawler.health import health
from crawler.model import Expects, Outcome, Source

from .conftest import Page, region

HOME = "http://fin.oblast.invalid/"
OPEN = f"{HOME}open/"


def site_of(editions: int) -> dict[str, Page]:
    files = "".join(f'<a href="/u/{n}.pdf">Бюджет для граждан {n}</a>' for n in range(editions))
    return {
        "/": Page('<a href="/open/">Открытый бюджет</a>'),
        "/open/": Page(files),
        **{f"/u/{n}.pdf": Page(f"%PDF-{n}", "application/pdf") for n in range(editions)},
    }


def expecting(documents: int):
    source = Source(url=OPEN, expects=Expects(pages=1, documents=documents))  # type: ignore[arg-type]
    return region(HOME).model_copy(update={"sources": (source,)})


def test_floors_met_and_missed(serving, crawled) -> None:
    own = expecting(3)
    done = crawled(serving(site_of(3)), own)
    home, source = health(done.captures, [own], done.run)
    assert (home.source, home.found_pages, home.broken) == (HOME, 1, "")
    assert (source.source, source.found_pages, source.found_documents) == (OPEN, 1, 3)
    assert (source.broken, source.requests, source.outcomes) == ("", 4, (("ok", 4),))
    assert source.last_good == max(c.fetched_at for c in done.captures if c.source == OPEN)
    (_, poorer) = health(done.captures, [expecting(4)], done.run)
    assert poorer.broken == "3 documents of at least 4"


def test_a_dead_site_is_broken_and_remembers_its_last_good_day(serving, crawled) -> None:
    answers = site_of(1)
    own = expecting(1)
    site = serving(lambda path, _headers: answers.get(path))
    first = crawled(site, own)
    answers.clear()
    second = crawled(site, own)
    everything = (*first.captures, *second.captures)
    home, source = health(everything, [own], second.run)
    assert home.broken == "0 pages of at least 1"
    assert source.found_documents == 0
    assert "pages" in source.broken
    assert source.last_good == max(c.fetched_at for c in first.captures if c.source == OPEN)
    assert {c.outcome for c in second.captures} == {Outcome.NOT_FOUND}


def test_a_region_not_in_the_run_has_no_health(serving, crawled) -> None:
    done = crawled(serving(site_of(0)), region(HOME))
    assert health(done.captures, [region(HOME, name="other")], done.run) == ()
