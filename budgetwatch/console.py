"""What a person sees while the program works: live on a terminal, a line per event otherwise."""

import json
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table

from budgetwatch.needs import mix, show_needs
from budgetwatch.watch import watch
from crawler.model import SourceHealth
from crawler.progress import OnEvent
from scoring.judgement import Judgement

_err = Console(stderr=True, highlight=False, soft_wrap=True)


def note(sentence: str) -> None:
    """Tell a person something, on stderr."""
    # Text from the world may hold what looks like markup; it is printed as it is.
    _err.print(sentence, markup=False)


def hold() -> None:
    """We are leaving: a second Ctrl-C must not tear what is being closed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def result(facts: dict[str, object], *, as_json: bool) -> None:
    """The command's result on stdout: JSON for machines, `name: value` lines for people."""
    if as_json:
        sys.stdout.write(json.dumps(facts, ensure_ascii=False, sort_keys=True) + "\n")
        return
    for name, value in facts.items():
        told = mix(tuple(value.items())) if isinstance(value, dict) else value
        sys.stdout.write(f"{name}: {told}\n")


def needs(state: Sequence[SourceHealth]) -> None:
    """Which regions need a person after a crawl, on stderr."""
    show_needs(_err, state)


@contextmanager
def progress(regions: int) -> Iterator[OnEvent]:
    """The crawl of so many regions, shown as it goes."""
    with watch(_err, regions) as on_event:
        yield on_event


@contextmanager
def steps(what: str) -> Iterator[Callable[[int, int], None]]:
    """A counter for work whose parts are alike: call it with (done, all)."""
    if not _err.is_terminal:
        yield _Milestones(what)
        return
    columns = (TextColumn(what), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=_err, transient=True) as bar:
        task = bar.add_task(what, total=None)
        yield lambda done, of: bar.update(task, completed=done, total=of)


class _Milestones:
    """A line at every tenth of the work, for logs."""

    def __init__(self, what: str) -> None:
        self.what = what
        self.told = 0

    def __call__(self, done: int, of: int) -> None:
        tenth = 10 * done // of if of else 10
        if tenth > self.told:
            self.told = tenth
            note(f"{what_of(self.what, done, of)}")


def what_of(what: str, done: int, of: int) -> str:
    """`documents read: 12 of 40`."""
    return f"{what}: {done} of {of}"


def standing(verdict: Judgement) -> None:
    """The ranking as a table, and those not ranked with the reason."""
    totals = {s.region: s for s in verdict.scores if s.dimension == "total"}
    places = {r.region: r for r in verdict.ranks}
    names = {facts.region.id: facts.region.name.ru for facts in verdict.regions}
    reasons = {facts.region.id: facts.blind for facts in verdict.regions}
    table = Table(title=f"{verdict.rubric}, {verdict.as_of}", title_justify="left")
    for title, side in (("", "right"), ("region", "left"), ("score", "right"), ("bounds", "right")):
        table.add_column(title, justify="right" if side == "right" else "left")
    for region in sorted(places, key=lambda r: (places[r].rank, r)):
        total, place = totals[region], places[region]
        table.add_row(
            span(place.rank_low, place.rank_high),
            names[region],
            f"{total.value or 0:.1f}",
            f"{total.low:.1f} – {total.high:.1f}",
        )
    if places:
        _err.print(table)
    for region in sorted(set(names) - set(places)):
        why = reasons[region] or "too little could be seen"
        note(f"not ranked: {names[region]} ({why})")


def span(low: int, high: int) -> str:
    """A place, or the places it could be: `3` or `2–4`."""
    return str(low) if low == high else f"{low}–{high}"
