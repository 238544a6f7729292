"""Are amounts or shares given by functional section of expenditure?"""

import re
from typing import ClassVar, Literal

from pydantic import Field

from scoring.checks.answers import in_files, measured
from scoring.checks.building import names_an_object
from scoring.checks.figures import Told, context, is_change, over, says_more, told
from scoring.checks.parts import step
from scoring.checks.subject import subject
from scoring.checks.texts import TextCheck
from scoring.facts import Fact, Form, Unit, Words
from scoring.language.ru.folded import folded
from scoring.language.ru.lexicon import lexicon
from scoring.language.ru.topics import tokens_of
from scoring.model import Answered, Dossier, Edition, EditionFile
from scoring.remembered import of_text, of_words

# Words that may stand before a section's name and change nothing: "расходы бюджета на …".
_BEFORE = re.compile(
    r"расход|раздел|отрасл|сфер|сумм|бюджет|област|краев|республик|окруж|регион|средств|деньг|денег|"
    r"финансиров|дол[яиюе]$|направ|потра|тра[тч]|предусм|выдел|заплан|пойд|уйд|уход|сотн|идет|идут|получ|составл?|"
    r"заним|приход|самы|больш|крупн|все|наш|основн|част|част|кажд|друг|такж|год|рубл|млн|млрд|тыс|стат|"
    r"объем|размер|самая|величин|ассигнов|затрат|обеспеч|содержан|обеспечен|оказал|тоже|затем|втор|трет|четверт|"
    r"пят|шест|первы|приоритет|лидер|долю|расходу|освоен|исполнен|фактич|уточнен|утвержден|очеред|"
    r"социальн|этом|том|числ|израсход|поддерж|развити|отдел|пункт|первое|второе|третье|мест[оеа]$|"
    r"израсходу|заберу|забира|забрал|съед|съел|достан|достал|обойд|обош|стоит|стоил|отлож|отда|возьм|взял|берет|берут|"
    r"понадоб|ушл|ушел|пошл|перечисл|отвод|вложе|влож|дадут|дали|дает|хватит|останется|сектор|"
    r"лавк|полк|полоч|корзин|карман|кошел|мешок|мешочк|конверт|сундук|кусок|кусоч|ломт|копилк|монет|"
    r"^(?:на|по|в|из|за|а|и|еще|это|это|с|к|от|до|них|нее|его|мы|или|около|почти|более|не|для|лишь|где)$"
)
_PROGRAMMES = "программ"
# In a list each programme has a name in quotes: "Программа «Культура» - 2 млрд, «Спорт» - 1".
_QUOTED = re.compile(r"^\W*[«\"][^»\"]+[»\"]\W*$")
_NUMBERED = re.compile(r"^\W*\d{1,2}[.)]\s*(?=[^\W\d_])")
_BRACKET = re.compile(r"\(([^()]{3,60})(?:\)|$)")
_ITEMS = re.compile(r"[,;/·•]| и | или ")
_SERVICE = re.compile(r"обслужив|процент\w* (?:по|банк|за)|расход|трат|уйд|пойд|направ")
_LEAST, _HUNDRED = 1e6, 100
"""Roubles: a pupil's or a patient's share is less; of "из 100 рублей" parts are told."""
_TWO_NAMES_AND_SUM = 3
_DIGIT = re.compile(r"\d")
_AMONG_SECTIONS = re.compile(r"^(?:(?!программ)[^:])*\b(?:раздел|отрасл)(?:(?!программ)[^:])*:")
"""A list that says it is one of sections, whatever it stands under."""
_SECTIONS = re.compile(r"\bраздел|\bотрасл|\bфункциональн|\bнаправлени")


class SpendingByFunction(TextCheck):
    """1 for ``many`` sections with an amount or a share, ``some`` for ``few`` and more."""

    kind: Literal["spending-by-function"]
    laid_out: ClassVar[bool] = True
    many: int = Field(default=8, ge=2)
    few: int = Field(default=4, ge=1)
    some: float = Field(default=0.5, gt=0, lt=1)

    def look(self, dossier: Dossier, edition: Edition, files: tuple[EditionFile, ...]) -> Answered:
        """Quote the first figure of each section."""
        words = lexicon("sections")
        found: dict[str, Told] = {}
        for one in told(files):
            for section in sections_of(one.fact):
                found.setdefault(section, one)
        there = [topic for topic in words.topics if topic in found]
        value = step(len(there), self.many, self.some, self.few)
        ru, en = words.titles(there)
        said = (
            f"Разделов расходов с суммой или долей: {len(there)}{f' ({ru})' if there else ''}.",
            f"Sections with an amount or share: {len(there)}{f' ({en})' if there else ''}.",
        )
        proof = [found[topic].proof for topic in there] or in_files(edition)
        return measured(value, said, proof)


def sections_of(fact: Fact) -> tuple[str, ...]:
    """The sections an amount or share is of: named first in its label, and not as a programme."""
    named = _named(fact.words) if _is_part(fact) else ()
    return () if named and is_change(fact) else named


@of_words
def _named(fact: Words) -> tuple[str, ...]:
    if _of_programmes(fact) or names_an_object(fact.label):
        return ()
    prose = fact.form is Form.PROSE
    said = (fact.after, subject(fact)) if prose else (fact.after,)
    named = (
        _in_text(_beside(fact))
        or _labelled(fact.label)
        or next(filter(None, map(_in_text, said)), "")
    )
    if not named:
        return ()
    # What is owed costs nothing yet: its service does.
    owed = named == "debt-service" and _tells_of_debt(fact)
    return () if owed and not _SERVICE.search(folded(fact.whole)) else (named,)


@of_text
def _labelled(label: str) -> str:
    """The section a label names, in brackets before all."""
    return next(filter(None, map(_in_text, (*_BRACKET.findall(label), label))), "")


@of_text
def _in_text(text: str) -> str:
    """The section that a text or the first of its items names."""
    return next(filter(None, map(_first, (text, *_ITEMS.split(text)))), "") if text else ""


def _beside(fact: Words) -> str:
    """The second name of a row: "Учёба детей | Образование | 26"."""
    if fact.form is not Form.CELL or not says_more(fact):
        return ""
    named = fact.whole.split(" | ")
    if len(named) < _TWO_NAMES_AND_SUM or named[0] != fact.label or not named[1][:1].isalpha():
        return ""
    return "" if _DIGIT.search(named[1]) else named[1]


def _is_part(fact: Fact) -> bool:
    """An amount such as sections have, a share, or some of a hundred roubles."""
    if fact.unit is Unit.MONEY:
        return fact.form is Form.CELL or fact.value >= _LEAST or fact.value <= _HUNDRED
    return fact.sized or fact.unit is Unit.PER_RESIDENT


@of_text
def _first(text: str) -> str:
    """The section a text names, with nothing before it that changes what is meant."""
    text = _NUMBERED.sub("", text)
    mentions = lexicon("sections").words.found(text)
    if not mentions:
        return ""
    before = tokens_of(text)[: mentions[0].first]
    return mentions[0].topic if all(_BEFORE.search(word) for word in before) else ""


def _tells_of_debt(fact: Words) -> bool:
    """Is it in a sentence, or under a heading of its own: "Долг"?"""
    return fact.form is Form.PROSE or "долг" in folded(context(fact))


def _of_programmes(fact: Words) -> bool:
    if fact.form is Form.PROSE and _is_among(fact.whole):
        return False
    if _PROGRAMMES in folded(fact.label):
        return _SECTIONS.search(folded(context(fact))) is None
    if _PROGRAMMES in folded(fact.whole) and _QUOTED.match(fact.label):
        return True
    return _lists_over(over(fact)) == "programmes"


@of_text
def _is_among(sentence: str) -> bool:
    return ":" in sentence and _AMONG_SECTIONS.match(folded(sentence)) is not None


@of_text
def _lists_over(above: tuple[str, ...]) -> str:
    return next(filter(None, map(_lists, reversed(above))), "")


@of_text
def _lists(head: str) -> str:
    """What stands under a heading: "sections", "programmes", or "" of one that does not say."""
    plain = folded(head)
    if _SECTIONS.search(plain):
        return "sections"
    return "programmes" if _PROGRAMMES in plain else ""
