"""Are total revenue, total expenditure and the balance given with amounts for the fiscal year?"""

from collections.abc import Callable, Iterable, Sequence
from typing import ClassVar, Literal

from scoring import amounts
from scoring.checks.answers import in_file, in_files, measured
from scoring.checks.texts import TextCheck
from scoring.model import Amount, Answered, Document, Dossier, Edition, EditionFile, Evidence

Stated = tuple[Amount, Evidence]
_Read = Callable[[Document, int, str], tuple[Amount, ...]]
_ASKED = {
    "revenue": ("доходы", "revenue"),
    "expenditure": ("расходы", "expenditure"),
    "balance": ("дефицит (профицит)", "balance"),
}


class Totals(TextCheck):
    """The share of the three totals that are stated, whichever file states them."""

    kind: Literal["totals"]
    laid_out: ClassVar[bool] = True

    def look(self, dossier: Dossier, edition: Edition, files: tuple[EditionFile, ...]) -> Answered:
        """Quote each total where it stands."""
        found = given(edition, files)
        kept = [found[c] for c in _ASKED if c in found]
        words = _words([c for c in _ASKED if c in found], edition.fiscal_year)
        proof = [proof for _, proof in kept] or in_files(edition)
        return measured(len(kept) / len(_ASKED), words, proof)


def given(edition: Edition, files: Iterable[EditionFile]) -> dict[str, Stated]:
    """The first statement of each total, by concept, in the order of the files, or a finer one.

    A total recognised clearly in a picture is given, though its last digit may be misread.
    """
    return _first(edition, files, amounts.legible)


def stated(edition: Edition, files: Iterable[EditionFile]) -> dict[str, Stated]:
    """The same of totals that are sure to the last digit: what may be published."""
    return _first(edition, files, amounts.totals)


def _first(edition: Edition, files: Iterable[EditionFile], read: _Read) -> dict[str, Stated]:
    found: dict[str, Stated] = {}
    for file in files:
        for amount in read(file.document, edition.fiscal_year, edition.id):
            proof = in_file(file, amount.locator, amount.quote)
            concept = str(amount.concept)
            told = found.get(concept)
            # A brochure says 31,7 млрд, the data file beside it all the digits.
            if told is None or amounts.finer(told[0].value_rub, amount.value_rub):
                found[concept] = (amount, proof)
    return found


def _words(found: Sequence[str], year: int) -> tuple[str, str]:
    lacking = [c for c in _ASKED if c not in found]
    sides = []
    for language, (there, gone, when) in enumerate(
        (("Названы", "Нет", f"за {year} год"), ("Stated", "Missing", f"for {year}"))
    ):
        named = ", ".join(_ASKED[c][language] for c in found)
        missing = ", ".join(_ASKED[c][language] for c in lacking)
        told = [f"{there} {when}: {named}."] if named else []
        sides.append(" ".join([*told, *([f"{gone}: {missing}."] if missing else [])]))
    return sides[0], sides[1]
