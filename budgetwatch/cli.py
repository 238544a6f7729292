"""The door: `budgetwatch` and its commands, and what becomes of each kind of trouble."""

import sys

import click
import typer

from budgetwatch.commands.archive import app as archive
from budgetwatch.commands.crawl import crawl
from budgetwatch.commands.demo import demo
from budgetwatch.commands.judge import judge
from budgetwatch.commands.publish import publish
from budgetwatch.commands.registry import app as registry
from budgetwatch.commands.run import run
from budgetwatch.commands.serve import serve
from budgetwatch.console import note
from crawler.archive import ArchiveLockedError
from crawler.registry import RegistryError
from scoring.publish import PublishRefusedError
from scoring.rubric import RubricError

HELP = """Does a region explain its budget to its citizens: completely, on time, readably?

budgetwatch collects the editions of "Бюджет для граждан" from regional sites, rates them by an
open rubric and publishes every point with its proof.

Begin with `budgetwatch demo`: the whole path on fictional regions, on this machine alone.
For the real ones: `budgetwatch run`, then `budgetwatch serve`.
"""

app = typer.Typer(
    help=HELP, no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False
)
for command in (demo, run, crawl, judge, publish, serve):
    app.command()(command)
app.add_typer(registry, name="registry")
app.add_typer(archive, name="archive")


def main() -> None:
    """Run one command. Exits 0 done, 1 our error, 2 bad input, 130 interrupted."""
    sys.exit(_fate())


def _fate() -> int:
    try:
        code = app(standalone_mode=False)
    except click.ClickException as wrong:
        wrong.show()
        return wrong.exit_code
    except (RegistryError, RubricError) as wrong:
        note(str(wrong))
        return 2
    except (PublishRefusedError, ArchiveLockedError, FileNotFoundError) as refused:
        note(str(refused))
        return 1
    except (KeyboardInterrupt, click.Abort):
        note("Interrupted.")
        return 130
    return code if isinstance(code, int) else 0
