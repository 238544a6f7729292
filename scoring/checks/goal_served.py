"""What a budget is made for, told in passing: "подчинён цели - X", "исходя из необходимости X"."""

import re
from collections.abc import Sequence
from itertools import takewhile

from scoring.checks.goal_told import bare
from scoring.checks.wishes import is_readers, wished
from scoring.facts import Unit
from scoring.facts.quantity import quantities
from scoring.language.ru.folded import folded
from scoring.language.ru.signs import any_in
from scoring.passages import Passage, Piece
from scoring.remembered import of_text

BUDGET = re.compile(
    r"\b(?:бюджет|политик|законопроект|расход(?:ы|ная|ов)\b|трехлет|"
    r"главн\w+ (?:закон|финансов\w+ документ))"
)
# The goal behind its name, whoever is to reach it: "подчинена единственной цели - устойчивости".
_SERVES = re.compile(
    r"\b(?:цел(?:ь|и|ью|ям|ей|ями)|задач(?:а|и|е|у|ам|ей|ами)|приоритет(?:|а|у|ом|ам|ы|ов|ами)|"
    r"ориентир\w{0,3})(?:, [^,:]{3,80},?)? ?[-:] (?P<what>[^?]{4,300})$"
)
_ANOTHER = re.compile(
    r"\b(?:программ|субсид|субвенц|дотац|грант|конкурс|урок|опрос|брошюр|слушани|проект(?:а|ов|у)?\b"
    r"(?! (?:[а-я]+ ){0,2}(?:бюджет|закон))|посчита|сосчита|подсчита|вычисл)"
)
_FORMED = re.compile(
    r"\b(?:бюджет|законопроект|документ|проект|политик)\w*\b(?P<how>[^.:]{0,400}?)"
    r"\b(?:исход(?:я|ит|ил[аио]?|им) из|с учетом) (?:[а-я]+ ){0,2}?"
    r"(?:необходимост[иь]|потребност[иь]|важност[иь])\b(?P<what>.*)",
    re.S,
)
_NEEDS = ("необходимост", "потребност", "важност")
_FORMING = re.compile(
    r"\b(?:с?формирова|составл|сверста|подготовл|стро[ия]|построен|разработан|проектирова|планирова)"
)
_OF_AID = re.compile(r"\b(?:субсид|субвенц|дотац|грант|брошюр|издани|цен[аы]\b|тариф)")
_NOUN = r"[а-я]{4,}(?:ени[яй]|ани[яй]|ти[яй]|ост[ие]й?|к[иа]|ств[а]?|от[ыа]|щ[иь]|ты|та|а)"
_JOINED = re.compile(rf"[,;] (?:а также )?(?={_NOUN}\b)|,? (?:и|а также) (?:[а-я]+ого |[а-я]+ой )?"
                     r"(?=[а-я]{4,}(?:ения|ания|тия|ости|ержки|ты)\b)")  # fmt: skip
# To pay what is due, and to do what law demands, is what any budget does.
_TO_PAY = re.compile(
    r"^\W*(?:[а-я]+ого )?(?:обеспечения )?(?:финансирования|финансового обеспечения|исполнения|"
    r"выполнения) (?:[а-я-]+ ){0,4}(?:расходов|расходных обязательств)\b|"
    r"^\W*(?:реализации|исполнения|выполнения) (?:указов|поручений|законов|решений)\b|"
    r"^\W*соблюдения (?:условий|ограничений|требований|норм)\b|"
    r"^\W*недопущения (?:[а-я]+ ){0,2}просроченной\b"
)
# Money put by for one thing before another is.
_PUT = re.compile(
    r"\b(?:сначала|прежде всего|в первую очередь|первым делом|раньше всего)\b[^.!?:]{0,20}?"
    r"\b(?:заклад|залож|выдел|находи|нашли|найд|предусм|искали|ищем|отда[её]|отклад|отлож|планир|"
    r"резерв|направ)\w*(?: (?:мы|деньги|средства|рубли|сумм\w+)){0,2} (?:на|для|под) (?P<whom>.+)"
)
_THROUGH = re.compile(r"\b(?:министерств|ведомств|учрежден|депутат|казначейств|распорядител|счет)")
_MATTERS = re.compile(
    r"^\W*(?:не менее |также |очень |столь же )?важ(?:н[аоы]?|ен) "
    r"(?:для (?:нас|области|края|республики|округа|региона|бюджета)|нам) "
    r"(?:и |также |ещ[её] |по-прежнему ){0,2}(?P<what>.+)"
)
# A second goal: "это вторая её цель", "Ещё одна задача: ...".
_TURN = re.compile(
    r"\b(?:втор(?:ая|ой)|треть?[яи]й?|четверт(?:ая|ый)|еще одн?а?) "
    r"(?:(?:наш\w{0,2}|ее|его|их|важн\w+|больш\w+|главн\w+) ){0,2}"
    r"(?:цель|задача|приоритет|забота|ориентир)\b"
)
_SIGNS = (
    "цел", "задач", "приоритет", "ориентир", "забот", "сначала", "прежде всего",
    "в первую очередь", "первым делом", "раньше всего", "важ",
)  # fmt: skip
"""Of which what ``_SERVES``, ``_PUT``, ``_MATTERS`` or ``_TURN`` finds has one: they grow alike."""
_THIS_IS = re.compile(r"(?: -|,)? (?:это|вот) (?:и есть )?$")
_BEHIND = re.compile(r" ?[-:] ")
_AND = re.compile(r"[,;]\s|\sи\s")
_REST = re.compile(
    r"^\W*(?:и )?(?:лишь |только |уж )?(?:затем|потом|после)\b[^,]*\b(?:остальн|проч)"
)
_ITEMS = 10


@of_text
def served(text: str) -> int:
    """How many goals a sentence tells that says what the budget is made for, 0 for none."""
    plain = folded(text)
    if formed := _formed(plain):
        return _needs(formed)
    if not any_in(plain, _SIGNS):
        return 0
    if plain.rstrip().endswith("?") or _ANOTHER.search(plain) or is_readers(plain):
        return 0
    if any(quantity.unit is Unit.MONEY for quantity in quantities(text)):
        return 0
    told = _SERVES.search(plain)
    if told and BUDGET.search(plain[: told.start()]):
        return int(bool(bare(told["what"])))
    if put := _PUT.search(plain):
        return 0 if _THROUGH.search(plain) else _parts(put["whom"])
    if matters := _MATTERS.match(plain):
        return int(wished(matters["what"]))
    return int(_in_turn(plain))


def _formed(plain: str) -> str:
    """What stands behind "бюджет составлен исходя из необходимости", "" where nothing does."""
    if not any_in(plain, _NEEDS):
        return ""
    told = _FORMED.search(plain)
    if told is None or _OF_AID.search(plain[: told.start("what")]):
        return ""
    forming = _FORMING.search(plain[: told.start("what")]) or "исходил" in told[0]
    return told["what"] if forming else ""


def _needs(plain: str) -> int:
    """How many needs stand behind "исходя из необходимости", those of its list not among them."""
    if plain.rstrip().endswith(":") or plain.lstrip().startswith(("-", ";")):
        return 0
    return len([part for part in _JOINED.split(plain) if bare(part) and not _TO_PAY.match(part)])


def needed(read: Sequence[Passage], number: int) -> list[Passage]:
    """The items under "Бюджет сформирован исходя из необходимости:"."""
    lead = read[number]
    plain = folded(lead.text)
    if not plain.rstrip().endswith(":") or not _formed(plain):
        return []
    below = takewhile(lambda p: _is_item(p, lead), read[number + 1 : number + 1 + _ITEMS])
    told = [passage for passage in below if bare(passage.text)]
    return [passage for passage in told if not _TO_PAY.match(folded(passage.text))]


def _is_item(passage: Passage, lead: Passage) -> bool:
    """An item of the list, or a line that begins with a dash or a small letter."""
    opens = passage.text.lstrip(" -–—•")[:1]
    told = passage.piece is Piece.ITEM or (passage.block != lead.block and opens.islower())
    return told and passage.piece is not Piece.ROW


def _parts(plain: str) -> int:
    return len([part for part in _AND.split(plain) if bare(part) and not _REST.search(part)])


def _in_turn(plain: str) -> bool:
    """A second goal after the first: "реже брать взаймы - это вторая её цель"."""
    turn = _TURN.search(plain)
    if turn is None:
        return False
    before, behind = plain[: turn.start()], plain[turn.end() :]
    points = _THIS_IS.search(before)
    if points and not re.search(r"\w", behind):
        return bool(bare(before[: points.start()]))
    return len(before.split()) <= 1 and _BEHIND.match(behind) is not None and bool(bare(behind))
