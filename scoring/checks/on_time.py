"""When was the edition first published, against the event its stage is about?"""

from dataclasses import replace
from datetime import date, timedelta
from typing import ClassVar, Literal

from scoring.checks.absence import absent
from scoring.checks.answers import in_files, measured, unknown
from scoring.checks.base import Check
from scoring.checks.said import ASSUMED, day, interval, rung
from scoring.model import Answered, Dossier, Due, Edition, Publication, Stage, Status

_DAY = timedelta(days=1)
_LONG_BEFORE = timedelta(days=7)


class OnTime(Check):
    """1 until ``Due.full_until``, ``half`` until ``Due.half_until``, 0 after.

    A publication interval gives the mean over its days, each as likely as another, with the
    first and the last day as bounds. Only "not later than" known: full if even that is in
    time, otherwise unknown, for the edition may have stood there long before we came. A
    server's day of the last change is likely that of the upload: the answer is for that day, and
    ``high`` is that of the event, for a file once in time may have been put there anew.

    An edition that is not there is late, so 0; but until ``half_until`` has passed the answer
    may still become ``half``: the value is cut off by the day of the wave, and ``high`` says so.
    """

    kind: Literal["on-time"]
    from_file: ClassVar[bool] = False
    half: float = 0.5

    def absent(self, dossier: Dossier, stage: Stage) -> Answered:
        """Late already, lost only when the second deadline is over too."""
        until = dossier.owed(stage).half_until
        if dossier.as_of > until:
            return absent(dossier, stage)
        answer = absent(dossier, stage, high=self.half)
        if answer.status is not Status.MEASURED:
            return answer
        return replace(
            answer,
            reason=f"{answer.reason} Половину балла ещё можно получить до {day(until)[0]}.",
            reason_en=f"{answer.reason_en} Half marks can still be had until {day(until)[1]}.",
        )

    def measure(self, dossier: Dossier, edition: Edition) -> Answered:
        """The value of the interval, with the rungs it rests on."""
        due, when = dossier.owed(edition.stage), edition.publication
        latest = when.latest or dossier.as_of
        earliest = when.earliest and min(when.earliest, latest)
        proof = [p.evidence for p in when.pieces] or list(in_files(edition))
        proof = [*due.proof, *proof]
        low = self.at(latest, due)
        if earliest is None and low < 1 and not _uploaded(when):
            return unknown("no-date", proof, low=low)
        value = self.mean(earliest or latest, latest, due)
        words = _words(due, when, latest)
        high = self.at(earliest or min(due.event, latest), due)
        return measured(value, words, proof, low=low, high=high)

    def at(self, on: date, due: Due) -> float:
        """The value of a publication on one day."""
        if on <= due.full_until:
            return 1.0
        return self.half if on <= due.half_until else 0.0

    def mean(self, earliest: date, latest: date, due: Due) -> float:
        """The mean over the days from ``earliest`` to ``latest``, both counted."""
        if self.at(earliest, due) == self.at(latest, due):
            return self.at(latest, due)
        full = _days(earliest, min(latest, due.full_until))
        half = _days(max(earliest, due.full_until + _DAY), min(latest, due.half_until))
        return (full + self.half * half) / _days(earliest, latest)


def _uploaded(when: Publication) -> bool:
    """Is the server's day long before we came? A page made for each reader says "now"."""
    seen = [p.latest for p in when.pieces if p.rung == "first-seen" and p.latest]
    if when.basis != "last-modified" or when.latest is None or not seen:
        return False
    return when.latest <= min(seen) - _LONG_BEFORE


def _days(first: date, last: date) -> int:
    return max(0, (last - first).days + 1)


def _words(due: Due, when: Publication, latest: date) -> tuple[str, str]:
    late = (latest - due.full_until).days
    delay = (f" Опоздание: {late} дн.", f" Late by {late} d.") if late > 0 else ("", "")
    event = day(due.event)
    own = f" Событие: {event[0]}.", f" The event: {event[1]}."
    assumed = tuple(f" {said}" for said in ASSUMED) if due.assumed else own
    since, until = interval(when, latest), (day(due.full_until), day(due.half_until))
    basis = rung(when.basis) if when.basis else ("", "")
    ru, en = (f" ({word})" if word else "" for word in basis)
    return (
        f"Опубликовано {since[0]}{ru}. Полный балл — до {until[0][0]}, половина — до "
        f"{until[1][0]}.{delay[0]}{assumed[0]}",
        f"Published {since[1]}{en}. Full marks until {until[0][1]}, half until "
        f"{until[1][1]}.{delay[1]}{assumed[1]}",
    )
