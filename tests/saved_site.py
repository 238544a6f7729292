"""Whole saved sites as folders: served on loopback, with what a crawl must find there.

``tests/sites/<family>/<case>/truth.yaml`` says it, ``site/<host>/`` beside it is what hosts serve.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from budgetwatch.demo_site import LOOPBACK, Host, Site, answering
from crawler.model import Name, Region, Source
from crawler.strict_yaml import read

SITES = Path(__file__).parent / "sites"


class Truth(BaseModel):
    """What a saved site is, and what a crawl of it must come to.

    ``editions`` are addresses whose bytes must be archived, each with the clicks a reader needs
    from the home page (null where the crawl must not claim to know). ``most_requests`` bounds the
    crawl, robots.txt left out. ``never`` are beginnings of addresses no crawl has a reason to ask.
    ``hosts`` are as in data/demo/sites.yaml.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    about: str
    home: str
    sources: tuple[str, ...] = ()
    editions: dict[str, int | None]
    most_requests: int
    never: tuple[str, ...] = ()
    hosts: dict[str, Host]


def cases() -> tuple[Path, ...]:
    """The folders of every saved site, in their order."""
    return tuple(sorted(path.parent for path in SITES.glob("*/*/truth.yaml")))


def truth(folder: Path) -> Truth:
    """What a saved site is; raises YamlFault or ValidationError when it is written wrongly."""
    return Truth.model_validate(read(folder / "truth.yaml"))


def region(folder: Path) -> Region:
    """The registry entry a crawl of a saved site starts from."""
    told = truth(folder)
    return Region(
        id=f"{folder.parent.name}-{folder.name}".replace("_", "-"),
        name=Name(ru="Область", en="Oblast"),
        iso_3166_2="XX-1",
        home=told.home,  # type: ignore[arg-type] # pydantic reads text
        sources=tuple(Source(url=url) for url in told.sources),  # type: ignore[arg-type]
    )


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a saved site while the block runs; yield the ``--resolve`` string that leads to it."""
    hosts = truth(folder).hosts
    sites = {name: Site(folder / "site" / name, host) for name, host in hosts.items()}
    with answering(sites) as port:
        yield f"*:*:{LOOPBACK}:{port}"
