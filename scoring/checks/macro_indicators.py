"""Are indicators of the region's life and economy given with values?"""

import re
from typing import Literal

from pydantic import Field

from scoring.checks.answers import in_files, measured
from scoring.checks.figures import Told, told
from scoring.checks.macro_budget import is_of_budget
from scoring.checks.macro_residents import LEAST_REGION, MOST_REGION, Counted, residents
from scoring.checks.macro_spoken import spoken
from scoring.checks.parts import step
from scoring.checks.texts import TextCheck
from scoring.facts import Fact, Form, Unit, Words
from scoring.language.ru.folded import folded
from scoring.language.ru.lexicon import lexicon
from scoring.language.ru.topics import Mention
from scoring.model import Answered, Dossier, Edition, EditionFile
from scoring.remembered import of_text, of_words

_SUPPOSED = re.compile(r"^\W*(?:если|представ|допустим|например|предположим)")
# "ВРП на душу населения", "услуги населению" tell of no number of residents.
_PER_HEAD = re.compile(r"\b(?:на душу населения|на (?:одного |1 )?жителя|населению)\b")
# "ВРП в текущих ценах": it is the product that is told, and no prices.
_IN_PRICES = re.compile(
    r"\bв (?:[а-я]+ых |[а-я]+их )?(?:основных )?ценах(?: [а-я]+ (?:лет|года)?)?"
)
# A line of a list that tells only for whom: what, is told by the words over the list.
_FOR_WHOM = re.compile(
    r"^\W*(?:в расчете |в среднем )?(?:на|для|у) (?:[а-я]+(?:ого|их|ых) )?"
    r"(?:душу|человек|жител|ребен|дет|взросл|трудоспособн|пенсионер|работающ|неработающ|мужчин|"
    r"женщин|пожил|инвалид)[а-я]*(?: населения)?\W*$"
)
_BY_PEOPLE = ("subsistence", "pension", "income")
_MEASURED = ("тонн", "куб", "баррел", "центнер", "карат", "унци")
_MOST_WAGE = 1e6


class MacroIndicators(TextCheck):
    """1 for ``many`` indicators with values, ``some`` for fewer."""

    kind: Literal["macro-indicators"]
    many: int = Field(default=3, ge=2)
    some: float = Field(default=0.5, gt=0, lt=1)

    def look(self, dossier: Dossier, edition: Edition, files: tuple[EditionFile, ...]) -> Answered:
        """Quote the first value of each indicator."""
        words = lexicon("macro")
        found: dict[str, Told] = {}
        for one in told(files):
            for topic in _indicators(one.fact):
                found.setdefault(topic, one)
        heard = dict(spoken(files))
        there = [topic for topic in words.topics if topic in found or topic in heard]
        ru, en = words.titles(there)
        said = (
            f"Показателей с числами: {len(there)}{f' ({ru})' if there else ''}.",
            f"Indicators with values: {len(there)}{f' ({en})' if there else ''}.",
        )
        proof = [found[t].proof if t in found else heard[t] for t in there] or in_files(edition)
        return measured(step(len(there), self.many, self.some), said, proof)


def _indicators(fact: Fact) -> tuple[str, ...]:
    if _is_none(fact.words):
        return ()
    words = lexicon("macro").words
    if led := _of_lead(fact.words):
        return led if fact.value < _MOST_WAGE else ()
    if fact.unit is Unit.PER_RESIDENT:
        # "ВРП на душу населения", "прожиточный минимум на душу": no amount of the budget's is so.
        least = {"subsistence", "income"} & words.named(fact.label)
        made = {"grp", "investment", "trade"} & words.named(fact.label)
        return (
            tuple(sorted(made)[:1] or sorted(least)[-1:]) if made or fact.value < _MOST_WAGE else ()
        )
    if counted := residents(fact):
        return ("population",) if counted is Counted.ALL else ()
    return tuple(topic for topic in _named(fact.words) if _fits(topic, fact))


@of_words
def _is_none(fact: Words) -> bool:
    """Is it only supposed, or a line of the budget?"""
    supposed = _SUPPOSED.match(folded(fact.whole)) is not None
    return supposed or is_of_budget(fact.label)


@of_words
def _named(fact: Words) -> tuple[str, ...]:
    """The indicator that is named last by its label, else behind it or by the question over it."""
    words = lexicon("macro").words
    named = _found(fact.label) or words.found(fact.after) or words.found(_asked(fact))
    return tuple(mention.topic for mention in named[-1:])


@of_text
def _found(label: str) -> tuple[Mention, ...]:
    plain = _IN_PRICES.sub(" ", _PER_HEAD.sub(" ", folded(label)))
    return lexicon("macro").words.found(plain)


@of_words
def _of_lead(fact: Words) -> tuple[str, ...]:
    """What a list breaks down by people: "Прожиточный минимум:" over "для пенсионеров"."""
    over = fact.above[-1] if fact.above and fact.form is not Form.CELL else ""
    money = fact.unit in (Unit.MONEY, Unit.PER_RESIDENT)
    if not (money and over.rstrip().endswith(":") and _FOR_WHOM.match(folded(fact.label))):
        return ()
    named = () if is_of_budget(over) else lexicon("macro").words.found(over)[-1:]
    return tuple(mention.topic for mention in named if mention.topic in _BY_PEOPLE)


def _asked(fact: Words) -> str:
    """The question a figure outside tables answers: "Какая ожидается инфляция?"."""
    over = fact.above[-1] if fact.above and fact.form is not Form.CELL else ""
    return over if over.rstrip(' »"').endswith("?") and not is_of_budget(over) else ""


def _fits(topic: str, fact: Fact) -> bool:
    """Is the value of a kind the indicator can have?"""
    bare = fact.unit is Unit.BARE and fact.form is not Form.PROSE
    match topic:
        case "wage" | "subsistence" | "income" | "pension":
            fund = "фонд" in folded(fact.label)
            small = fact.unit is Unit.MONEY and (fact.value < _MOST_WAGE or fund)
            return small or fact.unit is Unit.PERCENT or bare
        case "population":
            counted = fact.unit is Unit.COUNT and LEAST_REGION <= fact.value <= MOST_REGION
            return counted or bare
        case "inflation" | "poverty":
            return fact.unit is Unit.PERCENT or bare
        case "unemployment":
            return fact.unit in (Unit.PERCENT, Unit.COUNT) or bare
        case "industry" | "agriculture" if fact.unit is Unit.COUNT:
            return fact.noun.startswith(_MEASURED)
        case "housing":
            return fact.unit is Unit.COUNT or bare
    return fact.unit in (Unit.MONEY, Unit.PERCENT) or bare
