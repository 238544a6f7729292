"""Several files, one edition: those of one stage and year, and what stands beside them."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from scoring.editions.assumed import with_assumed_stage
from scoring.editions.beside import beside, chapter, child
from scoring.editions.explaining import of_budget
from scoring.editions.lookalikes import NotEdition
from scoring.editions.placing import ruled_out
from scoring.editions.reading import Reading
from scoring.language.ru.folded import folded
from scoring.model import EditionFile, Stage
from scoring.twins import twins

Key = tuple[Stage, int]
_ROLES = ("brochure", "slides", "page", "data")
_PART = re.compile(r"(?:часть|part|ч\.|chast)\W*(\d+|i{1,3}|iv|v)\b")
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5}
_SUMS, _PARTS = 6, 3
"""What chapters tell together at least: sums of money, parts of a budget."""
_AMENDED = re.compile(r"внесени\w+ изменени|с учетом|уточнен|utochn|izmen")


def grouped(
    readings: Sequence[Reading],
) -> tuple[dict[Key, tuple[Reading, ...]], tuple[tuple[Reading, NotEdition], ...]]:
    """Return the files of each edition, main one first, and what found no edition to join."""
    editions: defaultdict[Key, list[Reading]] = defaultdict(list)
    for reading in readings:
        if not reading.joins and reading.stage and reading.year:
            editions[reading.stage, reading.year].append(reading)
    whole = [r for r in readings if not r.joins and not (r.stage and r.year)]
    lost = _reunited(_housed(whole, editions), editions)
    for reading in (r for r in lost if r.year):
        assumed = with_assumed_stage(reading)
        editions[assumed.stage or Stage.ADOPTED, assumed.year or 0].append(assumed)
    # Chapters and data come last: what they belong to may only now have its stage.
    parts = _told_by_chapters([r for r in readings if r.joins], editions)
    parts = _alone(_housed(parts, editions), editions)
    left = [(r, _homeless(r)) for r in (*lost, *parts) if not r.silent and (r.joins or not r.year)]
    ordered = {key: tuple(sorted(editions[key], key=_order)) for key in sorted(editions)}
    return ordered, tuple(left)


def _housed(loose: Iterable[Reading], editions: dict[Key, list[Reading]]) -> list[Reading]:
    """Put each beside the edition it belongs to; return those that belong to none."""
    lost = []
    for reading in loose:
        key = _home(reading, editions)
        if key is None:
            lost.append(reading)
        else:
            editions[key].append(reading)
    return lost


def _told_by_chapters(
    parts: Sequence[Reading], editions: dict[Key, list[Reading]]
) -> list[Reading]:
    """A page that bears the name of an edition and tells it on the pages it leads to is one."""
    left = []
    for reading in parts:
        hub = _hub(reading)
        key = (hub.stage, hub.year) if hub and hub.stage and hub.year else None
        if hub and key and key not in editions and _tell(hub, parts):
            editions[key].append(hub)
        else:
            left.append(reading)
    return left


def _hub(reading: Reading) -> Reading | None:
    """The page as an edition's first, when it has a name and a year."""
    if reading.silent or not (reading.clues.is_page and reading.year):
        return None
    hub = replace(reading, joins=False)
    return hub if hub.stage else with_assumed_stage(hub)


def _tell(hub: Reading, parts: Sequence[Reading]) -> bool:
    """Do its chapters together tell sums of several parts of a budget?"""
    chapters = [r.clues for r in parts if r.silent and r.clues.is_page and _of(r, hub)]
    sums = sum(chapter.money for chapter in chapters)
    return len(chapters) > 1 and sums >= _SUMS and sum(map(of_budget, chapters)) >= _PARTS


def _of(reading: Reading, hub: Reading) -> bool:
    fits = reading.stage in (None, hub.stage) and reading.year in (None, hub.year)
    return fits and (child(reading, hub) or chapter(reading, hub))


def _alone(parts: Iterable[Reading], editions: dict[Key, list[Reading]]) -> list[Reading]:
    """A sheet that is called an edition and tells a budget is one, where no brochure is."""
    lost = []
    for reading in parts:
        if reading.whole and reading.stage and reading.year:
            editions[reading.stage, reading.year].append(replace(reading, joins=False))
        else:
            lost.append(reading)
    return _housed(lost, editions)


def _reunited(loose: Sequence[Reading], editions: dict[Key, list[Reading]]) -> list[Reading]:
    """Put what is word for word and figure for figure a file of one edition beside it.

    The same text in another format or uploaded anew may stand where nothing names its stage.
    What is alike in words only may be the bill's and stays apart.
    """
    if not loose:
        return []
    held = {r.clues.sha256: r.clues.document for some in editions.values() for r in some}
    held |= {r.clues.sha256: r.clues.document for r in loose}
    alike = {sha for twin in twins(held) if twin.identical for sha in ((twin.one, twin.two),)}
    lost = []
    for reading in loose:
        keys = [
            key
            for key in sorted(editions)
            if _agrees(reading, key)
            and any(_pair(reading, other) in alike for other in editions[key])
        ]
        editions[keys[0]].append(reading) if len(keys) == 1 else lost.append(reading)
    return lost


def _pair(one: Reading, two: Reading) -> tuple[str, str]:
    first, second = sorted((one.clues.sha256, two.clues.sha256))
    return first, second


def files(readings: Iterable[Reading]) -> tuple[EditionFile, ...]:
    """The files of an edition as published."""
    return tuple(EditionFile(r.role, r.clues.capture, r.clues.document, _path(r)) for r in readings)


def _path(reading: Reading) -> str:
    return reading.clues.member.path if reading.clues.member is not None else ""


def _home(reading: Reading, editions: dict[Key, list[Reading]]) -> Key | None:
    """The edition a loose file belongs to: agreeing in what is known, and standing beside it."""
    fits = [k for k in sorted(editions) if _agrees(reading, k)]
    near = [k for k in fits if any(beside(reading, other) for other in editions[k])]
    if len(near) == 1:
        return near[0]
    known = reading.stage is not None and reading.year is not None and not reading.silent
    return fits[0] if len(fits) == 1 and known and reading.role == "data" else None


def _agrees(reading: Reading, key: Key) -> bool:
    if reading.stage is None and key[0] in ruled_out(reading.clues, reading.year):
        return False
    return reading.stage in (None, key[0]) and reading.year in (None, key[1])


def _homeless(reading: Reading) -> NotEdition:
    if reading.role == "data":
        return NotEdition.DATA_ALONE
    return NotEdition.NO_FIGURES if reading.joins else NotEdition.NO_YEAR


def _order(reading: Reading) -> tuple[object, ...]:
    clues = reading.clues
    words = folded(f"{clues.cover_text} {clues.link_text} {clues.name}")
    part = _PART.search(words)
    number = (
        0 if part is None else _ROMAN.get(part[1]) or (int(part[1]) if part[1].isdigit() else 9)
    )
    russian = re.search(r"[а-я]{3}", folded(clues.opening or clues.link_text)) is not None
    return (
        reading.joins,
        _ROLES.index(reading.role),
        not russian,
        _AMENDED.search(words) is not None,
        number,
        -reading.sure,
        clues.capture.url,
        _path(reading),
    )
