"""Signals of imitation, published beside the score and never inside it. The explicit table."""

from collections.abc import Callable, Iterable, Iterator

from scoring.failure import failure
from scoring.model import Dossier, Stage
from scoring.sign import Sign, Signal, Told
from scoring.signals.backdated import backdated
from scoring.signals.copied_from_last_year import copied_from_last_year
from scoring.signals.dead_feedback import dead_feedback
from scoring.signals.figures_disagree import figures_disagree
from scoring.signals.image_only import image_only
from scoring.signals.said import unknown
from scoring.signals.shared_template import shared_template
from scoring.signals.silently_replaced import silently_replaced
from scoring.signals.sums_disagree import sums_disagree
from scoring.signals.templates import Templates
from scoring.signals.vanished import vanished

OF_A_REGION: dict[Signal, Callable[[Dossier, Stage], Told]] = {
    Signal.COPIED_FROM_LAST_YEAR: copied_from_last_year,
    Signal.SUMS_DISAGREE: sums_disagree,
    Signal.FIGURES_DISAGREE: figures_disagree,
    Signal.IMAGE_ONLY: image_only,
    Signal.DEAD_FEEDBACK: dead_feedback,
    Signal.BACKDATED: backdated,
    Signal.VANISHED: vanished,
    Signal.SILENTLY_REPLACED: silently_replaced,
}
OF_A_WAVE: dict[Signal, Callable[[Dossier, Stage, Templates], Told]] = {
    Signal.SHARED_TEMPLATE: shared_template,
}


def signs(dossiers: Iterable[Dossier], errors: list[str]) -> Iterator[Sign]:
    """What every signal says of every region of the wave at every stage, in their order.

    A signal that fails is unknown, with a line in ``errors``, which block publication.
    """
    held = tuple(dossiers)
    wave = Templates.of(held)
    for dossier in held:
        for stage in Stage:
            for signal in Signal:
                told = _asked(signal, dossier, stage, wave, errors)
                yield Sign(dossier.region.id, dossier.wave, stage, signal, told)


def _asked(
    signal: Signal, dossier: Dossier, stage: Stage, wave: Templates, errors: list[str]
) -> Told:
    try:
        return _told(signal, dossier, stage, wave)
    except Exception as error:
        what = failure(error)
        errors.append(f"signal {signal} of {dossier.region.id} at {stage}: {what}")
        return unknown((what, what))


def _told(signal: Signal, dossier: Dossier, stage: Stage, wave: Templates) -> Told:
    if ask := OF_A_REGION.get(signal):
        return ask(dossier, stage)
    return OF_A_WAVE[signal](dossier, stage, wave)
