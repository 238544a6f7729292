"""Sums told in words alone: "сто двадцать четыре миллиарда"."""

import re

from scoring.facts.numerals import in_digits

_SPELLED = re.compile(
    r"(?:\bдв[ае]|тр[ие]|чет[а-я]+|пят[ьи]|шест[ьи]|сем[ьи]|восем[ьи]|девят[ьи]|дцат[ьи]|десят|"
    r"полтор[аы]|полутора|сорок|\bсто|ст[аи]|сот|один) (?:миллиард|миллион|млрд|млн)"
)
_A_WORD_OF = re.compile(r" м(?<=[а-я] м)(?:иллиард|иллион|лрд|лн)")
"""Most texts count in digits, and this is found out sooner."""


def counted_out(plain: str) -> str:
    """Sign for sign, with digits for the numbers where words count milliards or millions."""
    return in_digits(plain) if _A_WORD_OF.search(plain) and _SPELLED.search(plain) else plain
