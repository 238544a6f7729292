"""An address on its way, as it travels in a request's meta."""

from dataclasses import dataclass

from crawler.model import Hop
from crawler.walk.frontier import Ask
from crawler.walk.redirect import Ended
from crawler.walk.region import Walk


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
