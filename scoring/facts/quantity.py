"""Quantities written in Russian text: money, percents, roubles a resident, counts of things."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import zip_longest

from scoring.facts.fact import Unit
from scoring.language.ru.folded import folded
from scoring.totals.money import Sum, sums

_NUMBER = r"(?<![\d.,/№-])(?:\d{1,3}(?: \d{3})+|\d+)(?:[.,]\d+)?(?![\d%])(?![.,]\d)"
_PERCENT = re.compile(
    r"(?<![\d.,])(?P<n>(?:\d{1,3}(?: \d{3})+|\d+)(?:[.,]\d+)?)\s*(?:%|процент\w*|п\.\s?п\.)"
)
_COUNT = re.compile(
    rf"(?P<n>{_NUMBER})\s*(?P<scale>тысяч\w*|тыс\.?(?!\s*р)|млн\.?(?!\s*р)|миллион\w*)?\s*"
    r"(?P<noun>[а-я][а-я-]*\.?(?:\s[а-я][а-я-]*){0,3})"
)
_SCALES = {"тыс": 1e3, "мил": 1e6, "млн": 1e6}
_NOT_COUNTED = re.compile(
    r"^(?:руб|р\.|год|г\.|гг|процент|января|феврал|март|апрел|ма[йя]\b|июн|июл|август|сентябр|"
    r"октябр|ноябр|декабр|числ|стат|пункт|част[ьи]|глав|час|этап|раздел|страниц|стр\b|лет\b|месяц|"
    r"дн|день|недел|раз\b|раза|балл|мест[оае] в рейтинг|созыв|и\b|или|-?[йяемхгоу]{1,3}\b|квартал|"
    r"в\b|на\b|за\b|по\b|от\b|до\b|к\b|с\b|у\b|о\b|что|это|не\b|план|факт|из\b|для\b|тыс|млн|млрд)"
)
_RESIDENT = re.compile(
    r"\bна (?:душу|(?:каждого |одного |1 |1-го )?(?:жител|человек|гражданин))|"
    r"\b(?:одного|каждого) (?:жител|человек)|\bв расчете на (?:одного|1|каждого|жител|душу)|"
    r"\bна (?:каждого|одного) [а-я-]+(?:ца|[ая]нина)\b|\bрасходов на каждого\b(?!\s[а-я])|"
    r"\bна каждого[,:]? (?:от младенца|и на)|\bна каждого по\b|"
    r"\bна каждого (?:при|вы)[шхй]\w+|\bна каждого из (?:нас\b|[^.]{0,25}жител)|"
    r"руб\w*\.?\s?/\s?чел|подушев|среднедушев"
)
_YEAR = re.compile(r"20[1-4]\d$")
MOST_PER_RESIDENT = 2e6
"""No budget has two million roubles for each of its residents: such a sum is of something else."""
_REACH = 60
_WORDED = {
    word: float(n)
    for n, words in enumerate(
        ("два две двух", "три трех", "четыре четырех", "пять пяти", "шесть шести", "семь семи",
         "восемь восьми", "девять девяти", "десять десяти", "одиннадцать", "двенадцать"),
        start=2,
    )
    for word in words.split()
}  # fmt: skip
_IN_WORDS = re.compile(
    rf"\b(?P<n>{'|'.join(_WORDED)})\s+(?P<noun>(?!тысяч|миллион|миллиард|процент|рубл|год|раз)[а-я-]{{3,}}"
    r"(?:\s[а-я-]+){0,2})"
)
_FIGURE = re.compile(r"\d")
_PERCENT_SIGNS = ("%", "процент", "п.")
_REMEMBERED = 8192
_LIST = re.compile(r"\s*(?:[:(,;]|-|и\b|из них|в том числе)[^\d.!?]{0,60}")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit at [start:end] of a text; money is in roubles."""

    value: float
    unit: Unit
    start: int
    end: int
    noun: str = ""


@lru_cache(maxsize=_REMEMBERED)
def quantities(text: str) -> tuple[Quantity, ...]:
    """Every number of ``text`` whose unit stands beside it, in the order of reading.

    Money near the words "на одного жителя" is PER_RESIDENT. Years, dates, ordinals and numbers
    of articles are no quantities; a number without any unit is left out.
    """
    plain = folded(text)
    figured = _FIGURE.search(plain) is not None
    found = [*_money(sums(text), plain), *_percents(plain)] if figured else []
    taken = [(q.start, q.end) for q in found]
    every = [*_in_words(plain), *(_counts(plain) if figured else ())]
    counted = (q for q in every if not text[_noun_at(q)].isupper())
    found += [q for q in counted if not any(a < q.end and q.start < b for a, b in taken)]
    return tuple(sorted(found, key=lambda q: q.start))


def _noun_at(counted: Quantity) -> int:
    return counted.end - len(counted.noun)


def per_resident(plain: str) -> bool:
    """Does a folded text speak of each resident?"""
    return _RESIDENT.search(plain) is not None


def _money(found: tuple[Sum, ...], plain: str) -> Iterator[Quantity]:
    for this in _shared(found, plain):
        if this.unit is None:
            continue
        value = this.roubles(None) or 0.0
        near = plain[max(0, this.start - _REACH) : this.end + 45]
        each = value < MOST_PER_RESIDENT and per_resident(near)
        unit = Unit.PER_RESIDENT if each else Unit.MONEY
        yield Quantity(value, unit, this.start, this.end)


def _shared(found: tuple[Sum, ...], plain: str) -> Iterator[Sum]:
    """The parts of a sum are in its unit: "22,9 млрд рублей: дотации 5,1, субсидии 5,9"."""
    before: Sum | None = None
    for this, after in zip_longest(found, found[1:]):
        if this.unit is None and after is not None and after.unit is not None:
            ranged = plain[this.end : after.start].strip() == "до"
            this = replace(this, unit=after.unit) if ranged else this
        if this.unit is None and before is not None and before.unit is not None:
            rest, year = plain[this.end :], this.number.is_integer() and 2000 < this.number < 2100
            listed = _LIST.fullmatch(plain, before.end, this.start)
            if listed and not year and re.match(r"\s*(?:$|[,;.)]|и\b|-)", rest):
                this = replace(this, unit=before.unit)
        yield this
        before = this


def _percents(plain: str) -> Iterator[Quantity]:
    for match in _PERCENT.finditer(plain) if any(s in plain for s in _PERCENT_SIGNS) else ():
        yield Quantity(_number(match["n"]), Unit.PERCENT, match.start(), match.end())


def _in_words(plain: str) -> Iterator[Quantity]:
    for match in _IN_WORDS.finditer(plain) if any(word in plain for word in _WORDED) else ():
        noun = match["noun"]
        yield Quantity(_WORDED[match["n"]], Unit.COUNT, match.start(), match.end(), noun)


def _counts(plain: str) -> Iterator[Quantity]:
    for match in _COUNT.finditer(plain):
        noun, number = match["noun"].strip(), match["n"]
        if _NOT_COUNTED.match(noun) or (_YEAR.match(number) and not match["scale"]):
            continue
        value = _number(number) * _SCALES.get((match["scale"] or "")[:3], 1.0)
        yield Quantity(value, Unit.COUNT, match.start(), match.end(), noun)


def _number(digits: str) -> float:
    return float(digits.replace(" ", "").replace(",", "."))
