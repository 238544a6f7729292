"""The door: `budgetwatch` and its commands, and what becomes of each kind of trouble."""

import sqlite3
import sys
from collections.abc import Iterable
from importlib import import_module

import typer

from budgetwatch.console import hold, note
from crawler.archive import ArchiveLockedError, DamagedError
from crawler.registry import RegistryError
from crawler.stopped import CrawlStoppedError

HELP = """Does a region explain its budget to its citizens: completely, on time, readably?

budgetwatch collects the editions of "Бюджет для граждан" from regional sites, rates them by an
open rubric and publishes every point with its proof.

Begin with `budgetwatch demo`: the whole path on fictional regions, on this machine alone.
For the real ones: `budgetwatch run`, then `budgetwatch serve`.
"""

# As shells count: 128 and the signal of Ctrl-C.
INTERRUPTED = 130

# Each command, a function of its module's name, with what a person would type first.
COMMANDS = {
    "demo": "budgetwatch demo --no-serve --data /tmp/demo",
    "run": "BUDGETWATCH_CONTACT=you@example.org budgetwatch run tomsk-oblast republic-of-komi",
    "crawl": "budgetwatch crawl --resume   (after Ctrl-C: nothing is asked twice)",
    "diagnose": "budgetwatch diagnose tomsk-oblast",
    "judge": "budgetwatch judge --wave 2026 --as-of 2026-11-23",
    "check": "budgetwatch check brochure.pdf data.xlsx --stage adopted --year 2026",
    "explain": "budgetwatch explain tomsk-oblast on-time --page",
    "publish": "budgetwatch publish --out ranking.db",
    "export": "budgetwatch export open-data --site public",
    "serve": "budgetwatch serve --port 8080",
}
FAMILIES = ("registry", "archive")


def door(names: Iterable[str] = (*COMMANDS, *FAMILIES)) -> typer.Typer:
    """The command line with these commands; the modules of others are not read."""
    app = typer.Typer(
        help=HELP, no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False
    )
    # With a single command and no callback typer would take its name for an argument.
    app.callback()(lambda: None)
    for name in names:
        module = import_module(f"budgetwatch.commands.{name}")
        if name in FAMILIES:
            app.add_typer(module.app, name=name)
        else:
            app.command(epilog=f"Example: {COMMANDS[name]}")(getattr(module, name))
    return app


def main() -> None:
    """Run one command. Exits 0 done, 1 our error, 2 bad input, 130 interrupted."""
    asked = sys.argv[1:2]
    try:
        # The judge's modules take seconds that a server's first answer has no use for.
        (door(asked) if asked and asked[0] in (*COMMANDS, *FAMILIES) else door())()
    except SystemExit as end:
        if end.code == INTERRUPTED:
            hold()
            note("Interrupted.")
        raise
    except _bad_input() as wrong:
        note(str(wrong))
        sys.exit(2)
    except _refusals() as refused:
        note(str(refused))
        sys.exit(1)
    except (OSError, sqlite3.OperationalError) as trouble:
        note(told(trouble))
        sys.exit(1)


def _refusals() -> tuple[type[Exception], ...]:
    """Each comes with a sentence that says what happened and what to do."""
    from scoring.gate import PublishRefusedError

    return PublishRefusedError, ArchiveLockedError, DamagedError, CrawlStoppedError


def _bad_input() -> tuple[type[Exception], ...]:
    """What is raised for bad files of people; asked only when something was raised."""
    from scoring.rubric import RubricError

    return RegistryError, RubricError


def told(trouble: OSError | sqlite3.OperationalError) -> str:
    """What the system refused, as a sentence: which file, why, and what to look at."""
    if isinstance(trouble, OSError) and trouble.errno is None:
        return str(trouble)  # raised by us, with a sentence of its own
    where = "a database"
    if isinstance(trouble, OSError):
        where = str(trouble.filename or "a file")
    why = getattr(trouble, "strerror", None) or str(trouble)
    return (
        f"The system refused {where}: {why}. Look at the disk's free space and at who may write "
        "to --data, then run this again. What was published before is as it was."
    )
