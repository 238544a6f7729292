from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.checks.on_time import OnTime
from scoring.model import Dated, Due, Evidence, Publication, Stage, Status

CHECK = OnTime(kind="on-time", half=0.5)
DUE = Due(
    Stage.ADOPTED, 2026, date(2025, 12, 31), True, date(2026, 1, 30), date(2026, 3, 31)
)  # fmt: skip
PIECE = Evidence("c0", "http://minfin.zaozerye.invalid/", "", "page=1", "Опубликовано")
days = st.dates(date(2025, 10, 1), date(2026, 11, 23))


def answer(make, earliest, latest, *, basis="printed", assumed=True):
    make.assumed = assumed
    make.page("")
    piece = Dated(basis, earliest, latest, PIECE)
    make.edition(make.file("Слова"), publication=Publication(earliest, latest, basis, (piece,)))
    return CHECK(make.dossier(), Stage.ADOPTED)


@pytest.mark.parametrize(
    ("day", "value"),
    [
        (date(2025, 12, 1), 1),
        (date(2026, 1, 30), 1),
        (date(2026, 1, 31), 0.5),
        (date(2026, 3, 31), 0.5),
        (date(2026, 4, 1), 0),
    ],
)
def test_a_known_day_is_judged_by_the_deadlines(make, day, value):
    said = answer(make, day, day)
    assert (said.status, said.value, said.low, said.high) == (Status.MEASURED, value, value, value)
    assert said.evidence == (PIECE,)


def test_an_interval_over_a_deadline_lies_between(make):
    said = answer(make, date(2026, 1, 29), date(2026, 2, 1))
    assert (said.value, said.low, said.high) == (0.75, 0.5, 1)


def test_only_not_later_than_within_the_deadline_is_in_time(make):
    said = answer(make, None, date(2026, 1, 30), basis="first-seen")
    assert (said.value, said.low, said.high) == (1, 1, 1)


@pytest.mark.parametrize(("latest", "low"), [(date(2026, 2, 1), 0.5), (date(2026, 11, 20), 0)])
def test_only_not_later_than_after_it_is_unknown(make, latest, low):
    said = answer(make, None, latest, basis="first-seen")
    assert (said.status, said.reason) == (Status.UNKNOWN, "no-date")
    assert (said.low, said.high) == (low, 1)


@pytest.mark.parametrize(
    ("changed", "value"),
    [(date(2026, 1, 30), 1), (date(2026, 2, 28), 0.5), (date(2026, 11, 10), 0)],
)
def test_a_server_s_day_long_before_we_came_is_likely_the_upload_s(make, changed, value):
    said = stamped(make, changed)
    assert said.status is Status.MEASURED
    assert (said.value, said.low, said.high) == (value, value, 1)


def test_a_page_made_for_each_reader_tells_nothing(make):
    said = stamped(make, date(2026, 11, 18))
    assert (said.status, said.low, said.high) == (Status.UNKNOWN, 0, 1)


def stamped(make, changed):
    make.assumed = True
    make.page("")
    seen = Dated("first-seen", None, date(2026, 11, 20), PIECE)
    pieces = (seen, Dated("last-modified", None, changed, PIECE))
    told = Publication(None, changed, "last-modified", pieces)
    make.edition(make.file("Слова"), publication=told)
    return CHECK(make.dossier(), Stage.ADOPTED)


def test_only_not_before_runs_until_the_day_of_the_wave(make):
    said = answer(make, date(2026, 6, 1), None, basis="file-metadata")
    assert (said.value, said.low, said.high) == (0, 0, 0)


def test_nothing_known_is_unknown(make):
    said = answer(make, None, None, basis="")
    assert (said.status, said.low, said.high) == (Status.UNKNOWN, 0, 1)


def test_the_reason_tells_days_rung_delay_and_what_is_assumed(make):
    said = answer(make, date(2026, 2, 9), date(2026, 2, 9))
    assert "9 февраля 2026 года (дата на странице или в файле)" in said.reason
    assert "Опоздание: 10 дн." in said.reason
    assert "взята общая" in said.reason
    assert "Late by 10 d." in said.reason_en
    assert "assumed" in said.reason_en


def test_a_regions_own_date_is_not_called_assumed(make):
    assert "взята общая" not in answer(make, DUE.event, DUE.event, assumed=False).reason


@given(days, days)
def test_the_mean_is_that_of_its_days(one, two):
    first, last = sorted((one, two))
    count = (last - first).days + 1
    each = [CHECK.at(first + timedelta(days=n), DUE) for n in range(count)]
    assert CHECK.mean(first, last, DUE) == pytest.approx(sum(each) / count)
    assert CHECK.at(last, DUE) <= CHECK.mean(first, last, DUE) <= CHECK.at(first, DUE)
