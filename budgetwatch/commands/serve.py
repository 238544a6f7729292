"""`budgetwatch serve`: the site on the published database."""

import socket
import sys
from pathlib import Path

import typer

from budgetwatch import options as opt
from budgetwatch.console import note


def serve(
    data: opt.Data = opt.DATA,
    registry_dir: opt.RegistryDir = None,
    host: opt.Host = "127.0.0.1",
    port: opt.Port = opt.PORT,
    as_json: opt.Json = False,
) -> None:
    """Open the site with the ranking on the last published database."""
    open_site(data / "build" / "budget.db", host, port)


def open_site(database: Path, host: str, port: int) -> None:
    """Serve until interrupted, the address printed first."""
    # Datasette takes half a second that judging and crawling have no use for.
    from datasette_config.serve import serve as show

    if not database.is_file():
        note(f"There is no {database} yet; make one with: budgetwatch run (or: budgetwatch demo)")
        raise typer.Exit(1)
    free = free_port(host, port)
    sys.stdout.write(f"http://{host}:{free}/\n")
    sys.stdout.flush()
    note("The site is open at the address above; stop it with Ctrl-C.")
    show(database, host, free)


def free_port(host: str, port: int) -> int:
    """The port asked for; another free one when it is taken or 0."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    for candidate in (port, 0):
        with socket.socket(family, socket.SOCK_STREAM) as probe:
            # A server that has just stopped leaves its port waiting for a minute.
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((host, candidate))
            except OSError:
                continue
            return int(probe.getsockname()[1])
    raise typer.BadParameter(f"cannot listen on {host}", param_hint="--host")
