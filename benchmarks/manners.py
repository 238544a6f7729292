"""A hundred hosts that want a second between two requests: do they wait side by side?"""

import random
from pathlib import Path

from benchmarks.town import town
from benchmarks.visit import visit

HOSTS = 100
DELAY = 1.0
SEED = 20261126


def measure(data: Path) -> list[tuple[str, str, str, bool]]:
    """Row (what, figure, bar, held): all of them, of the slowest host alone, in one run."""
    dice = random.Random(SEED)
    pages = [dice.randint(3, 14) for _ in range(HOSTS)]
    with town() as port:
        alone = visit(data / "alone", port, [max(pages)], DELAY)
        everybody = visit(data / "everybody", port, pages, DELAY)
    ratio = everybody.seconds / alone.seconds
    told = f"{ratio:.2f} ({everybody.answers} answers in {everybody.seconds:.1f} s)"
    return [
        ("100 hosts with 1 s delay, of the slowest host's own time", told, "≤ 1.15", ratio <= 1.15)
    ]
