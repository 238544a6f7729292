"""A crawl as a person watches it: a live table of regions, or a line per event in a log."""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from rich.console import Console, Group
from rich.live import Live
from rich.table import Table
from rich.text import Text

from crawler.model import Outcome
from crawler.progress import (
    Advice,
    AnswerArchived,
    Counts,
    Event,
    OnEvent,
    RegionFinished,
    RegionStarted,
)

# A screen holds about so many regions; the others are in the line below the table.
ROWS = 20
# A log gets a line for an edition-like address or a trouble, not for each of a thousand pages.
TELLING = 0.9


@contextmanager
def watch(console: Console, regions: int) -> Iterator[OnEvent]:
    """Give the function that a crawl tells its events to."""
    if not console.is_terminal:
        yield _Log(console, regions)
        return
    table = _Table(console, regions)
    with Live(console=console, get_renderable=table.draw, refresh_per_second=4, transient=True):
        yield table


class _Log:
    def __init__(self, console: Console, regions: int) -> None:
        self.console, self.regions, self.done = console, regions, 0

    def __call__(self, event: Event) -> None:
        match event:
            case RegionStarted(region, resumed):
                more = f", {resumed} answers kept from before" if resumed else ""
                self._say(f"{region}: started{more}")
            case AnswerArchived(region, url, outcome, promise) if (
                promise >= TELLING or not outcome.seen
            ):
                self._say(f"{region}: {outcome} {url}")
            case RegionFinished(region, counts, limit):
                self.done += 1
                end = f", stopped by its limit of {limit}" if limit else ""
                self._say(f"{region}: {told(counts)}{end} ({self.done} of {self.regions})")
            case Advice(text):
                self._say(text)

    def _say(self, line: str) -> None:
        self.console.print(line, markup=False)


class _Table:
    """What is under way, the most recent first, and the sum of it all."""

    def __init__(self, console: Console, regions: int) -> None:
        self.console, self.regions = console, regions
        self.now: dict[str, Counts] = {}
        self.last: dict[str, str] = {}
        self.done: dict[str, Counts] = {}

    def __call__(self, event: Event) -> None:
        match event:
            case RegionStarted(region):
                self.now[region] = Counts()
            case AnswerArchived(region, url, outcome, _, counts):
                self.now.pop(region, None)
                self.now[region] = counts
                self.last[region] = f"{outcome} {url}"
            case RegionFinished(region, counts):
                self.now.pop(region, None)
                self.done[region] = replace(counts, waiting=0)
            case Advice(text):
                self.console.print(text, markup=False)

    def draw(self) -> Group:
        """The table as it stands."""
        table = Table(box=None, pad_edge=False, expand=True)
        for title in ("region", "answers", "MB", "waiting"):
            table.add_column(title, justify="left" if title == "region" else "right", no_wrap=True)
        table.add_column("last answer", no_wrap=True, overflow="ellipsis", ratio=1)
        for region, counts in list(reversed(self.now.items()))[:ROWS]:
            table.add_row(
                region,
                str(counts.answers),
                f"{counts.bytes / 1e6:.1f}",
                str(counts.waiting),
                Text(self.last.get(region, "")),
            )
        return Group(table, Text(self._sum()))

    def _sum(self) -> str:
        everything = [*self.done.values(), *self.now.values()]
        answers = sum(counts.answers for counts in everything)
        return f"{len(self.done)} of {self.regions} regions done, {answers} answers kept"


def told(counts: Counts) -> str:
    """`42 answers, 3.1 MB: 40 ok, 2 timeout`."""
    outcomes = Counter(dict(counts.outcomes))
    parts = ", ".join(f"{n} {Outcome(name)}" for name, n in sorted(outcomes.items()))
    return f"{counts.answers} answers, {counts.bytes / 1e6:.1f} MB: {parts or 'none'}"
