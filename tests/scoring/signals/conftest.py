"""Dossiers of a region made by hand, or assembled from an archive made by hand."""

from datetime import date

import pytest

from scoring.dossier import assemble
from tests.scoring.checks.conftest import Maker


@pytest.fixture
def make() -> Maker:
    return Maker()


@pytest.fixture
def judged_on(archive, region):
    """The dossier of the archive's region on a day."""

    def on(day: date = date(2026, 12, 31), of=region):
        return assemble(of, "2026", day, archive.captures, archive.documents)

    return on


@pytest.fixture
def brochure_of(make):
    """A region whose law has a brochure of one text."""

    def made(text: str):
        make.page("")
        make.edition(make.file(text))
        return make.dossier()

    return made
