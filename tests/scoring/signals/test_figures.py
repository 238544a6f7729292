"""Do the figures agree with each other, within what rounding may do?"""

from dataclasses import replace

import pytest

from scoring.model import Stage, Table
from scoring.sign import Holds
from scoring.signals.figures_disagree import figures_disagree
from scoring.signals.readings import step
from scoring.signals.sums_disagree import sums_disagree
from scoring.totals.figures import Figure
from scoring.totals.labels import Concept

TOTALS = "Доходы областного бюджета на 2026 год составят {r} млрд рублей. Расходы областного бюджета на 2026 год составят {e} млрд рублей. Дефицит областного бюджета на 2026 год составит {b} млрд рублей."


def text(r: str, e: str, b: str) -> str:
    return TOTALS.format(r=r, e=e, b=b)


@pytest.mark.parametrize(
    ("totals", "holds"),
    [
        (("39,8742", "42,1109", "2,2367"), Holds.UNMET),
        (("39,8742", "42,1109", "2,1367"), Holds.MET),
        (("39,9", "42,1", "2,24"), Holds.UNMET),  # 2,2 by the rounded two
        (("39,9", "42,1", "2,0"), Holds.UNMET),  # each may be cut off by 0,1
        (("39,9", "42,1", "1,4"), Holds.MET),
        (("39,9", "42,1", "20,4"), Holds.UNMET),  # so far off that we misread it
    ],
)
def test_revenue_less_expenditure(brochure_of, totals, holds):
    told = sums_disagree(brochure_of(text(*totals)), Stage.ADOPTED)
    assert told.holds is holds, told.en
    if holds is Holds.MET:
        assert len(told.evidence) >= 1
        assert totals[2] in " ".join(e.quote for e in told.evidence)


def test_without_a_balance_there_is_nothing_to_check(brochure_of):
    told = sums_disagree(brochure_of(text("39", "42", "3").rpartition("Дефицит")[0]), Stage.ADOPTED)
    assert told.holds is Holds.UNKNOWN


def test_a_balance_right_elsewhere_in_the_edition_is_a_slip_of_ours(make):
    make.page("")
    right = make.file(text("39,8742", "42,1109", "2,2367"), path="b.pdf")
    make.edition(make.file(text("39,8742", "42,1109", "2,1367")), right)
    assert sums_disagree(make.dossier(), Stage.ADOPTED).holds is Holds.UNMET


@pytest.mark.parametrize(
    ("quote", "roubles", "worth"),
    [
        ("Доходы … 39 874,2 млн рублей", 39_874.2e6, 1e5),
        ("доходы 40,0 млрд рублей", 40e9, 1e8),
        ("доходы 40 млрд рублей", 40e9, 1e9),
        ("Доходы | 39 874 200 000", 39_874_200_000.0, 1.0),
        ("слова без чисел", 39_874_200_000.0, 1e5),
    ],
)
def test_the_step_a_figure_is_rounded_to(quote, roubles, worth):
    assert step(Figure(Concept.REVENUE, roubles, 2.0, quote, "page=1")) == pytest.approx(worth)


def both(make, one: str, two: str, **more: object):
    make.page("")
    make.edition(make.file(one), make.file(two, path="b.pdf", **more))
    return figures_disagree(make.dossier(), Stage.ADOPTED)


@pytest.mark.parametrize(
    ("other", "holds"),
    [
        (("54,2", "58,4", "4,2"), Holds.UNMET),
        (("54,16", "58,42", "4,26"), Holds.UNMET),  # rounded otherwise
        (("54", "58", "4"), Holds.UNMET),
        (("54,2", "57,9", "3,7"), Holds.MET),
        (("154,2", "158,4", "4,2"), Holds.UNMET),  # of another thing, or misread
    ],
)
def test_two_files_of_one_edition(make, other, holds):
    told = both(make, text("54,2", "58,4", "4,2"), text(*other))
    assert told.holds is holds, told.en
    if holds is Holds.MET:
        assert {e.url.rpartition("/")[2] for e in told.evidence} == {"bdg.pdf", "b.pdf"}


def test_a_law_and_its_amendment_may_differ(make):
    amended = "# Бюджет для граждан с учётом изменений\n" + text("54,2", "57,9", "3,7")
    assert both(make, text("54,2", "58,4", "4,2"), amended).holds is Holds.UNKNOWN


def test_totals_stated_once_are_unknown(make):
    assert both(make, text("54,2", "58,4", "4,2"), "Слова без чисел.").holds is Holds.UNKNOWN


OUTCOME = "Доходы областного бюджета за 2025 год составили 50,9 млрд рублей. Расходы областного бюджета за 2025 год составили 50,5 млрд рублей."


@pytest.mark.parametrize(
    ("head", "said", "holds"),
    [
        ("2025 год исполнено", "50,9", Holds.UNMET),
        ("2025 год исполнено", "51,4", Holds.MET),
        ("2025 год план", "51,4", Holds.UNKNOWN),
        ("2026 год исполнено", "51,4", Holds.UNKNOWN),
    ],
)
def test_the_outcome_of_a_year_in_a_later_edition(make, head, said, holds):
    make.page("")
    make.edition(make.file(OUTCOME, path="isp.pdf"), stage=Stage.EXECUTED)
    rows = (("млрд рублей", head, "2027 год проект"), ("Доходы, всего", said, "54,2"))
    draft = make.file("Проект бюджета.", Table(rows, "page=2", "млрд рублей"))
    make.edition(draft, stage=Stage.DRAFT)
    told = figures_disagree(make.dossier(), Stage.DRAFT)
    assert told.holds is holds, told.en
    assert figures_disagree(make.dossier(), Stage.EXECUTED).holds is Holds.UNKNOWN


def test_another_years_outcome_is_not_compared(make):
    make.page("")
    older = make.edition(make.file(OUTCOME, path="isp.pdf"), stage=Stage.EXECUTED)
    make.editions[0] = replace(older, fiscal_year=2024)
    make.edition(make.file(OUTCOME.replace("50,9", "51,4"), path="b.pdf"), stage=Stage.EXECUTED)
    assert figures_disagree(make.dossier(), Stage.EXECUTED).holds is Holds.UNKNOWN
