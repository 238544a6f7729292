"""The three stages on one line of days: deadlines, and the interval of publication."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from datasette_config.editions import Owed

_MARGIN = timedelta(days=20)
_NARROW = 1.2  # a single day is drawn this wide, so that it can be seen; per cent of the line


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the line: where it begins and how wide it is, both 0..100."""

    x: float
    width: float


@dataclass(frozen=True, slots=True)
class Lane:
    """One stage: the days of full points, of half of them, and the days of publication.

    ``published`` is None without an edition or without a date; ``open`` names its end that is
    not known: "left", "right" or "".
    """

    owed: Owed
    full: Span
    half: Span
    published: Span | None
    open: str


@dataclass(frozen=True, slots=True)
class Tick:
    """The first of a month where it stands; a year's first month bears the year."""

    x: float
    month: int
    year: int


@dataclass(frozen=True, slots=True)
class Timeline:
    """The lanes, the months below them, and the day of the rating, 0..100."""

    lanes: Sequence[Lane]
    ticks: Sequence[Tick]
    today: float


def timeline(owed: Sequence[Owed], as_of: str) -> Timeline | None:
    """The line from a little before the first day told to a little after the last."""
    days = [day for o in owed for day in map(_day, _told(o)) if day]
    today = _day(as_of)
    if not owed or not days or not today:
        return None
    first, last = min(*days, today) - _MARGIN, max(*days, today) + _MARGIN
    scale = _Scale(first, (last - first).days)
    lanes = [_lane(o, scale) for o in owed]
    return Timeline(lanes, list(_ticks(scale)), scale.at(today))


@dataclass(frozen=True, slots=True)
class _Scale:
    first: date
    length: int

    def at(self, day: date) -> float:
        return round(100 * min(max((day - self.first).days, 0), self.length) / self.length, 2)

    def span(self, begin: date, end: date) -> Span:
        width = max(self.at(end) - self.at(begin), _NARROW)
        return Span(min(self.at(begin), 100 - width), round(width, 2))


def _told(owed: Owed) -> Iterable[str | None]:
    return owed.event, owed.full_until, owed.half_until, owed.earliest, owed.latest


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat((text or "")[:10])
    except ValueError:
        return None


def _lane(owed: Owed, scale: _Scale) -> Lane:
    event, full, half = (_day(t) for t in (owed.event, owed.full_until, owed.half_until))
    full, half = full or scale.first, half or scale.first
    earliest, latest = _day(owed.earliest), _day(owed.latest)
    published = None
    if owed.edition and (earliest or latest):
        end = scale.first + timedelta(days=scale.length)
        published = scale.span(earliest or scale.first, latest or end)
    known = {(True, False): "right", (False, True): "left"}
    return Lane(
        owed,
        scale.span(event or full, full),
        scale.span(full, half),
        published,
        known.get((bool(earliest), bool(latest)), "") if published else "",
    )


def _ticks(scale: _Scale) -> Iterable[Tick]:
    day = (scale.first.replace(day=1) + timedelta(days=32)).replace(day=1)
    step = 1 if scale.length < 300 else 3
    while (day - scale.first).days <= scale.length:
        if (day.month - 1) % step == 0:
            yield Tick(scale.at(day), day.month, day.year)
        day = (day + timedelta(days=32)).replace(day=1)
