"""The wave all labels are written for, and what it owes."""

from datetime import date

from scoring.model import Stage

WAVE = "2026"
AS_OF = date(2026, 12, 31)
DUE = {Stage.DRAFT: 2027, Stage.ADOPTED: 2026, Stage.EXECUTED: 2025}
_LIMITS = {
    Stage.DRAFT: (date(2026, 11, 15), date(2026, 12, 31)),
    Stage.ADOPTED: (date(2026, 1, 30), date(2026, 3, 31)),
    Stage.EXECUTED: (date(2026, 6, 15), date(2026, 10, 31)),
}


def on_time(stage: Stage, published: date) -> float:
    """1, 0.5 or 0 by the rubric's table of days, the events at their defaults."""
    full, half = _LIMITS[stage]
    return 1.0 if published <= full else 0.5 if published <= half else 0.0
