"""How much does a text look like Russian? Letters speak where declarations lie."""

import re
from collections import Counter
from math import log

# Occurrences of each letter per 10,000 in the National Corpus of the Russian language.
_PER_10000 = {
    "о": 1097, "е": 845, "а": 801, "и": 735, "н": 670, "т": 626, "с": 547, "р": 473,
    "в": 454, "л": 440, "к": 349, "м": 321, "д": 298, "п": 281, "у": 262, "я": 201,
    "ы": 190, "ь": 174, "г": 170, "з": 165, "б": 159, "ч": 144, "й": 121, "х": 97,
    "ж": 94, "ш": 73, "ю": 64, "ц": 48, "щ": 36, "э": 32, "ф": 26, "ъ": 4, "ё": 4,
}  # fmt: skip
_LETTERS = {letter: log(count / 10000) for letter, count in _PER_10000.items()}
_OTHER_CYRILLIC = -9.0  # letters of Ukrainian, Tatar, Serbian: possible, rare
_COMMON_SIGN = -4.5  # quotes, dashes and the number sign, as frequent as a rare letter
_STRANGE = -12.0  # box drawing, accents and control characters among letters
_PLAIN = frozenset("«»—–№…’‘“”„•·§©®°±\u00a0\u00ad→−")
_ASCII = re.compile(r"[\x00-\x7f]+")
_TURN = re.compile("[a-zа-яё][A-ZА-ЯЁ]")
_TURNED = 4.0  # nats a word pays for a capital after a small letter: "оПХБЕР"


def likeness(text: str) -> float:
    """Mean log-likelihood per letter, in nats: about -2.9 for Russian, lower for the rest.

    Capitals count as small letters, so that a text all in capitals is no worse; what
    betrays a wrong reading of such a text is the mix of its letters.
    """
    letters = Counter(_ASCII.sub("", text))
    if not letters:
        return _STRANGE
    said = sum(_weight(char) * times for char, times in letters.items())
    turned = sum(1 for _ in _TURN.finditer(text))
    return (said - _TURNED * turned) / letters.total()


def _weight(char: str) -> float:
    known = _LETTERS.get(char.lower())
    if known is not None:
        return known
    if char in _PLAIN:
        return _COMMON_SIGN
    return _OTHER_CYRILLIC if "\u0400" <= char <= "\u04ff" else _STRANGE


def western(sample: bytes) -> bool:
    """True when accents stand inside Latin words: "café" is not "cafй"."""
    text = sample.decode("latin-1")
    high = [i for i, char in enumerate(text) if char >= "\u00c0"]
    inside = sum(_latin(text[i - 1 : i]) or _latin(text[i + 1 : i + 2]) for i in high)
    return bool(high) and inside > len(high) / 2


def _latin(char: str) -> bool:
    return char.isascii() and char.isalpha()
