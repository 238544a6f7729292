"""`budgetwatch export`: the open data package of the published database."""

from pathlib import Path
from typing import Annotated

import typer

from budgetwatch import options as opt
from budgetwatch.console import result
from scoring.package import export as write

Folder = Annotated[
    Path, typer.Argument(help="A new folder, or one of an earlier export.", metavar="DIR")
]


def export(
    folder: Folder,
    data: opt.Data = opt.DATA,
    registry_dir: opt.RegistryDir = None,
    as_json: opt.Json = False,
) -> None:
    """Write the published tables as CSV with their description, the rubrics, licence, checksums.

    A Frictionless data package: every table and column described in Russian and English, the
    sha256 of every file. The same database gives the same bytes.
    """
    files = write(data / "build" / "budget.db", folder)
    result({"package": str(folder), "files": len(files)}, as_json=as_json)
