from datetime import date

import pytest

from scoring.calendar import owed
from scoring.model import Due, Stage

D, A, E = Stage.DRAFT, Stage.ADOPTED, Stage.EXECUTED


def years(region, wave, as_of):
    return [(due.stage, due.fiscal_year) for due in owed(region, wave, as_of)]


def test_on_the_last_day_of_a_wave(region):
    assert owed(region, "2026", date(2026, 12, 31)) == (
        Due(D, 2027, date(2026, 11, 1), True, date(2026, 11, 15), date(2026, 12, 31)),
        Due(A, 2026, date(2025, 12, 31), True, date(2026, 1, 30), date(2026, 3, 31)),
        Due(E, 2025, date(2026, 6, 1), True, date(2026, 6, 15), date(2026, 10, 31)),
    )


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2026, 1, 15), [(D, 2026), (A, 2025), (E, 2024)]),
        (date(2026, 1, 30), [(D, 2026), (A, 2025), (E, 2024)]),  # the last day is not over yet
        (date(2026, 1, 31), [(D, 2026), (A, 2026), (E, 2024)]),
        (date(2026, 6, 16), [(D, 2026), (A, 2026), (E, 2025)]),
        (date(2026, 11, 16), [(D, 2027), (A, 2026), (E, 2025)]),
    ],
)
def test_earlier_in_the_year_the_newest_whose_deadline_is_over(region, day, expected):
    assert years(region, "2026", day) == expected


def test_a_wave_judged_later_owes_no_more_than_its_own_year(region):
    assert years(region, "2026", date(2027, 7, 1)) == [(D, 2027), (A, 2026), (E, 2025)]


def test_the_regions_own_dates_are_not_assumed(make_region):
    region = make_region(
        calendar={
            2027: {"submitted": "2026-10-15", "signed": "2026-12-04"},
            2026: {"signed": "2025-12-12"},
            2025: {"reported": "2026-05-20", "executed_law": "2026-07-01"},
        }
    )
    draft, adopted, executed = owed(region, "2026", date(2026, 12, 31))
    assert draft == Due(D, 2027, date(2026, 10, 15), False, date(2026, 10, 29), date(2026, 12, 4))
    assert (adopted.full_until, adopted.half_until) == (date(2026, 1, 11), date(2026, 3, 12))
    assert (executed.full_until, executed.half_until) == (date(2026, 6, 3), date(2026, 7, 1))
    assert not any(due.assumed for due in (draft, adopted, executed))


def test_a_law_signed_early_does_not_bring_the_next_wave_forward(make_region):
    region = make_region(calendar={2027: {"signed": "2026-11-20"}})
    assert (A, 2026) in years(region, "2026", date(2026, 12, 31))


def test_half_never_ends_before_full(make_region):
    region = make_region(calendar={2027: {"submitted": "2026-12-01", "signed": "2026-12-05"}})
    draft = owed(region, "2026", date(2026, 12, 31))[0]
    assert draft.full_until == draft.half_until == date(2026, 12, 15)


def test_a_wave_is_a_year(region):
    with pytest.raises(ValueError, match="write it as 2026"):
        owed(region, "последняя", date(2026, 12, 31))
