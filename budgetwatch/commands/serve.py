"""`budgetwatch serve`: the site on the published database."""

import socket
import sqlite3
import sys
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from budgetwatch import options as opt
from budgetwatch.console import note, result
from budgetwatch.copies import copies
from budgetwatch.lean import without

if TYPE_CHECKING:
    from datasette_config.limits import Limits

Rate = Annotated[
    float,
    typer.Option(
        "--rate",
        min=0,
        help="Requests a second one client may have computed for long; 0 is no limit.",
        metavar="NUMBER",
    ),
]
Burst = Annotated[
    int, typer.Option("--burst", min=1, help="And so many at once.", metavar="NUMBER")
]
Proxy = Annotated[
    str,
    typer.Option(
        "--trust-proxy",
        help="Believe X-Forwarded-For from this address or network alone (a proxy of your own).",
        metavar="ADDRESS",
        show_default="nobody",
    ),
]


def serve(
    data: opt.Data = opt.DATA,
    registry_dir: opt.RegistryDir = None,
    host: opt.Host = "127.0.0.1",
    port: opt.Port = opt.PORT,
    rate: Rate = 10,
    burst: Burst = 100,
    trust_proxy: Proxy = "",
    as_json: opt.Json = False,
) -> None:
    """Open the site with the ranking on the last published database."""
    from datasette_config.limits import Limits

    database = data / "build" / "budget.db"
    open_site(
        database,
        host,
        port,
        {},
        as_json=as_json,
        archive=data / "archive",
        limits=Limits(rate=rate, burst=burst),
        proxy=trust_proxy,
    )


def open_site(
    database: Path,
    host: str,
    port: int,
    facts: dict[str, object],
    *,
    as_json: bool,
    archive: Path,
    limits: "Limits | None" = None,
    proxy: str = "",
) -> None:
    """Serve until interrupted, the address printed first, after the ``facts`` of what came before.

    Copies come from the ``archive`` where there is one. ``limits`` None are those of the site's
    configuration; ``proxy`` is whose word on the client's address is believed. 1 is the exit when
    there is no database of ours.
    """
    # sqlite-utils, which Datasette is built on, loads pandas wherever it finds it: three seconds.
    with without("pandas", "numpy"):
        from datasette_config.serve import serve as show

    openable(database)
    free = free_port(host, port)
    address = f"http://{f'[{host}]' if ':' in host else host}:{free}/"
    result({**facts, "address": address}, as_json=as_json)
    sys.stdout.flush()
    note("The site is open at the address above; stop it with Ctrl-C.")
    with copies(archive) as kept:
        show(database, host, free, kept, limits, proxy)


def openable(database: Path) -> None:
    """Go on when there is a published database; else say what to do and exit with 1."""
    if not database.is_file():
        note(f"There is no {database} yet; make one with: budgetwatch run (or: budgetwatch demo)")
        raise typer.Exit(1)
    try:
        with closing(sqlite3.connect(f"{database.resolve().as_uri()}?mode=ro", uri=True)) as held:
            held.execute("select id from regions limit 1").fetchall()
    except sqlite3.DatabaseError as wrong:
        note(f"{database} is not a published database ({wrong}); make it anew: budgetwatch publish")
        raise typer.Exit(1) from None


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
