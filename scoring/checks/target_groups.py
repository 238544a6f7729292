"""Is support for named groups of recipients told, with amounts or the size of the measure?"""

from collections.abc import Sequence
from typing import Literal

from pydantic import Field

from scoring.checks.answers import in_file, in_files, measured
from scoring.checks.support import supported
from scoring.checks.texts import TextCheck
from scoring.language.ru.lexicon import lexicon
from scoring.model import Answered, Dossier, Edition, EditionFile, Evidence


class TargetGroups(TextCheck):
    """1 for ``many`` groups with amounts, ``some`` for fewer, or for groups without amounts."""

    kind: Literal["target-groups"]
    many: int = Field(default=3, ge=2)
    some: float = Field(default=0.5, gt=0, lt=1)

    def look(self, dossier: Dossier, edition: Edition, files: tuple[EditionFile, ...]) -> Answered:
        """Quote each group, first those with an amount."""
        sums: dict[str, Evidence] = {}
        named: dict[str, Evidence] = {}
        for file in files:
            for passage, groups, size in supported(file):
                for group in groups:
                    kept = sums if size is not None else named
                    if group not in kept:
                        said = f"{passage.text} {size or ''}"
                        kept[group] = in_file(file, passage.locator, said)
        only = [group for group in named if group not in sums]
        there = [*sums, *only]
        value = 1.0 if len(sums) >= self.many else self.some if there else 0.0
        ru, en = _titles(there)
        words = (
            f"Групп получателей: {len(there)}, из них с размером поддержки: {len(sums)} ({ru}).",
            f"Groups of recipients: {len(there)}, with the size of support: {len(sums)} ({en}).",
        )
        none = "Ни одной группы получателей не названо.", "No group of recipients is named."
        proof = [*sums.values(), *(named[g] for g in only)] or in_files(edition)
        return measured(value, words if there else none, proof)


def _titles(groups: Sequence[str]) -> tuple[str, str]:
    """Known groups by their titles, others in the words of the edition."""
    known = lexicon("groups")
    told = [known.titles([g]) if g in known.topics else (g, g) for g in groups]
    return ", ".join(ru for ru, _ in told), ", ".join(en for _, en in told)
