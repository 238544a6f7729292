"""`budgetwatch diagnose`: what the last crawl of a region met, and what to do about it."""

from dataclasses import asdict
from typing import Annotated

import typer

from budgetwatch import options as opt
from budgetwatch.console import note, result
from budgetwatch.story import told
from crawler import registry
from crawler.archive import Archive
from crawler.diagnosis import Diagnosis
from crawler.diagnosis import diagnose as gather
from crawler.model import Run

RegionId = Annotated[str, typer.Argument(help="A region's id.", metavar="REGION")]
RunId = Annotated[
    str | None,
    typer.Option("--run", help="A run's id.", metavar="ID", show_default="the last with REGION"),
]


def diagnose(
    region: RegionId,
    run: RunId = None,
    data: opt.Data = opt.DATA,
    registry_dir: opt.RegistryDir = None,
    as_json: opt.Json = False,
) -> None:
    """Tell what the last crawl of a region met, host by host, and what to try. Asks no site."""
    (chosen,) = registry.load(opt.registry_dir(registry_dir), [region])
    if not (data / "archive").is_dir():
        _never(region, as_json=as_json)
        return
    with Archive(data / "archive", readonly=True) as archive:
        for repair in archive.repairs:
            note(repair)
        found = _run(archive.runs(), region, run)
        if found is None:
            _never(region, as_json=as_json)
            return
        story = gather(archive, chosen, found)
    if as_json:
        result({**_plain(story), "crawled": True}, as_json=True)
        return
    for line in told(story):
        typer.echo(line)


def _run(runs: tuple[Run, ...], region: str, wanted: str | None) -> Run | None:
    """The run asked for, else the last one over the region; exits 2 for one there is not."""
    mine = [run for run in runs if region in run.regions]
    if wanted is None:
        return mine[-1] if mine else None
    found = next((run for run in mine if run.id == wanted), None)
    if found is None:
        there = ", ".join(run.id for run in mine[-3:]) or "none"
        raise typer.BadParameter(
            f"no run {wanted} crawled {region}; the last that did: {there}", param_hint="--run"
        )
    return found


def _never(region: str, *, as_json: bool) -> None:
    if as_json:
        result({"region": region, "crawled": False}, as_json=True)
        return
    typer.echo(f"{region} was never crawled into this archive.\nTry: budgetwatch crawl {region}")


def _plain(story: Diagnosis) -> dict[str, object]:
    """The diagnosis as JSON has it; counts by name become objects."""
    facts = asdict(story)
    for group in ("sources", "hosts"):
        for one in facts[group]:
            one["outcomes"] = dict(one["outcomes"])
    return facts
