"""The wave all labels are written for, and what it owes."""

from collections.abc import Mapping
from datetime import date, timedelta

from crawler.model import FiscalCalendar
from scoring.model import Stage

WAVE = "2026"
AS_OF = date(2026, 12, 31)
DUE = {Stage.DRAFT: 2027, Stage.ADOPTED: 2026, Stage.EXECUTED: 2025}


def on_time(stage: Stage, published: date, calendar: Mapping[int, FiscalCalendar]) -> float:
    """1, 0.5 or 0 by the rubric's table of days; an event nobody dated has its default."""
    full, half = _limits(stage, calendar.get(DUE[stage], FiscalCalendar()))
    return 1.0 if published <= full else 0.5 if published <= max(full, half) else 0.0


def _limits(stage: Stage, own: FiscalCalendar) -> tuple[date, date]:
    match stage:
        case Stage.DRAFT:
            event = own.submitted or date(2026, 11, 1)
            return event + timedelta(days=14), own.signed or date(2026, 12, 31)
        case Stage.ADOPTED:
            event = own.signed or date(2025, 12, 31)
            return event + timedelta(days=30), event + timedelta(days=90)
        case Stage.EXECUTED:
            event = own.reported or date(2026, 6, 1)
            return event + timedelta(days=14), own.executed_law or date(2026, 10, 31)
