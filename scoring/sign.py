"""A sign that a publication is imitated: what was asked, whether it holds, and the proof."""

from dataclasses import dataclass
from enum import StrEnum

from scoring.model import Evidence, Stage


class Signal(StrEnum):
    """The signs looked for; each has a file of its name in ``scoring.signals``."""

    COPIED_FROM_LAST_YEAR = "copied-from-last-year"
    SHARED_TEMPLATE = "shared-template"
    SUMS_DISAGREE = "sums-disagree"
    FIGURES_DISAGREE = "figures-disagree"
    IMAGE_ONLY = "image-only"
    DEAD_FEEDBACK = "dead-feedback"
    BACKDATED = "backdated"
    VANISHED = "vanished"
    SILENTLY_REPLACED = "silently-replaced"


class Holds(StrEnum):
    """Whether a sign is there. ``unknown``: what would tell was not seen; that is not "no"."""

    MET = "met"
    UNMET = "unmet"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Told:
    """What a signal says of one stage, in Russian and English; ``met`` cites evidence."""

    holds: Holds
    ru: str
    en: str
    evidence: tuple[Evidence, ...] = ()

    def __post_init__(self) -> None:
        if self.holds is Holds.MET and not self.evidence:
            raise ValueError(f"a signal must cite evidence: {self.en}")


@dataclass(frozen=True, slots=True)
class Sign:
    """What one signal says of one region at one stage of a wave."""

    region: str
    wave: str
    stage: Stage
    signal: Signal
    told: Told

    @property
    def id(self) -> str:
        """Stable across runs: when, of whom, at which stage, which signal."""
        return f"{self.wave}/{self.region}/{self.stage}/{self.signal}"

    @property
    def met(self) -> bool:
        """The sign is there."""
        return self.told.holds is Holds.MET
