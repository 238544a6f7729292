"""After a crawl: which regions need a person, and what that person can do, as a table."""

from collections.abc import Sequence
from pathlib import Path

from rich.console import Console
from rich.table import Table
from rich.text import Text

from budgetwatch.printable import printable
from crawler.archive import Archive
from crawler.attention import Attention, Urgency, attention
from crawler.health import health
from crawler.model import Region, Run, SourceHealth

# A region with many broken sources is shown by the first of them; `diagnose` tells the rest.
SHOWN = 3
_TOLD = {
    Urgency.UNREAD: "nothing read",
    Urgency.WORSE: "worse than before",
    Urgency.BELOW: "below its floor",
}


def state_of(data: Path, regions: Sequence[Region], run: Run) -> tuple[SourceHealth, ...]:
    """The health of the run's sources, from the archive."""
    with Archive(data / "archive", readonly=True) as archive:
        return health(archive.captures(), regions, run, archive.notes(run=run.id))


def show_needs(console: Console, state: Sequence[SourceHealth]) -> None:
    """Print the regions that need attention, the most urgent first, and count the healthy."""
    found = attention(state)
    needy = [one for one in found if one.urgency is not Urgency.HEALTHY]
    if needy:
        console.print(_table(needy, narrow=console.width < 100), soft_wrap=False)
        console.print("For the whole story of one: budgetwatch diagnose REGION", markup=False)
    healthy = len(found) - len(needy)
    who = f"The other {healthy} of" if needy else "All"
    console.print(f"{who} {len(found)} regions gave what was expected of them.")


def _table(needy: Sequence[Attention], *, narrow: bool) -> Table:
    table = Table(title="Regions that need attention", title_justify="left", show_lines=True)
    table.add_column("region", overflow="fold", max_width=18 if narrow else 26)
    table.add_column("answers", overflow="fold", max_width=16)
    if not narrow:
        table.add_column("pages", justify="right")
        table.add_column("documents", justify="right")
    table.add_column("what is wrong, and what to do", overflow="fold", ratio=1)
    for one in needy:
        figures = [] if narrow else [str(one.pages), str(one.documents)]
        name = Text(f"{one.region}\n{_TOLD[one.urgency]}")
        table.add_row(name, Text(mix(one.outcomes)), *figures, _story(one, narrow=narrow))
    return table


def _story(one: Attention, *, narrow: bool) -> Text:
    lines = [printable(sentence) for sentence in one.broken[:SHOWN]]
    if len(one.broken) > SHOWN:
        lines.append(f"and {len(one.broken) - SHOWN} more sources")
    if narrow:
        lines.insert(0, f"{one.pages} pages, {one.documents} documents")
    return Text("\n".join([*lines, f"→ {one.remedy}"]))


def mix(outcomes: Sequence[tuple[str, int]]) -> str:
    """`40 ok, 2 timeout`: the most frequent first."""
    return ", ".join(f"{count} {name}" for name, count in outcomes) or "none"
