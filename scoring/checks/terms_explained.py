"""Of the budget terms used, how many are explained?"""

from typing import Literal

from scoring.checks.answers import in_file, in_files, measured
from scoring.checks.texts import TextCheck
from scoring.model import Answered, Dossier, Edition, EditionFile, Status

_MOST_NAMED = 10


class TermsExplained(TextCheck):
    """The share of the terms used that are explained, in a glossary or where they stand.

    The terms are those of scoring/language/ru/budget_terms.yaml, and whatever else the edition
    takes for a term and defines. A term explained in one file of the edition is explained. An
    edition that uses none is not asked. A part that could not be read may hold the glossary: it
    leaves the value open upwards.
    """

    kind: Literal["terms-explained"]

    def look(self, dossier: Dossier, edition: Edition, files: tuple[EditionFile, ...]) -> Answered:
        """Quote the terms left unexplained where they are met first."""
        from scoring.language.ru.explained import defined_besides, explained, used

        told = [f for f in files if f.role != "data"] or list(files)
        met = [(use, file) for file in told for use in used(file.document)]
        own = [(use, file) for file in told for use in defined_besides(file.document)]
        places = {use.term.term: (use, file) for use, file in reversed(met)}
        found = list(dict.fromkeys(use.term.term for use, _ in met))
        besides = {use.term.term.casefold(): (use, file) for use, file in reversed(own)}
        if not found and not besides:
            words = ("Бюджетных терминов в издании нет.", "The edition uses no budget terms.")
            proof = in_files(edition)
            return Answered(Status.NOT_APPLICABLE, None, 0.0, 1.0, words[0], proof, words[1])
        clear = {name for file in told for name in explained(file.document)}
        dark = [name for name in found if name not in clear]
        count = len(found) + len(besides)
        proof_of = [places[name] for name in dark or found] or list(besides.values())
        return measured(
            (count - len(dark)) / count,
            _words(count, dark),
            [in_file(file, use.locator, use.quote) for use, file in proof_of],
        )


def _words(count: int, dark: list[str]) -> tuple[str, str]:
    ru = f"Терминов в издании: {count}, из них объяснено: {count - len(dark)}."
    en = f"Terms used: {count}, explained: {count - len(dark)}."
    if not dark:
        return ru, en
    named = ", ".join(dark[:_MOST_NAMED]) + (" …" if len(dark) > _MOST_NAMED else "")
    return f"{ru} Не объяснены: {named}.", f"{en} Not explained: {named}."
