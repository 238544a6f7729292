"""What an address says in words: percent-escapes read, separators turned to spaces."""

import re
from functools import lru_cache
from urllib.parse import unquote_to_bytes

_SEPARATORS = re.compile(r"[-_/+.=&?,;:!#~()\[\]«»\"'№|]+")


@lru_cache(maxsize=2_048)
def spoken(url: str) -> str:
    """Return the words of an address's path and query in lower case, not those of its host.

    Old sites escape Russian names in windows-1251, newer ones in UTF-8.
    """
    _, _, rest = url.partition("://")
    _, _, path = rest.partition("/")
    return plain(_decoded(path))


@lru_cache(maxsize=2_048)
def plain(text: str) -> str:
    """Lower case, one space between words, ё as е: as people write."""
    return " ".join(_SEPARATORS.sub(" ", text.lower().replace("ё", "е")).split())


def _decoded(text: str) -> str:
    if "%" not in text:
        return text
    raw = unquote_to_bytes(text)
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("cp1251", "replace")
