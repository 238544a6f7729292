"""Amendments that quote the old sum before the new one."""

import re

from scoring.totals.money import Sum

_WAS = re.compile(
    r"[\"\s]*(?:руб\w*[\",.\s]*)?(?:замен|измен|исправ|уточн|меня|поменя)[а-я]*\s(?:на\s|[а-я]+ами\s)"
    r"[^.;\d]{0,20}\d"
)
"""After the old sum of an amendment: 'цифры "47,3" заменены цифрами "48,9"'."""
_FROM, _TO = re.compile(r"\bс\s+$"), re.compile(r"(?:\s?руб\w*)?\s(?:на|до)\s\d")
"""Around the old one of "изменены с 47,3 млрд рублей на 48,9"."""
_BEEN = re.compile(r"\bбыл[оаи]?:?\s(?:-\s)?$")
_NOW = re.compile(r"(?:\s?руб\w*\.?)?\W*(?:а |и )?(?:стал[оаи]?|теперь|буд[еу]т)\b[^.;\d]{0,20}\d")
"""Around the old one of "было 47,3 млрд рублей, стало 48,9"."""


def replaced(plain: str, this: Sum) -> bool:
    """Is it the sum that another takes the place of?"""
    moved = _FROM.search(plain[: this.start]) and _TO.match(plain, this.end)
    was = _BEEN.search(plain[: this.start]) and _NOW.match(plain, this.end)
    return bool(moved or was or _WAS.match(plain, this.end))
