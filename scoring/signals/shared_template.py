"""Is the prose that of another region's edition?"""

from itertools import chain

from scoring.model import Dossier, Stage
from scoring.sign import Told
from scoring.signals.said import edition_or_told, met, unknown, unmet
from scoring.signals.templates import Sheet, Templates, sheet

SHARED, BACK = 0.75, 0.5
"""Shares of the words of the one and of the other that stand in sentences both have."""
_QUOTED = 2
_NOTHING = "Сравнить связный текст не с чем.", "There is no prose to compare, or none beside it."


def shared_template(dossier: Dossier, stage: Stage, wave: Templates) -> Told:
    """Met with two identical passages quoted from each; names of regions and numbers aside."""
    edition = edition_or_told(dossier, stage)
    if isinstance(edition, Told):
        return edition
    mine = sheet(dossier, stage)
    return unknown(_NOTHING) if mine is None else compared(mine, wave)


def compared(mine: Sheet, wave: Templates) -> Told:
    """What is said of an edition's prose beside all others of its wave and stage."""
    alike = wave.nearest(mine)
    if alike is None:
        return unknown(_NOTHING)
    other = alike.other.region
    words = (
        f"Без учёта чисел и названий {alike.share:.0%} текста совпадает с изданием: {other}.",
        f"Numbers and names aside, {alike.share:.0%} of the prose is in the edition of {other}.",
    )
    if alike.share < SHARED or alike.back < BACK:
        return unmet(words)
    pairs = alike.common[:_QUOTED]
    return met(words, chain.from_iterable((ours.proof, theirs.proof) for ours, theirs in pairs))
