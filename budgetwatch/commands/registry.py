"""`budgetwatch registry check`: is every entry of the registry right?"""

import typer

from budgetwatch import options as opt
from budgetwatch.console import result
from crawler import registry as entries

app = typer.Typer(help="The registry: what we believe exists.", no_args_is_help=True)


@app.command()
def check(
    data: opt.Data = opt.DATA,
    registry_dir: opt.RegistryDir = None,
    as_json: opt.Json = False,
) -> None:
    """Name file and path of every fault; exit 2 when there is one."""
    folder = opt.registry_dir(registry_dir)
    regions = entries.load(folder)
    sources = sum(len(region.sources) for region in regions)
    result({"registry": str(folder), "regions": len(regions), "sources": sources}, as_json=as_json)
