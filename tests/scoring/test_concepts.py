"""The published amounts: which concept, year and kind, and where they stand."""

import pytest

from scoring.concepts import amounts
from scoring.model import Edition, Stage, Table
from tests.scoring.checks.conftest import Maker


@pytest.fixture
def told():
    def made(text: str = "", *tables: Table) -> list[tuple[str, str, str, int, float]]:
        maker = Maker()
        edition: Edition = maker.edition(maker.file(text, *tables), stage=Stage.ADOPTED)
        found = amounts(edition, edition.files)
        assert all(a.sha256 and a.locator and a.quote for a in found)
        return [(a.concept, a.label, a.kind, a.fiscal_year, a.value_rub) for a in found]

    return made


def test_a_table_gives_years_and_plan_and_fact_apart(told):
    rows = (
        ("Показатель", "2024, факт", "2025, план", "2026, план"),
        ("Налоговые доходы", "62 051,0", "65 915,5", "69 725,7"),
        ("Образование", "24 000,0", "25 000,0", "26 000,0"),
    )
    found = told("Доходы и расходы", Table(rows, "page=2", "млн рублей", after=1))
    assert ("revenue/tax", "", "fact", 2024, 62_051_000_000.0) in found
    assert ("expenditure/education", "", "plan", 2026, 26_000_000_000.0) in found
    assert len(found) == 6


def test_programmes_have_names_and_residents_have_things(told):
    rows = (("Государственная программа", "Сумма, млн руб."), ("«Тёплый дом»", "5 517,2"))
    found = told(
        "На одного жителя придётся 134 945 рублей расходов.", Table(rows, "page=2", after=1)
    )
    assert ("programme", "Тёплый дом", "", 2026, 5_517_200_000.0) in found
    assert [f[0] for f in found if f[4] == 134_945.0] == ["per-resident"]


@pytest.mark.parametrize(
    "text",
    [
        "Школа на 1 100 мест в городе Заречном стоит 1 412 млн рублей.",
        "Налоговые доходы вырастут на 5 %.",
        "Иные неналоговые доходы — 859,7 млн рублей.",
        "Министр купил стол за 12 тысяч рублей.",
    ],
)
def test_what_is_no_concept_of_a_budget_is_left_out(told, text):
    assert told(text) == []


def test_a_chart_in_milliards_does_not_repeat_a_table_in_millions(told):
    rows = (("Раздел", "Сумма"), ("Образование", "30 880,5"), ("Здравоохранение", "14 836,4"))
    bars = (("Образование", "30,9"), ("Здравоохранение", "14,8"))
    found = told(
        "Расходы",
        Table(rows, "page=2", "млн рублей", after=1),
        Table(bars, "page=2", "млн рублей", after=1),
    )
    assert [f[4] for f in found] == [30_880_500_000.0, 14_836_400_000.0]
