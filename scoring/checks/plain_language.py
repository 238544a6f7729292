"""How many years of schooling does the edition's prose ask for?"""

from typing import TYPE_CHECKING, Literal, Self

from pydantic import Field, model_validator

from scoring.checks.answers import in_files, measured, unknown
from scoring.checks.base import Check
from scoring.checks.texts import unread
from scoring.model import Answered, Dossier, Edition

if TYPE_CHECKING:  # loaded when there is something to read
    from scoring.language.ru.readability import Readability

_MANY_LONG = 0.15


_NO_PROSE = (
    "Ни одного предложения нет: издание состоит из таблиц и подписей.",
    "There is not one sentence: the edition is tables and captions.",
)


class PlainLanguage(Check):
    """1 at grade ``easy`` and below, 0 at grade ``hard`` and above, linear between.

    The grade is of all running prose in the files that could be read, what was recognised in
    scans included: a figure misread there moves no grade. A hidden part would move it either
    way, so it does not widen the bounds, unless too little is left to judge. Of a short text the
    bounds are two standard errors of the grade away. An edition that was read whole and has not
    one sentence explains nothing in prose: 0.
    """

    kind: Literal["plain-language"]
    easy: float = Field(default=9.0, ge=1, le=25)
    hard: float = Field(default=17.0, ge=1, le=25)

    @model_validator(mode="after")
    def _easy_is_easier(self) -> Self:
        if self.easy >= self.hard:
            raise ValueError(f"easy ({self.easy:g}) must be below hard ({self.hard:g})")
        return self

    def measure(self, dossier: Dossier, edition: Edition) -> Answered:
        """Measure the prose, citing its hardest sentences."""
        # razdel and the formulas are loaded when there is something to read.
        from scoring.checks.running import bounds, running
        from scoring.language.ru.readability import grade_error, measure

        told = running(edition)
        found = measure(told.sentences)
        hidden = unread(edition)
        if not told.sentences and not hidden:
            return measured(0.0, _NO_PROSE, in_files(edition))
        if found is None:
            return unknown(hidden or "too-little-prose", in_files(edition))
        value = self._value(found.grade)
        error = 0.0 if told.firm else grade_error(told.sentences)
        low, high = bounds(self._value, found.grade, error)
        words = (_ru(found, value < 1), _en(found, value < 1))
        return measured(value, words, told.cited(found.hardest), low=low, high=high)

    def _value(self, grade: float) -> float:
        return min(1.0, max(0.0, (self.hard - grade) / (self.hard - self.easy)))


def _ru(found: "Readability", mend: bool) -> str:  # noqa: FBT001 - said with or without what to do
    said = [
        f"Текст посилен тому, кто проучился лет: {_comma(found.grade)}. Слов в предложении: "
        f"{_comma(found.asl)}; предложений: {found.sentences}."
    ]
    if mend and _helps(found.grade, found.grade_halved):
        said.append(
            f"Если разделить надвое самые трудные предложения ({len(found.hardest)}), хватит "
            f"{_comma(found.grade_halved)}."
        )
    if mend and _helps(found.grade_halved, found.grade_short):
        said.append(
            f"Если разделить все, что длиннее 20 слов (их {found.over}), — "
            f"{_comma(found.grade_short)}."
        )
    if mend and found.long_share > _MANY_LONG:
        said.append(f"Слов из пяти слогов и больше: {found.long_share:.0%}.".replace("%", " %"))
    return " ".join(said)


def _en(found: "Readability", mend: bool) -> str:  # noqa: FBT001 - as above
    said = [
        f"Years of schooling the prose asks for: {found.grade:.1f}. Words per sentence: "
        f"{found.asl:.1f}; sentences: {found.sentences}."
    ]
    if mend and _helps(found.grade, found.grade_halved):
        said.append(
            f"If the hardest sentences ({len(found.hardest)}) were cut in two it would be "
            f"{found.grade_halved:.1f}."
        )
    if mend and _helps(found.grade_halved, found.grade_short):
        said.append(f"If all of more than 20 words ({found.over}) were: {found.grade_short:.1f}.")
    if mend and found.long_share > _MANY_LONG:
        said.append(f"Words of five syllables and more: {found.long_share:.0%}.")
    return " ".join(said)


def _helps(before: float, after: float) -> bool:
    """Would a reader see another number?"""
    return round(after, 1) < round(before, 1)


def _comma(value: float) -> str:
    return f"{value:.1f}".replace(".", ",")
