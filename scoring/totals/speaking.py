"""Which year sentences speak of that name none: their heading's, or that of those before them."""

import re
from dataclasses import dataclass

from scoring.editions.years import fiscal, mentioned

_SURE = 3
YEAR_BEFORE = re.compile(
    r"\bгод(?:ом)? (?:раньше|ранее|назад)\b|\bв (?:прошлом|предыдущем|минувшем)(?: \d{4}|,)? году\b"
    r"|\bпрошлогодн\w+|\bпрошл\w+ лет"
)
"""Words that turn a sentence to the year before the one spoken of."""


@dataclass(frozen=True, slots=True)
class Speaks:
    """The year set by the heading over a sentence, and by the sentences before it."""

    heading: int | None
    carried: int | None

    @property
    def year(self) -> int | None:
        """The nearer of the two."""
        return self.carried or self.heading


def year_spoken_of(sentence: str) -> int | None:
    """The year a sentence leaves for those that follow: "Край живёт по закону на 2026 год"."""
    named = fiscal(sentence)
    alone = len({year for year, _ in mentioned(sentence)}) == 1
    return named.year if named and named.strength == _SURE and alone else None
