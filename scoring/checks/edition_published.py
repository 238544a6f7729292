"""Is there a citizens' edition for the fiscal year due?"""

from typing import ClassVar, Literal

from scoring.checks.absence import NOUNS, YEAR_RU
from scoring.checks.answers import in_files, measured
from scoring.checks.base import Check
from scoring.model import Answered, Dossier, Edition


class EditionPublished(Check):
    """1 when the edition was found, be it readable or not; what it lacks costs elsewhere."""

    kind: Literal["edition-published"]
    from_file: ClassVar[bool] = False

    def measure(self, dossier: Dossier, edition: Edition) -> Answered:
        """Cite the words by which the edition was recognised, then its files."""
        (ru, en), year = NOUNS[edition.stage], edition.fiscal_year
        words = (
            f"Издание для граждан {ru} {YEAR_RU[edition.stage]} {year} год опубликовано; "
            f"файлов и страниц: "
            f"{len(edition.files)}.",
            f"The citizens' edition {en} for {year} is published; files and pages: "
            f"{len(edition.files)}.",
        )
        return measured(1.0, words, (edition.why, *in_files(edition)))
