"""Are amounts or shares given for tax revenue, non-tax revenue and grants?"""

import re
from typing import ClassVar, Literal

from scoring.checks.answers import in_files, measured
from scoring.checks.figures import Told, sized
from scoring.checks.parts import share_words
from scoring.checks.texts import TextCheck
from scoring.facts import Fact, Form
from scoring.facts.quantity import quantities
from scoring.language.ru.folded import folded
from scoring.language.ru.lexicon import lexicon
from scoring.model import Answered, Dossier, Edition, EditionFile

_ASKED = ("tax", "non-tax", "grants")
# A bar or a row of a chart: "Налоговые 29,8", "в том числе налоговые", "Неналоговые / Non-tax".
_ALONE = r"^\W*(?:(?:в том числе|из них|всего|итого|прочие|а также|и)\W+)*{}\W*(?:[a-z\W]+)?$"
_SHORT = {
    kind: re.compile(_ALONE.format(f"(?:{words})"))
    for kind, words in (
        ("tax", r"налоговы[ехй]\w?|налог(?:и|ов)(?: и сборы| и акцизы)?|собранные налоги"),
        (
            "non-tax",
            r"неналоговы[ех]|не налоговые|аренд\w+(?:,| и) штраф\w+|штраф\w+(?:,| и) аренд\w+",
        ),
        (
            "grants",
            r"безвозмездны[ех]|из федерального бюджета|федеральный бюджет|федеральн\w+ деньги|"
            r"(?:деньги |средства |помощь |пришло )?(?:из|от) (?:москвы|столицы|центра|федерации|"
            r"страны)|"
            r"москва|федерация|федеральн\w+ центр|трансферты",
        ),
    )
}
_OWN = {"own", "non-tax"}
_OTHERS = re.compile(r"^\W*(?:штрафы\W+(?:и )?)?(?:иные|прочие|остальные|другие)\b")
_TAXES = re.compile(r"\bналог(?:и|ов|ами|ам)\b(?!\s+(?:на|по|с|за)\b)")


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
        for one in sized(files):
            for topic in kinds(one.fact):
                found.setdefault(topic, one)
        there = [topic for topic in _ASKED if topic in found]
        proof = [found[topic].proof for topic in there] or in_files(edition)
        return measured(len(there) / len(_ASKED), share_words(words, _ASKED, there), proof)


def kinds(fact: Fact) -> frozenset[str]:
    """The kinds of revenue a figure is of; a sentence with one figure is of it as a whole."""
    plain = folded(fact.label)
    if short := [kind for kind, form in _SHORT.items() if form.match(plain)]:
        return frozenset(short)
    if _OTHERS.search(plain):
        return frozenset()
    named = _named(fact.label) or _named(fact.after)
    if not named and fact.form is Form.PROSE and len(quantities(fact.whole)) == 1:
        return lexicon("revenue").words.named(fact.whole) or _named(_question(fact))
    return named


def _question(fact: Fact) -> str:
    """What was asked where a figure answers: "А неналоговые доходы?"."""
    return fact.above[-1] if fact.above and fact.above[-1].rstrip().endswith("?") else ""


def _named(text: str) -> frozenset[str]:
    """Topics of a text; taxes in the plural, of nothing in particular, are all of them."""
    topics = lexicon("revenue").words.named(text)
    return topics | ({"tax"} if not topics & _OWN and _TAXES.search(folded(text)) else set())
