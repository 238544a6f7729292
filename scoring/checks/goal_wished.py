"""What those who govern want to be so: "Мы хотим, чтобы ...", and what "На это настроен" means."""

import re
from collections.abc import Sequence

from scoring.checks.aims import is_aim
from scoring.checks.goal_heads import names_goals
from scoring.checks.goal_served import BUDGET
from scoring.checks.goal_told import bare, states
from scoring.facts import Unit
from scoring.facts.quantity import quantities
from scoring.language.ru.folded import folded
from scoring.passages import Passage, Piece
from scoring.remembered import of_text

_WANT = re.compile(
    r"\b(?:хо(?:тим|чет|тят)|стрем(?:имся|ится|ятся)|добива(?:емся|ется|ются)|"
    r"стара(?:емся|ется|ются)|мечтаем|намерены добиться|дела(?:ем|ет) вс[её])\b"
    r"[^.?!:;]{0,30}?,? (?=чтобы\b)"
)
_CLAUSE = re.compile(r"\bчтобы\b|[,;] (?:а|и) (?!чтобы)(?=[а-я]+ [а-я]+)")
# What is wished of the reader, and not for them: that they know, ask and take part.
_OF_READER = re.compile(
    r"\b(?:вы|ты|вас|вам|тебе|читател\w*)\b(?! (?:жил|был))|\b(?:понят|поня[лт]|разобра|"
    r"узна|прочит|участвова|знал|открыт|прозрачн)\w*"
)
# It points to what stands before it as that which the budget is for.
_FOR_THIS = re.compile(
    r"^\W*(?:именно |вот )?(?:(?:ради|на|к|для достижения) )?"
    r"(?:эт(?:о|ого|ому|им|их|и|ой)|них|не[её]|него)\b"
    r"(?: (?:цел\w+|задач\w*|приоритет\w*))?[^.?!:]{0,60}"
)
_MADE = re.compile(
    r"\b(?:подчин|выстра|строи|построен|настроен|нацелен|ориентирован|сделан|сверстан|"
    r"рассчитан|работа|служ|посвящ|в первую очередь|прежде всего|первым делом)\w*"
)
_SPENT = re.compile(r"\b(?:деньги|средства|рубли|бюджет|политик|проект|закон|документ|расходы)")
_DASH = re.compile(r"\s[-–—]\s")
_AND = re.compile(r"[,;]\s|\sи\s")
_NEAR = 2


def wants(read: Sequence[Passage], number: int) -> int:
    """How much "Мы хотим, чтобы село жило, чтобы дороги строились" asks, near the budget."""
    this = read[number]
    told = _wishes(this.text)
    if not told or (names_goals(this.text) and states(this)):
        return 0
    near = [p.text for p in read[max(0, number - _NEAR) : number + _NEAR + 1]]
    around = folded(" ".join((*this.above[-1:], *near)))
    return told if BUDGET.search(around) else 0


@of_text
def _wishes(text: str) -> int:
    plain = folded(text)
    want = _WANT.search(plain)
    if want is None or _OF_READER.search(plain) or plain.rstrip().endswith("?"):
        return 0
    return len([part for part in _CLAUSE.split(plain[want.end() :]) if bare(part)])


def meant(read: Sequence[Passage], number: int) -> list[tuple[Passage, int]]:
    """What "Ради этого политика и выстраивалась" means: the sentence before it, and how much."""
    this = read[number]
    points = points_back(folded(this.text))
    summed = any(q.unit is Unit.MONEY for q in quantities(this.text))
    before = read[number - 1 : number] if number else ()
    if not points or summed or not before or before[0].above[-1:] != this.above[-1:]:
        return []
    said = before[0]
    if said.piece is Piece.HEADING or said.piece is Piece.ROW or _wishes(said.text):
        return []
    return [(said, told)] if (told := _tells(said.text)) else []


def points_back(plain: str) -> bool:
    """Does folded text call what stands before it that which the budget is for?"""
    return bool(_FOR_THIS.match(plain) and _MADE.search(plain) and _SPENT.search(plain))


def _tells(text: str) -> int:
    """How much a sentence tells: an aim, also behind its dash, or things listed, without sums."""
    plain = folded(text)
    if plain.rstrip().endswith("?") or any(q.unit is Unit.MONEY for q in quantities(text)):
        return 0
    if is_aim(text) or is_aim(_DASH.split(text)[-1]):
        return 1
    parts = [part for part in _AND.split(plain) if bare(part)]
    return len(parts) if len(parts) > 1 else 0
