"""How many years of schooling does the edition's prose ask for?"""

from typing import Literal, Self

from pydantic import Field, model_validator

from scoring.checks.answers import in_file, in_files, measured, unknown
from scoring.checks.base import Check
from scoring.checks.texts import unread, worded
from scoring.model import Answered, Dossier, Edition, EditionFile, Evidence


class PlainLanguage(Check):
    """1 at grade ``easy`` and below, 0 at grade ``hard`` and above, linear between.

    The grade is of all running prose in the files that could be read, what was recognised in
    scans included: a figure misread there moves no grade. A hidden part would move it either
    way, so it does not widen the bounds, unless too little is left to judge.
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
        from scoring.language.ru.prose import prose
        from scoring.language.ru.readability import measure

        files = worded(edition)
        passages = {file.capture.id: prose(file.document) for file in files}
        found = measure(passage for file in files for passage in passages[file.capture.id])
        if found is None:
            return unknown(unread(edition) or "too-little-prose", in_files(edition))
        value = min(1.0, max(0.0, (self.hard - found.grade) / (self.hard - self.easy)))
        words = (
            f"Текст посилен тому, кто проучился лет: {_number(found.grade)}. Слов в "
            f"предложении: {_number(found.asl)}; предложений: {found.sentences}.",
            f"Years of schooling the prose asks for: {found.grade:.1f}. Words per sentence: "
            f"{found.asl:.1f}; sentences: {found.sentences}.",
        )
        hardest = [_where(files, s.text, s.locator) for s in found.hardest]
        return measured(value, words, hardest or in_files(edition))


def _where(files: tuple[EditionFile, ...], text: str, locator: str) -> Evidence:
    """The file a sentence stands in; a sentence put together over a page's end has its start."""
    start = text[:40]
    holds = (
        file
        for file in files
        if any(
            b.locator == locator and start in " ".join(b.text.split()) for b in file.document.blocks
        )
    )
    return in_file(next(holds, files[0]), locator, text)


def _number(value: float) -> str:
    return f"{value:.1f}".replace(".", ",")
