"""Short labels for tiles: the telling word of a region's name, cut while still unique."""

import re
from collections import Counter
from collections.abc import Iterable

# Words that say what kind of region it is, not which.
_KINDS = re.compile(
    r"^(республика|область|край|автономн\w+|округ|город|федеральн\w+|народная|царство|"
    r"republic|oblast|krai|kray|region|autonomous|okrug|city|federal|people.?s|of|the)$",
    re.IGNORECASE,
)
_WORD = re.compile(r"\w+")
_SHORT, _LONG = 3, 7


def labels(names: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Labels of 3 to 7 letters by region id, from (id, name); longer only to tell two apart."""
    telling = {slug: _telling(name) for slug, name in names}
    words = Counter(word for word, _ in telling.values())
    return {
        slug: word[:_SHORT] + kind if words[word] > 1 else _cut(word, set(words) - {word})
        for slug, (word, kind) in telling.items()
    }


def _telling(name: str) -> tuple[str, str]:
    """The word that says which region it is, and the initial of the one that says what kind."""
    words = _WORD.findall(name) or [name]
    kinds = [w for w in words if _KINDS.match(w)]
    telling = [w for w in words if w not in kinds] or words
    return telling[0], kinds[-1][0].upper() if kinds else ""


def _cut(word: str, others: set[str]) -> str:
    for length in range(_SHORT, _LONG):
        if not any(other.startswith(word[:length]) for other in others):
            return word[:length]
    return word[:_LONG]
