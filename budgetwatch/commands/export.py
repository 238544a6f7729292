"""`budgetwatch export`: what is published, as files: the open data package, the site, or both."""

from pathlib import Path
from typing import Annotated

import typer

from budgetwatch import options as opt
from budgetwatch.commands.serve import openable
from budgetwatch.console import note, result
from scoring.package import export as package

Folder = Annotated[
    Path | None,
    typer.Argument(
        help="The data package: a new folder, or one of an earlier export.", metavar="[DIR]"
    ),
]
Site = Annotated[
    Path | None,
    typer.Option(
        "--site",
        help="The whole site as files, into a new folder or one of an earlier export.",
        metavar="DIR",
    ),
]
Address = Annotated[
    str,
    typer.Option(
        "--address",
        help="Where the site's files will stand; feeds and the sitemap name it.",
        metavar="URL",
    ),
]


def export(
    folder: Folder = None,
    data: opt.Data = opt.DATA,
    registry_dir: opt.RegistryDir = None,
    site: Site = None,
    address: Address = "http://localhost/",
    as_json: opt.Json = False,
) -> None:
    """Write the published tables as CSV with their description, or the site as files, or both.

    DIR gets a Frictionless data package: every table and column described in Russian and English,
    rubrics, licence, the sha256 of every file. --site gets pages, feeds, badges, JSON and tables
    for any file server; copies from the archive stay out. The same database gives the same bytes.
    """
    if folder is None and site is None:
        raise typer.BadParameter("name a DIR for the data package, or --site DIR, or both")
    if not address.startswith(("http://", "https://")):
        raise typer.BadParameter(
            f"{address!r} is no address such as https://budget.example/", param_hint="--address"
        )
    database = data / "build" / "budget.db"
    done: dict[str, object] = {}
    if folder is not None:
        done |= {"package": str(folder), "files": len(package(database, folder))}
    if site is not None:
        done |= {"site": str(site), "pages": _site(database, site, address)}
    result(done, as_json=as_json)


def _site(database: Path, folder: Path, address: str) -> int:
    # Datasette takes half a second that other commands have no use for.
    from datasette_config.export.site import NotOursError
    from datasette_config.export.site import export as write

    openable(database)
    try:
        return write(database, folder, address)
    except NotOursError as refused:
        note(str(refused))
        raise typer.Exit(1) from None
