"""What makes a verb alone one of all the money: "потратим 88 млрд, по 74 тысячи на каждого"."""

import re

from scoring.language.ru.folded import folded
from scoring.remembered import of_text

_EACH = re.compile(
    r"\W*(?:руб\w*\W+)?(?:(?:это|то есть|или|а это|и это|выходит|получается)\W+){0,2}"
    r"(?:по )?\d[\d ,]*\s?(?:тыс\w*\.?\s?)?(?:руб\w*\.?\s)?(?:в год )?"
    r"(?:на (?:каждого|жителя|человека|душу|одного)|каждому)\b"
)
_INTO = re.compile(r"\b(?:в|из) (?:н[её]го|не[её])\b|\b(?:туда|оттуда)\b")
_PURSE = re.compile(
    r"\W*+(?:(?:наш[аеи]?|главн\w+|общ\w+|областн\w+|краев\w+|республиканск\w+|региональн\w+|"
    r"окружн\w+) ){0,2}(?:кошел[её]к|казна|копилка|бюджет|сундук)"
    r"(?: (?:наше\w+|области|края|республики|региона|округа)){0,2}"
    r"(?: (?:в|на|за) 20\d\d год\w?)?\W*$"
)
_LISTED = re.compile(r"\W*(?:в том числе|из них|из этих денег|вот куда|больше всего)\b")
_AIMS = re.compile(
    r"образован|здравоохран|\bшкол|больниц|медицин|дорог|культур|соци?альн|пособи|жкх"
)
_SEVERAL = 2


@of_text
def purse(heading: str) -> bool:
    """Does a heading name the region's purse and nothing else: "Кошелёк области"?"""
    return _PURSE.match(folded(heading)) is not None


def into_it(before: str) -> bool:
    """Is the money said to come into or out of what the heading names?"""
    return _INTO.search(before) is not None


def for_each(after: str) -> bool:
    """Is a sum told once more for each resident?"""
    return _EACH.match(after) is not None


@of_text
def by_aims(following: str) -> bool:
    """Does the next sentence share the sum out among the aims of a budget?"""
    plain = folded(following)
    return _LISTED.match(plain) is not None and len(_AIMS.findall(plain)) >= _SEVERAL
