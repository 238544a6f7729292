"""How to crawl: what a person may say on the command line."""

from dataclasses import dataclass, field
from pathlib import Path

from crawler.browser.limits import Limits
from crawler.walk.budget import Polite, Whole


@dataclass(frozen=True, slots=True)
class Options:
    """How to crawl. ``resolve`` are curl-like HOST:PORT:ADDRESS:PORT.

    `Polite` bounds each region, `Whole` all of them together.

    ``loopback_at_once``: no pause between requests that never leave this machine; a site's own
    Crawl-delay is kept there too. ``vantage`` says who crawls, and from where. ``extra_ca``: PEM
    files of authorities to trust beside the system's. ``browser`` bounds the drawing of
    empty shells; None for none.
    """

    resolve: tuple[str, ...] = ()
    allow_private_hosts: bool = False
    resume: bool = False
    loopback_at_once: bool = False
    vantage: str = ""
    polite: Polite = field(default_factory=Polite)
    whole: Whole = field(default_factory=Whole)
    extra_ca: tuple[Path, ...] = ()
    browser: Limits | None = field(default_factory=Limits)
