"""Not seen is not no: the moral centre, asked of every check there is."""

from datetime import date
from typing import get_args

import pytest

from crawler.model import Outcome
from scoring.checks import AnyCheck
from scoring.checks.answers import MOST_PROOF
from scoring.model import Stage, Status

CHECKS = get_args(get_args(AnyCheck)[0])
KINDS = {get_args(check.model_fields["kind"].annotation)[0]: check for check in CHECKS}
every_check = pytest.mark.parametrize("kind", KINDS)
every_stage = pytest.mark.parametrize("stage", Stage)


def check(kind):
    return KINDS[kind](kind=kind)


@every_check
@every_stage
def test_no_edition_on_a_site_that_was_searched_is_zero_with_the_captures(make, kind, stage):
    home = make.page("")
    gone = make.capture("bdg", Outcome.NOT_FOUND)
    answer = check(kind)(make.dossier(), stage)
    assert (answer.status, answer.value, answer.low) == (Status.MEASURED, 0, 0)
    assert {e.capture for e in answer.evidence} == {home.id, gone.id}
    assert "2" in answer.reason
    assert "2" in answer.reason_en


@every_check
@every_stage
@pytest.mark.parametrize("outcome", [o for o in Outcome if not o.seen])
def test_no_edition_on_a_site_we_could_not_see_is_unknown(make, kind, stage, outcome):
    shut = make.capture("", outcome)
    answer = check(kind)(make.dossier(blind=str(outcome)), stage)
    assert (answer.status, answer.value) == (Status.UNKNOWN, None)
    assert (answer.low, answer.high) == (0, 1)
    assert answer.reason == str(outcome)
    assert [e.capture for e in answer.evidence] == [shut.id]


@every_check
def test_a_region_nobody_crawled_is_unknown(make, kind):
    answer = check(kind)(make.dossier(blind="not-crawled"), Stage.DRAFT)
    assert (answer.status, answer.reason) == (Status.UNKNOWN, "not-crawled")
    silent = check(kind)(make.dossier(), Stage.DRAFT)
    assert (silent.status, silent.reason) == (Status.UNKNOWN, "not-crawled")


@every_check
def test_a_zero_cites_a_bounded_number_and_tells_how_many_there_were(make, kind):
    for number in range(500):
        make.page(f"page-{number}")
    answer = check(kind)(make.dossier(), Stage.ADOPTED)
    assert len(answer.evidence) == MOST_PROOF
    assert "500" in answer.reason


def test_another_stage_being_there_helps_nothing(make):
    make.page("")
    make.edition(make.file("Доходы 36 млрд рублей"), stage=Stage.DRAFT)
    assert check("edition-published")(make.dossier(), Stage.DRAFT).value == 1
    assert check("edition-published")(make.dossier(), Stage.ADOPTED).value == 0


def test_what_is_not_there_yet_may_still_come_until_the_second_deadline(make):
    make.page("")
    on_time = check("on-time")
    early = on_time(make.dossier(as_of=date(2026, 12, 31)), Stage.DRAFT)
    assert (early.value, early.low, early.high) == (0, 0, 0.5)
    assert "31 декабря 2026 года" in early.reason
    over = on_time(make.dossier(as_of=date(2027, 1, 1)), Stage.DRAFT)
    assert (over.value, over.low, over.high) == (0, 0, 0)
    blind = on_time(make.dossier(blind="dns"), Stage.DRAFT)
    assert (blind.reason, blind.high) == ("dns", 1)


TEXT_CHECKS = (
    "totals", "glossary", "contacts",
    "plain-language", "officialese", "terms-explained", "visuals", "structure",
)  # fmt: skip


@pytest.mark.parametrize("kind", TEXT_CHECKS)
@pytest.mark.parametrize(
    ("reason", "facts"),
    [
        ("unsupported-format", {"unreadable": "unsupported-format", "text_layer_share": None}),
        ("torn", {"unreadable": "torn", "text_layer_share": None}),
        ("encrypted", {"unreadable": "encrypted", "text_layer_share": None}),
        ("no-text-layer", {"text_layer_share": 0.0}),
        ("empty", {"text_layer_share": 1.0}),
    ],
)
def test_an_edition_we_cannot_read_is_published_and_else_unknown(make, kind, reason, facts):
    make.page("")
    make.edition(make.file(**facts))
    dossier = make.dossier()
    assert check("edition-published")(dossier, Stage.ADOPTED).value == 1
    answer = check(kind)(dossier, Stage.ADOPTED)
    assert (answer.status, answer.reason) == (Status.UNKNOWN, reason)
    assert (answer.low, answer.high) == (0, 1)
    assert answer.evidence


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        ("contacts", "Телефон +7 (3822) 51-23-45", 0.5),
        ("glossary", "Дефицит — превышение расходов над доходами.", 0.5),
        ("totals", "Доходы бюджета на 2026 год составят 36,4 млрд рублей.", 1 / 3),
    ],
)
def test_an_unread_file_leaves_the_value_open_upwards(make, kind, text, value):
    make.page("")
    read = make.file(text)
    shut = make.file(path="b.pdf", unreadable="torn", text_layer_share=None)
    make.edition(read, shut)
    answer = check(kind)(make.dossier(), Stage.ADOPTED)
    assert (answer.value, answer.low, answer.high) == (value, value, 1)


@pytest.mark.parametrize("kind", ["totals", "glossary", "contacts"])
def test_nothing_found_in_half_an_edition_is_not_zero(make, kind):
    make.page("")
    make.edition(
        make.file("Просто слова о нашем крае.", path="a.pdf"),
        make.file(path="b.pdf", text_layer_share=0.0),
    )
    answer = check(kind)(make.dossier(), Stage.ADOPTED)
    assert (answer.status, answer.reason) == (Status.UNKNOWN, "no-text-layer")


@pytest.mark.parametrize("kind", ["totals", "glossary", "contacts"])
def test_a_data_file_beside_a_brochure_hides_nothing(make, kind):
    make.page("")
    make.edition(
        make.file("Просто слова о нашем крае.", path="a.pdf"),
        make.file(path="b.xlsx", role="data", unreadable="unsupported-format"),
    )
    answer = check(kind)(make.dossier(), Stage.ADOPTED)
    assert (answer.status, answer.value, answer.high) == (Status.MEASURED, 0, 0)
    assert answer.evidence


def test_a_brochure_half_of_pictures_is_half_seen(make):
    make.page("")
    make.edition(make.file("Просто слова о нашем крае.", text_layer_share=0.5))
    answer = check("glossary")(make.dossier(), Stage.ADOPTED)
    assert (answer.status, answer.reason) == (Status.UNKNOWN, "no-text-layer")
