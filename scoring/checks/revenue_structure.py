"""Are amounts or shares given for tax revenue, non-tax revenue and grants?"""

from typing import ClassVar, Literal

from scoring.checks.answers import in_files, measured
from scoring.checks.figures import Told, is_change, told
from scoring.checks.parts import share_words
from scoring.checks.revenue_kinds import kinds
from scoring.checks.texts import TextCheck
from scoring.facts import Unit
from scoring.language.ru.lexicon import lexicon
from scoring.model import Answered, Dossier, Edition, EditionFile

_ASKED = ("tax", "non-tax", "grants")
_UNITS = (Unit.MONEY, Unit.BARE, Unit.PERCENT, Unit.PER_RESIDENT)


class RevenueStructure(TextCheck):
    """The share of the three kinds of revenue that have an amount or a share.

    Single taxes are no sum of them, and tax and non-tax revenue in one figure tells of neither.
    """

    kind: Literal["revenue-structure"]
    laid_out: ClassVar[bool] = True

    def look(self, dossier: Dossier, edition: Edition, files: tuple[EditionFile, ...]) -> Answered:
        """Quote the first figure of each kind."""
        words = lexicon("revenue")
        found: dict[str, Told] = {}
        for one in told(files):
            for topic in kinds(one.fact.words) if one.fact.unit in _UNITS else ():
                if topic not in found and not is_change(one.fact):
                    found[topic] = one
        there = [topic for topic in _ASKED if topic in found]
        proof = [found[topic].proof for topic in there] or in_files(edition)
        return measured(len(there) / len(_ASKED), share_words(words, _ASKED, there), proof)
