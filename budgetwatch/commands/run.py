"""`budgetwatch run`: crawl, judge and publish in one go."""

import typer

from budgetwatch import options as opt
from budgetwatch.commands.crawl import bounded, fetch, summary, walk_options
from budgetwatch.commands.judge import weigh
from budgetwatch.commands.publish import release
from budgetwatch.console import result, standing
from crawler import registry
from scoring import rubric as rubrics


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
    rubric: opt.RubricName = opt.RUBRIC,
    as_json: opt.Json = False,
) -> None:
    """Crawl, judge and publish. A region nobody could reach is unknown, never zero."""
    chosen = rubrics.load(rubric)
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
    fetched = fetch(everyone, data, bounded(options, max_requests, max_hours))
    summed = summary(data, everyone, fetched)
    verdict = weigh(everyone, data, chosen, year, day)
    path = release(everyone, data)
    standing(verdict)
    result(
        {
            "run": fetched.id,
            "ranked": len(verdict.ranks),
            "database": str(path),
            **summed,
        },
        as_json=as_json,
    )
    if verdict.errors:
        raise typer.Exit(1)
