"""How a signal answers: it holds with proof, it does not, or what would tell was not seen."""

from collections.abc import Iterable

from scoring.model import Dossier, Edition, Evidence, Stage
from scoring.sign import Holds, Told

MOST_PROOF = 8
Words = tuple[str, str]


def met(words: Words, proof: Iterable[Evidence]) -> Told:
    """The sign is there; ``words`` say in Russian and English what was measured."""
    return Told(Holds.MET, *words, tuple(dict.fromkeys(proof))[:MOST_PROOF])


def unmet(words: Words, proof: Iterable[Evidence] = ()) -> Told:
    """It was looked for where it would be, and is not there."""
    return Told(Holds.UNMET, *words, tuple(dict.fromkeys(proof))[:MOST_PROOF])


def unknown(words: Words, proof: Iterable[Evidence] = ()) -> Told:
    """What would tell was not seen."""
    return Told(Holds.UNKNOWN, *words, tuple(dict.fromkeys(proof))[:MOST_PROOF])


def edition_or_told(dossier: Dossier, stage: Stage) -> Edition | Told:
    """The edition owed at ``stage``, or what is said when there is none to ask about."""
    edition = dossier.edition(stage)
    if edition is not None:
        return edition
    if dossier.sight.blind:
        return unknown(("Сайт не удалось осмотреть.", "The site could not be seen."))
    return unmet(("Издания нет, спрашивать не о чем.", "There is no edition to ask about."))
