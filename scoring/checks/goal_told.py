"""What a passage says of goals, and how many of them."""

import re

from scoring.facts import Unit
from scoring.facts.quantity import quantities
from scoring.language.ru.folded import folded
from scoring.passages import Passage, Piece

_IS = re.compile(
    r"\b(?:явля[юе]тся|явл[яе]ются|станут|станет|стало|стали|остаются|остается|определен\w*|"
    r"признан\w*|считает\w*|выбран\w*|нацелен\w*|направлен\w*|ориентирован\w*|сделан\w*|"
    r"дела\w+ ставку|став\w+|решает|будут|названы|входят|состоит|это|положен\w*|сохраняет|"
    r"сдела\w+|назыв\w+|назвал\w*)\b|\s-\s|:"
)
_PARTS = re.compile(
    r";|,\s(?!котор|где\b|что\b|чтобы\b|если\b|когда\b|а не\b|в том числе)|\sи\s(?=[а-я-]+(?:ие|"
    r"ия|ка|ку|та|ту|ние|ость|ть|ье|ство)\b)"
)
_LETTERS = re.compile(r"[^\W\d_]{4,}")
_FEWEST_WORDS = 2
_BLANK = re.compile(r"[:?]$|__")
_RESULT = re.compile(r"^\W*(?:среди |целев\w+ )?(?:показател|результат)")
_SPENT = re.compile(r"\bнаправлени\w+ (?:\w+ )?(?:расход|трат|финансировани)")
_NAMES_GOAL = re.compile(
    r"(?:приоритет|цел[ьией]|задач|направлени|бюджет|наш|основн|главн|политик)"
)


def says(passage: Passage) -> bool:
    """It says something of its own: neither a lead to a list nor the words of the heading."""
    own = bare(passage.text)
    blank = _BLANK.search(passage.text.rstrip()) or _RESULT.match(folded(passage.text))
    return len(own) >= _FEWEST_WORDS and not blank


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
    if _SPENT.search(plain) and any(q.unit is Unit.MONEY for q in quantities(passage.text)):
        return False
    return _IS.search(plain) is not None and bool(bare(passage.text))


def listed(text: str) -> int:
    """How many goals a sentence lists: what stands behind its predicate, part by part."""
    plain = folded(text)
    said = _IS.search(plain)
    parts = _PARTS.split(plain[said.end() :] if said else plain)
    return max(1, sum(len(_LETTERS.findall(part)) >= 1 for part in parts))
