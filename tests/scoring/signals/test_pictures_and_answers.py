"""Pages that are only pictures; links for feedback that lead nowhere."""

import pytest

from crawler.model import Outcome
from scoring.model import Stage
from scoring.sign import Holds
from scoring.signals.dead_feedback import dead_feedback
from scoring.signals.image_only import image_only

WORDS = "Доходы областного бюджета составят 36,5 млрд рублей, расходы составят 37 млрд рублей."


def pictured(make, *files):
    make.page("")
    make.edition(*files)
    return image_only(make.dossier(), Stage.ADOPTED)


def test_scans_are_pictures_whatever_was_recognised_in_them(make):
    told = pictured(make, make.file(pictures=10), make.file(path="2.pdf", pictures=3))
    assert told.holds is Holds.MET
    assert [e.url.rpartition("/")[2] for e in told.evidence] == ["bdg.pdf", "2.pdf"]


def test_a_file_that_is_a_picture_has_no_pages(make):
    picture = make.file(media="image/png", path="bdg.png", unreadable="unsupported-format")
    assert pictured(make, picture).holds is Holds.MET


@pytest.mark.parametrize("beside", [{"role": "data", "path": "bdg.xlsx"}, {"path": "bdg.docx"}])
def test_text_or_data_beside_them_undoes_it(make, beside):
    assert pictured(make, make.file(pictures=10), make.file(WORDS, **beside)).holds is Holds.UNMET


def test_one_picture_page_in_a_text_is_nothing(make):
    told = pictured(make, make.file(WORDS, pictures=4, text_layer_share=0.5))
    assert told.holds is Holds.UNMET


def test_a_file_nobody_could_read_and_a_blank_one_are_unknown_and_no(make):
    assert pictured(make, make.file(unreadable="encrypted")).holds is Holds.UNKNOWN
    make.editions.clear()
    assert pictured(make, make.file()).holds is Holds.UNMET


SURVEY = "Пройдите опрос о бюджете: https://opros.zaozerye.invalid/2026"


def asked(make, text=SURVEY, url="https://opros.zaozerye.invalid/2026", outcome=None, **more):
    make.page("")
    if outcome is not None:
        make.capture("x", outcome, url=url, final_url=url, **more)
    make.edition(make.file(text))
    return dead_feedback(make.dossier(), Stage.ADOPTED)


@pytest.mark.parametrize(
    ("outcome", "holds"),
    [
        (Outcome.NOT_FOUND, Holds.MET),
        (Outcome.SOFT_404, Holds.MET),
        (Outcome.OK, Holds.UNMET),
        (Outcome.TIMEOUT, Holds.UNKNOWN),
        (Outcome.BLOCKED, Holds.UNKNOWN),
        (Outcome.FORBIDDEN, Holds.UNKNOWN),
        (Outcome.DNS, Holds.UNKNOWN),
        (Outcome.ROBOTS_DENIED, Holds.UNKNOWN),
        (None, Holds.UNKNOWN),
    ],
)
def test_only_the_sites_own_word_is_dead(make, outcome, holds):
    told = asked(make, outcome=outcome, http_status=404)
    assert told.holds is holds
    if holds is Holds.MET:
        words, answer = told.evidence
        assert "Пройдите опрос" in words.quote
        assert answer.url == "https://opros.zaozerye.invalid/2026"
        assert str(outcome) in answer.quote


def test_the_newest_answer_counts(make):
    url = "https://opros.zaozerye.invalid/2026"
    make.capture("x", Outcome.NOT_FOUND, url=url, final_url=url, fetched_at="2026-10-01T10:00:00Z")
    assert asked(make, outcome=Outcome.OK).holds is Holds.UNMET


def test_a_link_named_for_feedback_on_the_page_itself(make):
    page = make.page(
        "bdg/", ("/opros/2026/", "Опрос о бюджете", "Опрос о бюджете: три вопроса"), text=WORDS
    )
    page_file = make.file(
        WORDS, path="bdg/", role="page", media="text/html", capture=page,
        links=make.documents[page.sha256].links,
    )  # fmt: skip
    make.capture("opros/2026/", Outcome.NOT_FOUND)
    make.edition(page_file)
    assert dead_feedback(make.dossier(), Stage.ADOPTED).holds is Holds.MET


@pytest.mark.parametrize(
    "text",
    [
        WORDS,
        "Текст закона: https://opros.zaozerye.invalid/2026",
        "Итоги опроса о бюджете: https://opros.zaozerye.invalid/2026",
        "Пройдите опрос о бюджете на сайте министерства.",
    ],
)
def test_an_address_for_something_else_is_not_feedback(make, text):
    assert asked(make, text, outcome=Outcome.NOT_FOUND).holds is Holds.UNMET
