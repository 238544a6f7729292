"""Goals by where they stand: after "Направления года:", under "Ради чего", after "Чего хотят?"."""

import re
from collections.abc import Sequence

from scoring.checks.aims import is_aim
from scoring.checks.goal_told import bare
from scoring.language.ru.folded import any_of, folded
from scoring.language.ru.terms import is_term
from scoring.language.ru.words import dictionary
from scoring.passages import Passage, Piece
from scoring.remembered import of_text

_LEAD = re.compile(r"^(?P<lead>[^:.!?|]{4,110})(?::| -) (?P<list>[^:!?|]+[.!]?)$")
# What is named before the colon: goals, and whose they are.
_NAMES = any_of(
    r"\b(?:направлени[яй]|задач[иаеу]?|цел(?:и|ь|ей|ям)|приоритет\w*|ориентир(?!ован)\w*|акцент\w*|запрос\w*|"
    r"ставк[аиу]|упор|внимани[еяи]|принцип\w*|установк\w+|устремлени\w+|намерени\w+|обещани\w+|"
    r"(?:главн|ключев|важнейш|основн)\w+ тем(?:ы|ами))\b",
    r"\b(?:двух|трех|четырех|пяти|две|три|четыре|пять) (?:главных |важных |больших |основных )?"
    r"(?:вещ|дел|тем|забот|точк|опор|правил|курс|вызов|маяк|принцип)\w*",
    r"\b(?:двум|трем|четырем|пяти) (?:[а-я]+ым )?(?:правил|принцип|курс|вызов)\w*",
)
_WHOSE = re.compile(
    r"\b(?:губернатор|глав[аеыу]\b|правительств|республик|кра[йюея]|област|округ|регион|город|"
    r"бюджет|политик|мы\b|наш|жител|год|трехлет|послани|стратеги|власт|сосредоточ|нацелен|"
    r"(?:для|ради) (?:ее|его|их|этого|этой|достижени)|предстоит решить)"
)
_SO = r"(?:(?:поэтому|потому|отсюда|значит|итак|так что|вот почему|оттого) )?"
_DOING = any_of(
    r"^\W*решени[яе]\b[^:]{0,70}$",
    rf"^\W*{_SO}(?:(?:и|а|мы) ){{0,2}}(?:решено|решили|договорились|"
    r"условились|обещаем|намерены|постановили|"
    r"(?:на чем|за что) держимся|чего (?:\w+ )?(?:хотим|добиваемся|ждем)|к чему (?:идем|стремимся)|"
    r"куда идем|ради чего(?: \w+)?|курс(?: \w+){0,2}|"
    r"(?:бюджетная |наша )?политика\b[^:]{0,70}|наши? (?:план\w*|правил\w*|курс|замыс\w+))\W*$",
)
# The word alone: "Приоритеты: семья, дороги", "Наши маяки: дети, здоровье".
_ALONE = re.compile(
    r"^\W*(?:(?:наши|главные|основные|ключевые|важные) )?(?:приоритеты|ориентиры|маяки|опоры)"
    r"(?: (?:на )?(?:\d{4} )?(?:года?|лет|трехлетия|трехлетку))?\W*$|"
    r"^\W*(?:наши|главные|основные|ключевые) (?:цели|задачи|заботы|ставки)\W*$|"
    rf"^\W*{_SO}(?:мы )?(?:выбираем|выбрали|бережем|сохраняем) (?:самое )?(?:главное|важное)\W*$"
)
# Another's: what a grant or a programme is for, and where money goes.
_ANOTHER = re.compile(
    r"\b(?:расход|трат|доход|налог|программ|субсид|субвенц|дотац|грант|проект(?!а бюджет|а\W*$)|"
    r"отдел|брошюр|издани|конкурс|урок|заимствован|кредит|фонд|денег|деньги|средств|рубл|"
    r"итог|открыт|построен|предприяти|школ|больниц|инвестиц|показател|приоритетные про|"
    r"бюджетн\w+ (?:систем|устройств|процесс|кодекс|законодательств))"
)
_ONE = re.compile(r"\b(?:цель|цел(?:ью)|задача|задачей|приоритет|приоритетом|ориентир)\b")
_PARTS = re.compile(r"[,;]\s+(?:а |и |но )?(?!котор|где\b|что\b|чтобы\b|если\b|когда\b)|\s+и\s+")
_COMMAS = re.compile(r"[,;]\s+(?:а |и |но )?(?!котор|где\b|что\b|чтобы\b|если\b|когда\b)")
_CLAUSE = re.compile(r",\s(?:что|котор\w+|где|как)\b[^,;]*")
_AND = re.compile(r"\s+и\s+")
_WHY = re.compile(
    r"^\W*(?:\w{1,3}[.)] )?(?:зачем(?: (?:все )?это)?|(?:ради|для) чего(?: (?:(?:мы )?[а-я]+(?:ем|"
    r"им)|(?:все )?это))?|"
    r"к чему (?:мы )?(?:идем|стремимся)|чего (?:мы )?(?:хотим|добиваемся|ждем|"
    r"добьемся)(?: добиться)?|"
    r"на чем держимся|что (?:для нас )?(?:важно|главное)|ориентиры(?: [а-я]+)?|маяки|"
    r"наши (?:ориентиры|опоры|маяки|ставки|заботы))\W*$"
)
_ASKED = re.compile(
    r"\b(?:чего|что|к чему|за что)\b(?: [а-я]+){0,3} (?:хо(?:тят|тим|чет|тите)|жд[ую]т|жд[её]м|"
    r"добива\w+|стрем\w+|желают)\b[^.!]*$|"
    r"^\W*чего (?:мы )?(?:хотим|добиваемся|ждем)\b[^.!]*$|"
    r"\bчто (?:[а-я]+ ){0,3}(?:(?:самое )?(?:главное|важное)|(?:важнее|главнее) всего)\b"
    r"[^.!]*\?\W*$|"
    r"\b(?:какая|в чем) (?:[а-я]+ ){0,2}(?:цель|задача|идея|смысл)\b[^.!]*\?\W*$|"
    r"^\W*(?:а )?(?:зачем|ради чего|для чего|к чему)\b[^.!]*\?\W*$|"
    r"^\W*(?:а )?(?:зачем|ради чего|для чего|к чему) (?:все )?это(?: [а-я]+){0,2}\W*$"
)
# What any budget is for, and not this one: "Зачем области бюджет?".
_ANY_BUDGET = re.compile(
    r"\b(?:зачем|для чего|ради чего)(?: (?!эт|так|нов|наш)[а-я]+){0,3} бюджет(?: для граждан)?\W*$"
)
_SO_THAT = re.compile(r"^\W*(?:мы |они )?(?:хо\w+,? )?чтобы?\b")
_ADVICE = re.compile(r",\s*(?:можно|нужно|надо|необходимо|следует|[а-я]+(?:ите|йте|ьте)(?:сь)?)\b")
_ASKS = re.compile(r"\d|^\W*(?:кому|как|сколько|где|куда|когда|кто|что|откуда|почему)\b")
_MOST_WORDS = 7
_FEWEST = 2


def led_inline(text: str) -> int:
    """How many goals a line lists after the words that promise them, 0 for none.

    "Направления, которые назвал губернатор: дешёвые билеты, тёплое жильё"; "Решено: выплаты не
    урезать, новых долгов не брать".
    """
    if ":" not in text and " -" not in folded(text):
        return 0
    told = _LEAD.match(folded(text.strip()))
    if told is None or re.search(r"\d", told["list"]):
        return 0
    parts = [part for part in _PARTS.split(told["list"]) if bare(part)]
    if len(parts) < _FEWEST or _ANOTHER.search(told["lead"]) or _done(told["list"]):
        return 0
    if _ONE.search(told["lead"]) and not re.search("[,;]", told["list"]):
        return 0
    named = _NAMES.search(told["lead"]) and _WHOSE.search(told["lead"])
    doing = _DOING.search(told["lead"]) and any(map(is_aim, parts))
    return len(parts) if named or doing or _ALONE.match(told["lead"]) else 0


def _done(plain: str) -> bool:
    """Told as done: "мост, набережная построены"; what "всё, что обещано" tells is no deed."""
    main = _CLAUSE.sub(" ", plain)
    tags = (dictionary().parse(word)[0].tag for word in re.findall(r"[а-я]{4,}", main))
    return any("PRTS" in tag or {"VERB", "past"} in tag for tag in tags)


def under_why(read: Sequence[Passage], number: int) -> bool:
    """Is it one of the short lines under "Зачем" or "Ради чего тратим"?"""
    this = read[number]
    if not this.above or not says_why(this.above[-1]) or not _short(this):
        return False
    near = (read[n] for n in (number - 1, number + 1) if 0 <= n < len(read))
    return any(p.above == this.above and _short(p) for p in near)


@of_text
def says_why(head: str) -> bool:
    """Is it a heading that goals may answer: "Зачем", "Ради чего тратим"?"""
    return _WHY.match(folded(head)) is not None


def _short(passage: Passage) -> bool:
    text = passage.text
    line = passage.piece is not Piece.HEADING and len(text.split()) <= _MOST_WORDS
    said = not text.rstrip().endswith(("?", ":")) and _ASKS.search(folded(text)) is None
    return line and said and bool(bare(text)) and not is_term(text)


def wanted(read: Sequence[Passage], number: int) -> int:
    """How much "Чтобы детей стало больше, а болезней меньше" asks, told when asked what is wanted.

    The question may be its heading or the passage before it.
    """
    this = read[number]
    plain = folded(this.text)
    if not _SO_THAT.match(plain) or _ADVICE.search(plain) or re.search(r"\d", plain):
        return 0
    before = [read[number - 1].text] if number else []
    asked = any(map(_asks_why, (*this.above[-1:], *before)))
    return _clauses(plain) if asked else 0


def _asks_why(text: str) -> bool:
    plain = folded(text)
    return _ASKED.search(plain) is not None and _ANY_BUDGET.search(plain) is None


def _clauses(plain: str) -> int:
    """How many things are wished: "врачи и учителя оставались" is one, with one verb for both."""
    told = 0
    for part in filter(bare, _COMMAS.split(plain)):
        halves = _AND.split(part, maxsplit=1)
        told += 2 if len(halves) > 1 and all(map(_has_verb, halves)) else 1
    return told


def _has_verb(plain: str) -> bool:
    tags = (dictionary().parse(word)[0].tag for word in re.findall(r"[а-я]{3,}", plain))
    return any(tag.POS in ("VERB", "INFN") for tag in tags)
