"""The wave and its day, as the command line gives them."""

from datetime import UTC, date, datetime

import pytest
import typer

from budgetwatch.options import wave_day


def test_a_day_names_its_wave() -> None:
    assert wave_day(None, "2025-06-20") == ("2025", date(2025, 6, 20))


def test_a_past_wave_ends_with_its_year() -> None:
    assert wave_day("2024", None) == ("2024", date(2024, 12, 31))


def test_the_running_wave_is_judged_today() -> None:
    today = datetime.now(UTC).date()
    assert wave_day(None, None) == (str(today.year), today)


@pytest.mark.parametrize(("wave", "day"), [("26", None), ("2026", "2025-01-01"), (None, "1.6.26")])
def test_nonsense_is_refused(wave: str | None, day: str | None) -> None:
    with pytest.raises(typer.BadParameter):
        wave_day(wave, day)
