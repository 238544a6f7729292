"""Signals of imitation: those a careful reader saw beside those the judge gives."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from benchmarks.labels.matching import Matched
from scoring.judgement import Judgement
from scoring.model import Stage


class _Given(Protocol):
    region: str
    stage: Stage
    signal: str


@dataclass(frozen=True, slots=True)
class Sign:
    """One signal at one stage of one region, seen by either."""

    region: str
    stage: str
    signal: str
    true: bool
    given: bool


def signs(matched: Iterable[Matched], judgement: Judgement) -> list[Sign] | None:
    """Signals of the editions due, sorted; None while the judge gives no signals at all."""
    given: Iterable[_Given] | None = getattr(judgement, "signals", None)
    if given is None:
        return None
    ours = {(s.region, str(s.stage), str(s.signal)) for s in given}
    true = {
        (one.region.region.id, str(one.truth.stage), str(signal))
        for one in matched
        if one.due
        for signal in one.truth.signals
    }
    return [Sign(*key, key in true, key in ours) for key in sorted(ours | true)]
