"""Numbers Word puts before paragraphs: they stand nowhere in the text."""

import re

from scoring.extract.office.markup import Element, child, children, value

_ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_RUSSIAN = "абвгдежзиклмнопрстуфхцчшщэюя"
_DEEPEST = 9


class Lists:
    """Counts the paragraphs of each list and says the number of the next."""

    def __init__(self, root: Element | None) -> None:
        abstract = {value(a, "abstractNumId"): a for a in children(root, "abstractNum")}
        self._levels: dict[str, dict[int, Element]] = {}
        self._list_of: dict[str, str] = {}
        for one in children(root, "num"):
            of = value(child(one, "abstractNumId"))
            levels = {_number(value(v, "ilvl")): v for v in children(abstract.get(of), "lvl")}
            for changed in children(one, "lvlOverride"):
                if (level := child(changed, "lvl")) is not None:
                    levels[_number(value(changed, "ilvl"))] = level
            number = value(one, "numId")
            self._levels[number] = levels
            # Lists of one kind count on, unless they say where to start.
            restarts = child(one, "lvlOverride", "startOverride") is not None
            self._list_of[number] = number if restarts else f"abstract {of}"
        self._counts: dict[str, list[int]] = {}

    def mark(self, numbering: Element | None) -> tuple[bool, str]:
        """(is it an item of a list, the number that stands before it)."""
        number = value(child(numbering, "numId"))
        if numbering is None or number in ("", "0"):
            return False, ""
        level = min(_number(value(child(numbering, "ilvl"))), _DEEPEST - 1)
        levels = self._levels.get(number, {})
        counts = self._counts.setdefault(
            self._list_of.get(number, number), [_start(levels, n) - 1 for n in range(_DEEPEST)]
        )
        counts[level] += 1
        for deeper in range(level + 1, _DEEPEST):
            counts[deeper] = _start(levels, deeper) - 1
        return True, _spelled(levels, level, counts)


def _spelled(levels: dict[int, Element], level: int, counts: list[int]) -> str:
    shape = levels.get(level)
    form = value(child(shape, "numFmt"))
    if shape is None or form in ("bullet", "none"):
        return ""

    def place(match: re.Match[str]) -> str:
        at = int(match[1]) - 1
        return _in(value(child(levels.get(at), "numFmt")), max(counts[at], _start(levels, at)))

    return re.sub(r"%([1-9])", place, value(child(shape, "lvlText"))[:50])


def _in(form: str, number: int) -> str:
    match form:
        case "upperRoman":
            return _roman(number).upper()
        case "lowerRoman":
            return _roman(number)
        case "upperLetter":
            return chr(ord("A") + (number - 1) % 26)
        case "lowerLetter":
            return chr(ord("a") + (number - 1) % 26)
        case "russianLower":
            return _RUSSIAN[(number - 1) % len(_RUSSIAN)]
        case "russianUpper":
            return _RUSSIAN[(number - 1) % len(_RUSSIAN)].upper()
    return str(number)


def _roman(number: int) -> str:
    said = ""
    for worth, sign in _ROMAN:
        while number >= worth and len(said) < 12:
            said += sign
            number -= worth
    return said


def _start(levels: dict[int, Element], level: int) -> int:
    return _number(value(child(levels.get(level), "start"), default="1"))


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 6 else 0
