"""What the archive of several runs tells: dates that cannot be, editions gone, files replaced."""

from datetime import date

import pytest

from crawler.model import Outcome
from scoring.model import Stage
from scoring.sign import Holds
from scoring.signals.backdated import backdated
from scoring.signals.silently_replaced import silently_replaced
from scoring.signals.vanished import vanished

HOME = "https://fin.region.invalid/"
PDF = HOME + "files/bdg2026.pdf"
LINK = "Бюджет для граждан на 2026 год (закон)"
TEXT = """Бюджет для граждан

к закону об областном бюджете на 2026 год

Доходы областного бюджета на 2026 год составят {n} млрд рублей, расходы составят 37,5 млрд рублей. {more}"""


def text(n="36,5", more=""):
    return TEXT.format(n=n, more=more)


BODY = text()


def run(archive, day, row=LINK, body=BODY, links=True, **more):
    """One crawl: the home page, the listing, and what it leads to."""
    archive.page(HOME, "# Министерство финансов", day=day)
    other = (HOME + "struktura/", "Структура", "Структура министерства")
    archive.listing(other, *([(PDF, LINK, row)] if links else []), day=day)
    if body is not None:
        archive.file(PDF, body, day=day, **more)


def test_a_file_made_after_its_printed_date(archive, judged_on):
    run(archive, "2026-11-20", f"{LINK} 15.01.2026", created="2026-02-20")
    told = backdated(judged_on(), Stage.ADOPTED)
    assert told.holds is Holds.MET
    assert "15 января 2026" in told.ru
    assert "20 февраля 2026" in told.ru
    assert {e.url for e in told.evidence} == {PDF, HOME + "budget/citizens/"}


@pytest.mark.parametrize(
    ("row", "created", "holds"),
    [
        (f"{LINK} 15.01.2026", "2026-01-14", Holds.UNMET),
        (f"{LINK} 15.01.2026", "2026-01-17", Holds.UNMET),  # dated the day it was ordered
        (f"{LINK} 15.01.2026", "", Holds.UNKNOWN),
        (LINK, "2026-02-20", Holds.UNMET),
        (f"{LINK} 15.01.2026 (обновлено 20.02.2026)", "2026-02-20", Holds.UNMET),
    ],
)
def test_a_date_that_may_be_so(archive, judged_on, row, created, holds):
    run(archive, "2026-11-20", row, created=created)
    assert backdated(judged_on(), Stage.ADOPTED).holds is holds


def test_our_crawl_saw_after_its_printed_date_that_it_was_not_there(archive, judged_on):
    run(archive, "2026-02-10", links=False, body=None)
    run(archive, "2026-03-01", f"{LINK} 15.01.2026")
    told = backdated(judged_on(), Stage.ADOPTED)
    assert told.holds is Holds.MET
    assert any("not there yet" in e.quote for e in told.evidence)


def test_absent_before_its_printed_date_is_as_it_should_be(archive, judged_on):
    run(archive, "2026-01-10", links=False, body=None)
    run(archive, "2026-03-01", f"{LINK} 15.01.2026")
    assert backdated(judged_on(), Stage.ADOPTED).holds is Holds.UNMET


def test_an_act_quoted_that_was_signed_later(archive, judged_on):
    more = "Показатели приведены по закону от 12.03.2026 № 14-оз."
    run(archive, "2026-11-20", f"{LINK} 15.01.2026", text(more=more))
    told = backdated(judged_on(), Stage.ADOPTED)
    assert told.holds is Holds.MET
    assert "12.03.2026 № 14-оз" in told.evidence[-1].quote


@pytest.mark.parametrize(
    "more",
    [
        "Показатели приведены по закону от 24.12.2025 № 201-оз.",
        "Слушания пройдут 12.03.2026 в зале № 14.",
        "Показатели приведены по закону от 12.03.2027 № 14-оз.",  # after our crawl: a slip
    ],
)
def test_other_days_in_the_text_tell_nothing(archive, judged_on, more):
    run(archive, "2026-11-20", f"{LINK} 15.01.2026", text(more=more))
    assert backdated(judged_on(), Stage.ADOPTED).holds is Holds.UNKNOWN


def test_an_edition_gone(archive, judged_on):
    run(archive, "2026-03-01")
    run(archive, "2026-09-01", links=False, body=None)
    archive.file(PDF, outcome=Outcome.NOT_FOUND, day="2026-09-01")
    held = judged_on()
    told = vanished(held, Stage.ADOPTED)
    assert told.holds is Holds.MET
    assert "2026-03-01" in told.ru
    assert [e.capture for e in told.evidence] == [c.id for c in held.captures if c.url == PDF]
    assert vanished(held, Stage.DRAFT).holds is Holds.UNMET


def test_sent_to_the_front_page_is_gone(archive, judged_on):
    run(archive, "2026-03-01")
    run(archive, "2026-09-01", links=False, body=None)
    archive.page(PDF, "# Министерство финансов", day="2026-09-01", final_url=HOME)
    assert vanished(judged_on(), Stage.ADOPTED).holds is Holds.MET


def test_it_moved_when_it_stands_elsewhere(archive, judged_on):
    run(archive, "2026-03-01")
    moved = HOME + "arhiv/bdg2026.pdf"
    archive.page(HOME, "# Министерство финансов", day="2026-09-01")
    archive.listing((moved, LINK, LINK), day="2026-09-01")
    archive.file(moved, text(), day="2026-09-01")
    archive.file(PDF, outcome=Outcome.NOT_FOUND, day="2026-09-01")
    assert vanished(judged_on(), Stage.ADOPTED).holds is Holds.UNMET


@pytest.mark.parametrize("outcome", [Outcome.TIMEOUT, Outcome.BLOCKED, Outcome.SERVER_ERROR])
def test_what_cannot_be_reached_has_not_vanished(archive, judged_on, outcome):
    run(archive, "2026-03-01")
    archive.file(PDF, outcome=outcome, day="2026-09-01")
    assert vanished(judged_on(), Stage.ADOPTED).holds is not Holds.MET


def test_another_paper_gone_is_no_edition_gone(archive, judged_on):
    run(archive, "2026-03-01")
    archive.file(HOME + "zakon.pdf", "Закон\n\nо транспортном налоге", day="2026-03-01")
    run(archive, "2026-09-01")
    archive.file(HOME + "zakon.pdf", outcome=Outcome.NOT_FOUND, day="2026-09-01")
    assert vanished(judged_on(), Stage.ADOPTED).holds is Holds.UNMET


def test_one_crawl_cannot_tell(archive, judged_on):
    run(archive, "2026-03-01")
    assert vanished(judged_on(), Stage.ADOPTED).holds is Holds.UNKNOWN


def test_before_the_day_it_went_it_is_there(archive, judged_on):
    run(archive, "2026-03-01")
    run(archive, "2026-09-01", links=False, body=None)
    archive.file(PDF, outcome=Outcome.NOT_FOUND, day="2026-09-01")
    held = judged_on(date(2026, 8, 31))
    assert held.edition(Stage.ADOPTED) is not None
    assert vanished(held, Stage.ADOPTED).holds is not Holds.MET


DATED = f"{LINK} 15.01.2026"


def replaced(archive, judged_on, before, now, **second):
    run(archive, "2026-03-01", *before)
    run(archive, "2026-09-01", *now, **second)
    return silently_replaced(judged_on(), Stage.ADOPTED)


def test_other_words_under_the_same_date(archive, judged_on):
    told = replaced(archive, judged_on, (DATED, text()), (DATED, text("39,5")))
    assert told.holds is Holds.MET
    assert len({e.sha256 for e in told.evidence if e.url == PDF}) == 2
    assert any("15.01.2026" in e.quote for e in told.evidence)


@pytest.mark.parametrize(
    ("before", "now", "holds"),
    [
        ((DATED, text()), (f"{LINK} 20.08.2026", text("39,5")), Holds.UNMET),
        ((DATED, text()), (f"{DATED} (обновлено 20.08.2026)", text("39,5")), Holds.UNMET),
        ((DATED, text()), (DATED, text()), Holds.UNMET),
        ((LINK, text()), (LINK, text("39,5")), Holds.UNKNOWN),
    ],
)
def test_a_change_that_is_told_or_none(archive, judged_on, before, now, holds):
    assert replaced(archive, judged_on, before, now).holds is holds


def test_the_same_words_in_other_bytes_are_no_replacement(archive, judged_on):
    told = replaced(archive, judged_on, (DATED, text()), (DATED, text()), bytes_of="made anew")
    assert told.holds is Holds.UNMET


def test_nothing_changed_is_not_read_twice(archive, judged_on):
    run(archive, "2026-03-01")
    run(archive, "2026-09-01")
    assert judged_on().former == ()
