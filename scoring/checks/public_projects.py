"""Are socially significant projects or construction objects named, with amounts?"""

from typing import Literal

from pydantic import Field

from scoring.checks.answers import in_file, in_files, measured
from scoring.checks.objects import projects
from scoring.checks.parted import sums
from scoring.checks.parts import counted
from scoring.checks.priced import has_sum
from scoring.checks.texts import TextCheck
from scoring.model import Answered, Dossier, Edition, EditionFile, Evidence

_NAMES = 60


class PublicProjects(TextCheck):
    """1 for ``many`` named projects with amounts, ``some`` for fewer or without amounts."""

    kind: Literal["public-projects"]
    many: int = Field(default=3, ge=2)
    some: float = Field(default=0.5, gt=0, lt=1)

    def look(self, dossier: Dossier, edition: Edition, files: tuple[EditionFile, ...]) -> Answered:
        """Quote each project, first those with an amount."""
        priced: dict[str, Evidence] = {}
        named: dict[str, Evidence] = {}
        for file in files:
            told = sums(file)
            for passage, called, follows in projects(file, told):
                labels = told.get(passage.text, ())
                kept = priced if labels or follows or has_sum(passage) else named
                for key in map(_key, labels or (called,)):
                    if key not in kept:
                        kept[key] = in_file(file, passage.locator, f"{passage.text} {follows}")
        value = 1.0 if len(priced) >= self.many else self.some if priced or named else 0.0
        with_, without = list(priced), [key for key in named if key not in priced]
        ru, en = counted("Проектов и объектов с суммой", "Projects with an amount", with_)
        if without:
            ru, en = f"{ru} Без суммы: {len(without)}.", f"{en} Without one: {len(without)}."
        proof_ = [*priced.values(), *(named[key] for key in without)] or in_files(edition)
        return measured(value, (ru, en), proof_)


def _key(label: str) -> str:
    words = " ".join(label.split())
    return words if len(words) <= _NAMES else f"{words[:_NAMES].rstrip()}…"
