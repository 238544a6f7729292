"""Signs that are not letters: spaces of all widths, soft hyphens, bullets of office fonts."""

import re

_SPACES = re.compile(r"[\s\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\ufeff]+")
_INVISIBLE = re.compile(
    r"[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\x00-\x08\x0b\x0e-\x1f\x7f]"
)
# Word, PowerPoint and Wingdings keep bullets in the private use area.
_BULLETS = re.compile("[\uf0b7\uf0a7\uf0d8\uf0fc\uf076\uf0e0\uf02d\uf0a8\uf06e]")
_SURROGATES = re.compile("[\ud800-\udfff]")


def tidy(text: str) -> str:
    """The text on one line: spaces single, invisible signs gone, bullets as ``•``."""
    if text.isprintable():  # true of most: odd spaces and invisible signs are not printable
        return " ".join(text.split()) if " " in text else text
    text = _SURROGATES.sub("\ufffd", _BULLETS.sub("•", _INVISIBLE.sub("", text)))
    return _SPACES.sub(" ", text).strip()
