"""Are indicators of the region's life and economy given with values?"""

import re
from typing import Literal

from pydantic import Field

from scoring.checks.answers import in_files, measured
from scoring.checks.figures import Told, told
from scoring.checks.parts import step
from scoring.checks.texts import TextCheck
from scoring.facts import Fact, Form, Unit, Words
from scoring.language.ru.folded import folded
from scoring.language.ru.lexicon import lexicon
from scoring.language.ru.topics import Mention
from scoring.model import Answered, Dossier, Edition, EditionFile
from scoring.remembered import of_text, of_words

# Lines of the budget that sound like the economy: wages it pays, investment it makes.
_OF_BUDGET = re.compile(
    r"бюджетн\w+ инвестиц|расход|выплат|\bна (?:заработн|зарплат|оплат|инвестиц|капитальн)|"
    r"ассигнован|"
    r"\bк (?:зарплат|заработ)|доплат|надбавк|"
    r"\bставк|облага|"
    r"налог|субсиди|программ|бюджетник|педагог|учител|врач|работник\w+ (?:культуры|бюджетн)|"
    r"инвестиц\w* в (?!основн|экономик|наш|регион|област|кра[йе]|республик|капитал|20\d\d)|"
    r"\bдоходы (?:бюджет|област)|фонд\w* поддержки|строительств|пособи|ниже прожиточн|доход\w* ниже"
)
_SUPPOSED = re.compile(r"^\W*(?:если|представ|допустим|например|предположим)")
_RESIDENTS = re.compile(r"\W*(?:(?:жител|населени)\w*|нас)\W*")
# "ВРП на душу населения", "услуги населению" tell of no number of residents.
_PER_HEAD = re.compile(r"\b(?:на душу населения|на (?:одного |1 )?жителя|населению)\b")
# "Поддержку получат 120 тысяч жителей": not all who live there.
_SOME = re.compile(
    r"получ|поддерж|участ|участв|охват|охвач|льгот|выплат|помо[гщ]|пересел|обеспеч|подключ|голос|"
    r"обслуж|прикреп|осмотр|обследов|привит|посет|занима|воспольз|пострада|пожалов"
)
# "В округе 54 300 человек": nothing but where they are.
_IN_REGION = re.compile(
    r"^\W*(?:(?:сейчас|сегодня|теперь|всего|уже) )?(?:у нас )?(?:в|на) (?:(?:наш|эт)\w+ )?"
    r"(?:[а-я-]+(?:ой|ом|ском) )?(?:округе|области|крае|республике|регионе)\W*"
    r"(?:(?:сейчас|сегодня|теперь|всего|уже) )?"
    r"(?:(?:живе|жив[уе]т|прожива|остал|насчит|будет|стан)\w*\W*)?"
    r"(?:(?:уже|почти|около|более|больше|примерно|чуть) ){0,2}\W*$"
)
_PEOPLE = re.compile(r"\d\s*(?:тыс\w*\.?|млн\.?|миллион\w*)?\s*человека?\s*(?:[.,;:!]|$)")
# "ВРП в текущих ценах": it is the product that is told, and no prices.
_IN_PRICES = re.compile(
    r"\bв (?:[а-я]+ых |[а-я]+их )?(?:основных )?ценах(?: [а-я]+ (?:лет|года)?)?"
)
# "Жителей, тыс.": a thousand without a rouble beside it counts people.
_THOUSANDS = re.compile(
    r"(?:^|\W)(?:жител\w+|населени\w+)\W+(?:тыс|млн)\w*+\.?+(?! ?руб)\W*$|"
    r"(?:^|\W)(?:жител\w+|населени\w+)\W{1,3}[\d ]+(?:,\d+)? ?(?:тыс|млн)\w*+\.?+(?! ?руб)(?:\W|$)"
)
_MEASURED = ("тонн", "куб", "баррел", "центнер", "карат", "унци")
_LEAST_REGION = 40_000  # the least peopled region has some 43 thousand residents
_MOST_REGION = 200_000_000  # more than live in the country: a sum that lost its roubles
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
        there = [topic for topic in words.topics if topic in found]
        ru, en = words.titles(there)
        said = (
            f"Показателей с числами: {len(there)}{f' ({ru})' if there else ''}.",
            f"Indicators with values: {len(there)}{f' ({en})' if there else ''}.",
        )
        proof = [found[topic].proof for topic in there] or in_files(edition)
        return measured(step(len(there), self.many, self.some), said, proof)


def _indicators(fact: Fact) -> tuple[str, ...]:
    if _is_none(fact.words):
        return ()
    words = lexicon("macro").words
    if fact.unit is Unit.PER_RESIDENT:
        # "ВРП на душу населения", "прожиточный минимум на душу": no amount of the budget's is so.
        least = {"subsistence", "income"} & words.named(fact.label)
        made = {"grp", "investment", "trade"} & words.named(fact.label)
        return (
            tuple(sorted(made)[:1] or sorted(least)[-1:]) if made or fact.value < _MOST_WAGE else ()
        )
    if _in_thousands(fact):
        return ("population",)
    if fact.unit is Unit.COUNT and fact.value >= _LEAST_REGION and _of_residents(fact):
        return () if _SOME.search(folded(fact.whole)) else ("population",)
    if _peoples(fact):
        return ("population",)
    return tuple(topic for topic in _named(fact.words) if _fits(topic, fact))


@of_words
def _is_none(fact: Words) -> bool:
    """Is it only supposed, or a line of the budget?"""
    supposed = _SUPPOSED.match(folded(fact.whole)) is not None
    return supposed or _is_of_budget(fact.label)


@of_text
def _is_of_budget(text: str) -> bool:
    return _OF_BUDGET.search(folded(text)) is not None


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


def _in_thousands(fact: Fact) -> bool:
    """Residents in thousands that look like money, for nothing says of what they are."""
    if fact.unit is not Unit.MONEY or not _LEAST_REGION <= fact.value <= _MOST_REGION:
        return False
    said = fact.label if fact.form is Form.CELL else fact.whole
    ours = folded(fact.label).rstrip(" ,.:-").endswith(("жителей", "жители", "население", "тыс"))
    told = ours and _THOUSANDS.search(folded(said)) is not None
    return told and _SOME.search(folded(fact.whole)) is None


def _of_residents(fact: Fact) -> bool:
    """Does it count residents: "402 тысячи жителей", "жителей 402 тысячи"?"""
    return bool(_RESIDENTS.match(fact.noun) or _RESIDENTS.fullmatch(folded(fact.label)))


def _asked(fact: Words) -> str:
    """The question a figure outside tables answers: "Какая ожидается инфляция?"."""
    over = fact.above[-1] if fact.above and fact.form is not Form.CELL else ""
    return over if over.rstrip(' »"').endswith("?") and not _is_of_budget(over) else ""


def _peoples(fact: Fact) -> bool:
    """So many people are in the region, told of nobody else: "В крае 2,3 миллиона человек"."""
    people = fact.unit is Unit.COUNT and fact.noun.startswith("человек")
    told = people and fact.value >= _LEAST_REGION and _PEOPLE.search(folded(fact.whole))
    return bool(told) and _IN_REGION.match(folded(fact.label)) is not None


def _fits(topic: str, fact: Fact) -> bool:
    """Is the value of a kind the indicator can have?"""
    bare = fact.unit is Unit.BARE and fact.form is not Form.PROSE
    match topic:
        case "wage" | "subsistence" | "income" | "pension":
            fund = "фонд" in folded(fact.label)
            small = fact.unit is Unit.MONEY and (fact.value < _MOST_WAGE or fund)
            return small or fact.unit is Unit.PERCENT or bare
        case "population":
            counted = fact.unit is Unit.COUNT and _LEAST_REGION <= fact.value <= _MOST_REGION
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
