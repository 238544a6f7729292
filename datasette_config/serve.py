"""The site on one database: as a command line, as an application, or served until interrupted."""

import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

import uvicorn
import yaml
from datasette import handle_exception  # type: ignore[import-untyped]  # ships no types
from datasette.app import Datasette  # type: ignore[import-untyped]  # ships no types

from datasette_config.archived import Copies, hand

HERE = Path(__file__).parent


def command(db: Path, host: str, port: int) -> list[str]:
    """The same site through Datasette's own command line, for a service file or a container."""
    return [
        *(sys.executable, "-m", "datasette", "serve", "--immutable", str(db)),
        *("--config", str(HERE / "datasette.yaml"), "--metadata", str(HERE / "metadata.yaml")),
        *("--template-dir", str(HERE / "templates"), "--plugins-dir", str(HERE / "plugins")),
        *("--static", f"static:{HERE / 'static'}", "--host", host, "--port", str(port)),
    ]


def app(db: Path, copies: Copies | None = None) -> Datasette:
    """The site on a database, its tables described whatever the file is called.

    With ``copies`` it serves what the archive holds.
    """
    site = Datasette(
        immutables=[str(db)],
        config=_about(db, "datasette.yaml"),
        metadata=_about(db, "metadata.yaml"),
        template_dir=str(HERE / "templates"),
        plugins_dir=str(HERE / "plugins"),
        static_mounts=[("static", str(HERE / "static"))],
    )
    if copies is not None:
        hand(site, copies)
    return site


def _about(db: Path, file: str) -> dict[str, Any]:
    """One of our two YAML files, speaking of the database by the name Datasette gives it."""
    said: dict[str, Any] = yaml.safe_load((HERE / file).read_text("utf-8"))
    said["databases"] = {db.stem: said["databases"]["budget"]}
    return said


def serve(db: Path, host: str, port: int, copies: Copies | None = None) -> None:
    """Serve the site until interrupted. Nothing is printed but uvicorn's errors."""
    # With rich installed Datasette prints every 404 with all local variables to the terminal.
    handle_exception.rich = None
    site = app(db, copies).app()
    config = uvicorn.Config(site, host=host, port=port, log_level="warning", lifespan="on")
    # uvicorn raises the signal again once it has closed its doors; that is how serving ends.
    with suppress(KeyboardInterrupt):
        uvicorn.Server(config).run()
