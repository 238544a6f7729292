"""Does a link speak of a town's or district's budget? Regions whose name is a city's are regions.

Municipalities publish editions of their own under the same name; the region's are owed here.
"""

import re
from functools import lru_cache

from crawler.model import Region
from crawler.walk.spoken import plain

_OF_A_PLACE = re.compile(
    r"муниципальн\w+ (?:\w+ )?(?:образовани|район|округ|поселени)|городск\w+ (?:округ|поселени)"
    r"|сельск\w+ поселени|сельсовет|\w+(?:ск|цк)(?:ого|ий|ом|ому|им) район|\bмуниципалитет"
    r"|администрац\w+ (?:\w+ )?(?:город|район|поселени|округа|сельс|муниц)"
    r"|munitsip|munic?ipal|gorodsk\w+ okrug|selsk\w+ posel|\w+sk(?:ogo|ij|iy|ii) ra[jy]on"
)
# "Муниципалитеты и долг", "Муниципальным районам": all of them at once, with no name beside.
_AT_LARGE = re.compile(
    r"\bмуниципалитет(?:ы|ам|ов|ах)\b|муниципальны(?:е|м|х) [а-я]+(?:м|х|я|ы|и|ий)\b"
)
_BUDGETS_OF_PLACES = re.compile(r"бюджет\w* (?:\w+ )?(?:муниципальн|районов|городов|местн)")
# Only written words tell a town's name: "города Энска", "г. Энск", but not "2026 г. Проект".
_TOWN = re.compile(r"(?<!\d)(?<!\d\s)(?:\b[Гг]ород(?:а|у|е|ом|ов)?|\bг\.)\s?[«\"]?([А-ЯЁ][\w-]+)")
_MO = re.compile(r"\bМО\b(?:\s+[«\"А-ЯЁ]|$)|\bМО\s+г")
_OF_THE_REGION = re.compile(
    r"област|республик|\bкра[йяюе]м?\b|краев\w+|регион|субъект\w* рф|автономн\w+ округ"
    r"|консолидирован|\boblast|\bregion"
)
_KINDS = frozenset(["область", "республика", "край", "автономный", "автономная", "округ", "город"])


class Municipal:
    """Tells municipal words from those of one region."""

    def __init__(self, region: Region) -> None:
        words = [w for w in plain(region.name.ru).split() if w not in _KINDS]
        self._stems = tuple(w[:5] for w in words if len(w) > 2)
        # "МО" is a municipality, but in Moscow, Murmansk and Magadan oblasts the oblast itself.
        self._is_mo = "".join(w[:1] for w in plain(region.name.ru).split()) == "мо"

    @lru_cache(maxsize=2_048)  # noqa: B019 # lives as long as its walk
    def speaks(self, text: str) -> bool:
        """True when a text as people write it names a municipality and not the region."""
        words = plain(text)
        if _OF_THE_REGION.search(words):
            return False
        if _OF_A_PLACE.search(words) or _BUDGETS_OF_PLACES.search(words):
            return True
        if any(not self._is_region(town) for town in _TOWN.findall(text)):
            return True
        return not self._is_mo and bool(_MO.search(text))

    def speaks_of_all(self, text: str) -> bool:
        """True when a text speaks of municipalities together: a chapter of the region's edition."""
        rest = _AT_LARGE.sub(" ", plain(text))
        return rest != plain(text) and not self.speaks(rest) and not _TOWN.search(text)

    def is_regional(self, text: str) -> bool:
        """True when a text names the region, or any."""
        words = plain(text)
        return bool(_OF_THE_REGION.search(words)) or any(
            word.startswith(stem) for stem in self._stems for word in words.split()
        )

    def _is_region(self, name: str) -> bool:
        return plain(name)[:5].startswith(self._stems) if self._stems else False
