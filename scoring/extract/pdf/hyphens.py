"""A word broken at the end of a line: is its hyphen part of it?"""

import re

from scoring.extract.pdf.lines import Line

# «социально-», «торгово-» keep theirs before an adjective; «деятельно-сти», «осново-й» do not.
_COMPOUND = re.compile(r"(?:[бвгджзклмнпрстфхцчшщь]но|[оеё]во|ско)$", re.IGNORECASE)
_ADJECTIVE = re.compile(
    r"[а-яё]{3,}(?:ый|ий|ой|ая|яя|ое|ее|ые|ие|ого|его|ому|ему|ым|им|ом|ем|ых|их|ыми|ими|ую|юю|ей)$"
)
_INFLECTED = re.compile(r"ст(?:ь|и|ью|ей|ям|ями|ях|н[а-яё]+)$")
_FIRST = frozenset(
    """
    бизнес интернет онлайн веб пресс вице экс мини кое юго северо премьер генерал медиа смс
    """.split()  # noqa: SIM905  # words read as words
)
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")


def joint(line: Line, following: str) -> str:
    """What stands between a line and the next: a space, a hyphen or nothing."""
    if not line.joined:
        return " "
    ends = _WORD.findall(line.text[-60:])
    rest = _WORD.match(following)
    if not ends or not rest:
        return "" if following[:1].isalpha() else "-"
    return "-" if _is_own(ends[-1], rest[0]) else ""


def _is_own(before: str, rest: str) -> bool:
    """Санкт-Петербург, 2024-2026, социально-экономический: a hyphen without any line end."""
    if not rest[0].islower() and not before.isupper():
        return True
    if before.lower() in _FIRST:
        return True
    if not _COMPOUND.search(before) or _INFLECTED.match(rest):
        return False
    return bool(_ADJECTIVE.match(rest))
