"""Is the text of a page text, or the wreck of a font whose table of letters is broken?"""

import re

from scoring.extract.charset import FREQUENCY

_DOUBLED = re.compile("[\ud080-\ud0bf\ud180-\ud18f]")
_HANGUL = b"\xed"
"""What UTF-8 begins the signs of _DOUBLED with."""
_LATIN1 = re.compile("[\u00a8\u00b8\u00b9\u00c0-\u00ff]+")
_CYRILLIC = re.compile("[\u0400-\u052f]+")
_LETTER = re.compile(r"[^\W\d_]+")
_PLAIN = re.compile("[A-Za-z\u0400-\u052f]+")
_SOUND = re.compile(r"[A-Za-z\u0400-\u052f\d\s.,;:!?()«»\"'%№/–—-]+")
_WORD = re.compile(r"[A-Za-z]{3,}")
_FEW = 50
_SAMPLE = 4000

# The same in windows-1251, where counting is a hundred times cheaper than in a pattern.
_RUSSIAN = "АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдеёжзийклмнопрстуфхцчшщъыьэюя".encode("cp1251")
_LATIN = bytes(code for code in range(128) if chr(code).isalpha())
_LATIN_VOWELS = b"aeiouyAEIOUY"
_NOT_RUSSIAN = bytes(code for code in range(256) if code not in _RUSSIAN)
_FREQUENCIES = bytes(
    FREQUENCY.get(bytes([code]).decode("cp1251", "replace").lower(), 0) for code in range(256)
)
_ASCII = bytes(range(128))
_SPACES = bytes(code for code in range(256) if bytes([code]).decode("cp1251", "replace").isspace())
_SOUND_CODES, _PLAIN_CODES, _LETTER_CODES = (
    bytes(code for code in range(256) if kind.match(bytes([code]).decode("cp1251", "replace")))
    for kind in (_SOUND, _PLAIN, _LETTER)
)
_FEW_RUSSIAN = 200
_COUNTED = 1200
_RAREST, _COMMONEST = 45, 75


def repaired(text: str) -> str:
    """The text with two known wrecks put right; every sign keeps its place.

    UTF-8 pairs read as one UTF-16 unit (``킜`` for ``М``), and windows-1251 read as Latin-1
    (``Èíâ`` for ``Инв``) where no Cyrillic stands beside it and little else does.
    """
    if text.isascii():
        return text
    if _HANGUL in text.encode("utf-8", "surrogatepass"):
        text = _DOUBLED.sub(lambda sign: ord(sign[0]).to_bytes(2, "big").decode("utf-8"), text)
    if _CYRILLIC.search(text, 0, _FEW):
        return text
    rest = _beyond_ascii(text)
    if _CYRILLIC.search(rest) or not _LATIN1.search(rest):
        return text
    strange = _many(_LATIN1, rest)
    # Most such pages are English with a few odd signs, known so without counting all letters.
    if strange < 0.4 * _count(_LATIN, text.encode("ascii", "ignore")):
        return text
    if strange < 0.4 * max(1, _many(_LETTER, text)):
        return text
    return _LATIN1.sub(lambda run: run[0].encode("latin-1").decode("cp1251"), text)


def _beyond_ascii(text: str) -> str:
    """The few signs a pattern need look at: patterns are slow, and most signs are plain."""
    rest = text.encode("utf-8", "surrogatepass").translate(None, _ASCII)
    return rest.decode("utf-8", "surrogatepass")


def garbled(text: str) -> bool:
    """True when the signs stand for nothing: fonts without a usable table of letters."""
    sample = text[:_SAMPLE]
    raw = sample.encode("cp1251", "ignore")
    # Of signs windows-1251 has, the spaces are known without looking at each.
    spaced, raw = len(raw), raw.translate(None, _SPACES)
    count = len(raw) if spaced == len(sample) else len("".join(sample.split()))
    if count < _FEW:
        return False
    russian = _count(_RUSSIAN, raw)
    if russian * 2 > count:
        return _shifted(raw, russian)
    latin, vowels = _count(_LATIN, raw), _count(_LATIN_VOWELS, raw)
    if latin * 2 > count and vowels > 0.3 * latin:
        return False
    # Few Latin letters make no words of them.
    wrecked = _strange(sample, count, raw) or (latin >= _FEW and _gibberish(sample))
    return wrecked or _shifted(raw, russian)


def _shifted(raw: bytes, russian: int) -> bool:
    """Russian letters, but not Russian: they are not as frequent as in any text of it.

    A table of letters that is off by some places gives words like «Вяежжу». The mean frequency
    of a letter is 53-57 per mille in budgets, tables of them too, and 28-40 in such wrecks.
    """
    if russian < _FEW_RUSSIAN:
        return False
    letters = raw.translate(None, _NOT_RUSSIAN)[:_COUNTED]
    mean = sum(letters.translate(_FREQUENCIES)) / len(letters)
    return not _RAREST < mean < _COMMONEST


def _strange(text: str, count: int, raw: bytes) -> bool:
    """Of ``count`` signs ``raw`` are those windows-1251 has: nearly all, and quick to count."""
    others = count - len(raw)
    if (
        _count(_SOUND_CODES, raw) >= 0.6 * count
        and _count(_PLAIN_CODES, raw) >= 0.6 * (_count(_LETTER_CODES, raw) + others)
    ):  # fmt: skip
        return False
    signs = "".join(text.split())
    if _many(_SOUND, signs) < 0.6 * count:
        return True
    letters = _many(_LETTER, signs)
    if letters < _FEW:
        return False
    return _many(_PLAIN, signs) < 0.6 * letters


def _gibberish(text: str) -> bool:
    """Latin letters in runs that no language written in them has: hardly a vowel in them."""
    words = "".join(_WORD.findall(text))
    if len(words) < _FEW or _count(_LATIN_VOWELS, words.encode()) >= 0.2 * len(words):
        return False
    return _many(_CYRILLIC, text) * 3 <= _many(_LETTER, text)


def _count(codes: bytes, raw: bytes) -> int:
    """How many signs are of a kind."""
    return len(raw) - len(raw.translate(None, codes))


def _many(runs: re.Pattern[str], text: str) -> int:
    """How many signs stand in runs of a kind."""
    return sum(map(len, runs.findall(text)))
