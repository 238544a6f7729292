"""Areas of a grey picture that hang together, each with its edges and its shades."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from PIL import Image

Box = tuple[int, int, int, int]
"""Left, top, right, bottom in points; right and bottom are the first outside."""


@dataclass(frozen=True, slots=True)
class Area:
    """Points side by side: the box around them, and the shades (0 black) of those marked."""

    box: Box
    darkest: int
    lightest: int


@dataclass(frozen=True, slots=True)
class _Run:
    """Dark points side by side in a row: from ``left`` up to ``right``."""

    row: int
    left: int
    right: int


def areas(picture: Image.Image, marked: Image.Image, *, below: int) -> Iterator[Area]:
    """The areas of points darker than ``below`` that hold a point of ``marked``, from the top.

    Points belong together that share an edge.
    """
    shades, marks, wide = picture.tobytes(), marked.tobytes(), picture.width
    for runs in _together(_rows(shades, wide, below)):
        spans = [slice(run.row * wide + run.left, run.row * wide + run.right) for run in runs]
        held = [
            s for span in spans for s, mark in zip(shades[span], marks[span], strict=True) if mark
        ]
        if held:
            left, right = min(run.left for run in runs), max(run.right for run in runs)
            yield Area((left, runs[0].row, right, runs[-1].row + 1), min(held), max(held))


def _rows(shades: bytes, wide: int, below: int) -> Iterator[list[_Run]]:
    dark = bytes(shade < below for shade in range(256))
    for row in range(len(shades) // wide):
        inked = shades[row * wide : (row + 1) * wide].translate(dark)
        found, at = [], 0
        for is_dark, run in groupby(inked):
            length = sum(1 for _ in run)
            if is_dark:
                found.append(_Run(row, at, at + length))
            at += length
        yield found


def _together(rows: Iterator[list[_Run]]) -> list[list[_Run]]:
    """Runs that touch from row to row, in the order of their first."""
    owner: list[int] = []
    named: list[tuple[_Run, int]] = []
    above: list[tuple[_Run, int]] = []
    for row in rows:
        here: list[tuple[_Run, int]] = []
        at = 0
        for run in row:
            mine = len(owner)
            owner.append(mine)
            while at < len(above) and above[at][0].right <= run.left:
                at += 1
            for other, name in above[at:]:
                if other.left >= run.right:
                    break
                owner[_root(owner, name)] = _root(owner, mine)
            here.append((run, mine))
        named += here
        above = here
    groups: defaultdict[int, list[_Run]] = defaultdict(list)
    for run, name in named:
        groups[_root(owner, name)].append(run)
    return list(groups.values())


def _root(owner: list[int], name: int) -> int:
    while owner[name] != name:
        owner[name] = owner[owner[name]]
        name = owner[name]
    return name
