"""`budgetwatch publish`: build budget.db beside the last good one, check it, swap it in."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from budgetwatch import options as opt
from budgetwatch.console import note, result
from budgetwatch.kept import kept, last_judged
from budgetwatch.tool import TOOL
from crawler import registry
from crawler.archive import Archive
from crawler.health import health
from crawler.model import Region
from crawler.politeness import hosts
from scoring.gate import PublishRefusedError

Out = Annotated[
    Path | None,
    typer.Option("--out", help="The database.", show_default="DATA/build/budget.db"),
]


def publish(
    data: opt.Data = opt.DATA,
    registry_dir: opt.RegistryDir = None,
    out: Out = None,
    as_json: opt.Json = False,
) -> None:
    """Turn the judgements into one SQLite file. A run with errors never replaces a good one.

    Without --registry it speaks of the regions that were judged last.
    """
    regions = registry.load(registry_dir) if registry_dir else last_judged(data)
    path = release(regions, data, out)
    result({"database": str(path)}, as_json=as_json)


def release(regions: Sequence[Region], data: Path, out: Path | None = None) -> Path:
    """Publish every wave judged of these regions, with their sources' state in the newest run."""
    # It brings pandas, a second of every other command's time.
    from scoring.publish import publish as build
    from scoring.reader import Reader
    from scoring.stretches import stretches, wanted

    judgements, rubrics = kept(data, {region.id for region in regions})
    if not judgements:
        raise PublishRefusedError("Nothing is judged yet; run `budgetwatch judge` first.")
    with Archive(data / "archive", readonly=True) as archive:
        mine = {region.id for region in regions}
        runs = [run for run in archive.runs() if mine & set(run.regions)]
        notes = archive.notes()
        read = Reader(data / "build" / "documents").read(wanted(judgements), archive.body)
        state = [r for run in runs[-1:] for r in health(archive.captures(), regions, run, notes)]
    path = build(
        judgements,
        rubrics,
        state,
        out or data / "build" / "budget.db",
        tool=TOOL,
        hosts=hosts(notes, runs),
        notes=notes,
        stretches=(s for document in read.values() for s in stretches(document)),
    )
    note(f"published {path}")
    return path
