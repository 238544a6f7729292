from itertools import pairwise

import pytest

from crawler.model import Outcome
from scoring.checks.findable import Findable, says
from scoring.model import Stage, Status

CHECK = Findable(kind="findable", near=3, far=5, further=0.5, mute=0.5)
NAME = "Бюджет для граждан на 2026 год"


def chain(make, clicks, last=NAME, row="", **home):
    """A home page and pages that lead, one from the other, to the brochure in so many clicks."""
    paths = ["", *(f"p{n}" for n in range(1, clicks)), "bdg.pdf"]
    for number, (here, there) in enumerate(pairwise(paths)):
        text = last if there == "bdg.pdf" else "Раздел"
        make.page(here, (f"/{there}", text, row), **(home if number == 0 else {}))
    make.edition(make.file("Слова"))
    return CHECK(make.dossier(), Stage.ADOPTED)


@pytest.mark.parametrize(
    ("clicks", "value"), [(1, 1), (2, 1), (3, 1), (4, 0.5), (5, 0.5), (6, 0), (9, 0)]
)
def test_clicks_are_counted_along_the_links(make, clicks, value):
    said = chain(make, clicks)
    assert (said.status, said.value) == (Status.MEASURED, value)
    assert str(clicks) in said.reason


def test_the_last_link_is_the_proof(make):
    said = chain(make, 2)
    assert (said.evidence[0].quote, said.evidence[0].locator) == (NAME, "block=1")
    assert said.evidence[0].url.endswith("/p1")


@pytest.mark.parametrize(
    "mute", ["скачать", "Подробнее", "здесь", "bdg_2026.pdf", "", "PDF, 2,3 МБ"]
)
def test_a_link_that_says_nothing_halves_the_value(make, mute):
    assert chain(make, 2, mute).value == 0.5


def test_unless_its_row_says_it(make):
    assert chain(make, 2, "скачать", f"{NAME} скачать").value == 1


@pytest.mark.parametrize(
    ("heads", "value"),
    [
        (["Выпуски", "Выпуск 10. Бюджет-26 подписан!"], 1),
        (["Бюджет для граждан"], 0.5),
        (["Бюджет для граждан", "2026"], 0.5),
        (["Бюджет для граждан", "Файлы для скачивания"], 0.5),
    ],
)
def test_or_the_heading_of_its_part(make, heads, value):
    text = "\n".join(f"# {head}" for head in heads)
    fill = [("#top", "", "")] * len(heads)
    make.page("", *fill, ("/bdg.pdf", "Открыть", "Открыть"), text=f"{text}\nОткрыть")
    make.edition(make.file("Слова"))
    assert CHECK(make.dossier(), Stage.ADOPTED).value == value


@pytest.mark.parametrize(
    ("text", "telling"),
    [
        (NAME, True),
        ("Брошюра", True),
        ("Скачать бюджет для граждан (PDF, 2 МБ)", True),
        ("Скачать документ", False),
        ("http://minfin.invalid/a/budget", False),
        ("2026", False),
        ("»", False),
    ],
)
def test_which_words_say_where_they_lead(text, telling):
    assert says(text) is telling


def test_no_way_from_home_is_zero(make):
    home = make.page("", ("/news", "Новости", ""))
    make.page("news")
    make.edition(make.file("Слова"))
    said = CHECK(make.dossier(), Stage.ADOPTED)
    assert (said.status, said.value) == (Status.MEASURED, 0)
    assert said.evidence[0].capture == home.id


def test_unless_the_crawl_was_cut_short(make):
    make.page("", ("/news", "Новости", ""))
    make.capture("news", Outcome.BUDGET_SPENT)
    make.edition(make.file("Слова"))
    said = CHECK(make.dossier(), Stage.ADOPTED)
    assert (said.status, said.reason) == (Status.UNKNOWN, "budget-spent")


def test_without_the_home_page_it_is_unknown(make):
    make.capture("", Outcome.TIMEOUT, clicks=0)
    make.page("section", ("/bdg.pdf", NAME, ""))
    make.edition(make.file("Слова"))
    said = CHECK(make.dossier(), Stage.ADOPTED)
    assert (said.status, said.reason) == (Status.UNKNOWN, "timeout")


def test_a_home_page_nobody_asked_for_is_unknown(make):
    make.page("section", ("/bdg.pdf", NAME, ""))
    make.edition(make.file("Слова"))
    assert CHECK(make.dossier(), Stage.ADOPTED).reason == "home-not-reached"


def test_the_crawlers_own_count_helps_where_links_cannot_be_seen(make):
    make.page("", clicks=0)
    brochure = make.capture("bdg.pdf", clicks=2, link_texts=("Бюджет", NAME))
    make.edition(make.file("Слова", capture=brochure))
    said = CHECK(make.dossier(), Stage.ADOPTED)
    assert (said.value, said.evidence[0].quote) == (1, NAME)


def test_an_edition_on_the_home_page_needs_no_click(make):
    home = make.page("", text="Бюджет для граждан", clicks=0)
    make.edition(make.file("Бюджет для граждан", capture=home, media="text/html", role="page"))
    assert CHECK(make.dossier(), Stage.ADOPTED).value == 1


def test_redirects_and_spelling_are_seen_through(make):
    make.page("", ("http://www.minfin.zaozerye.invalid/old#top", "Бюджет для граждан", ""))
    make.page("old", ("bdg.pdf", NAME, ""), final_url="http://minfin.zaozerye.invalid/new/")
    brochure = make.capture("new/bdg.pdf")
    make.edition(make.file("Слова", capture=brochure))
    assert CHECK(make.dossier(), Stage.ADOPTED).value == 1


def test_pages_that_lead_in_circles_end(make):
    make.page("", ("/a", "А", ""))
    make.page("a", ("/", "Домой", ""), ("/a", "Сюда", ""))
    make.edition(make.file("Слова"))
    assert CHECK(make.dossier(), Stage.ADOPTED).value == 0


def test_limits_the_wrong_way_round_are_refused():
    with pytest.raises(ValueError, match="must be above"):
        Findable(kind="findable", near=5, far=3)
