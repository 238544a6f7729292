"""Are amounts or shares given for tax revenue, non-tax revenue and grants?"""

from typing import Literal

from scoring.checks.answers import in_files, measured
from scoring.checks.figures import Told, sized
from scoring.checks.parts import share_words
from scoring.checks.texts import TextCheck
from scoring.language.ru.lexicon import lexicon
from scoring.model import Answered, Dossier, Edition, EditionFile

_ASKED = ("tax", "non-tax", "grants")
_TAXES = frozenset(
    {"profit-tax", "income-tax", "excise", "property-tax", "transport-tax", "simplified-tax"}
    | {"mining-tax"}
)
_ENOUGH_TAXES = 2


class RevenueStructure(TextCheck):
    """The share of the three kinds of revenue that have an amount or a share.

    Two taxes with amounts tell of tax revenue as well as their sum does; tax and non-tax revenue
    in one figure tells of neither.
    """

    kind: Literal["revenue-structure"]

    def look(self, dossier: Dossier, edition: Edition, files: tuple[EditionFile, ...]) -> Answered:
        """Quote the first figure of each kind."""
        words = lexicon("revenue")
        found: dict[str, Told] = {}
        for one in sized(files):
            for topic in words.words.named(one.fact.label):
                found.setdefault(topic, one)
        taxes = [topic for topic in words.topics if topic in _TAXES and topic in found]
        if "tax" not in found and len(taxes) >= _ENOUGH_TAXES:
            found["tax"] = found[taxes[0]]
        there = [topic for topic in _ASKED if topic in found]
        proof = [found[topic].proof for topic in there] or in_files(edition)
        return measured(len(there) / len(_ASKED), share_words(words, _ASKED, there), proof)
