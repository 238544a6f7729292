"""`budgetwatch crawl`: fetch what the registry names into the archive."""

from collections.abc import Sequence
from dataclasses import replace
from math import isfinite
from pathlib import Path

import typer

from budgetwatch import options as opt
from budgetwatch.console import hold, note, progress, result
from crawler import registry
from crawler.archive import Archive
from crawler.model import Region, Run
from crawler.options import Options
from crawler.transport.resolve import Redirections
from crawler.walk.budget import Polite


def crawl(
    regions: opt.Regions = None,
    data: opt.Data = opt.DATA,
    registry_dir: opt.RegistryDir = None,
    resolve: opt.Resolve = None,
    allow_private_hosts: opt.AllowPrivate = False,
    resume: opt.Resume = False,
    delay: opt.Delay = None,
    max_requests: opt.MaxRequests = None,
    max_hours: opt.MaxHours = None,
    as_json: opt.Json = False,
) -> None:
    """Fetch into the archive. Every answer is kept, the refusals too; nothing is judged."""
    chosen = registry.load(opt.registry_dir(registry_dir), regions or ())
    options = walk_options(resolve, allow_private=allow_private_hosts, resume=resume, delay=delay)
    run = fetch(chosen, data, bounded(options, max_requests, max_hours))
    result({"run": run.id, "regions": len(chosen), "finished": run.finished}, as_json=as_json)


def walk_options(
    resolve: Sequence[str] | None, *, allow_private: bool, resume: bool, delay: float | None
) -> Options:
    """The crawler's options as the command line gives them."""
    try:
        Redirections.parse(list(resolve or ()))
    except ValueError as wrong:
        raise typer.BadParameter(str(wrong), param_hint="--resolve") from None
    if delay is not None and not isfinite(delay):
        raise typer.BadParameter(f"{delay} is not a number of seconds", param_hint="--delay")
    return Options(
        resolve=tuple(resolve or ()),
        allow_private_hosts=allow_private,
        resume=resume,
        loopback_at_once=delay is None,
        polite=Polite() if delay is None else Polite(delay=delay),
    )


def bounded(options: Options, max_requests: int | None, max_hours: float | None) -> Options:
    """The same options with the limits that were given on the command line."""
    if max_hours is not None and not (isfinite(max_hours) and max_hours > 0):
        raise typer.BadParameter(
            f"{max_hours} is no number of hours; give one such as 8 or 0.5",
            param_hint="--max-hours",
        )
    polite = options.polite
    if max_requests is not None:
        polite = replace(polite, max_requests=max_requests)
    whole = options.whole
    if max_hours is not None:
        whole = replace(whole, max_seconds=max_hours * 3600)
    return replace(options, polite=polite, whole=whole)


def fetch(
    regions: Sequence[Region], data: Path, options: Options, again: str = "add --resume"
) -> Run:
    """Crawl the regions into ``data/archive``; the archive stays whole whatever happens.

    ``again`` tells an interrupted person what to do with the command they gave.
    """
    # Scrapy takes half a second that judging and publishing have no use for.
    from crawler.crawl import crawl as walk

    with Archive(data / "archive") as archive:
        for repair in archive.repairs:
            note(repair)
        try:
            with progress(len(regions)) as watch:
                return walk(regions, archive, options=options, on_event=watch)
        except KeyboardInterrupt:
            hold()
            note(f"Stopped. What was fetched is kept. To go on, run the same command: {again}.")
            raise
