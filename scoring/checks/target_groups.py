"""Is support for named groups of recipients told, with amounts or the size of the measure?"""

import re
from collections.abc import Iterator
from typing import Literal

from pydantic import Field

from scoring.checks.answers import in_file, in_files, measured
from scoring.checks.texts import TextCheck
from scoring.facts import Unit
from scoring.facts.quantity import quantities
from scoring.language.ru.folded import folded
from scoring.language.ru.lexicon import lexicon
from scoring.model import Answered, Dossier, Edition, EditionFile, Evidence
from scoring.passages import Passage, Piece, passages
from scoring.totals.money import cell

_SUPPORT = re.compile(
    r"\b(?:выплат|пособи|поддерж|льгот|компенсац|субсиди[яиюей]|обеспеч|мер[ауы] |мерах|помощ|"
    r"помог|"
    r"помож|стипенди|питани|питать|корм|проезд|капитал|жиль[ея]|квартир|доплат|единовремен|ежемесячн|"
    r"надбав|скидк|сертификат|получ|предоставл|бесплатн|подъемн|грант|пенси[яиюей]\b|содержани|оздоровл|отдых|"
    r"лекарств|вознагражден|премии|освобожд|возмещ|выда[юе]|социальн|ипотек|соцконтракт|на ребенка)"
)
_NUMBER = re.compile(r"\d")


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
            for passage, groups in supported(file):
                for group in groups:
                    kept = sums if sized(passage) else named
                    kept.setdefault(group, in_file(file, passage.locator, passage.text))
        only = [group for group in named if group not in sums]
        there = [*sums, *only]
        value = 1.0 if len(sums) >= self.many else self.some if there else 0.0
        ru, en = lexicon("groups").titles(there)
        said = (
            f"Групп получателей: {len(there)}, из них с размером поддержки: {len(sums)} ({ru}).",
            f"Groups of recipients: {len(there)}, with the size of support: {len(sums)} ({en}).",
        )
        none = "Ни одной группы получателей не названо.", "No group of recipients is named."
        proof = [*sums.values(), *(named[g] for g in only)] or in_files(edition)
        return measured(value, said if there else none, proof)


def supported(file: EditionFile) -> Iterator[tuple[Passage, tuple[str, ...]]]:
    """Passages that speak of support for groups, and which groups."""
    words = lexicon("groups").words
    for passage in passages(file.document.legible):
        goal = any(lexicon("policy").words.named(head) for head in passage.above[-1:])
        if passage.piece is Piece.HEADING or goal:
            continue
        groups = tuple(dict.fromkeys(m.topic for m in words.found(_names(passage))))
        if groups and _SUPPORT.search(folded(f"{passage.text} {' '.join(passage.above[-2:])}")):
            yield passage, groups


def _names(passage: Passage) -> str:
    """Of a row its first cells, where the group is; its other cells may name payers."""
    return " | ".join(passage.text.split(" | ")[:2]) if passage.piece is Piece.ROW else passage.text


def sized(passage: Passage) -> bool:
    """An amount, a rate or how many get it stands in the passage."""
    if passage.piece is Piece.ROW:
        cells = passage.text.split(" | ")[1:]
        return any(cell(text) is not None or _measured(text) for text in cells)
    return _measured(passage.text)


def _measured(text: str) -> bool:
    asked = (Unit.MONEY, Unit.PER_RESIDENT, Unit.PERCENT)
    return _NUMBER.search(text) is not None and any(q.unit in asked for q in quantities(text))
