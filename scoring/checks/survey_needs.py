"""Did the publisher have a way to learn beforehand what the public wants to know?"""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Literal

from pydantic import Field

from scoring.checks.answers import in_file, measured
from scoring.checks.feedback import Feedback
from scoring.checks.survey import SurveyQuestion
from scoring.checks.texts import readable
from scoring.language.ru.folded import folded
from scoring.language.ru.lexicon import lexicon
from scoring.model import Answered, Dossier, Edition, EditionFile, Evidence
from scoring.passages import passages

_FEEDBACK = Feedback(kind="feedback")
_CAME = re.compile(
    r"\b(?:приняли участие|участвовал\w*|поступил\w*|ответил\w*|проголосовал\w*|направил\w*|"
    r"прислал\w*|получен\w*|собран\w*|опрошен\w*|высказал\w*)\b"
)
_HOW_MANY = re.compile(
    r"(?<![\d.,])(\d{1,3}(?: \d{3})+|\d+(?:[.,]\d+)?)\s*(тыс\w*\.?)?\s*(?:человек|жител\w+|"
    r"граждан\b|участник\w*|респондент\w*|ответ\w*|анкет\w*|предложени\w*|обращени\w*|вопрос\w*|голос\w*)"
)
_THOUSAND = 1000


class SurveyNeeds(SurveyQuestion):
    """a: a way that many use, b: a way that works, c: one that does not, d: none. OBS, question 66.

    A way that works is what the house check `feedback` gives full marks for; an invitation
    without one is c. It is widely used when the edition tells of ``used`` answers or more; when
    it tells of none, it may be all the same. A way that nobody was told of would be c too.
    """

    kind: Literal["survey-needs"]
    used: int = Field(default=100, ge=1)

    def look(self, dossier: Dossier, edition: Edition) -> Answered:
        """The house check's answer as the survey's letter."""
        way = _FEEDBACK(dossier, edition.stage)
        if way.value is None:
            return way
        if way.value == 1:
            many = [e for file in readable(edition) for e in _answers(file, self.used)]
            if many:
                words = (
                    f"{way.reason} Им пользуются многие.",
                    f"{way.reason_en} Many use it.",
                )
                return measured(1.0, words, (*many, *way.evidence))
            return replace(way, value=self.b, low=self.b, high=1.0)
        value = self.c if way.value else 0.0
        return replace(way, value=value, low=value, high=1.0 if way.high == 1 else self.c)


def _answers(file: EditionFile, least: int) -> Iterator[Evidence]:
    """Where the edition tells how many took part in its survey or hearing."""
    for passage in passages(file.document.legible):
        plain = folded(passage.text)
        told = _CAME.search(plain) and lexicon("voice").words.named(passage.text)
        if told and any(_count(match) >= least for match in _HOW_MANY.finditer(plain)):
            yield in_file(file, passage.locator, passage.text)


def _count(match: re.Match[str]) -> float:
    number = float(match[1].replace(" ", "").replace(",", "."))
    return number * _THOUSAND if match[2] else number
