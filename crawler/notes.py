"""What a run learned besides answers: a note has a kind, a subject, and facts of that kind."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class NoteKind(StrEnum):
    """What a note speaks of. A closed list: each kind has facts of its own."""

    HOST = "host"
    REGION_ENDED = "region-ended"
    LEFT_ALONE = "left-alone"
    BETTER_PATH = "better-path"
    VANISHED = "vanished"
    REPLACED = "replaced"


@dataclass(frozen=True, slots=True)
class HostFacts:
    """How one host was treated for one source during a stretch of a run; stretches add up.

    ``requests`` are those sent, retries and robots.txt too; ``bytes`` of bodies as they came over
    the line. ``gaps`` are the seconds from the start of one request to the host to the start of
    the next, rounded, and how often each was met; ``gap_min`` is the shortest, to a millisecond.
    ``at_once`` is the most requests to the host that were under way together. ``first`` and
    ``last`` are the UTC times of requests. ``tls`` is the rung the host was read on.
    """

    source: str = ""
    requests: int = 0
    bytes: int = 0
    gap_min: float | None = None
    gaps: tuple[tuple[float, int], ...] = ()
    at_once: int = 0
    robots_denied: int = 0
    not_modified: int = 0
    delay_asked: float = 0.0
    delay_kept: float = 0.0
    slowed: int = 0
    retry_after: int = 0
    retry_after_longest: float = 0.0
    blocked_by: tuple[str, ...] = ()
    tls: str = ""
    tls_problem: str = ""
    first: str = ""
    last: str = ""


@dataclass(frozen=True, slots=True)
class RegionEnded:
    """How a region's walk ended. ``limit`` is the limit that stopped it, "" for none.

    ``waiting`` addresses were known and not asked; ``traps`` is what was left alone, by name;
    ``seconds`` are those of the part of the run that ended it.
    """

    limit: str = ""
    traps: tuple[tuple[str, int], ...] = ()
    answers: int = 0
    requests: int = 0
    bytes: int = 0
    waiting: int = 0
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class LeftAlone:
    """A link that was not followed: what it said, the page it stands on, and why not."""

    text: str = ""
    via: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class BetterPath:
    """A shorter way from the home page to an address, found after the address was asked."""

    clicks: int = 0
    link_texts: tuple[str, ...] = ()
    via: str = ""


@dataclass(frozen=True, slots=True)
class Changed:
    """What an address gave before and what it gives now: captures, their bytes, when and how.

    ``sha256_now`` and ``media_type_now`` are of what came instead, "" when nothing did.
    """

    before: str
    now: str
    sha256_before: str
    sha256_now: str = ""
    before_at: str = ""
    now_at: str = ""
    outcome: str = ""
    media_type_before: str = ""
    media_type_now: str = ""
    reason: str = ""


Facts = HostFacts | RegionEnded | LeftAlone | BetterPath | Changed

FACTS: dict[NoteKind, type[Facts]] = {
    NoteKind.HOST: HostFacts,
    NoteKind.REGION_ENDED: RegionEnded,
    NoteKind.LEFT_ALONE: LeftAlone,
    NoteKind.BETTER_PATH: BetterPath,
    NoteKind.VANISHED: Changed,
    NoteKind.REPLACED: Changed,
}


@dataclass(frozen=True, slots=True)
class Note:
    """One thing learned. ``subject`` is what it is about: a host, an address, a region's id.

    ``at`` is the UTC time it was learned (the run's start when not given); ``run`` is filled in
    by the archive. TypeError for facts of another kind.
    """

    kind: NoteKind
    region: str
    subject: str
    facts: Facts
    at: str = ""
    run: str = ""

    def __post_init__(self) -> None:
        if not isinstance(self.facts, FACTS[self.kind]):
            raise TypeError(f"a note of kind {self.kind} has no facts {self.facts!r}")


@dataclass(frozen=True, slots=True)
class HostLedger:
    """How one host was treated for one region in one run. ``vantage`` is where we crawled from."""

    run: str
    region: str
    host: str
    facts: HostFacts
    vantage: str = ""

    @property
    def gap_median(self) -> float | None:
        """The middle one of the gaps between two requests, seconds; None when there was no gap."""
        return middle(self.facts.gaps)


def middle(gaps: Iterable[tuple[float, int]]) -> float | None:
    """The lower median of counted gaps."""
    ordered = sorted(gaps)
    half = (sum(count for _, count in ordered) + 1) // 2
    for gap, count in ordered:
        half -= count
        if half <= 0:
            return gap
    return None
