"""`budgetwatch demo`: the whole path on fictional regions, served on loopback."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Annotated

import typer

from budgetwatch import options as opt
from budgetwatch.commands.crawl import fetch, walk_options
from budgetwatch.commands.judge import ranked, weigh
from budgetwatch.commands.publish import release
from budgetwatch.commands.serve import open_site
from budgetwatch.console import note, result, standing
from budgetwatch.demo_site import serve as serve_sites
from budgetwatch.shipped import shipped
from crawler import registry

# The fictional editions are dated for this wave; the day is today's, as for real regions.
WAVE = "2026"

NoServe = Annotated[
    bool, typer.Option("--no-serve", help="Stop after publishing; do not open the site.")
]


def demo(
    data: opt.Data = opt.DATA,
    registry_dir: opt.RegistryDir = None,
    port: opt.Port = opt.PORT,
    no_serve: NoServe = False,
    as_json: opt.Json = False,
) -> None:
    """Serve fictional regions' sites on loopback, crawl, judge, publish, open the site."""
    folder = shipped("demo")
    regions = registry.load(registry_dir or folder / "registry")
    database = data / "build" / "budget.db"
    spare(database, {region.id for region in regions})
    with serve_sites(folder) as sites:
        note(f"{len(regions)} fictional regions are served on loopback")
        # Nobody but us is asked, so nobody needs the pause between two requests.
        options = walk_options(
            sites.resolve, allow_private=True, resume=False, delay=0, browser=False
        )
        fetch(regions, data, options, again="the demo begins anew")
    verdicts = weigh(regions, data, opt.rubrics(None), *opt.wave_day(WAVE, None))
    path = release(regions, data)
    standing(verdicts[0])
    facts: dict[str, object] = {"database": str(path), "ranked": len(verdicts[0].ranks)}
    facts["rubrics"] = ranked(verdicts)
    if not no_serve:
        open_site(path, "127.0.0.1", port, facts, as_json=as_json, archive=data / "archive")
        return
    result(facts, as_json=as_json)


def spare(database: Path, fictional: set[str]) -> None:
    """Fiction never replaces a publication about real regions; exits 1 when it would."""
    if not database.is_file():
        return
    try:
        with closing(sqlite3.connect(f"{database.resolve().as_uri()}?mode=ro", uri=True)) as held:
            real = {row[0] for row in held.execute("select id from regions")} - fictional
    except sqlite3.DatabaseError:
        return  # no publication of ours: `publish` says so before it writes
    if real:
        note(
            f"{database} holds {len(real)} real regions; the demo will not replace it. "
            "Give it a folder of its own: budgetwatch demo --data demo-data"
        )
        raise typer.Exit(1)
