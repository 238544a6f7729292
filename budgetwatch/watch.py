"""A crawl as a person watches it: a live table of regions, or a line per event in a log."""

from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace

from rich.console import Console, Group
from rich.live import Live
from rich.table import Table
from rich.text import Text

from budgetwatch.printable import printable
from budgetwatch.pulse import Pulse, left
from crawler.given import TROUBLES
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
# From so many columns on there is room for more.
WIDE = 100


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
        self.now: dict[str, Counts] = {}

    def __call__(self, event: Event) -> None:
        match event:
            case RegionStarted(region, resumed):
                more = f", {resumed} answers kept from before" if resumed else ""
                self.now[region] = Counts()
                self._say(f"{region}: started{more}")
            case AnswerArchived(region, url, outcome, promise, counts):
                self.now[region] = counts
                if promise >= TELLING or not outcome.seen:
                    self._say(f"{region}: {outcome} {printable(url)}")
            case RegionFinished(region, counts, limit):
                self.done += 1
                self.now.pop(region, None)
                end = f", stopped by its limit of {limit}" if limit else ""
                self._say(f"{region}: {told(counts)}{end} ({self._standing()})")
            case Advice(text):
                self._say(text)

    def _standing(self) -> str:
        ahead = left(self.now.values())
        return f"{self.done} of {self.regions} regions done{f', {ahead}' if ahead else ''}"

    def _say(self, line: str) -> None:
        self.console.print(line, markup=False)


class _Table:
    """What is under way, the most recent first, and the sum of it all."""

    def __init__(self, console: Console, regions: int) -> None:
        self.console, self.regions = console, regions
        self.pulse = Pulse()
        self.now: dict[str, Counts] = {}
        self.last: dict[str, str] = {}
        self.done: dict[str, Counts] = {}

    def __call__(self, event: Event) -> None:
        match event:
            case RegionStarted(region):
                self.now[region] = Counts()
            case AnswerArchived(region, url, outcome, _, counts):
                self.pulse.beat()
                self.now.pop(region, None)
                self.now[region] = counts
                self.last[region] = f"{outcome} {printable(url)}"
            case RegionFinished(region, counts):
                self.now.pop(region, None)
                self.done[region] = replace(counts, waiting=0)
            case Advice(text):
                self.console.print(text, markup=False)

    def draw(self) -> Group:
        """The table as it stands."""
        table = Table(box=None, pad_edge=False, expand=True)
        wide = self.console.width >= WIDE
        table.add_column("region", no_wrap=True, overflow="ellipsis", max_width=28 if wide else 20)
        for title in ("kept", "trouble", "queue", *(("MB",) if wide else ())):
            table.add_column(title, justify="right", no_wrap=True)
        table.add_column("last answer", no_wrap=True, overflow="ellipsis", ratio=1)
        shown = list(reversed(self.now.items()))[:ROWS]
        for region, counts in shown:
            megabytes = [f"{counts.bytes / 1e6:.1f}"] if wide else []
            last = Text(self.last.get(region, "asking for robots.txt"))
            figures = (str(counts.answers), str(troubles([counts]) or ""), str(counts.waiting))
            table.add_row(region, *figures, *megabytes, last)
        more = len(self.now) - len(shown)
        rest = [Text(f"and {more} more regions under way")] if more else []
        return Group(table, *rest, *(Text(line) for line in self._sum()))

    def _sum(self) -> list[str]:
        everything = [*self.done.values(), *self.now.values()]
        answers = sum(counts.answers for counts in everything)
        outcomes: Counter[str] = Counter()
        for counts in everything:
            outcomes.update(dict(counts.outcomes))
        parts = ", ".join(f"{n} {name}" for name, n in outcomes.most_common())
        waiting = sum(counts.waiting for counts in self.now.values())
        ahead = left(self.now.values())
        return [
            f"{len(self.done)} of {self.regions} regions done{f', {ahead}' if ahead else ''}",
            f"{answers} answers kept, {self.pulse.rate():.1f} a second; {waiting} addresses wait",
            f"answers: {parts or 'none yet'}",
            "Ctrl-C stops; nothing is lost, and --resume goes on",
        ]


def troubles(everything: Iterable[Counts]) -> int:
    """How many answers were kept from us."""
    return sum(
        n for counts in everything for name, n in counts.outcomes if Outcome(name) in TROUBLES
    )


def told(counts: Counts) -> str:
    """`42 answers, 3.1 MB: 40 ok, 2 timeout`."""
    outcomes = Counter(dict(counts.outcomes))
    parts = ", ".join(f"{n} {Outcome(name)}" for name, n in sorted(outcomes.items()))
    return f"{counts.answers} answers, {counts.bytes / 1e6:.1f} MB: {parts or 'none'}"
