"""`budgetwatch run`: crawl, judge and publish in one go."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import typer

from budgetwatch import options as opt
from budgetwatch.commands.crawl import bounded, fetch, summary, walk_options
from budgetwatch.commands.judge import errors, ranked, weigh
from budgetwatch.commands.publish import release
from budgetwatch.console import result, standing
from crawler import registry
from crawler.model import Region
from crawler.options import Options
from scoring.rubric import Rubric


def run(
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
    wave: opt.Wave = None,
    as_of: opt.AsOf = None,
    rubric: opt.RubricName = None,
    as_json: opt.Json = False,
) -> None:
    """Crawl, judge and publish. A region nobody could reach is unknown, never zero."""
    chosen = opt.rubrics(rubric)
    everyone = registry.load(opt.registry_dir(registry_dir), regions or ())
    year, day = opt.wave_day(wave, as_of)
    options = walk_options(
        resolve,
        extra_ca,
        allow_private=allow_private_hosts,
        resume=resume,
        delay=delay,
        vantage=vantage,
        browser=not no_browser,
    )
    _rate(everyone, data, bounded(options, max_requests, max_hours), chosen, (year, day), as_json)


def _rate(
    regions: Sequence[Region],
    data: Path,
    options: Options,
    rubrics: Sequence[Rubric],
    when: tuple[str, date],
    as_json: bool,
) -> None:
    """Do it all, and tell of it; exits 1 when our own code failed on the way."""
    fetched = fetch(regions, data, options)
    summed = summary(data, regions, fetched)
    verdicts = weigh(regions, data, rubrics, *when)
    path = release(regions, data)
    standing(verdicts[0])
    facts = {"run": fetched.id, "ranked": len(verdicts[0].ranks), "database": str(path)}
    result({**facts, "rubrics": ranked(verdicts), **summed}, as_json=as_json)
    if errors(verdicts):
        raise typer.Exit(1)
