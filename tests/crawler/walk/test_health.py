"""Did each source give what its registry entry expects?"""

import pytest

from crawler.health import health
from crawler.model import Capture, Expects, Outcome, Run, Source

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
    home, source = health(done.captures, [own], done.run, done.notes)
    assert (home.source, home.found_pages, home.broken) == (HOME, 1, "")
    assert (source.source, source.found_pages, source.found_documents) == (OPEN, 1, 3)
    assert (source.broken, source.requests, source.outcomes) == ("", 4, (("ok", 4),))
    assert (source.robots_denied, source.not_modified, source.blocked_by) == (0, 0, "")
    assert source.gap_min is not None
    assert home.requests == 3, "the page, robots.txt and sitemap.xml"
    assert source.last_good == max(c.fetched_at for c in done.captures if c.source == OPEN)
    (_, poorer) = health(done.captures, [expecting(4)], done.run)
    assert poorer.broken == "3 documents of at least 4"


def test_an_address_without_a_floor_that_gives_nothing_is_broken(serving, crawled) -> None:
    source = Source(url=OPEN, expects=Expects())  # type: ignore[arg-type]
    own = region(HOME).model_copy(update={"sources": (source,)})
    done = crawled(serving({"/": Page("<p>Министерство финансов</p>")}), own)
    home, silent = health(done.captures, [own], done.run)
    assert (silent.found_pages, silent.found_documents, home.broken) == (0, 0, "")
    assert silent.broken == "nothing of it could be read"


def test_a_dead_site_is_broken_and_remembers_its_last_good_day(serving, crawled) -> None:
    answers = site_of(1)
    own = expecting(1)
    site = serving(lambda path, _headers: answers.get(path))
    first = crawled(site, own)
    answers.clear()
    second = crawled(site, own)
    everything = (*first.captures, *second.captures)
    home, source = health(everything, [own], second.run)
    day = first.run.started[:10]
    assert home.broken == f"0 pages of at least 1; 0 pages, 1 on {day}"
    assert (source.compared_run, source.was_documents) == (first.run.id, 1)
    assert source.found_documents == 0
    assert "pages" in source.broken
    assert source.last_good == max(c.fetched_at for c in first.captures if c.source == OPEN)
    assert {c.outcome for c in second.captures} == {Outcome.NOT_FOUND}


def test_a_region_not_in_the_run_has_no_health(serving, crawled) -> None:
    done = crawled(serving(site_of(0)), region(HOME))
    assert health(done.captures, [region(HOME, name="other")], done.run) == ()


def gave(run: str, documents: int, *troubles: Outcome, pages: int = 1) -> list[Capture]:
    """The captures of one source in the run of one day."""
    kinds = [
        *(("text/html", Outcome.OK) for _ in range(pages)),
        *(("application/pdf", Outcome.OK) for _ in range(documents)),
        *(("", trouble) for trouble in troubles),
    ]
    return [
        Capture(
            id=f"{run}-{n}", run=run, region="test", url=f"{OPEN}{n}", final_url=f"{OPEN}{n}",
            fetched_at=f"2026-{run}T00:00:00Z", outcome=outcome, reason="", http_status=200,
            media_type=kind, sha256=f"{kind}{n}" if kind else "", bytes=1, warc_file="f",
            warc_offset=0, source=OPEN, via="", clicks=1, link_texts=(), promise=0.0,
            last_modified="", content_disposition="",
        )
        for n, (kind, outcome) in enumerate(kinds)
    ]  # fmt: skip


def state(captures: list[Capture], run: str, documents: int = 0):
    told = health(captures, [expecting(documents)], Run(run, "", "", "", ("test",)))
    (source,) = (row for row in told if row.source == OPEN)
    return source


@pytest.mark.parametrize(
    ("documents", "broken"),
    [
        (31, ""),
        (16, ""),
        (15, "15 documents, 31 on 2026-10-02"),
        (0, "0 documents, 31 on 2026-10-02"),
    ],
)
def test_less_than_half_of_the_last_good_run_is_broken(documents: int, broken: str) -> None:
    source = state([*gave("10-02", 31), *gave("11-02", documents)], "11-02")
    assert source.broken == broken
    assert (source.compared_run, source.was_documents, source.was_pages) == ("10-02", 31, 1)


def test_what_was_broken_itself_is_not_compared_with() -> None:
    """A collapse must not become the new measure."""
    captures = [*gave("10-02", 31), *gave("11-02", 7), *gave("12-02", 7)]
    source = state(captures, "12-02")
    assert source.broken == "7 documents, 31 on 2026-10-02"
    assert source.compared_run == "10-02"
    assert state(captures, "11-02").compared_run == "10-02"
    assert state([*captures, *gave("12-20", 40)], "12-20").broken == ""


def test_a_run_below_its_floor_is_no_measure() -> None:
    source = state([*gave("10-02", 3), *gave("11-02", 1)], "11-02", documents=5)
    assert (source.compared_run, source.was_pages) == ("", None)
    assert source.broken == "1 documents of at least 5"


@pytest.mark.parametrize("trouble", [Outcome.BLOCKED, Outcome.TIMEOUT, Outcome.TLS])
def test_answers_that_turn_into_troubles_are_broken(trouble: Outcome) -> None:
    before, now = gave("10-02", 3, pages=3), gave("11-02", 2, *[trouble] * 7, pages=2)
    source = state([*before, *now], "11-02")
    assert source.broken == f"7 {trouble} of 11 addresses, 0 of 6 kept from us on 2026-10-02"


def test_not_found_is_an_answer_and_no_trouble() -> None:
    now = gave("11-02", 2, *[Outcome.NOT_FOUND] * 9, pages=2)
    assert state([*gave("10-02", 3, pages=3), *now], "11-02").broken == ""


def test_a_first_run_has_nothing_to_compare_with() -> None:
    source = state(gave("11-02", 0, Outcome.BLOCKED, pages=1), "11-02")
    assert (source.broken, source.compared_run, source.was_pages) == ("", "", None)
