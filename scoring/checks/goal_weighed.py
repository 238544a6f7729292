"""Goals as what was weighed when the budget was drawn up, and the order in which it pays."""

import re
from collections.abc import Sequence
from itertools import takewhile

from scoring.checks.goal_served import BUDGET
from scoring.checks.goal_told import bare
from scoring.facts import Unit
from scoring.facts.quantity import quantities
from scoring.language.ru.folded import folded
from scoring.language.ru.signs import any_in
from scoring.passages import Passage, Piece
from scoring.remembered import of_text

# What those who drew it up went by: "исходили из трёх соображений", "руководствуясь правилами".
_FROM = re.compile(
    r"\b(?:исход(?:ил[аио]?|ит|им|ят|я) из|руководств(?:овал|у)\w+|придержива\w+|"
    r"опира(?:л|е|ю|я)\w* на|отталкива\w+ от|"
    r"держ(?:а|ал|али|им) в (?:уме|голове)|помн(?:я|или) об?) (?:[а-я]+ ){0,3}?"
    r"(?:соображени|вещ|правил|установ|посыл|мысл|начал|убеждени|истин|подход)\w*"
    r"[^:.?!]{0,60}:(?P<told>.*)$",
    re.S,
)
_FROM_SIGNS = (
    "исход",
    "руководств",
    "придержива",
    "опира",
    "отталкива",
    " в уме",
    " в голове",
    "помн",
)
# What is reckoned, and not what is wanted; who plays in a problem for pupils is no government.
_RECKONED = re.compile(
    r"\b(?:прогноз(?:\w* (?:доход|поступлен|налог)| исход)|"
    r"расчет\w* (?:доход|исход|налог)|задач\w+,|методик)"
)
_FIRST = (
    r"\b(?:в первую очередь|прежде всего|сначала|сперва|первым делом|на первом месте|"
    r"на первое место)(?: (?:ставим|поставили|ид[уе]т|сто[ия]т))?"
)
_THEN = (
    r"(?:следом|затем|потом|дальше|далее|после (?:этого|них)|во вторую(?: очередь)?|"
    r"на втор(?:ом|ое)(?: мест[ео])?)"
)
_ORDER = re.compile(
    rf"{_FIRST}:?(?: -)? (?P<first>[^.;:?!]{{4,120}}?)[,;]? (?:а |и )?(?:уже |лишь |только )?"
    rf"\b{_THEN}(?: (?:ставим|поставили|ид[уе]т|сто[ия]т))?(?: -)? (?P<next>[^.?!]{{4,160}})"
)
_ORDER_SIGNS = (
    "в первую очередь", "прежде всего", "сначала", "сперва", "первым делом", "на перво",
)  # fmt: skip
"""Of which what ``_ORDER`` finds has one: they grow together."""
_DECIDED = re.compile(
    r"\b(?:реш(?:ил|ен|ает|аем)|определи|договор|выбра|выбира|распредел|очередност|расстав|условил|"
    r"поряд(?:ок|ке)|важност)\w*"
)
_OF_POWER = re.compile(
    r"\b(?:област[ьи]\b|правительств|кра[йюе]\b|республик|округ|регион|бюджет|губернатор|власт|"
    r"глава\b|мы\b|она\b|он\b|они\b|деньги|средства)"
)
_STEPS = re.compile(
    r"\b(?:чтени|рассм[ао]тр|голос|подпис|слушани|заявлени|регистр|документ|справк|формул|вычт|"
    r"слож(?:и|ат)|умнож|публик|утвержда|обсужд|депутат\w* (?:изуч|смотр))"
)
_PARTS = re.compile(r"[,;]\s|\sи\s")
_CLAUSES = re.compile(r", (?!котор|что\b|где\b|чтобы\b|если\b|когда\b)(?:а |и |но )?")
_FEWEST = 2
_ITEMS = 10


@of_text
def weighed(text: str) -> int:
    """How many goals a sentence lists that tells what its makers went by, or whom they pay first.

    "Исходили из двух соображений: выплаты не режем; долг не растим"; "решили: сначала школы,
    потом дороги".
    """
    plain = folded(text)
    if plain.rstrip().endswith("?"):
        return 0
    told = _listed(plain)
    goals = _clauses(told) if told.strip() else _ordered(plain)
    summed = goals and any(quantity.unit is Unit.MONEY for quantity in quantities(text))
    return 0 if summed else goals


def weighed_below(read: Sequence[Passage], number: int) -> list[Passage]:
    """The items under "При составлении бюджета исходили из таких соображений:"."""
    lead = read[number]
    if not may_be_weighed(lead.text) or not lead.text.rstrip().endswith(":"):
        return []
    below = takewhile(lambda p: _is_item(p, lead), read[number + 1 : number + 1 + _ITEMS])
    told = [p for p in below if len(bare(p.text)) >= _FEWEST]
    return told if len(told) >= _FEWEST else []


@of_text
def may_be_weighed(text: str) -> bool:
    """Does it say what the makers of the budget went by, before a colon?"""
    plain = folded(text)
    return any_in(plain, _FROM_SIGNS) and _went_by(plain) is not None


def _went_by(plain: str) -> re.Match[str] | None:
    found = _FROM.search(plain)
    if found is None or _RECKONED.search(plain[: found.start("told")]):
        return None
    return found if BUDGET.search(plain[: found.start("told")]) else None


def _listed(plain: str) -> str:
    found = _went_by(plain) if any_in(plain, _FROM_SIGNS) else None
    return found["told"] if found else ""


def _clauses(told: str) -> int:
    parts = told.split(";") if ";" in told else _CLAUSES.split(told)
    return len([part for part in parts if len(bare(part)) >= _FEWEST])


def _ordered(plain: str) -> int:
    """How many things stand in the order of paying, once those who govern have decided it."""
    if not any_in(plain, _ORDER_SIGNS):
        return 0
    found = _ORDER.search(plain)
    if found is None or _STEPS.search(plain):
        return 0
    before = plain[: found.start("first")]
    if not (_DECIDED.search(before) and _OF_POWER.search(before)):
        return 0
    told = [*_PARTS.split(found["first"]), *_PARTS.split(found["next"])]
    return len([part for part in told if bare(part)])


def _is_item(passage: Passage, lead: Passage) -> bool:
    """An item, or a line of its own that begins with a dash or a small letter, without a sum."""
    opens = passage.text.lstrip(" -–—•")[:1]
    told = passage.piece is Piece.ITEM or (passage.block != lead.block and opens.islower())
    summed = any(quantity.unit is Unit.MONEY for quantity in quantities(passage.text))
    return told and passage.piece is not Piece.ROW and not summed
