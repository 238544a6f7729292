"""What a crawl tells while it runs: events for whoever draws a table or writes a log."""

from collections.abc import Callable
from dataclasses import dataclass

from crawler.model import Outcome


@dataclass(frozen=True, slots=True)
class Counts:
    """One region's crawl so far. ``outcomes`` is sorted by name; ``seconds`` since its start.

    ``about`` is how many seconds the waiting addresses will take at the pace met so far, None
    while that cannot be told: at the beginning, and while more wait than the budget allows.
    ``most`` is what the budget leaves, seconds.
    """

    answers: int = 0
    requests: int = 0
    bytes: int = 0
    waiting: int = 0
    seconds: float = 0.0
    outcomes: tuple[tuple[str, int], ...] = ()
    about: float | None = None
    most: float = 0.0


@dataclass(frozen=True, slots=True)
class RegionStarted:
    """A region's walk begins; ``resumed`` is how many answers an earlier part had archived."""

    region: str
    resumed: int = 0


@dataclass(frozen=True, slots=True)
class AnswerArchived:
    """One address was asked to its end and is in the archive."""

    region: str
    url: str
    outcome: Outcome
    promise: float
    counts: Counts


@dataclass(frozen=True, slots=True)
class RegionFinished:
    """A region's walk is over and all of it archived.

    ``limit`` is the limit that ended it, "" when all that promised anything was walked.
    ``traps`` is what was recognised and left alone, by name.
    """

    region: str
    counts: Counts
    limit: str = ""
    traps: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Advice:
    """A sentence for the person who started the crawl: what is missing, and what to do."""

    text: str


Event = RegionStarted | AnswerArchived | RegionFinished | Advice
OnEvent = Callable[[Event], None]


def silent(_event: Event) -> None:
    """For whoever does not want to know."""
