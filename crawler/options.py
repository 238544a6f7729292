"""How to crawl: what a person may say on the command line."""

from dataclasses import dataclass, field

from crawler.browser.limits import Limits
from crawler.walk.budget import Polite


@dataclass(frozen=True, slots=True)
class Options:
    """How to crawl. ``resolve`` are curl-like HOST:PORT:ADDRESS:PORT; see `Polite` for the rest.

    ``loopback_at_once``: no pause between requests that never leave this machine; a site's own
    Crawl-delay is kept there too. ``browser`` bounds the drawing of empty shells; None for none.
    """

    resolve: tuple[str, ...] = ()
    allow_private_hosts: bool = False
    resume: bool = False
    loopback_at_once: bool = False
    polite: Polite = field(default_factory=Polite)
    browser: Limits | None = field(default_factory=Limits)
