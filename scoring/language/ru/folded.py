"""One look for all letters: text in lower case with plain spaces, dashes and quotes."""

import re
from codecs import charmap_build, charmap_decode, charmap_encode
from collections.abc import Callable

from scoring.language.ru.edges import edged

_SPACES = dict.fromkeys(map(ord, "\t\x0b\x0c\xa0\u2000\u2002\u2003\u2004\u2005\u2006"), " ")
_THIN = dict.fromkeys(map(ord, "\u2007\u2008\u2009\u200a\u202f\u205f\u3000\ufeff"), " ")
_DASHES = dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\uf0b7"), "-")
_QUOTES = dict.fromkeys(map(ord, "«»“”„‟″‹›"), '"')
_LETTERS = {ord("ё"): "е", ord("Ё"): "е", ord("İ"): "i", ord("’"): "'", ord("‘"): "'"}
_PLAIN = {chr(sign): plain for sign, plain in
          (_SPACES | _THIN | _DASHES | _QUOTES | _LETTERS).items()}  # fmt: skip
_ODD = re.compile(f"[{re.escape(''.join(_PLAIN))}]")
"""Of a text most signs stay as they are: a table of all would be asked for each."""


_SIGNS = bytes(range(256)).decode("cp1251", "replace")
_TO_BYTES = charmap_build(_SIGNS)
_FOLDED = "".join(_PLAIN.get(sign, sign).lower() for sign in _SIGNS)
"""What is left of each sign of Windows-1251."""


REMEMBERED = 400
"""Letters of a text worth remembering: links and headings come again and again, bodies do not."""


MOST = 32_768
"""Short texts that are remembered: then they are forgotten together, and read anew."""


class _Known(dict[str, str]):
    """A text asked for again costs no more than a look: every check asks for the same ones."""

    def __missing__(self, text: str) -> str:
        try:
            # Nearly all texts are written in the signs of one byte, where one look does it all.
            plain, _ = charmap_decode(
                charmap_encode(text, "strict", _TO_BYTES)[0], "strict", _FOLDED
            )
        except UnicodeEncodeError:
            plain = _ODD.sub(_plain, text).lower()
        if len(text) <= REMEMBERED:
            if len(self) >= MOST:
                self.clear()
            self[text] = plain
        return plain


folded: Callable[[str], str] = _Known().__getitem__
"""Return a text folded, sign for sign: what is found at [a:b] is quoted from [a:b].

Lower case, one kind of space, dash, quote and apostrophe, "е" for "ё"; line ends stay.
"""


def _plain(sign: re.Match[str]) -> str:
    return _PLAIN[sign[0]]


def any_of(*alternatives: str) -> re.Pattern[str]:
    """A pattern for folded text that matches any of the ways to say a thing, one a line."""
    return re.compile(edged("|".join(alternatives)), re.M)
