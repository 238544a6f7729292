"""Are the budget's terms defined?"""

from typing import Literal, Self

from pydantic import Field, model_validator

from scoring.checks.answers import in_file, in_files, measured
from scoring.checks.texts import TextCheck
from scoring.language.ru.definitions import Definition, definitions
from scoring.model import Answered, Dossier, Edition, EditionFile

_MOST_NAMED = 8


class Glossary(TextCheck):
    """1 for ``many`` definitions and more, ``some`` for fewer; a heading alone is none."""

    kind: Literal["glossary"]
    many: int = Field(default=5, ge=1)
    some: float = Field(default=0.5, ge=0, le=1)

    @model_validator(mode="after")
    def _some_is_less(self) -> Self:
        if self.some >= 1:
            raise ValueError(f"some ({self.some:g}) must be below 1")
        return self

    def look(self, dossier: Dossier, edition: Edition, files: tuple[EditionFile, ...]) -> Answered:
        """Quote the definitions, each term once."""
        found: dict[str, tuple[Definition, EditionFile]] = {}
        for file in files:
            for definition in definitions(file.document):
                found.setdefault(definition.term.casefold(), (definition, file))
        value = 1.0 if len(found) >= self.many else self.some if found else 0.0
        proof = [in_file(file, d.locator, d.quote) for d, file in found.values()]
        return measured(value, _words(tuple(found)), proof or in_files(edition))


def _words(terms: tuple[str, ...]) -> tuple[str, str]:
    if not terms:
        return "Определений терминов нет.", "No terms are defined."
    named = ", ".join(terms[:_MOST_NAMED])
    more = " …" if len(terms) > _MOST_NAMED else ""
    return (
        f"Определено терминов: {len(terms)} ({named}{more}).",
        f"Terms defined: {len(terms)} ({named}{more}).",
    )
