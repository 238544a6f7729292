"""An address on its way, and what a shell of a page is to be drawn from."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from crawler.model import Answer, Hop
from crawler.pages import Link
from crawler.transport.host import host
from crawler.walk.canonical import is_undisputed
from crawler.walk.frontier import Ask
from crawler.walk.redirect import Ended
from crawler.walk.region import Walk

if TYPE_CHECKING:
    from crawler.browser.sheet import Drawn, Sheet, Undrawn


@dataclass(frozen=True, slots=True)
class Job:
    """An address on its way: whose it is, and the redirects it has been through.

    ``fallen`` is how it ended over https, when it is being asked over http instead. ``anew``: it
    is asked without conditions, since the archive has lost what "unchanged" would refer to.
    """

    walk: Walk
    ask: Ask
    hops: tuple[Hop, ...] = ()
    fallen: Ended | None = None
    anew: bool = False

    @property
    def region(self) -> str:
        """The region that asks."""
        return self.walk.region.id

    @property
    def problem(self) -> str:
        """What kept us from asking over https."""
        return self.fallen.reason if self.fallen else ""

    def meta(self, url: str, run: str) -> dict[str, Any]:
        """What a request of a run for ``url`` carries along. Scrapy's two it would find out itself:

        that the address is spelled already, and whose slot it waits in.
        """
        return {
            "job": self,
            "asked": self.ask.url,
            "run": run,
            "verbatim_url": is_undisputed(url),
            "download_slot": host(url),
        }


@dataclass(slots=True, eq=False)
class Commission:
    """One shell to be drawn. ``answers`` are what its scripts asked for and got, in order.

    ``withheld`` says what they wanted and were not given, a phrase each; ``links`` are those of
    the answers; ``drawn`` is None until the browser is done with it.
    """

    job: Job
    shell: Answer
    sheet: Sheet
    answers: list[Answer] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    withheld: list[str] = field(default_factory=list)
    drawn: Drawn | Undrawn | None = None
