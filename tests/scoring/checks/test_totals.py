import pytest

from scoring.checks.totals import Totals
from scoring.model import Stage, Status, Table

CHECK = Totals(kind="totals")
TABLE = Table(
    (
        ("Показатель", "2025 год", "2026 год"),
        ("Доходы, всего", "34 100,0", "36 400,5"),
        ("Расходы, всего", "35 000,0", "38 200,0"),
        ("Дефицит", "-900,0", "-1 799,5"),
    ),
    "page=3",
    "млн рублей",
)


def test_all_three_are_quoted(brochure):
    answer = CHECK(brochure("Основные параметры", TABLE), Stage.ADOPTED)
    assert (answer.value, answer.low, answer.high) == (1, 1, 1)
    assert len(answer.evidence) == 3
    assert all(e.quote and e.locator == "page=3" for e in answer.evidence)
    assert "36 400,5" in answer.evidence[0].quote


def test_what_lacks_is_named(brochure):
    rows = Table(TABLE.rows[:3], "page=3", "млн рублей")
    answer = CHECK(brochure("Основные параметры", rows), Stage.ADOPTED)
    assert answer.value == pytest.approx(2 / 3)
    assert "Нет: дефицит" in answer.reason
    assert "Missing: balance" in answer.reason_en


def test_another_years_totals_are_not_this_years(brochure):
    old = Table((("Показатель", "2023 год"), *(row[:2] for row in TABLE.rows[1:])), "page=3", "млн")
    answer = CHECK(brochure("Итоги прошлых лет", old), Stage.ADOPTED)
    assert (answer.status, answer.value) == (Status.MEASURED, 0)
    assert answer.evidence


def test_files_complete_each_other(make):
    make.page("")
    one = make.file("Бюджет", Table(TABLE.rows[:2], "page=1", "млн рублей"), path="a.pdf")
    two = make.file(
        "Бюджет", Table((TABLE.rows[0], *TABLE.rows[2:]), "page=1", "млн рублей"), path="b.pdf"
    )
    make.edition(one, two)
    answer = CHECK(make.dossier(), Stage.ADOPTED)
    assert answer.value == 1
    assert {e.capture for e in answer.evidence} == {one.capture.id, two.capture.id}
