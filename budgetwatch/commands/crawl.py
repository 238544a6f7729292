"""`budgetwatch crawl`: fetch what the registry names into the archive."""

import os
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from math import isfinite
from pathlib import Path
from urllib.parse import SplitResult, urlsplit

import typer

from budgetwatch import options as opt
from budgetwatch.console import hold, needs, note, progress, result
from budgetwatch.needs import state_of
from crawler import registry
from crawler.archive import Archive
from crawler.browser.limits import Limits
from crawler.model import Region, Run
from crawler.options import Options
from crawler.transport.resolve import Redirections
from crawler.transport.roots import check
from crawler.walk.budget import Polite


def crawl(
    regions: opt.Regions = None,
    data: opt.Data = opt.DATA,
    registry_dir: opt.RegistryDir = None,
    resolve: opt.Resolve = None,
    allow_private_hosts: opt.AllowPrivate = False,
    extra_ca: opt.ExtraCa = None,
    resume: opt.Resume = False,
    delay: opt.Delay = None,
    vantage: opt.Vantage = "",
    no_browser: opt.NoBrowser = False,
    max_requests: opt.MaxRequests = None,
    max_hours: opt.MaxHours = None,
    as_json: opt.Json = False,
) -> None:
    """Fetch into the archive. Every answer is kept, the refusals too; nothing is judged."""
    chosen = registry.load(opt.registry_dir(registry_dir), regions or ())
    options = walk_options(
        resolve,
        extra_ca,
        allow_private=allow_private_hosts,
        resume=resume,
        delay=delay,
        vantage=vantage,
        browser=not no_browser,
    )
    run = fetch(chosen, data, bounded(options, max_requests, max_hours))
    summed = summary(data, chosen, run)
    result(
        {"run": run.id, "regions": len(chosen), "finished": run.finished, **summed},
        as_json=as_json,
    )


def summary(data: Path, regions: Sequence[Region], run: Run) -> dict[str, object]:
    """Tell which regions need attention; the counts for the command's result."""
    state = state_of(data, regions, run)
    needs(state)
    outcomes: Counter[str] = Counter()
    for row in state:
        outcomes.update(dict(row.outcomes))
    broken = sum(bool(row.broken) for row in state)
    return {"outcomes": dict(sorted(outcomes.items())), "broken_sources": broken}


def walk_options(
    resolve: Sequence[str] | None,
    extra_ca: Sequence[Path] | None = None,
    *,
    allow_private: bool,
    resume: bool,
    delay: float | None,
    vantage: str = "",
    browser: bool,
) -> Options:
    """The crawler's options as the command line gives them."""
    try:
        Redirections.parse(list(resolve or ()))
    except ValueError as wrong:
        raise typer.BadParameter(str(wrong), param_hint="--resolve") from None
    try:
        check(extra_ca or ())
    except ValueError as wrong:
        raise typer.BadParameter(str(wrong), param_hint="--extra-ca") from None
    if delay is not None and not isfinite(delay):
        raise typer.BadParameter(f"{delay} is not a number of seconds", param_hint="--delay")
    return Options(
        resolve=tuple(resolve or ()),
        allow_private_hosts=allow_private,
        resume=resume,
        loopback_at_once=delay is None,
        vantage=vantage,
        polite=Polite() if delay is None else Polite(delay=delay),
        extra_ca=tuple(extra_ca or ()),
        browser=Limits() if browser else None,
    )


def introduce(regions: Sequence[Region], options: Options) -> None:
    """Ask the person to say who crawls, when somebody else's server will be asked."""
    if os.environ.get("BUDGETWATCH_CONTACT", "").strip():
        return
    redirections = Redirections.parse(list(options.resolve))
    homes = (urlsplit(str(region.home)) for region in regions)
    if not all(redirections.stays_here(home.hostname or "", _port(home)) for home in homes):
        note(
            "Nobody will know who crawls: BUDGETWATCH_CONTACT is not set. Say who you are, so "
            'that a site\'s owner can reach you: BUDGETWATCH_CONTACT="you@example.org". '
            "docs/bot.md is the page to show them."
        )


def _port(url: SplitResult) -> int:
    return url.port or (443 if url.scheme == "https" else 80)


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
    introduce(regions, options)
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
