"""`budgetwatch crawl`: fetch what the registry names into the archive."""

from collections.abc import Sequence
from pathlib import Path

import typer

from budgetwatch import options as opt
from budgetwatch.console import note, progress, result
from crawler import registry
from crawler.archive import Archive
from crawler.crawl import Options, Polite
from crawler.crawl import crawl as walk
from crawler.model import Region, Run


def crawl(
    regions: opt.Regions = None,
    data: opt.Data = opt.DATA,
    registry_dir: opt.RegistryDir = None,
    resolve: opt.Resolve = None,
    allow_private_hosts: opt.AllowPrivate = False,
    resume: opt.Resume = False,
    delay: opt.Delay = 2.0,
    as_json: opt.Json = False,
) -> None:
    """Fetch into the archive. Every answer is kept, the refusals too; nothing is judged."""
    chosen = registry.load(opt.registry_dir(registry_dir), regions or ())
    run = fetch(
        chosen,
        data,
        walk_options(resolve, allow_private=allow_private_hosts, resume=resume, delay=delay),
    )
    result({"run": run.id, "regions": len(chosen), "finished": run.finished}, as_json=as_json)


def walk_options(
    resolve: Sequence[str] | None, *, allow_private: bool, resume: bool, delay: float
) -> Options:
    """The crawler's options as the command line gives them."""
    return Options(
        resolve=tuple(resolve or ()),
        allow_private_hosts=allow_private,
        resume=resume,
        polite=Polite(delay=delay),
    )


def fetch(regions: Sequence[Region], data: Path, options: Options) -> Run:
    """Crawl the regions into ``data/archive``; the archive stays whole whatever happens."""
    with Archive(data / "archive") as archive:
        for repair in archive.repairs:
            note(repair)
        try:
            with progress(len(regions)) as watch:
                return walk(regions, archive, options=options, on_event=watch)
        except KeyboardInterrupt:
            note("Stopped. What was fetched is kept; go on with: budgetwatch crawl --resume")
            raise typer.Exit(130) from None
