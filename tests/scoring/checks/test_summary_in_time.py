"""PEFA's element 8: both summaries in time, or it is not met."""

from datetime import date

import pytest

from scoring.checks.summary_in_time import SummaryInTime, later
from scoring.model import Publication, Stage, Status

CHECK = SummaryInTime(kind="summary-in-time")


def known(first, last=None):
    return Publication(first, last or first, "printed")


def asked(make, draft, adopted, **more):
    make.page("")
    for stage, when in ((Stage.DRAFT, draft), (Stage.ADOPTED, adopted)):
        if when is not None:
            make.edition(make.file("Бюджет", path=f"{stage}.pdf"), stage=stage, publication=when)
    return CHECK(make.dossier(**more), Stage.ADOPTED)


# The bill came on 1 November 2026, the law was signed on 31 December 2025.
IN_TIME = known(date(2026, 11, 15)), known(date(2026, 1, 31))


def test_both_on_the_last_day(make):
    answer = asked(make, *IN_TIME)
    assert (answer.value, answer.low, answer.high) == (1, 1, 1)
    assert "общая" in answer.reason
    assert "assumed" in answer.reason_en
    assert len(answer.evidence) == 2


@pytest.mark.parametrize(
    ("draft", "adopted"),
    [
        (known(date(2026, 11, 16)), IN_TIME[1]),
        (IN_TIME[0], known(date(2026, 2, 1))),
        (None, IN_TIME[1]),
        (IN_TIME[0], None),
        # What cannot be told of one does not matter when the other is lost.
        (known(None, date(2026, 11, 20)), None),
    ],
)
def test_one_of_them_late_or_missing_is_not_met(make, draft, adopted):
    answer = asked(make, draft, adopted)
    assert (answer.value, answer.high) == (0, 0)
    assert answer.evidence
    assert answer.reason
    assert answer.reason_en


@pytest.mark.parametrize(
    "draft", [known(None, date(2026, 11, 20)), known(date(2026, 11, 14), date(2026, 11, 16))]
)
def test_a_day_that_may_lie_on_either_side_is_unknown(make, draft):
    answer = asked(make, draft, IN_TIME[1])
    assert (answer.status, answer.reason, answer.low, answer.high) == (
        Status.UNKNOWN, "no-date", 0, 1,
    )  # fmt: skip


def test_what_may_still_come_leaves_the_answer_open(make):
    answer = asked(make, None, IN_TIME[1], as_of=date(2026, 11, 15))
    assert (answer.value, answer.high) == (0, 1)


@pytest.mark.parametrize(
    ("day", "months", "then"),
    [
        (date(2025, 12, 31), 1, date(2026, 1, 31)),
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2026, 2, 15), 1, date(2026, 3, 15)),
        (date(2026, 11, 30), 3, date(2027, 2, 28)),
    ],
)
def test_a_month_is_one_of_the_calendar(day, months, then):
    assert later(day, months) == then
