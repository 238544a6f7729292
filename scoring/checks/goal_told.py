"""What a passage says of goals, and how many of them."""

import re

from scoring.checks.goal_none import says_none
from scoring.facts import Unit
from scoring.facts.quantity import quantities
from scoring.language.ru.folded import folded
from scoring.language.ru.words import dictionary
from scoring.passages import Passage, Piece

_IS = re.compile(
    r"\b(?:явля[юе]тся|явл[яе]ются|выступа[ею]т|служ[иа]т|имеет|носит|"
    r"стро[ия]тся|строиться|станут|станет|стало|стали|оста[её]тся|останется|остаются|останутся|определен[аоы]?|"
    r"признан[аоы]?|считает\w*|выбран\w*|нацелен[аоы]?|направлен[аоы]?|ориентирован[аоы]?|сделан\w*|"
    r"дела\w+ ставку|став\w+|решает|будут|названы|входят|состоит|это|положен\w*|сохран[яи]\w+|"
    r"исход(?:ил[аи]?|ит|ят|им) из|руководств\w+|опира\w+ на|заключа\w+|свод[ия]тся|сведен[ыао]?|"
    r"предусматрива\w+|предполага\w+|"
    r"сдела\w+|назыв\w+|назвал\w*|в центре внимания|в фокусе(?: внимания)?|"
    r"на первом (?:месте|плане))\b|\s-\s|:"
)
_PARTS = re.compile(
    r";|\s[2-9][.)]\s|,\s(?!котор|где\b|что\b|чтобы\b|если\b|когда\b|а не\b|в том числе)|"
    r"\sи\s(?=[а-я-]+(?:ие|ка|ку|та|ту|ние|ость|ть|ье|ство)\b|(?:на|к|за|чтобы)\s)"
)
_AND = re.compile(r"\sи\s(?=(?P<next>[а-я]{3,}))")
_PAIR = re.compile(r"^\W*(?:(?:на|в|к|о) )?[а-я-]{4,} и [а-я-]{4,}\W*$")
_SO_THAT = re.compile(r"\bчтобы\b")
# What a sentence goes on with: who said it, and that "он не обсуждается".
_ASIDE = re.compile(
    r",?\s?-\s(?:[а-я]+ ){0,2}(?:отметил|сказал|подчеркнул|заявил|пояснил|добавил|рассказал|"
    r"сообщил|считает|говорит|уверен|отмечает|подчеркивает|напомнил|признал)\w*\b.*|"
    r", (?:и|а|но) (?:он|она|оно|они|его|ее|их|это|этот|она) (?!и есть).*",
    re.S,
)
# Two deeds with one object: "сохранение и укрепление здоровья" is one goal.
_SAME_OBJECT = re.compile(
    r"(?:^|(?<=[:;,-] ))\W*(?!образовани|здравоохранени|питани|населени)"
    r"[а-я]{3,}(?:[нт]ие|ржка) и (?=[а-я]{3,}(?:[нт]ие|ржка) [а-я])"
)
_SUCH = re.compile(r"(?:\s-|:)\s(?:так|таков\w*|это|вот)\b")
"""Behind a dash, what points back to the goal before it."""
_LETTERS = re.compile(r"[^\W\d_]{4,}")
_FEWEST_WORDS = 2
_BLANK = re.compile(r"[:?]$|__")
_RESULT = re.compile(r"^\W*(?:среди |целев\w+ )?(?:показател|результат)")
_SPENT = re.compile(r"\bнаправлени\w+ (?:\w+ )?(?:расход|трат|финансировани)")
# A slogan with the share of money behind it: "остался социальным: 68 процентов расходов ...".
_SHARE = re.compile(
    r"\bсоциальн[а-я]+(?: ориентирован[а-я]+| направленн[а-я]+| характер)?\b"
    r"[^.]{0,60}(?::|\s-|,|\()\s?[^.]{0,50}"
    r"(?:\d ?%|\d процент|\bбол(?:ьше|ее) половин|\bдве трети|\bтри четверти|\bпочти треть)"
)
# A project that only bears the name.
_PROJECT = re.compile(
    r"\bприоритетн\w+ (?:[а-я]+ )?(?:проект|программ|объект|стройк|мероприяти)|"
    r"\bнациональн\w+ цел\w+[^.]*\bпроект"
)
# A title stands for no goal: "Программа «Доступная среда»", «Чистый воздух» - 0,4 млрд рублей.
_TITLE = re.compile(
    r'^\W*(?:\d+[.)]\s*)?(?:[а-я-]+ )?(?:(?:гос|под)?программ\w*|(?:нац)?проект\w*) ?"[^"]*"'
)
_QUOTED = re.compile(r'^\W*(?:\d+[.)]\s*)?"[^"]*"')
_TOTAL = re.compile(r"^\W*(?:общ\w+ )?(?:объем )?(?:доход|расход|дефицит|профицит)\w*\b")
_PUPILS = re.compile(r"\bзадач\w+[^:]*:\s*(?:[а-я]+ )?[а-я]+(?:йте|ьте)\b")
_ONE_GOAL = re.compile(r"\b(?:цель|задача|приоритет|ориентир)\b")
_OF_PROJECTS = re.compile(
    r"\bприоритетн\w+ (?:[а-я]+ )?(?:проект|программ|объект|стройк|расход|трат|стать|отрасл|сфер|"
    r"объем)|"
    r"\bнаправлени\w+ (?:[а-я]+ )?(?:расход|трат|финансировани)"
)
_NAMES_GOAL = re.compile(
    r"(?:приоритет|цел[ьией]|задач|направлени|бюджет|наш|основн|главн|политик)"
)


def says(passage: Passage) -> bool:
    """It says something of its own: neither a lead to a list nor the words of the heading."""
    own = bare(passage.text)
    plain = folded(passage.text)
    blank = _BLANK.search(passage.text.rstrip()) or _RESULT.match(plain)
    return len(own) >= _FEWEST_WORDS and not (blank or says_none(plain) or only_names(passage))


def only_names(passage: Passage) -> bool:
    """The title of a programme, or a sum: of a project in quotes, of all that comes and goes."""
    plain = folded(passage.text)
    summed = any(q.unit is Unit.MONEY for q in quantities(passage.text))
    of_projects = any(_OF_PROJECTS.search(folded(head)) for head in passage.above[-1:])
    total = summed and (_TOTAL.match(plain) or _QUOTED.match(plain))
    return bool(_TITLE.match(plain) or total or (of_projects and (summed or _QUOTED.match(plain))))


def tells_its_own(text: str) -> bool:
    """A line that heads nothing, for its goal stands in it: "цель года: рост качества жизни"."""
    lead, colon, own = text.partition(":")
    figures = any(map(str.isdigit, own))
    one = _ONE_GOAL.search(folded(lead)) is not None
    return bool(colon) and one and len(bare(own)) >= _FEWEST_WORDS and not figures


def bare(text: str) -> list[str]:
    """Its words of four letters and more, without those that only name goals."""
    return [w for w in _LETTERS.findall(text) if not _NAMES_GOAL.match(folded(w))]


def parted(text: str) -> int:
    """Of "удержать цены; достроить начатое" on one line there are two."""
    return len([part for part in text.split(";") if _LETTERS.search(part)])


def states(passage: Passage) -> bool:
    """A sentence that says what the goal is; one that ends in a colon leaves it to its list.

    "Приоритетными направлениями расходов остаются школы (5 млрд рублей)" tells what money goes to.
    """
    if passage.piece is Piece.ROW or passage.text.rstrip().endswith((":", "?")):
        return False
    plain = folded(passage.text)
    if (_SPENT.search(plain) or _PROJECT.search(plain)) and any(
        q.unit is Unit.MONEY for q in quantities(passage.text)
    ):
        return False
    told = _IS.search(plain) is not None and bool(bare(passage.text))
    if _PUPILS.search(plain):
        return False
    if "социальн" in plain and _SHARE.search(plain):
        return False
    return told and not says_none(plain)


def listed(text: str) -> int:
    """How many goals a sentence lists: what stands behind its predicate, part by part."""
    plain = _ASIDE.sub("", folded(text))
    said = _IS.search(plain)
    if such := _SUCH.search(plain):
        plain = plain[: such.start()]
    elif said:
        plain = plain[said.end() :]
    plain = _SAME_OBJECT.sub("", plain)
    parts = re.split(r" и ", plain) if _PAIR.match(plain) else _PARTS.split(plain)
    told = [part for part in parts if _LETTERS.search(part)]
    wanted = max(0, len(_SO_THAT.findall(plain)) - 1)
    return max(1, len(told) + wanted + sum(_joined(part) for part in told))


def _joined(part: str) -> int:
    """Of "снижение расходов и отказ от льгот" one more is joined, of "школ и больниц" none."""
    return sum(_is_named(one["next"]) for one in _AND.finditer(part))


def _is_named(word: str) -> bool:
    readings = [one.tag for one in dictionary().parse(word)]
    named = any(tag.POS in ("NOUN", "ADJF") and tag.case in ("nomn", "accs") for tag in readings)
    return named and not any(tag.case in ("gent", "loct", "datv", "ablt") for tag in readings)
