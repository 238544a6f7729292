"""Numbers written in words, put into digits sign for sign: "двенадцать ФАПов" is 12 of them."""

import re

from scoring.remembered import of_text

_UNITS = (
    "два|две|двух|двум|двумя", "три|трех|трем|тремя", "четыре|четырех|четырем", "пять|пяти",
    "шесть|шести", "семь|семи", "восемь|восьми", "девять|девяти",
)  # fmt: skip
_TEENS = (
    "десять", "один", "двена", "трина", "четырна",
    "пятна", "шестна", "семна", "восемна", "девятна",
)  # fmt: skip
_TENS = (
    "двадцать|двадцати", "тридцать|тридцати", "сорок|сорока", "пятьдесят|пятидесяти",
    "шестьдесят|шестидесяти", "семьдесят|семидесяти", "восемьдесят|восьмидесяти",
    "девяносто|девяноста",
)  # fmt: skip
_HUNDREDS = (
    "сто|ста", "двести|двухсот", "триста|трехсот", "четыреста|четырехсот", "пятьсот|пятисот",
    "шестьсот|шестисот", "семьсот|семисот", "восемьсот|восьмисот", "девятьсот|девятисот",
)  # fmt: skip
PAD = "\0"
"""Stands where the letters of a number were that its digits leave over."""
_ONES = ("один", "одна", "одну", "одного", "одной", "одно")


def _values() -> dict[str, int]:
    found = dict.fromkeys(_ONES, 1)
    for n, said in enumerate(_UNITS, 2):
        found |= dict.fromkeys(said.split("|"), n)
    for n, stem in enumerate(_TEENS, 10):
        stem += "" if n == 10 else "надцать" if n == 11 else "дцать"
        found |= {stem: n, f"{stem[:-1]}и": n}
    for n, said in enumerate(_TENS, 2):
        found |= dict.fromkeys(said.split("|"), n * 10)
    for n, said in enumerate(_HUNDREDS, 1):
        found |= dict.fromkeys(said.split("|"), n * 100)
    return found


_VALUES = _values()
_WORD = "|".join(sorted(_VALUES, key=len, reverse=True))
_SCALE = r"(?:тысяч|миллион|миллиард|триллион|млн|млрд|тыс)"
_MANY = re.compile(rf"\b(?:{_WORD})(?: (?:{_WORD}))*\b(?!-)")
_MILLION_AND = re.compile(rf"\bмиллион (?P<rest>(?:{_WORD})(?: (?:{_WORD}))*)(?= тысяч)")
_ALONE = re.compile(
    r"(?<!\d )(?<!\d)\b(?P<scale>миллион|миллиард)(?= (?:рубл|человек|жител|тонн)|[.,;!]|$)"
)
_HALVES = re.compile(
    rf"\b(?:(?P<one>полтор[аы]|полутора)(?= {_SCALE})|пол-?(?P<half>миллиона|миллиарда))\b"
)
_AND_HALF = re.compile(
    rf"\b(?P<n>(?:{_WORD})(?: (?:{_WORD}))*|\d+) с половиной(?= (?:{_SCALE}|процент))"
)
# "Двести с лишним семей": so many of them, and a few more.
_AND_MORE = re.compile(
    rf"\b(?P<n>(?:{_WORD})(?: (?:{_WORD}))*|\d+) с (?:лишним|небольшим|хвостиком)\b"
)
_SHORT = {"миллион": "млн", "миллиард": "млрд"}


@of_text
def in_digits(plain: str) -> str:
    """A folded text with its worded numbers in digits; every other sign stays in its place.

    Digits are never longer than the words they stand for and are set right, before what they
    count. "Один" alone is no number: it is an article as often as a count.
    """
    plain = _HALVES.sub(_half, plain)
    if "с половиной" in plain:
        plain = _AND_HALF.sub(_more_half, plain)
    if " с лишним" in plain or " с небольшим" in plain or " с хвостиком" in plain:
        plain = _AND_MORE.sub(_and_more, plain)
    plain = _MILLION_AND.sub(lambda m: _right(str(1000 + _sum(m["rest"])), m[0]), plain)
    plain = _MANY.sub(_several, plain)
    return _ALONE.sub(lambda m: _right(f"1 {_SHORT[m['scale']]}", m[0]), plain)


def _several(match: re.Match[str]) -> str:
    lone = match[0] in _ONES and not re.match(rf" {_SCALE}", match.string[match.end() :])
    return match[0] if lone else _right(str(_sum(match[0])), match[0])


def _more_half(match: re.Match[str]) -> str:
    said = match["n"]
    return _right(f"{said if said.isdigit() else _sum(said)},5", match[0])


def _and_more(match: re.Match[str]) -> str:
    said = match["n"]
    return _right(said if said.isdigit() else str(_sum(said)), match[0])


def _sum(said: str) -> int:
    return sum(_VALUES[word] for word in said.split())


def _half(match: re.Match[str]) -> str:
    if match["one"]:
        return _right("1,5", match[0])
    return _right(f"0,5 {_SHORT[match['half'][:-1]]}", match[0])


def _right(digits: str, words: str) -> str:
    return digits.rjust(len(words), PAD)
