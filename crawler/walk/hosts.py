"""How each host is treated, while a crawl goes on: counted at the wire, taken as notes."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from crawler.notes import HostFacts, Note, NoteKind
from crawler.politeness import rounded

# A crash forgets what was not yet taken: at most so many requests to a host.
OFTEN = 25


@dataclass(frozen=True, slots=True)
class For:
    """Whom a request serves: a region and a registry source; "" while that is not known."""

    region: str = ""
    source: str = ""


@dataclass(slots=True)
class _Stretch:
    """What has happened since the last note."""

    requests: int = 0
    bytes: int = 0
    gaps: list[float] = field(default_factory=list)
    at_once: int = 0
    denied: int = 0
    unmodified: int = 0
    delays: tuple[float, float] = (0.0, 0.0)
    slowed: int = 0
    waits: list[float] = field(default_factory=list)
    walls: set[str] = field(default_factory=set)
    tls: str = ""
    problem: str = ""
    first: str = ""
    last: str = ""


class Hosts:
    """The accounts of all hosts of one crawl. Times are seconds of one monotonic clock and UTC."""

    def __init__(self) -> None:
        # By region, which has few; all regions of a run may have thousands.
        self._stretches: defaultdict[str, dict[tuple[str, str], _Stretch]] = defaultdict(dict)
        self._started: dict[str, float] = {}
        self._underway: Counter[str] = Counter()

    def asked(self, who: For, host: str, now: float, when: str) -> None:
        """A request goes out."""
        mine = self._at(who, host)
        self._underway[host] += 1
        if host in self._started:
            mine.gaps.append(max(0.0, now - self._started[host]))
        self._started[host] = now
        mine.requests += 1
        mine.at_once = max(mine.at_once, self._underway[host])
        mine.first, mine.last = mine.first or when, when

    def heard(self, who: For, host: str, tls_problem: str = "", *, sent: bool = True) -> None:
        """The request has come to its end, one way or another; or it was not sent after all."""
        mine = self._at(who, host)
        self._underway[host] -= 1
        mine.problem = tls_problem or mine.problem
        if not sent:
            mine.requests -= 1
            del mine.gaps[-1:]
            self._started.pop(host, None)

    def received(self, who: For, host: str, size: int) -> None:
        """So many bytes of a body came."""
        self._at(who, host).bytes += size

    def answered(self, who: For, host: str, status: int, tls: str, wait: float | None) -> None:
        """An answer; ``wait`` is what a busy host asks us to wait, None when it is not busy."""
        mine = self._at(who, host)
        mine.unmodified += status == 304
        mine.tls = tls or mine.tls
        if wait is not None:
            mine.slowed += 1
            mine.waits += [wait] if wait else []

    def delay(self, who: For, host: str, asked: float, kept: float) -> None:
        """The host asks for so many seconds between requests, and we keep to so many."""
        self._at(who, host).delays = (asked, kept)

    def denied(self, who: For, host: str) -> None:
        """The host's robots.txt kept us from an address."""
        self._at(who, host).denied += 1

    def blocked(self, who: For, host: str, by: str) -> None:
        """A wall stood where a page should be."""
        self._at(who, host).walls.add(by)

    def adopt(self, who: For, host: str) -> None:
        """What was asked of a host for nobody in particular (its robots.txt) was for ``who``."""
        orphan = self._stretches[""].pop((host, ""), None)
        if orphan is not None:
            self._merge(self._at(who, host), orphan)

    def take(self, region: str, at_least: int = 0) -> Iterator[Note]:
        """Yield what has happened for a region since the last time, a note for a host and source.

        Only of accounts with ``at_least`` so many requests; what is taken is forgotten here.
        """
        mine = self._stretches[region]
        due = [key for key, stretch in mine.items() if stretch.requests >= at_least]
        for host, source in sorted(due):
            stretch = mine.pop((host, source))
            yield Note(NoteKind.HOST, region, host, _facts(source, stretch), stretch.last)

    def regions(self) -> tuple[str, ...]:
        """Every region for which something has happened since its last note."""
        return tuple(sorted(region for region, mine in self._stretches.items() if mine))

    def _at(self, who: For, host: str) -> _Stretch:
        mine, key = self._stretches[who.region], (host, who.source)
        known = mine.get(key)
        if known is None:
            known = mine[key] = _Stretch()
        return known

    @staticmethod
    def _merge(mine: _Stretch, other: _Stretch) -> None:
        for name in ("requests", "bytes", "denied", "unmodified", "slowed"):
            setattr(mine, name, getattr(mine, name) + getattr(other, name))
        mine.gaps, mine.waits = other.gaps + mine.gaps, other.waits + mine.waits
        mine.at_once, mine.walls = max(mine.at_once, other.at_once), mine.walls | other.walls
        mine.delays = max(mine.delays, other.delays)
        mine.tls, mine.problem = mine.tls or other.tls, mine.problem or other.problem
        mine.first, mine.last = other.first or mine.first, mine.last or other.last


def _facts(source: str, stretch: _Stretch) -> HostFacts:
    asked, kept = stretch.delays
    return HostFacts(
        source=source,
        requests=stretch.requests,
        bytes=stretch.bytes,
        gap_min=round(min(stretch.gaps), 3) if stretch.gaps else None,
        gaps=tuple(sorted(Counter(map(rounded, stretch.gaps)).items())),
        at_once=stretch.at_once,
        robots_denied=stretch.denied,
        not_modified=stretch.unmodified,
        delay_asked=round(asked, 3),
        delay_kept=round(kept, 3),
        slowed=stretch.slowed,
        retry_after=len(stretch.waits),
        retry_after_longest=round(max(stretch.waits, default=0.0), 1),
        blocked_by=tuple(sorted(stretch.walls)),
        tls=stretch.tls,
        tls_problem=stretch.problem,
        first=stretch.first,
        last=stretch.last,
    )
