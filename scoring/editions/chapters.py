"""Editions told on several pages: a first page with a name, and chapters that tell the sums."""

from collections.abc import Sequence
from dataclasses import replace

from scoring.editions.assumed import with_assumed_stage
from scoring.editions.beside import chapter, child
from scoring.editions.explaining import of_budget
from scoring.editions.housing import Key, housed
from scoring.editions.reading import Reading

_SUMS, _PARTS = 6, 3
"""What chapters tell together at least: sums of money, parts of a budget."""


def told_by_chapters(
    pages: Sequence[Reading], parts: Sequence[Reading], editions: dict[Key, list[Reading]]
) -> list[Reading]:
    """A page that bears the name of an edition and tells it on the pages it leads to is one."""
    left = []
    for reading in pages:
        hub = _hub(_dated_by_chapters(reading, parts))
        key = (hub.stage, hub.year) if hub and hub.stage and hub.year else None
        if hub and key and key not in editions and _tell(hub, parts):
            editions[key].append(hub)
        else:
            left.append(reading)
    return left


def told_by_lists(
    lists: Sequence[Reading], parts: list[Reading], editions: dict[Key, list[Reading]]
) -> tuple[list[Reading], list[Reading]]:
    """Return the lists that stay lists, and the parts of no edition.

    A list of editions leads to the chapters of each: its own are those that are left when the
    pages below it have theirs.
    """
    left = []
    for page in sorted(lists, key=lambda r: (-len(r.clues.capture.url), r.clues.capture.url)):
        if told := not told_by_chapters([page], parts, editions):
            parts = housed(parts, editions)
        left += [] if told else [page]
    return left, parts


def _hub(reading: Reading) -> Reading | None:
    """The page as an edition's first, when it has a name and a year."""
    if reading.silent or not (reading.clues.is_page and reading.year):
        return None
    hub = replace(reading, joins=False, lists=False)
    return hub if hub.stage else with_assumed_stage(hub)


def _dated_by_chapters(page: Reading, parts: Sequence[Reading]) -> Reading:
    """With the stage and the year its chapters agree on, where it names no year itself."""
    if page.year or page.silent or not page.clues.is_page:
        return page
    hub = replace(page, joins=False)
    chapters = [r for r in parts if r.silent and r.clues.is_page and _of(r, hub)]
    years = {r.year for r in chapters if r.year}
    stages = {r.stage for r in (page, *chapters) if r.stage}
    agreed = len(years) == len(stages) == 1
    return replace(page, year=years.pop(), stage=stages.pop()) if agreed else page


def _tell(hub: Reading, parts: Sequence[Reading]) -> bool:
    """Do its chapters together tell sums of several parts of a budget?"""
    chapters = [r.clues for r in parts if r.silent and r.clues.is_page and _of(r, hub)]
    sums = sum(chapter.money for chapter in chapters)
    return len(chapters) > 1 and sums >= _SUMS and sum(map(of_budget, chapters)) >= _PARTS


def _of(reading: Reading, hub: Reading) -> bool:
    unlike = hub.stage and reading.stage not in (None, hub.stage)
    fits = not unlike and (not hub.year or reading.year in (None, hub.year))
    return fits and (child(reading, hub) or chapter(reading, hub))
