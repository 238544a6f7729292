"""How dense are the markers of officialese?"""

from typing import TYPE_CHECKING, Literal, Self

from pydantic import Field, model_validator

from scoring.checks.answers import in_files, measured, unknown
from scoring.checks.base import Check
from scoring.checks.texts import unread
from scoring.model import Answered, Dossier, Edition

if TYPE_CHECKING:  # loaded when there is something to read
    from scoring.language.ru.officialese import Density, Heavy

_NAMES = {
    "genitives": ("цепочки родительных падежей", "chains of genitives"),
    "verbal-noun": ("отглагольные существительные", "verbal nouns"),
    "preposition": ("составные предлоги", "compound prepositions"),
    "passive": ("страдательные обороты", "passives"),
}
_MOST_NAMED = 6
_LONGEST_MARKER = 80


class Officialese(Check):
    """1 at ``newspaper`` markers per 100 words and fewer, 0 at ``law`` and more, linear between.

    The markers and how the two levels were calibrated: docs/readability.md. As with the grade,
    a hidden part would move the density either way and does not widen the bounds, and of a short
    text they are two standard errors away.
    """

    kind: Literal["officialese"]
    newspaper: float = Field(default=5.0, ge=0, le=100)
    law: float = Field(default=17.0, ge=0, le=100)

    @model_validator(mode="after")
    def _newspaper_is_lighter(self) -> Self:
        if self.newspaper >= self.law:
            raise ValueError(f"newspaper ({self.newspaper:g}) must be below law ({self.law:g})")
        return self

    def measure(self, dossier: Dossier, edition: Edition) -> Answered:
        """Count the markers, citing the heaviest sentences and naming what makes them so."""
        # The dictionary is loaded when there is something to read.
        from scoring.checks.running import bounds, running
        from scoring.language.ru.officialese import officialese
        from scoring.language.ru.readability import FEWEST_SENTENCES, FEWEST_WORDS

        told = running(edition)
        found = officialese(told.sentences)
        if len(told.sentences) < FEWEST_SENTENCES or told.words < FEWEST_WORDS:
            return unknown(unread(edition) or "too-little-prose", in_files(edition))
        low, high = bounds(self._value, found.density, 0.0 if told.firm else found.error)
        proof = told.cited(heavy.sentence for heavy in found.heaviest) or in_files(edition)
        return measured(self._value(found.density), _words(found), proof, low=low, high=high)

    def _value(self, density: float) -> float:
        return min(1.0, max(0.0, (self.law - density) / (self.law - self.newspaper)))


def _words(found: "Density") -> tuple[str, str]:
    kinds = [(_NAMES[kind], f"{density:.1f}") for kind, density in found.by_kind.items() if density]
    ru = "; ".join(f"{names[0]} {density}" for names, density in kinds).replace(".", ",")
    en = "; ".join(f"{names[1]} {density}" for names, density in kinds)
    heavy = [
        f"{place}) {_named(one, language)}"
        for language in (0, 1)
        for place, one in enumerate(found.heaviest, 1)
    ]
    count = len(found.heaviest)
    said_ru = f"Примет канцелярита на 100 слов: {found.density:.1f}".replace(".", ",")
    said_en = f"Markers of officialese per 100 words: {found.density:.1f}"
    if not kinds:
        return f"{said_ru}.", f"{said_en}."
    return (
        f"{said_ru} ({ru}). Тяжелее всего, по порядку цитат: {' '.join(heavy[:count])}",
        f"{said_en} ({en}). Heaviest, in the order quoted: {' '.join(heavy[count:])}",
    )


def _named(heavy: "Heavy", language: int) -> str:
    """The markers of a sentence by kind, each word once: «обороты: предусмотрено, ...»."""
    sides = []
    for kind, names in _NAMES.items():
        said = dict.fromkeys(m.words[:_LONGEST_MARKER] for m in heavy.markers if m.kind == kind)
        if said:
            some = ", ".join(f"«{words}»" for words in list(said)[:_MOST_NAMED])
            sides.append(f"{names[language]} {some}")
    return f"{'; '.join(sides)}."
