"""Advice: what is missing, where, and how much it would bring; silent where nothing helps."""

import re
from datetime import date

import pytest

from crawler.model import Capture, Outcome
from scoring.advice import advise
from scoring.model import (
    Answered,
    Document,
    Edition,
    EditionFile,
    Evidence,
    Finding,
    Publication,
    Stage,
    Status,
)
from scoring.rubric import load

RUBRIC = load("budget-for-citizens-2026.1")
URL = "http://minfin.invalid/bdg.pdf"
PROOF = (Evidence("c", URL),)
CAPTURE = Capture(
    "c", "r", "a", URL, URL, "2026-11-20T10:00:00Z", Outcome.OK, "", 200, "application/pdf", "0" * 64,
    1, "w", 0, "", "", 1, (), 0.0, "", "",
)  # fmt: skip
EDITION = Edition(
    "a", Stage.ADOPTED, 2026, "Бюджет для граждан",
    (EditionFile("brochure", CAPTURE, Document("0" * 64, "application/pdf")),),
    Publication(date(2026, 1, 1), date(2026, 1, 1), "printed"), PROOF[0],
)  # fmt: skip


def advice(answer, criterion="contacts", edition=EDITION, gain=None):
    finding = Finding("a", "2026", RUBRIC.id, criterion, Stage.ADOPTED, answer)
    return advise(finding, RUBRIC.criterion(criterion), edition, RUBRIC, gain)


def measured(value):
    return Answered(Status.MEASURED, value, value, value, "Есть: телефон.", PROOF, "Given: phone.")


def test_full_marks_need_no_advice():
    assert advice(measured(1.0)) == ("", "")


def test_what_is_there_what_to_add_where_and_how_much_it_brings():
    ru, en = advice(measured(0.5), gain=0.4)
    assert URL in ru
    assert URL in en
    assert "Есть: телефон." in ru
    assert "Given: phone." in en
    assert RUBRIC.criterion("contacts").remedy.ru in ru
    assert ru.endswith("Это дало бы ещё 0,4 балла из 100.")
    assert en.endswith("That would add 0.4 points of 100.")


def test_without_a_gain_the_rubrics_own_share_is_told():
    ru, _ = advice(measured(0.5), "on-time")
    points = 100 * 8 * 0.5 / RUBRIC.weight
    assert f"{points:.1f}".removesuffix(".0").replace(".", ",") in ru


@pytest.mark.parametrize(
    ("gain", "ru", "en"),
    [
        (1, "1 балл ", "1 point "),
        (2, "2 балла ", "2 points "),
        (5.01, "5 баллов ", "5 points "),
        (11, "11 баллов ", "11 points "),
        (21, "21 балл ", "21 points "),
        (12.34, "12,3 балла ", "12.3 points "),
    ],
)
def test_points_are_declined(gain, ru, en):
    told = advice(measured(0.0), gain=gain)
    assert (ru in told[0], en in told[1]) == (True, True)


def test_a_gain_nobody_would_see_is_not_printed():
    assert "балл" not in advice(measured(0.99), gain=0.01)[0].replace("Есть", "")


def test_a_missing_edition_comes_first():
    zero = Answered(Status.MEASURED, 0.0, 0.0, 0.0, "Не найдено.", PROOF, "Not found.")
    assert advice(zero, "edition-published", None)[0].startswith("Нет издания к закону о бюджете.")
    ru, en = advice(zero, "glossary", None)
    assert ru.startswith("Издания к закону о бюджете нет. Когда оно появится")
    assert en.startswith("There is no edition on the budget law.")


@pytest.mark.parametrize("reason", ["no-text-layer", "encrypted", "torn", "empty", "no-date"])
def test_a_trouble_the_publisher_can_end(reason):
    told = advice(Answered(Status.UNKNOWN, None, 0.0, 1.0, reason, PROOF))
    assert all(URL in side and re.search(r"\w{5}", side) for side in told)
    assert RUBRIC.criterion("contacts").remedy.ru not in told[0]


@pytest.mark.parametrize("reason", ["dns", "unsupported-format", "crashed", "too-little-prose"])
def test_our_own_limits_are_no_advice(reason):
    assert advice(Answered(Status.UNKNOWN, None, 0.0, 1.0, reason, PROOF)) == ("", "")
    assert advice(Answered(Status.NOT_APPLICABLE, None, 0.0, 0.0, "")) == ("", "")
    assert advice(Answered(Status.ERROR, None, 0.0, 1.0, "boom")) == ("", "")
