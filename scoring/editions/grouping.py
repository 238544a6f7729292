"""Several files, one edition: those of one stage and year, and what stands beside them."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from scoring.editions.assumed import with_assumed_stage
from scoring.editions.chapters import told_by_chapters, told_by_lists
from scoring.editions.housing import Key, agrees, housed
from scoring.editions.lookalikes import NotEdition
from scoring.editions.reading import Reading
from scoring.language.ru.folded import folded
from scoring.model import EditionFile, Stage
from scoring.twins import twins

_ROLES = ("brochure", "slides", "page", "data")
_PART = re.compile(r"(?:часть|part|ч\.|chast)\W*(\d+|i{1,3}|iv|v)\b")
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5}
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
    lost = _reunited(housed(whole, editions), editions)
    for reading in (r for r in lost if r.year):
        assumed = with_assumed_stage(reading)
        editions[assumed.stage or Stage.ADOPTED, assumed.year or 0].append(assumed)
    # Chapters and data come last: what they belong to may only now have its stage.
    parts = [r for r in readings if r.joins and not r.lists]
    parts = told_by_chapters(parts, parts, editions)
    parts = housed(parts, editions)
    lists, parts = told_by_lists([r for r in readings if r.lists], parts, editions)
    parts = _alone(parts, editions)
    apart = (r for r in (*lost, *parts) if not r.silent and (r.joins or not r.year))
    left = [(r, _homeless(r)) for r in (*lists, *apart)]
    ordered = {key: tuple(sorted(editions[key], key=_order)) for key in sorted(editions)}
    return ordered, tuple(left)


def _alone(parts: Iterable[Reading], editions: dict[Key, list[Reading]]) -> list[Reading]:
    """A sheet that is called an edition and tells a budget is one, where no brochure is."""
    lost = []
    for reading in parts:
        if reading.whole and reading.stage and reading.year:
            editions[reading.stage, reading.year].append(replace(reading, joins=False))
        else:
            lost.append(reading)
    return housed(lost, editions)


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
            if agrees(reading, key)
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


def _homeless(reading: Reading) -> NotEdition:
    if reading.lists:
        return NotEdition.LISTING
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
