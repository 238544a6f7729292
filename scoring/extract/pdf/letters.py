"""Is the text of a page text, or the wreck of a font whose table of letters is broken?"""

import re

_DOUBLED = re.compile("[\ud080-\ud0bf\ud180-\ud18f]")
_LATIN1 = re.compile("[\u00a8\u00b8\u00b9\u00c0-\u00ff]+")
_CYRILLIC = re.compile("[\u0400-\u052f]")
_LETTER = re.compile(r"[^\W\d_]")
_PLAIN = re.compile("[A-Za-z\u0400-\u052f]")
_SOUND = re.compile(r"[A-Za-z\u0400-\u052f\d\s.,;:!?()«»\"'%№/–—-]")
_WORD = re.compile(r"[A-Za-z]{3,}")
_VOWELS = re.compile("[aeiouyAEIOUY]")
_FEW = 50
_SAMPLE = 4000


def repaired(text: str) -> str:
    """The text with two known wrecks put right; every sign keeps its place.

    UTF-8 pairs read as one UTF-16 unit (``킜`` for ``М``), and windows-1251 read as Latin-1
    (``Èíâ`` for ``Инв``) where no Cyrillic stands beside it and little else does.
    """
    text = _DOUBLED.sub(lambda sign: ord(sign[0]).to_bytes(2, "big").decode("utf-8"), text)
    if _CYRILLIC.search(text) or not _LATIN1.search(text):
        return text
    strange = sum(len(run) for run in _LATIN1.findall(text))
    if strange < 0.4 * max(1, len(_LETTER.findall(text))):
        return text
    return _LATIN1.sub(lambda run: run[0].encode("latin-1").decode("cp1251"), text)


def garbled(text: str) -> bool:
    """True when the signs stand for nothing: fonts without a usable table of letters."""
    text = text[:_SAMPLE]
    signs = "".join(text.split())
    if len(signs) < _FEW:
        return False
    if len(_SOUND.findall(signs)) < 0.6 * len(signs):
        return True
    letters = _LETTER.findall(signs)
    if len(letters) < _FEW:
        return False
    return len(_PLAIN.findall(signs)) < 0.6 * len(letters) or _gibberish(text)


def _gibberish(text: str) -> bool:
    """Latin letters in runs that no language written in them has: hardly a vowel in them."""
    if len(_CYRILLIC.findall(text)) * 3 > len(_LETTER.findall(text)):
        return False
    words = "".join(_WORD.findall(text))
    return len(words) >= _FEW and len(_VOWELS.findall(words)) < 0.2 * len(words)
