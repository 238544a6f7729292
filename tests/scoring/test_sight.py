import pytest

from crawler.model import Outcome
from scoring.sight import MOST_CITED, sight

HOME = "https://fin.region.invalid/"
LISTING = HOME + "budget/citizens/"


def seen(archive):
    archive.page(HOME, "Министерство финансов", clicks=0)
    archive.listing(("a.pdf", "Закон", "Закон"))


def test_a_site_that_answered_and_was_searched(archive, region):
    seen(archive)
    archive.page(HOME + "about/", "О нас")
    view = sight(region, archive.captures)
    assert (view.blind, view.troubles) == ("", ())
    assert [c.url for c in view.searched] == [HOME, LISTING, HOME + "about/"]


def test_nothing_at_all(region):
    assert sight(region, []).blind == "not-crawled"


@pytest.mark.parametrize(
    "outcome", [Outcome.DNS, Outcome.TIMEOUT, Outcome.TLS, Outcome.BLOCKED, Outcome.SOFT_404]
)
def test_a_site_that_did_not_answer(archive, region, outcome):
    archive.page(HOME, outcome=outcome)
    archive.page(LISTING, outcome=outcome)
    view = sight(region, archive.captures)
    assert view.blind == outcome.value
    assert len(view.troubles) == 2


def test_not_found_of_a_source_is_an_answer(archive, region):
    archive.page(HOME, "Министерство финансов")
    archive.page(LISTING, outcome=Outcome.NOT_FOUND)
    view = sight(region, archive.captures)
    assert view.blind == ""
    assert {c.url for c in view.searched} == {HOME, LISTING}


def test_only_not_found_everywhere_is_not_a_site_seen(archive, region):
    archive.page(HOME, outcome=Outcome.NOT_FOUND)
    archive.page(LISTING, outcome=Outcome.NOT_FOUND)
    assert sight(region, archive.captures).blind == "not-found"


@pytest.mark.parametrize(
    "how",
    [
        {"promise": 0.9},
        {"link_texts": ("Бюджет", "Бюджет для граждан на 2026 год")},
    ],
)
def test_a_promising_address_kept_from_us(archive, region, how):
    seen(archive)
    archive.file(HOME + "f/1.pdf", outcome=Outcome.TIMEOUT, **how)
    assert sight(region, archive.captures).blind == "timeout"


def test_a_promising_file_name_kept_from_us(archive, region):
    seen(archive)
    archive.file(HOME + "f/byudzhet_dlya_grazhdan.pdf", outcome=Outcome.TOO_LARGE)
    assert sight(region, archive.captures).blind == "too-large"


def test_what_promised_nothing_does_not_blind(archive, region):
    seen(archive)
    archive.page(
        HOME + "vacancies/", outcome=Outcome.TIMEOUT, link_texts=("Вакансии",), promise=0.1
    )
    assert sight(region, archive.captures).blind == ""


def test_a_dead_declared_source_blinds_but_an_old_one_does_not(archive, make_region):
    seen(archive)
    portal = "https://open.region.invalid/"
    archive.page(portal, outcome=Outcome.CONNECTION)
    stated = make_region(sources=[{"url": LISTING}, {"url": portal, "confidence": "curated"}])
    old = make_region(sources=[{"url": LISTING}, {"url": portal, "confidence": "old"}])
    related = make_region(sources=[{"url": LISTING}, {"url": portal, "kind": "related"}])
    assert sight(stated, archive.captures).blind == "connection"
    assert sight(old, archive.captures).blind == sight(related, archive.captures).blind == ""


def test_a_source_never_asked_leaves_us_blind(archive, make_region):
    seen(archive)
    region = make_region(sources=[{"url": LISTING}, {"url": "https://open.region.invalid/"}])
    assert sight(region, archive.captures).blind == "not-crawled"


def test_the_newest_answer_counts(archive, region):
    archive.page(HOME, outcome=Outcome.DNS, day="2026-11-01")
    archive.page(LISTING, outcome=Outcome.DNS, day="2026-11-01")
    seen(archive)
    assert sight(region, archive.captures).blind == ""


def test_the_most_common_trouble_names_the_blindness(archive, region):
    archive.page(HOME, outcome=Outcome.TLS)
    archive.page(LISTING, outcome=Outcome.TIMEOUT)
    archive.file(HOME + "a.pdf", outcome=Outcome.TLS, promise=1.0)
    assert sight(region, archive.captures).blind == "tls"


def test_citations_are_bounded(archive, region):
    seen(archive)
    for number in range(50):
        archive.page(f"{HOME}p/{number}/", "Страница")
    assert len(sight(region, archive.captures).searched) == MOST_CITED


@pytest.mark.parametrize("how", [{"unreadable": "empty"}, {"unreadable": "too-large"}, {}])
def test_doors_that_show_nothing_are_not_open(archive, region, how):
    archive.page(HOME, **how)
    archive.page(LISTING, **how)
    view = sight(region, archive.captures, archive.documents)
    assert view.blind == how.get("unreadable", "empty")
    assert len(view.troubles) == 2


NOTICES = ["Для работы сайта включите JavaScript.", "Сайт временно недоступен: технические работы."]


@pytest.mark.parametrize("notice", NOTICES)
def test_a_notice_at_the_door_is_not_the_site(archive, region, notice):
    archive.page(HOME, notice)
    archive.page(LISTING, notice)
    assert sight(region, archive.captures, archive.documents).blind == "empty"


def test_one_door_that_shows_something_is_enough(archive, region):
    archive.page(HOME, unreadable="empty")
    archive.listing(("a.pdf", "Закон", "Закон"))
    assert sight(region, archive.captures, archive.documents).blind == ""


def test_the_browser_has_the_last_word_on_an_empty_shell(archive, region):
    """The server answered with a page that is empty without its scripts."""
    archive.page(HOME, "Министерство финансов", clicks=0)
    archive.page(LISTING)
    archive.page(LISTING, outcome=Outcome.EMPTY_SHELL, promise=0.9)
    view = sight(region, archive.captures)
    assert view.blind == "empty-shell"
    assert LISTING not in {c.url for c in view.searched}
    archive.listing(("a.pdf", "Закон", "Закон"))
    view = sight(region, archive.captures)
    assert view.blind == ""
    assert LISTING in {c.url for c in view.searched}


def test_an_empty_shell_that_promised_nothing_does_not_blind(archive, region):
    seen(archive)
    archive.page(HOME + "contacts/")
    archive.page(HOME + "contacts/", outcome=Outcome.EMPTY_SHELL, promise=0.1)
    view = sight(region, archive.captures)
    assert view.blind == ""
    assert HOME + "contacts/" not in {c.url for c in view.searched}
