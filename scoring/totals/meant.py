"""Sentences that tell the plan from their first words: "Закон разрешал другое: доходы - 38 100"."""

import re

from scoring.language.ru.folded import any_of

_PLANNED = any_of(
    r"^\W*(?:[а-я]+ ){0,4}(?:план|закон|смет|роспис|проект|прогноз|бюджет)[а-я]*\s"
    r"(?:[а-я0-9.№-]+,? ){0,7}?"
    r"(?:разреш|предусм|предполаг|стоял|значи|числи|выгляд|допуск|обеща|требова|ждал|закладыв|"
    r"отводи|позвол|говори|рисова|назыв|был[аои]? (?:так|друг|ин|скромн|сложн|проще|больш|меньш|"
    r"рассчитан|утвержден|принят|составлен|записан))",
    r"^\W*(?:[а-я]+ ){0,4}(?:ждали|ожидали|планировали|рассчитывали|предполагали|намечали|думали|"
    r"закладывали|собирались|надеялись|хотели)\b",
    r"^\W*(?:[а-я]+ ){0,2}(?:по|согласно) (?:[а-я]+ ){0,2}"
    r"(?:план|закон|смет|роспис|прогноз)[а-я]*\b",
    r"^\W*(?:[а-я]+ ){0,2}(?:был[оаи]? )?"
    r"(?:запланирован|намечен|заложен|предусмотрен|утвержден)[оаы]?"
    r"(?: [а-я]+){0,3}\s?[-:]",
    r"^\W*(?:а |но |и )?(?:(?:первоначальн|исходн|годов)[а-я]+ )?план(?:ы)?"
    r"(?: года| на год)?\s?[-:]",
)
"""A sentence that begins with the plan tells of it all that it tells: "Закон разрешал другое"."""
_COME_TO = re.compile(
    r"\b(?:исполн|факт|поступил|получил|получен|собрал|собран|израсходова[лн]|потратил|потрачен|"
    r"составил|вышл|вышел|оказал|достиг|пришл|ушл|перевыполн|выполн|сложил|закрыл|"
    r"(?:на|в) (?:самом )?(?:деле|действительности|реальности))"
)


_ONLY_MEANT = any_of(
    r"\b(?:утвержд[а-я]+|запланирова[а-я]+|предусм[а-я]+|планировал[а-я]*|рассчитывал[а-я]*|"
    r"прогнозировал[а-я]*|ожидал[а-я]*|закладывал[а-я]*)\b"
)
"""Words that tell a plan wherever they stand in what is said before the sum."""


def all_meant(before: str) -> bool:
    """Does what stands before a sum begin with the plan and not come to the outcome yet?"""
    return _PLANNED.search(before) is not None and _COME_TO.search(before) is None


def only_meant(before: str) -> bool:
    """Does what stands before a sum speak of the plan, and of no outcome at all?"""
    told = _ONLY_MEANT.search(before) or _PLANNED.search(before)
    return told is not None and _COME_TO.search(before) is None
