"""Days are the region's; the hour at which we came counts for and against nobody."""

from dataclasses import replace
from datetime import date

import pytest

from scoring.checks.on_time import OnTime
from scoring.dating.zone import Zone
from scoring.dossier import assemble
from scoring.model import Stage, Status

HOME = "https://fin.region.invalid/"
PDF = HOME + "files/bdg2027.pdf"
LINK = "Бюджет для граждан на 2027 год (проект закона)"
TEXT = "Бюджет для граждан\n\nк проекту закона об областном бюджете на 2027 год\n\nДоходы областного бюджета составят 36,5 млрд рублей, расходы 37 млрд рублей."


def seen_at(archive, hour, row=LINK, **more):
    archive.listing((PDF, LINK, row))
    archive.file(PDF, TEXT, **more)
    archive.captures[:] = [replace(c, fetched_at=hour) for c in archive.captures]


def edition(archive, region, as_of=date(2026, 12, 31)):
    held = assemble(region, "2026", as_of, archive.captures, archive.documents)
    return held, held.edition(Stage.DRAFT)


def test_an_hour_of_utc_may_be_another_day_there(make_region):
    assert Zone.of(make_region(timezone="UTC+12")) == Zone(12)
    assert Zone.of(make_region(timezone="UTC-3")) == Zone(-3)
    assert Zone.of(make_region()) == Zone(0)


@pytest.mark.parametrize(
    "hour", ["2026-11-14T12:00:00Z", "2026-11-14T20:00:00Z", "2026-11-15T11:59:59Z"]
)
def test_every_hour_of_a_day_there_is_that_day(archive, make_region, hour):
    seen_at(archive, hour)
    held, found = edition(archive, make_region(timezone="UTC+12"))
    assert (found.publication.earliest, found.publication.latest) == (None, date(2026, 11, 15))
    said = OnTime(kind="on-time")(held, Stage.DRAFT)
    assert (said.status, said.value, said.low) == (Status.MEASURED, 1.0, 1.0)


def test_a_day_printed_in_the_morning_there_is_not_yet_to_come(archive, make_region):
    seen_at(archive, "2026-11-15T20:00:00Z", f"{LINK} 16.11.2026")
    found = edition(archive, make_region(timezone="UTC+12"))[1]
    assert found.publication.earliest == date(2026, 11, 16)
    assert edition(archive, make_region(timezone="UTC+3"))[1].publication.earliest is None


def test_the_servers_stamp_is_a_day_there(archive, make_region):
    stamp = "Sun, 15 Nov 2026 20:00:00 GMT"
    seen_at(archive, "2026-11-20T10:00:00Z", last_modified=stamp)
    assert edition(archive, make_region(timezone="UTC+12"))[1].publication.latest == date(
        2026, 11, 16
    )
    assert edition(archive, make_region(timezone="UTC+3"))[1].publication.latest == date(
        2026, 11, 15
    )


def test_absent_in_the_morning_and_there_in_the_evening_of_one_day_is_that_day(
    archive, make_region
):
    other = (HOME + "struktura/", "Структура", "Структура министерства")
    archive.listing(other)
    archive.captures[:] = [replace(c, fetched_at="2026-11-09T22:00:00Z") for c in archive.captures]
    archive.listing(other, (PDF, LINK, LINK))
    archive.file(PDF, TEXT)
    archive.captures[1:] = [
        replace(c, fetched_at="2026-11-10T13:00:00Z") for c in archive.captures[1:]
    ]
    when = edition(archive, make_region(timezone="UTC+10"))[1].publication
    assert (when.earliest, when.latest) == (date(2026, 11, 10), date(2026, 11, 10))


def test_our_evening_is_the_next_morning_there_and_costs_nobody_a_day(archive, make_region):
    seen_at(archive, "2026-12-31T20:00:00Z")
    found = edition(archive, make_region(timezone="UTC+12"))[1]
    assert found.publication.latest == date(2026, 12, 31)


@pytest.mark.parametrize("hour", ["00:00:01", "09:00:00", "23:59:59"])
def test_the_hour_of_the_crawl_changes_no_finding(archive, make_region, hour):
    seen_at(archive, f"2026-11-20T{hour}Z", f"{LINK} 12.11.2026")
    held, found = edition(archive, make_region())
    assert found.publication.latest == date(2026, 11, 12)
    assert OnTime(kind="on-time")(held, Stage.DRAFT).value == 1
