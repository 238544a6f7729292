"""Signals of imitation, published beside the score and never inside it. The explicit table."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from scoring.failure import failure
from scoring.model import Dossier, Stage
from scoring.sign import Sign, Signal, Told
from scoring.signals.backdated import backdated
from scoring.signals.copied_from_last_year import copied_from_last_year
from scoring.signals.dead_feedback import dead_feedback
from scoring.signals.figures_disagree import figures_disagree
from scoring.signals.image_only import image_only
from scoring.signals.said import edition_or_told, unknown
from scoring.signals.shared_template import compared, shared_template
from scoring.signals.silently_replaced import silently_replaced
from scoring.signals.sums_disagree import sums_disagree
from scoring.signals.templates import Sheet, Templates, sheet
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
    sheets = [s for d in held for stage in Stage if (s := sheet(d, stage))]
    yield from ordered([s for d in held for s in of_region(d, errors)], sheets)


def of_region(dossier: Dossier, errors: list[str]) -> tuple[Sign, ...]:
    """What can be told of a region by itself; where it has an edition, no word of templates."""
    return tuple(
        Sign(dossier.region.id, dossier.wave, stage, signal, told)
        for stage in Stage
        for signal in Signal
        if (told := _asked(signal, dossier, stage, errors)) is not None
    )


def ordered(told: Sequence[Sign], sheets: Iterable[Sheet]) -> tuple[Sign, ...]:
    """The signs of regions with those of the wave: by region, stage and signal."""
    of_all = tuple(sheets)
    wave = Templates.among(of_all)
    waves = {(s.region, s.stage): s.wave for s in told}
    shared = [
        Sign(s.region, waves[s.region, s.stage], s.stage, Signal.SHARED_TEMPLATE, compared(s, wave))
        for s in of_all
    ]
    stages, signals = list(Stage), list(Signal)
    order = {s.region: n for n, s in reversed([*enumerate(told)])}
    return tuple(
        sorted(
            [*told, *shared],
            key=lambda s: (order[s.region], stages.index(s.stage), signals.index(s.signal)),
        )
    )


def _asked(signal: Signal, dossier: Dossier, stage: Stage, errors: list[str]) -> Told | None:
    try:
        if ask := OF_A_REGION.get(signal):
            return ask(dossier, stage)
        alone = edition_or_told(dossier, stage)
        return alone if isinstance(alone, Told) else None
    except Exception as error:
        what = failure(error)
        errors.append(f"signal {signal} of {dossier.region.id} at {stage}: {what}")
        return unknown((what, what))
