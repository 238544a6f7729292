"""The words of the site in one language: phrases, plurals, numbers, dates."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import cache, cached_property, lru_cache
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from datasette_config import written

LANGUAGES = ("ru", "en")
_FOLDER = Path(__file__).with_name("locale")
_SOFT = "\N{SOFT HYPHEN}"
_LONG = re.compile(r"[а-яё]{9,}", re.IGNORECASE)
_SYLLABLE = re.compile(r"(?<=\w\w)([аеёиоуыэюя])(?=[бвгджзклмнпрстфхцчшщ]{1,2}[аеёиоуыэюя]\w)")
_NBSP = "\N{NO-BREAK SPACE}"


@dataclass(frozen=True)
class Words:
    """``words("map.title", n=3)`` is a phrase; KeyError when the locale lacks it."""

    lang: str
    phrases: Mapping[str, Any]

    def __call__(self, key: str, /, **values: object) -> str:
        """The phrase under a dotted key, its ``{places}`` filled."""
        found = self[key]
        # Plain replacement: str.format would let a value reach into attributes.
        for name, value in values.items():
            found = found.replace("{" + name + "}", str(value))
        return found

    def __getitem__(self, key: str) -> str:
        """The phrase under a dotted key that has no places: in templates half a call's price."""
        return self._by_key[key]

    @cached_property
    def _by_key(self) -> Mapping[str, str]:
        """Every phrase under its dotted key."""
        return dict(_phrases(self.phrases))

    def _find(self, key: str) -> object:
        found: Any = self.phrases
        for part in key.split("."):
            found = found[part]
        return found

    def code(self, group: str, code: str) -> str:
        """The words for a code of a closed list; what is not in the list stands as it is."""
        known = self._find(group)
        assert isinstance(known, Mapping), group  # noqa: S101 - a group is a mapping in both files
        return str(known.get(code, code))

    def count(self, key: str, number: int) -> str:
        """A number with its noun in the right form: 1 регион, 2 региона, 5 регионов."""
        return f"{self.number(number)}{_NBSP}{self(f'{key}.{self._form(number)}')}"

    def _form(self, number: int) -> str:
        if self.lang == "en":
            return "one" if number == 1 else "many"
        if number % 10 == 1 and number % 100 != 11:
            return "one"
        few = number % 10 in (2, 3, 4) and number % 100 not in (12, 13, 14)
        return "few" if few else "many"

    def number(self, value: float, digits: int = 0) -> str:
        """A number with the language's own comma and spaces: 48 213,5 or 48,213.5.

        Halves go up, as readers who compare it with the table expect: 24.95 is 25.0.
        """
        return _number(value, digits, self.lang)

    def percent(self, share: float) -> str:
        """A share 0..1 as a percentage. Rounded down: 99.6 % must not read as everything."""
        whole = str(int(share * 100 + 1e-9))
        return f"{whole}{_NBSP}%" if self.lang == "ru" else f"{whole}%"

    def bytes(self, size: int) -> str:
        """A size in the unit a person would choose: 284 КБ, 1.4 MB."""
        units = self("units.bytes").split()
        number, unit = float(size), 0
        while number >= 1000 and unit + 1 < len(units):
            number, unit = number / 1000, unit + 1
        return f"{self.number(number, 1 if unit and number < 10 else 0)}{_NBSP}{units[unit]}"

    def soft(self, text: str) -> str:
        """Long Russian words with soft hyphens, for browsers that have no dictionary of them.

        A syllable may end at a vowel that a consonant and a vowel follow.
        """
        return _LONG.sub(lambda word: _SYLLABLE.sub(rf"\1{_SOFT}", word[0]), text)

    def day(self, iso: str) -> str:
        """``2026-11-23`` as people write it; anything else stands as it is."""
        parts = iso[:10].split("-")
        if len(parts) != 3 or not all(part.isdigit() for part in parts):
            return iso
        months = self("months").split()
        return f"{int(parts[2])}{_NBSP}{months[int(parts[1]) - 1]}{_NBSP}{parts[0]}"

    def moment(self, iso: str) -> str:
        """``2026-11-23T09:12:45Z`` as a day and a time."""
        return f"{self.day(iso)}, {iso[11:16]}{_NBSP}UTC" if len(iso) > 15 else self.day(iso)

    def between(self, earliest: str | None, latest: str | None) -> str:
        """An interval of days in words; either end may be unknown."""
        if earliest and earliest == latest:
            return self.day(earliest)
        if earliest and latest:
            return f"{self.day(earliest)} — {self.day(latest)}"
        if earliest:
            return self("dates.after", day=self.day(earliest))
        return self("dates.before", day=self.day(latest)) if latest else self("dates.unknown")

    def place(self, locator: str) -> str:
        """``page=3`` as «стр. 3». Several may stand together, joined by ``;`` or ``&``.

        Signs that part a locator are percent-escaped within its values.
        """
        parts = (part.partition("=") for part in locator.replace("&", ";").split(";") if part)
        return ", ".join(
            self(f"place.{kind}", n=unquote(which))
            if kind in self.phrases["place"]
            else f"{kind} {unquote(which)}"
            for kind, _, which in parts
        )

    def other(self) -> str:
        """The other language of the site."""
        return next(lang for lang in LANGUAGES if lang != self.lang)


# A page says hundreds of numbers, and the next page many of them again.
@lru_cache(maxsize=50_000)
def _number(value: float, digits: int, lang: str) -> str:
    exact = Decimal(repr(value)).quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)
    text = f"{exact:,f}".replace("-", "\N{MINUS SIGN}")
    return text if lang == "en" else text.replace(",", _NBSP).replace(".", ",")


def _phrases(group: Mapping[str, Any], before: str = "") -> Iterator[tuple[str, str]]:
    for name, found in group.items():
        if isinstance(found, str):
            yield f"{before}{name}", found
        elif isinstance(found, Mapping):
            yield from _phrases(found, f"{before}{name}.")


@cache
def words(lang: str) -> Words:
    """The words of one language, read once."""
    return Words(lang, written.read(_FOLDER / f"{lang}.yaml"))
