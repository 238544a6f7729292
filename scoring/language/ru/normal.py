"""One spelling for matching, whatever way the text came; quotes keep the original."""

import re
import unicodedata
from codecs import charmap_build, charmap_decode, charmap_encode
from dataclasses import dataclass
from functools import lru_cache

_KEPT = re.compile("[^№…]+")
_INVISIBLE = re.compile(
    "[\u00ad\u0300\u0301\u0341\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffe]"
)
_SPACES = re.compile(r"\s+")
_DASHES = re.compile("[\u2010-\u2015\u2043\u2212\u2796\ufe58\ufe63\uff0d]")
_QUOTES = re.compile("[«»„“”‟″❝❞]")
# Another pair of dots over a ё must not make it one again.
_YO = re.compile("[ёЁ]\u0308*")
_APART = re.compile(r"(?<![^\W\d_])[^\W\d_](?: [^\W\d_]){3,}(?![^\W\d_])")
_LATIN_WORD = re.compile(r"(?<![^\W\d_])[^\W\d_]*?[A-Za-z][^\W\d_]*")
_CYRILLIC = re.compile("[\u0400-\u052f]")
_LATIN = "ABCEHKMOPTXYaceopxyk"
_RUSSIAN = "АВСЕНКМОРТХУасеорхук"
_TO_RUSSIAN = str.maketrans(_LATIN, _RUSSIAN)
_TO_LATIN = str.maketrans(_RUSSIAN, _LATIN)
_ONLY_LATIN_ALIKE = re.compile(f"[{_LATIN}\u0400-\u052f]+")
_ONLY_RUSSIAN_ALIKE = re.compile(f"[{_RUSSIAN}A-Za-z]+")
# «доходы¹», «доходы1)», «доходы*»: the mark of a note, no part of the word.
_RAISED = re.compile("(?<=[\\w%)»])[⁰¹²³⁴-⁹]{1,2}(?![^\\W_])")
_UNITS = frozenset({"м", "км", "см", "дм", "мм", "га", "m", "km", "cm", "mm", "co", "со"})
_SMALL = dict(zip(map(ord, "ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ"), "abcdefghijklmnoprstuvwyz", strict=True))
# Two of them have capitals, which lower case would turn into them again.
_SMALL |= {0x1A6: "R", 0xA7AE: "I"}
_SMALL_SIGN = re.compile(f"[{''.join(map(chr, _SMALL))}]")
_RAISED_SIGN = re.compile("[⁰¹²³⁴-⁹]")
_MARKED = re.compile("|".join(f"{p.pattern}" for p in (_INVISIBLE, _DASHES, _QUOTES)))
_TWO_APART = re.compile(r" [^\W\d_] [^\W\d_] ")
_LATIN_SIGN = re.compile("[A-Za-z]")
"""Most texts have none of these signs, and need no more than the look for them."""


REMEMBERED = 2000
"""Letters of a text worth remembering: every check asks of the same sentences."""


def normal(text: str) -> str:
    """Lower case, ё as е, plain spaces, dashes and quotes; no soft hyphens or stress marks.

    Letters set apart ("Б Ю Д Ж Е Т") are joined, look-alikes of the other alphabet inside a
    word become the word's own, raised marks of notes go, ligatures and full-width signs come
    apart (Unicode NFKC). Twice is the same as once; digits outside raised marks are kept.
    """
    return _short(text) if len(text) <= REMEMBERED else _normal(text)


@lru_cache(maxsize=32_768)
def _short(text: str) -> str:
    return _normal(text)


def _normal(text: str) -> str:
    try:
        # Nearly all texts are written in the signs of one byte, each of which has its spelling.
        plain, _ = charmap_decode(charmap_encode(text, "strict", _BYTES)[0], "strict", _SIGNS)
    except UnicodeEncodeError:
        return _spelt(_plain(text))
    return _spelt(" ".join(plain.split()))


def _plain(text: str) -> str:
    text = unicodedata.normalize("NFC", text)
    if _RAISED_SIGN.search(text):
        text = _RAISED.sub(_without_mark, text)
    if not unicodedata.is_normalized("NFKC", text):
        text = _KEPT.sub(lambda run: unicodedata.normalize("NFKC", run[0]), text)
    marked = _MARKED.search(text) is not None
    text = " ".join((_INVISIBLE.sub("", text) if marked else text).split())
    if _SMALL_SIGN.search(text):
        text = text.translate(_SMALL)
    # A stress mark gone may leave letters that now make one sign (и + ̆ after ́).
    plain = _QUOTES.sub('"', _DASHES.sub("-", text)) if marked else text
    return unicodedata.normalize("NFC", plain)


def _spelt(text: str) -> str:
    if "ё" in text or "Ё" in text:
        text = _YO.sub(lambda sign: "е" if sign[0][0] == "ё" else "Е", text)
    text = unicodedata.normalize("NFC", text)
    if _TWO_APART.search(text):
        text = _APART.sub(_joined, text)
    return (_LATIN_WORD.sub(_of_one_alphabet, text) if _LATIN_SIGN.search(text) else text).lower()


def _sign_by_sign() -> tuple[str, str]:
    """Signs of Windows-1251 that are one sign still when spelt plainly, and what they are then."""
    signs = list(bytes(range(256)).decode("cp1251", "replace"))
    plain = [" " if sign.isspace() else _plain(sign) for sign in signs]
    for at, one in enumerate(plain):
        if len(one) != 1 or signs[at] == "\ufffd":
            signs[at] = plain[at] = _NO_SIGN
    return "".join(signs), "".join(plain)


_NO_SIGN = "\ufffe"
_USUAL, _SIGNS = _sign_by_sign()
_BYTES = charmap_build(_USUAL)


def _without_mark(mark: re.Match[str]) -> str:
    """A square metre keeps its exponent: only words are noted."""
    word = re.search(r"[^\W\d_]+$", mark.string[max(0, mark.start() - 20) : mark.start()])
    return mark[0] if word and word[0].lower() in _UNITS else ""


def _joined(run: re.Match[str]) -> str:
    # "и с к в" in running text are words; a heading set apart is in capitals.
    letters = run[0].replace(" ", "")
    return letters if letters.isupper() or len(letters) >= 6 else run[0]


def _of_one_alphabet(word: re.Match[str]) -> str:
    said = word[0]
    if said.isascii() or not _CYRILLIC.search(said):
        return said
    if _ONLY_LATIN_ALIKE.fullmatch(said):
        return said.translate(_TO_RUSSIAN)
    if _ONLY_RUSSIAN_ALIKE.fullmatch(said):
        return said.translate(_TO_LATIN)
    return said


@dataclass(frozen=True, slots=True)
class Spelt:
    """Text as it came beside its normal spelling: what is found in one is quoted from the other."""

    original: str
    text: str
    starts: tuple[int, ...]

    @classmethod
    def of(cls, original: str) -> "Spelt":
        """The normal spelling word by word; letters set apart make one word.

        ``starts[i]`` is where in the original the word that holds sign ``i`` of ``text`` begins.
        """
        pieces: list[str] = []
        starts: list[int] = []
        for match in _CHUNK.finditer(original):
            said = normal(match[0])
            if said:
                if pieces:
                    pieces.append(" ")
                    starts.append(match.start())
                pieces.append(said)
                starts += [match.start()] * len(said)
        return cls(original, "".join(pieces), tuple(starts))

    def quote(self, start: int, end: int) -> str:
        """The words of the original that ``text[start:end]`` was found in, whole."""
        if not 0 <= start < end <= len(self.text):
            return ""
        first = self.starts[start]
        rest = _SPACES.search(self.original, self._end_of(self.starts[end - 1]))
        return self.original[first : rest.start() if rest else len(self.original)].strip()

    def _end_of(self, start: int) -> int:
        match = _CHUNK.match(self.original, start)
        return match.end() if match else start


_CHUNK = re.compile(r"(?:[^\W\d_]\s){3,}[^\W\d_](?![^\W\d_])|\S+")
