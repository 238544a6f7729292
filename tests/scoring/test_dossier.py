from dataclasses import replace
from datetime import date

from crawler.model import Outcome
from scoring.dossier import assemble
from scoring.model import Stage

HOME = "https://fin.region.invalid/"
PDF = HOME + "files/bdg2026.pdf"
LINK = "Бюджет для граждан на 2026 год (закон)"
TEXT = "Бюджет для граждан\n\nк закону об областном бюджете на 2026 год\n\nДоходы 36 млрд рублей, расходы 37 млрд рублей."


def dossier(archive, region, as_of, wave="2026"):
    return assemble(region, wave, as_of, archive.captures, archive.documents)


def test_the_edition_owed_is_found(archive, region):
    archive.listing((PDF, LINK, LINK))
    archive.file(PDF, TEXT)
    held = dossier(archive, region, date(2026, 12, 31))
    edition = held.edition(Stage.ADOPTED)
    assert edition is not None
    assert (edition.id, edition.main.capture.url, edition.main.role) == (
        "zaozerye-adopted-2026",
        PDF,
        "brochure",
    )
    assert held.edition(Stage.DRAFT) is None
    assert held.sight.blind == ""


def test_another_regions_captures_are_not_looked_at(archive, region):
    archive.file(PDF, TEXT)
    archive.captures[0] = replace(archive.captures[0], region="elsewhere")
    held = dossier(archive, region, date(2026, 12, 31))
    assert (held.captures, held.editions, held.documents) == ((), (), {})
    assert held.sight.blind == "not-crawled"


def test_captures_after_the_day_are_not_looked_at_when_there_are_earlier_ones(archive, region):
    archive.page(HOME, "Министерство", day="2026-03-01")
    archive.listing((PDF, LINK, LINK), day="2026-03-02")
    archive.file(PDF, TEXT, day="2026-03-02")
    assert dossier(archive, region, date(2026, 3, 1)).editions == ()
    assert len(dossier(archive, region, date(2026, 3, 2)).editions) == 1


def test_when_all_captures_are_later_what_is_proven_younger_is_left_out(archive, region):
    archive.listing((PDF, LINK, f"{LINK} 10.07.2026"))
    archive.file(PDF, TEXT)
    assert dossier(archive, region, date(2026, 5, 1)).editions == ()
    assert len(dossier(archive, region, date(2026, 7, 10)).editions) == 1


def test_an_edition_that_is_gone_is_no_edition_but_one_we_could_not_reach_stays(archive, region):
    archive.listing((PDF, LINK, LINK), day="2026-03-02")
    archive.file(PDF, TEXT, day="2026-03-02")
    archive.file(PDF, outcome=Outcome.TIMEOUT, day="2026-04-01")
    assert len(dossier(archive, region, date(2026, 4, 1)).editions) == 1
    archive.file(PDF, outcome=Outcome.NOT_FOUND, day="2026-05-01")
    held = dossier(archive, region, date(2026, 5, 1))
    assert held.editions == ()
    assert len(held.captures) == 4


def test_input_order_changes_nothing(archive, region):
    archive.listing((PDF, LINK, LINK))
    archive.file(PDF, TEXT)
    archive.page(HOME, "Министерство")
    there = dossier(archive, region, date(2026, 12, 31))
    archive.captures.reverse()
    back = dossier(archive, region, date(2026, 12, 31))
    assert back == there
    assert list(back.documents) == list(there.documents)
