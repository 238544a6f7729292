from datetime import date

import pytest

from scoring.checks.dated import Dated as Check
from scoring.dates import RUNGS
from scoring.model import Dated, Evidence, Publication, Stage

CHECK = Check(kind="dated", metadata=0.5)
DAY = date(2026, 1, 14)


def answer(make, *rungs):
    make.page("")
    pieces = tuple(Dated(r, None, DAY, Evidence("c0", "http://x.invalid/", quote=r)) for r in rungs)
    make.edition(make.file("Слова"), publication=Publication(None, DAY, "", pieces))
    return CHECK(make.dossier(), Stage.ADOPTED)


@pytest.mark.parametrize("rung", RUNGS)
def test_every_rung_has_its_value(make, rung):
    shown = {"printed": 1, "news": 1}
    machine = dict.fromkeys(("sitemap", "last-modified", "file-metadata"), 0.5)
    said = answer(make, rung)
    assert said.value == {**shown, **machine}.get(rung, 0)
    if said.value:
        assert [e.quote for e in said.evidence] == [rung]


def test_what_the_reader_sees_outweighs_what_the_server_says(make):
    said = answer(make, "last-modified", "printed")
    assert said.value == 1
    assert [e.quote for e in said.evidence] == ["printed"]
    assert "14 января 2026 года" in said.reason
    assert "14 January 2026" in said.reason_en


def test_our_having_seen_it_is_not_the_publishers_word(make):
    said = answer(make, "first-seen", "web-archive")
    assert said.value == 0
    assert said.evidence
