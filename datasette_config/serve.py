"""The site on one database: as a command line, as an application, or served until interrupted."""

import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

import uvicorn
from datasette import handle_exception  # type: ignore[import-untyped]  # ships no types
from datasette.app import Datasette  # type: ignore[import-untyped]  # ships no types

from datasette_config import written
from datasette_config.archived import Copies, hand
from datasette_config.bounded import Bounded
from datasette_config.limits import Limits
from datasette_config.opened import opened
from datasette_config.renewal import Renewed

HERE = Path(__file__).parent


def command(db: Path, host: str, port: int) -> list[str]:
    """The same site through Datasette's own command line, for a service file or a container."""
    return [
        *(sys.executable, "-m", "datasette", "serve", "--immutable", str(db)),
        *("--config", str(HERE / "datasette.yaml"), "--metadata", str(HERE / "metadata.yaml")),
        *("--template-dir", str(HERE / "templates"), "--plugins-dir", str(HERE / "plugins")),
        *("--static", f"static:{HERE / 'static'}", "--host", host, "--port", str(port)),
    ]


def app(db: Path, copies: Copies | None = None, limits: Limits | None = None) -> Datasette:
    """The site on a database, its tables described whatever the file is called.

    With ``copies`` it serves what the archive holds; ``limits`` stand for those of datasette.yaml.
    """
    config = _about(db, "datasette.yaml")
    if limits is not None:
        config["plugins"]["budgetwatch_site"] = limits.model_dump()
    site = Datasette(
        immutables=[str(db)],
        config=config,
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
    said: dict[str, Any] = written.read(HERE / file)
    said["databases"] = {db.stem: said["databases"]["budget"]}
    return said


def serve(
    db: Path,
    host: str,
    port: int,
    copies: Copies | None = None,
    limits: Limits | None = None,
    proxy: str = "",
) -> None:
    """Serve the site until interrupted, on whatever database comes to stand at ``db``.

    Nothing is printed but errors.

    ``proxy`` is the address or network of the server in front of this one, several joined by
    commas: only its word on who asks (X-Forwarded-For, X-Forwarded-Proto) is believed.
    """
    # With rich installed Datasette prints every 404 with all local variables to the terminal.
    handle_exception.rich = None
    site = Renewed(db, lambda: opened(lambda: app(db, copies, limits), db))
    config = uvicorn.Config(
        site,
        host=host,
        port=port,
        http=Bounded,
        log_level="warning",
        lifespan="on",
        # Left to itself uvicorn believes these headers from whoever connects over loopback.
        proxy_headers=bool(proxy),
        forwarded_allow_ips=proxy or [],
    )
    # uvicorn raises the signal again once it has closed its doors; that is how serving ends.
    with suppress(KeyboardInterrupt):
        uvicorn.Server(config).run()
