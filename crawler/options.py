"""How to crawl: what a person may say on the command line."""

from dataclasses import dataclass, field

from crawler.walk.budget import Polite, Whole


@dataclass(frozen=True, slots=True)
class Options:
    """How to crawl. ``resolve`` are curl-like HOST:PORT:ADDRESS:PORT.

    `Polite` bounds each region, `Whole` all of them together.

    ``loopback_at_once``: no pause between requests that never leave this machine; a site's own
    Crawl-delay is kept there too.
    """

    resolve: tuple[str, ...] = ()
    allow_private_hosts: bool = False
    resume: bool = False
    loopback_at_once: bool = False
    polite: Polite = field(default_factory=Polite)
    whole: Whole = field(default_factory=Whole)
