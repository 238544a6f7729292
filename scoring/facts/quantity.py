"""Quantities written in Russian text: money, percents, roubles a resident, counts of things."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import zip_longest

from scoring.facts.counts import THINGS, counts, number
from scoring.facts.fact import Unit
from scoring.facts.numerals import PAD, in_digits
from scoring.facts.portions import portions, tells_a_part
from scoring.facts.shared import more_shares, unit_behind
from scoring.language.ru.folded import any_of, folded
from scoring.quick import quickly
from scoring.remembered import of_text
from scoring.totals.money import Sum, sums
from scoring.totals.money import unit as money_unit

_PERCENT = re.compile(
    r"(?P<n>\d(?<![\d.,]\d)(?:\d{0,2}(?: \d{3})+|\d*)(?:[.,]\d+)?)\s*(?:%|процент\w*|п\.\s?п\.)"
)
_RESIDENT = any_of(
    r"\bна (?:душу|(?:каждого |одного |1 |1-го )?(?:жител|человек|гражданин))|"
    r"\b(?:одного|каждого) (?:жител|человек)|\bв расчете на (?:одного|1|каждого|жител|душу)|"
    r"\bна (?:каждого|одного) [а-я-]+(?:ца|[ая]нина)\b|\bрасходов на каждого\b(?!\s[а-я])|"
    r"\bна каждого (?:в|из) (?:[а-я]+ )?(?:бюджет|казн)\w*|"
    r"\bкаждому из [^.!?]{0,25}\bжител|\bна (?:каждого|одного) члена\b|"
    r"\bкаждый из нас\b[^.!?\d]{0,40}\b(?:сто[ия]|обход|обош|бюджет|казн)|"
    r"\bна каждого (?!пенс|шк|уч|студ|вет|инв|реб|дет|раб|вр|мед|пед|пац|спорт|турист|мног|побед|"
    r"без)"
    r"[а-я]+[,а-я -]{0,50}\b(?:прид|приш|прих|вых|выш|выйд)\w+|"
    r"\bв пересчете на (?:одного |каждого |1 )?(?:жител|человек|душу|гражданин)|"
    r"\bпо числу жителей\b|\bна (?:каждого|одного) (?:ребенка и взрослого|акционера|пайщика)\b|"
    r"\bна брата\b|\bна каждую (?:[а-я]+ )?душу\b|\bна каждого живущего\b|"
    r"\b(?:раз|по)делить [^.;\d]{0,30}на всех (?:жител|нас\b)|"
    r"\bна каждого[,:]? (?:от младенца|и на)|\bна каждого по\b|"
    r"\bна каждого (?:прид|приш|прих|вых|выш|выйд)\w+|\bна каждого из (?:нас\b|[^.]{0,25}жител)|"
    r"\bкаждый (?:житель|горожанин|гражданин)\b(?! старше| младше| в возрасте|,| с )|"
    r"\bкаждому (?:бы )?(?:доста|выйдет|выходит|приход)\w*|"
    r"\bна всех[^.!?\d]{0,30}(?:получ|вы[йх])\w+ |"
    r"\b(?:достанется|приходится|выходит) (?:на )?кажд(?:ому|ого)\b(?! [а-я])|"
    r"\bваша (?:[а-я]+ )?доля (?:в )?(?:[а-я]+ )?бюджет|\bна (?:одного )?жителя\b|"
    r"\bдоля каждого\b|руб\w*\.?\s?/\s?чел|подушев|среднедушев"
)
MOST_PER_RESIDENT = 2e6
"""No budget has two million roubles for each of its residents: such a sum is of something else."""
_REACH = 60
_DIGIT = re.compile(r"\d")
_REMEMBERED = 8192
_MOST_COUNTED = 1e6
_NEXT_WORDS = 3
_INFLECTED = re.compile(r"[А-ЯЁ]{2,}[а-яё]{1,3}\b")
_LIST = re.compile(
    r"\s*\)?(?:[,(]? ?(?:или |это |что составляет )?\d+(?:,\d+)? ?(?:%|"
    r"процент\w*)\)?[^\d.!?:;]{0,40})?"
    r"(?:в (?:виде|форме) (?:[а-я]+ ?){1,4})?"
    # "Школа в с. Ключи": the full stop of a short word ends nothing.
    r"(?:[:(,;]|-|и\b|из них|в том числе)(?:[^\d.!?]|(?<= [а-я])\.|(?<= пос)\.|(?<= пгт)\.){0,60}"
)
# Items of a list run together: "образование - 43,8 млрд рублей культура - 4,8 спорт - 4,0".
_DASHED = re.compile(r"\s*(?:[а-я]+[ -]){1,7}\s*")
_COUNTS = re.compile(r"\b(?:число|количество|численность|протяженность|охват|доля|площадь)\b")
_BEHIND = re.compile(r"\(\s*(?:в )?(?P<unit>(?:тыс|млн|млрд)\.? ?руб[а-я.]*)\s*\)\W*$")
# "Трансферты, млн руб.: 2025 - 27 100", "Считайте, в миллиардах:": the unit before the colon.
_AHEAD = re.compile(
    r"(?:^\W*|[,(] ?)(?:в )?(?P<unit>(?:тыс|млн|млрд)\.? ?(?:руб[а-я.]*|₽)|"
    r"(?:миллиард|миллион)[а-я]*(?: руб[а-я]*)?|тысяч[а-я]* руб[а-я]*|млрд|млн)\)? ?[:-](?=\s)"
)
_WAS = re.compile(r"(?:назад|раньше|было|стало|станет|будет|теперь|сейчас)\W{1,4}$")
_HUNDRED = 100
_OF_THEM = re.compile(
    r"\s*(?:$|[.,;)]|-\s|из них|еще|[а-я]+(?:ем|им|ет|ит|ут|ют|ат|ят|ли|ла|ло) |на [а-я]+|и\b)"
)
_ROUBLE = re.compile(r"руб|₽|\dр\.|копе")
_PEOPLE = re.compile(
    r"\bжив(?:ет|ут|ем)\b|прожива|жител|человек|населени|\bнас\b|родил|посад[ия]|деревь|саженц|"
    r"семей|детей|людей|ребят|ученик|пациент|посещ|посетил|зрител|турист"
)
# "54 тысячи школьников": what stands right behind is counted.
_COUNTED = re.compile(rf"\s*(?:[а-я]+(?:ых|их|ов)\s+)?{THINGS}")
_OF_MONEY = re.compile(
    r"руб|₽|получ|плат|стои[тл]|доход|расход|выдел|направ|долг|налог|трат|пособ|сумм|бюджет|деньг|"
    r"денег|зарабат|заработ"
)
_DAY_OF = re.compile(
    r"\s(?:январ|феврал|март|апрел|ма[яй]\b|июн|июл|август|сентябр|октябр|ноябр|декабр)"
)
# "Образование, 15 870 млн. Социальная политика, 10 640": a sentence that is a name and a sum.
_NAMED_SUM = re.compile(r"^\W*[а-я][а-я ,«»()-]{2,60}?[,:-]? ?-? ?\d[\d ]*\W*$")
_LEAST_NAMED = 100
_DECIMAL = re.compile(r"\s*(?:$|[.,;)!]|и\b|а\b|но\b|потом|в 20|-\s)")


@quickly
@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit at [start:end] of a text; money is in roubles."""

    value: float
    unit: Unit
    start: int
    end: int
    noun: str = ""


@lru_cache(maxsize=_REMEMBERED)
def quantities(
    text: str,
    carried: float | None = None,
    *,
    hundred: bool = False,
    money: bool = False,
    rouble: bool = False,
) -> tuple[Quantity, ...]:
    """Every number of ``text`` whose unit stands beside it, in the order of reading.

    Numbers in words count, and shares without a percent sign ("каждый третий рубль"). Money near
    the words "на одного жителя" is PER_RESIDENT. Years, dates, ordinals and numbers of articles
    are no quantities; a number without any unit is left out, unless it is a decimal and the unit
    ``carried`` over from the sentence before is given: "Долг 12,4 млрд. Было 10,1." Where a
    ``hundred`` roubles are shared out, small numbers are roubles of it. Where ``money`` was spoken
    of before, "половина" and "пятая часть" are shares of it; where a ``rouble`` is, kopecks are.
    """
    plain = in_digits(folded(text))
    # Most sentences have no number at all, and few tell a share without one.
    if _DIGIT.search(plain) is None and not tells_a_part(plain):
        return ()
    found = [
        Quantity(round(n, 1), Unit.PERCENT, a, b)
        for n, a, b in portions(plain, money=money, rouble=rouble)
    ]
    found = _apart(
        found, [*_money(_summed(plain, carried, hundred=hundred), plain), *_percents(plain)]
    )
    told = [(q.start, q.end) for q in found if q.unit is Unit.PERCENT]
    shared = (Quantity(n, Unit.PERCENT, a, b) for n, a, b in more_shares(plain, told))
    found = _apart(found, shared)
    counts_told = (Quantity(n, Unit.COUNT, a, b, noun) for n, a, b, noun in counts(plain))
    counted = (q for q in counts_told if not _proper(text[_noun_at(q) :]))
    whole = _apart(found, counted)
    if PAD in plain:
        whole = [replace(q, start=_start(plain, q.start)) for q in whole]
    return tuple(sorted(whole, key=lambda q: q.start))


def _start(plain: str, digits: int) -> int:
    """Where the words begin that a number was written in."""
    return len(plain[:digits].rstrip(PAD))


def unit_of(text: str) -> float | None:
    """The unit of the last sum of money in ``text``, in roubles; None when there is none."""
    told = [this.unit for this in sums(in_digits(folded(text))) if this.unit]
    return told[-1] if told else None


def _apart(found: list[Quantity], more: Iterable[Quantity]) -> list[Quantity]:
    """``found`` and those of ``more`` that share no sign with them."""
    taken = [(q.start, q.end) for q in found]
    return [*found, *(q for q in more if not any(a < q.end and q.start < b for a, b in taken))]


def _proper(noun: str) -> bool:
    """Is it a name? "5 Москва" and "9420 ЖКХ" count nothing, "29 ФАПов" does."""
    return noun[:1].isupper() and _INFLECTED.match(noun) is None


def _noun_at(counted: Quantity) -> int:
    return counted.end - len(counted.noun)


@of_text
def per_resident(plain: str) -> bool:
    """Does a folded text speak of each resident?"""
    return _RESIDENT.search(plain) is not None


def _summed(plain: str, carried: float | None, *, hundred: bool) -> Iterator[Sum]:
    """The sums of a text, those without a unit by the one behind the list or carried over."""
    found = sums(plain)
    if not found:
        return
    told = any(this.unit for this in found)
    carried = None if told else carried
    named = bool(carried and len(found) == 1 and _NAMED_SUM.match(plain))
    behind = None if told else _BEHIND.search(plain) or _AHEAD.search(plain)
    unit = money_unit(behind["unit"]) if behind else None
    since = behind.end() if behind and behind.re is _AHEAD else 0
    for this in found:
        written = plain[this.start : this.end]
        large = named and this.number >= _LEAST_NAMED and not _is_year(this)
        decimal = carried and (
            (large or "," in written or not this.number.is_integer())
            or _WAS.search(plain[: this.start])
        )
        decimal = decimal and _DECIMAL.match(plain, this.end)
        missing = (unit if this.start >= since and not _is_year(this) else None) or (
            carried if decimal else None
        )
        if missing and _DAY_OF.match(plain, this.end):
            missing = None
        if hundred and this.number < _HUNDRED and _OF_THEM.match(plain, this.end):
            missing = 1.0
        yield replace(this, unit=missing) if this.unit is None and missing else this


def _money(found: Iterable[Sum], plain: str) -> Iterator[Quantity]:
    for this in _shared(tuple(found), plain):
        if this.unit is None:
            continue
        value = this.roubles(None) or 0.0
        if this.unit <= _MOST_COUNTED and _of_people(plain, this):
            yield Quantity(value, Unit.COUNT, this.start, this.end)
            continue
        near = plain[max(0, this.start - _REACH) : this.end + 45]
        each = value < MOST_PER_RESIDENT and per_resident(near)
        unit = Unit.PER_RESIDENT if each else Unit.MONEY
        yield Quantity(value, unit, this.start, this.end)


def _of_people(plain: str, this: Sum) -> bool:
    """Are thousands of no roubles said in a clause of people, not of money? "Нас 702 тысячи"."""
    if _ROUBLE.search(plain, this.start, this.end):
        return False
    if _COUNTED.match(plain, this.end):
        return True
    since = max(plain.rfind(sign, 0, this.start) for sign in ".;,:") + 1
    clause = plain[since : this.end] + " ".join(plain[this.end :].split(" ")[:_NEXT_WORDS])
    return _PEOPLE.search(clause) is not None and _OF_MONEY.search(clause) is None


def _shared(found: tuple[Sum, ...], plain: str) -> Iterator[Sum]:
    """The parts of a sum are in its unit: "22,9 млрд рублей: дотации 5,1, субсидии 5,9"."""
    before: Sum | None = None
    for place, (this, after) in enumerate(zip_longest(found, found[1:])):
        if this.unit is None and after is not None and after.unit is not None:
            ranged = plain[this.end : after.start].strip() == "до"
            this = replace(this, unit=after.unit) if ranged else this
        if this.unit is None and before is None and not _is_year(this):
            this = replace(this, unit=unit_behind(found, place, plain))
        if this.unit is None and before is not None and before.unit is not None:
            rest, year = plain[this.end :], _is_year(this)
            counts_things = _COUNTS.search(plain, before.end, this.start)
            listed = None if counts_things else _LIST.fullmatch(plain, before.end, this.start)
            listed = listed and re.match(r"\s*(?:$|[,;.()]|и\b|-|в (?:виде|форме)\b)", rest)
            dashed = plain[this.start] == "-" and _DASHED.fullmatch(plain, before.end, this.start)
            if not year and (listed or dashed):
                this = replace(this, unit=before.unit)
        yield this
        before = this


def _is_year(this: Sum) -> bool:
    return this.number.is_integer() and 2000 < this.number < 2100


def _percents(plain: str) -> Iterator[Quantity]:
    told = "%" in plain or "процент" in plain or "п." in plain
    for match in _PERCENT.finditer(plain) if told else ():
        yield Quantity(number(match["n"]), Unit.PERCENT, match.start(), match.end())
