"""Which editions a wave owes, and the days their timeliness is counted from."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from crawler.model import FiscalCalendar, Region
from scoring.dating.happened import Happened, Moment
from scoring.model import Due, Evidence, Stage

_AHEAD = {Stage.DRAFT: 1, Stage.ADOPTED: 0, Stage.EXECUTED: -1}
_FULL = {Stage.DRAFT: 14, Stage.ADOPTED: 30, Stage.EXECUTED: 14}
_ADOPTED_HALF = 90


def owed(region: Region, wave: str, as_of: date, found: Sequence[Happened] = ()) -> tuple[Due, ...]:
    """Return the three editions due in ``wave`` (a year, "2026") on the evening of ``as_of``.

    On 31 December of the wave they are the draft of the next year, the law of this one and the
    report on the last one; on an earlier day a stage owes the newest edition whose deadline
    (``full_until``, the last day for the full value) is over. Source: rubric "Units", "Timeliness".
    A day of the registry's calendar goes before one ``found`` on the site, that before the default.
    """
    if not wave.isascii() or not wave.isdigit():
        raise ValueError(f"wave {wave!r} is not a year; write it as 2026")
    return tuple(_newest(region, stage, int(wave), as_of, found) for stage in Stage)


def _newest(region: Region, stage: Stage, wave: int, as_of: date, found: Sequence[Happened]) -> Due:
    year = min(wave + _AHEAD[stage], as_of.year + 1)
    while (due := due_of(region, stage, year, found)).full_until >= as_of:
        year -= 1
    return due


def due_of(region: Region, stage: Stage, year: int, found: Iterable[Happened] = ()) -> Due:
    """The edition a stage owes for one fiscal year, with its deadlines."""
    stated = region.calendar.get(year, FiscalCalendar())
    new = [h for h in found if h.year == year and getattr(stated, h.moment) is None]
    own = stated.model_copy(update={h.moment.value: h.day for h in new})
    known, default = _event(stage, year, own)
    event = known or default
    full = event + timedelta(days=_FULL[stage])
    half = max(full, _half(stage, year, own, event))
    return Due(stage, year, event, known is None, full, half, _proof(stage, new))


_ASKED = {
    Stage.DRAFT: (Moment.SUBMITTED, Moment.SIGNED),
    Stage.ADOPTED: (Moment.SIGNED,),
    Stage.EXECUTED: (Moment.REPORTED, Moment.EXECUTED_LAW),
}


def _proof(stage: Stage, new: Iterable[Happened]) -> tuple[Evidence, ...]:
    """One place for each day taken from the site, the event's first."""
    by_moment = {h.moment: h for h in new}
    return tuple(by_moment[m].proof[0] for m in _ASKED[stage] if m in by_moment)


def _event(stage: Stage, year: int, own: FiscalCalendar) -> tuple[date | None, date]:
    match stage:
        case Stage.DRAFT:
            return own.submitted, date(year - 1, 11, 1)
        case Stage.ADOPTED:
            return own.signed, date(year - 1, 12, 31)
        case Stage.EXECUTED:
            return own.reported, date(year + 1, 6, 1)


def _half(stage: Stage, year: int, own: FiscalCalendar, event: date) -> date:
    match stage:
        case Stage.DRAFT:
            return own.signed or date(year - 1, 12, 31)
        case Stage.ADOPTED:
            return event + timedelta(days=_ADOPTED_HALF)
        case Stage.EXECUTED:
            return own.executed_law or date(year + 1, 10, 31)
