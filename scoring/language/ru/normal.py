"""One spelling for matching, whatever way the text came; quotes keep the original."""

import re
import unicodedata

_KEPT = re.compile("[^№…]+")
_INVISIBLE = re.compile("[\u00ad\u0300\u0301\u200b-\u200f\u2060\ufeff]")
_SPACES = re.compile(r"\s+")
_DASHES = re.compile("[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]")
_QUOTES = re.compile("[«»„“”‟″❝❞]")
_APART = re.compile(r"(?<![^\W\d_])[^\W\d_](?: [^\W\d_]){3,}(?![^\W\d_])")
_WORD = re.compile(r"[^\W\d_]+")
_CYRILLIC = re.compile("[\u0400-\u052f]")
_LOOK_ALIKES = str.maketrans("ABCEHKMOPTXYaceopxyk", "АВСЕНКМОРТХУасеорхук")
_ONLY_LOOK_ALIKES = re.compile("[ABCEHKMOPTXYaceopxyk\u0400-\u052f]+")


def normal(text: str) -> str:
    """Lower case, ё as е, plain spaces, dashes and quotes; no soft hyphens or stress marks.

    Letters set apart ("Б Ю Д Ж Е Т") are joined, Latin look-alikes inside Cyrillic words
    become Cyrillic, ligatures and full-width signs come apart (Unicode NFKC).
    """
    text = _KEPT.sub(lambda run: unicodedata.normalize("NFKC", run[0]), text)
    text = _SPACES.sub(" ", _INVISIBLE.sub("", text)).strip()
    text = _QUOTES.sub('"', _DASHES.sub("-", text))
    text = _APART.sub(_joined, text)
    return _WORD.sub(_cyrillic, text).lower().replace("ё", "е")


def _joined(run: re.Match[str]) -> str:
    # "и с к в" in running text are words; a heading set apart is in capitals.
    letters = run[0].replace(" ", "")
    return letters if letters.isupper() or len(letters) >= 6 else run[0]


def _cyrillic(word: re.Match[str]) -> str:
    said = word[0]
    if not _CYRILLIC.search(said) or not _ONLY_LOOK_ALIKES.fullmatch(said):
        return said
    return said.translate(_LOOK_ALIKES)
