"""`budgetwatch archive verify`: is every byte still what was saved?"""

import typer

from budgetwatch import options as opt
from budgetwatch.console import note, result, steps
from crawler.archive import Archive

app = typer.Typer(help="The archive: what we saw.", no_args_is_help=True)


@app.command()
def verify(
    data: opt.Data = opt.DATA,
    registry_dir: opt.RegistryDir = None,
    as_json: opt.Json = False,
) -> None:
    """Re-hash every record; exit 1 when one is not what was saved."""
    with Archive(data / "archive", readonly=True) as archive, steps("bytes re-hashed") as on_record:
        faults = list(archive.verify(on_record))
        captures = len(archive.captures())
    for fault in faults:
        note(f"{fault.file} at {fault.offset}: {fault.what}")
    result({"captures": captures, "faults": len(faults)}, as_json=as_json)
    if faults:
        raise typer.Exit(1)
