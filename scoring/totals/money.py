"""Sums of money written in Russian text: numbers, their signs and their units."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from scoring.language.ru.folded import folded
from scoring.quick import quickly
from scoring.remembered import of_cell, of_text

# What it begins with goes first: it is looked for much sooner than what must not stand before.
_NUMBER = (
    r"(?:(?P<sign>-(?<![\d.,/№-]-)\s?(?=\d)|\((?<![\d.,/№-]\()(?=\d))|(?=\d)(?<![\d.,/№-]))"
    r"(?P<number>\d{1,3}(?: \d{3})+(?:[.,]\d{1,3})?|\d{1,3}(?:,\d{3}){2,}(?:\.\d+)?|"
    r"\d+(?:[.,]\d+)?)"
    r"(?![\d%])(?![.,]\d)\)?"
)
_SCALE = (
    (1e12, r"трлн\.?|триллион\w*|trillion"),
    (1e9, r"млрд\.?|миллиард\w*|billion|bn"),
    (1e6, r"млн\.?|миллион\w*|million|mln"),
    (1e3, r"тысяч\w*|тыс\.?|т\.(?=\s?р)|thousand"),
)
_ROUBLE = r"(?:руб(?:л[а-я]{1,3})?\b\.?|р\.|₽|rub(?:les?)?\b|rur\b)"
_UNIT = "|".join(f"(?P<u{n}>{words})" for n, (_, words) in enumerate(_SCALE))
_SO_MANY = r"(?:\s-\s(?:именно |ровно |вот )?столько(?=\s))?"
"""Between a big figure and its unit: "74 - столько миллиардов рублей"."""
_KOPECKS = r"(?:\s+(?P<kop>\d{1,2})\s?коп(?:\b\.?|е[а-я]+))?"
"""The small part of a sum in roubles: "29 руб. 10 коп."."""
_AMOUNT = re.compile(
    rf"{_NUMBER}(?:{_SO_MANY}\s*"
    rf"(?:(?:{_UNIT})\s*(?P<r>{_ROUBLE})?|(?P<one>{_ROUBLE}){_KOPECKS}))?"
)
_UNIT_ALONE = re.compile(rf"(?<!\w)(?:(?:{_UNIT})\s*(?P<r>{_ROUBLE})|(?P<one>{_ROUBLE}))")
_UNIT_SHORT = re.compile(rf"^\W*(?:в )?(?:{_UNIT})\W*$")
_UNIT_LAST = re.compile(
    r"(?:[,(:]|\s-)\s*(?:в )?(?:(?P<u0>трлн)|(?P<u1>млрд|миллиард\w*)|(?P<u2>млн|миллион\w*))\W*$"
)
_CELL = re.compile(r"^[-+(]?\s?\d[\d ]*(?:[.,]\d+)?\)?$")
_NOTE_MARKS = "*¹²³⁴⁵⁶⁷⁸⁹⁰"
_NEXT_PART = re.compile(r"\s{0,2}\0*")
"""Between the parts of a sum; numbers put into digits are padded to the length of their words."""
_COUNTED = re.compile(r"\s*(?:чел|жител|гражд|семе|дет|шт|ед\.|единиц|кв|км|га\b|тонн|мест|раз)")
LISTED = re.compile(
    r"\s*(?:,|;|/|и|,\s*и|-|-?>|→|\(\s*(?:при )?(?:план|прогноз|факт|было)\w{0,2}\s?[-:]?)\s*"
    r"(?:(?:в|на|за|к)?\s*20[1-4]\d(?:-\w{1,3}|\s?(?:год\w*|г\.))?\s*[-:(]?\s*)?"
)
"""What stands between the numbers of a list: a sign, and the year of the next one."""
_PERCENT = re.compile(r"\s*(?:%|процент|п\.\s?п|год|г\.|-?(?:го|му|м|й|е|х)\b)")


_FACTORS = {f"u{n}": scale for n, (scale, _) in enumerate(_SCALE)} | {"one": 1.0, "kop": 1.0}
REMEMBERED = 2000
"""Letters of a text worth remembering."""
_MILLION = 1e6
"""From here on nobody asks for the kopecks of a sum."""
_DIGITS = 40
"""Letters of a number with all its spaces."""


@quickly
@dataclass(frozen=True, slots=True)
class Sum:
    """A number at [start:end] of a text; ``unit`` is in roubles, None when not said beside it."""

    number: float
    unit: float | None
    start: int
    end: int

    def roubles(self, unit: float | None) -> float | None:
        """Its value in roubles, by its own unit or else the one given; None without either."""
        factor = self.unit or unit
        return None if factor is None else round(self.number * factor, 2)


def sums(text: str) -> tuple[Sum, ...]:
    """Every sum of money or bare number in ``text``; percents, worded years, counts are not.

    In a list one unit serves all: "10,5, 11,2 и 12,0 млн рублей" are three sums in millions.
    A sum told in parts is one: "41 млрд 320 млн рублей", "68 тысяч 281 рубль".
    """
    # A sentence is asked for every year and by every check, folded or not: it is read once.
    plain = folded(text)
    return _of_short(plain) if len(plain) <= REMEMBERED else _of(plain)


@of_text
def _of_short(plain: str) -> tuple[Sum, ...]:
    return _of(plain)


def _of(plain: str) -> tuple[Sum, ...]:
    return tuple(_shared(list(_read(plain)), plain))


def unit(text: str) -> float | None:
    """The unit a caption, header or line announces ("млн рублей" -> 1e6), None when it does not.

    The unit of a sum is that sum's own; of several announced the last stands nearest. Without
    the word for roubles a scale counts only when it stands alone ("тыс.") or, from a million on,
    apart at the end ("Доходы, млрд"): thousands may be of people.
    """
    return _short_unit(text) if len(text) <= REMEMBERED else _unit(text)


@of_text
def _short_unit(text: str) -> float | None:
    return _unit(text)


def _unit(text: str) -> float | None:
    plain = folded(text)
    alone = [m for m in _UNIT_ALONE.finditer(plain) if not re.search(r"\d\s*$", plain[: m.start()])]
    match = alone[-1] if alone else _UNIT_SHORT.search(plain) or _UNIT_LAST.search(plain)
    return None if match is None else _factor(match)


def cell(text: str) -> float | None:
    """The number a table cell holds and nothing else, None for words, dates and empty cells."""
    if text[:1].isalpha():
        return None
    return _short_cell(text) if len(text) <= _DIGITS else _cell(text)


@of_cell
def _short_cell(text: str) -> float | None:
    return _cell(text)


def _cell(text: str) -> float | None:
    plain = folded(text).strip().rstrip(_NOTE_MARKS).strip()
    if not _CELL.match(plain):
        return None
    return _number(plain.strip("+-() "), negative=plain[0] in "-(")


@of_cell
def lone(text: str) -> Sum | None:
    """The sum with its unit that a cell holds and nothing else, "24,6 млрд руб."; else None."""
    found = sums(text)
    if len(found) != 1 or found[0].unit is None:
        return None
    rest = text[: found[0].start] + text[found[0].end :]
    return None if re.search(r"\w", rest) else found[0]


def _read(plain: str) -> Iterator[Sum]:
    parts: list[re.Match[str]] = []
    for match in _AMOUNT.finditer(plain):
        # Of a bare number no smaller part follows: in tables most are.
        if parts and (parts[-1].lastgroup == "number" or not _continues(parts[-1], match, plain)):
            yield from _whole(parts, plain)
            parts = []
        parts.append(match)
    if parts:
        yield from _whole(parts, plain)


def _continues(before: re.Match[str], this: re.Match[str], plain: str) -> bool:
    """The smaller part of a sum after its bigger one: "41 млрд" and then "320 млн рублей"."""
    bigger = _factor(before)
    if bigger is None or before["r"] or before["one"] or this["sign"]:
        return False
    smaller = _factor(this)
    if smaller is None:
        return False
    between = plain[before.end() : this.start()]
    fits = _number(this["number"], negative=False) * smaller < bigger
    return fits and smaller < bigger and _NEXT_PART.fullmatch(between) is not None


def _whole(parts: list[re.Match[str]], plain: str) -> Iterator[Sum]:
    """The sum that ``parts`` make, if it is one of money; its unit is that of the last part."""
    first, last = parts[0], parts[-1]
    factor = _factor(last)
    if factor is None and _PERCENT.match(plain, last.end()):
        return
    if not last["one"] and not last["r"] and _COUNTED.match(plain, last.end()):
        return
    negative = bool(first["sign"]) and _signed(plain, first)
    number = _number(first["number"], negative=negative)
    if len(parts) > 1:
        told = sum(_number(m["number"], negative=False) * (_factor(m) or 1.0) for m in parts)
        number = round(told / (factor or 1.0), 6) * (-1 if negative else 1)
    if last["kop"] and abs(number) < _MILLION:
        number += int(last["kop"]) / 100 * (-1 if negative else 1)
    yield Sum(number, factor, first.start(), last.end())


def _signed(plain: str, match: re.Match[str]) -> bool:
    """A minus, and not the dash of "доходы - 36 млн"; brackets are a minus only in tables."""
    glued = match["sign"] == "-"
    return glued and not plain[: match.start()].rstrip().endswith(
        tuple("абвгдежзийклмнопрстуфхцчшщыьэюя")
    )


def _factor(match: re.Match[str]) -> float | None:
    last = match.lastgroup
    if last != "r":
        return _FACTORS.get(last or "")
    # Behind its scale stands the word for roubles.
    return next(scale for n, (scale, _) in enumerate(_SCALE) if match[f"u{n}"])


def _number(digits: str, *, negative: bool) -> float:
    plain = digits.replace(" ", "")
    if plain.count(",") > 1:
        plain = plain.replace(",", "")
    value = float(plain.replace(",", "."))
    return -value if negative else value


def _shared(found: list[Sum], plain: str) -> Iterator[Sum]:
    following: Sum | None = None
    shared: list[Sum] = []
    for this in reversed(found):
        factor = this.unit
        between = "" if following is None else plain[this.end : following.start]
        if (
            factor is None
            and like_a_year(this)
            and (not re.search(r"[,;и]", between) or re.search(r"20\d\d", between))
        ):
            # "2027 - 109,1; 2028 - 112,0 млрд": a year parts nothing.
            shared.append(this)
            continue
        if (
            factor is None
            and following is not None
            and (_listed(between) or (between.strip() == "до" and not like_a_year(this)))
        ):
            factor = following.unit
        following = Sum(this.number, factor, this.start, this.end)
        shared.append(following)
    yield from reversed(shared)


def like_a_year(this: Sum) -> bool:
    """Is the number one that names a year?"""
    return this.number.is_integer() and 2010 <= this.number <= 2045


def _listed(between: str) -> bool:
    return LISTED.fullmatch(between) is not None
