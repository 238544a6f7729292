"""Which edition a file belongs to that is none by itself."""

from collections.abc import Iterable

from scoring.editions.beside import beside
from scoring.editions.placing import ruled_out
from scoring.editions.reading import Reading
from scoring.model import Stage

Key = tuple[Stage, int]


def housed(loose: Iterable[Reading], editions: dict[Key, list[Reading]]) -> list[Reading]:
    """Put each beside the edition it belongs to; return those that belong to none."""
    lost = []
    for reading in loose:
        key = _home(reading, editions)
        if key is None:
            lost.append(reading)
        else:
            editions[key].append(reading)
    return lost


def _home(reading: Reading, editions: dict[Key, list[Reading]]) -> Key | None:
    """The edition a loose file belongs to: agreeing in what is known, and standing beside it."""
    fits = [k for k in sorted(editions) if agrees(reading, k)]
    near = [k for k in fits if any(beside(reading, other) for other in editions[k])]
    if len(near) == 1:
        return near[0]
    known = reading.stage is not None and reading.year is not None and not reading.silent
    return fits[0] if len(fits) == 1 and known and reading.role == "data" else None


def agrees(reading: Reading, key: Key) -> bool:
    """May it be of this stage and year, as far as it tells?"""
    if reading.stage is None and key[0] in ruled_out(reading.clues, reading.year):
        return False
    return reading.stage in (None, key[0]) and reading.year in (None, key[1])
