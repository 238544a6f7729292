"""What the last crawl of one region met, gathered from captures and notes."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from crawler.archive import Archive
from crawler.health import health
from crawler.model import Capture, Outcome, Region, Run, SourceHealth
from crawler.notes import Note, NoteKind, RegionEnded
from crawler.politeness import hosts as ledgers
from crawler.remedies import pressing, remedy
from crawler.rule import forbidding

SHOWN = 5
AGENT = "budgetwatch"


@dataclass(frozen=True, slots=True)
class HostMet:
    """One host: how requests ended, how it was treated, what it said to us."""

    host: str
    outcomes: tuple[tuple[str, int], ...]
    requests: int = 0
    bytes: int = 0
    gap_min: float | None = None
    gap_median: float | None = None
    tls: str = ""
    tls_problem: str = ""
    blocked_by: tuple[str, ...] = ()
    denied: int = 0
    rules: tuple[str, ...] = ()
    led_to: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Trouble:
    """One kind of trouble: how often, an example with its reason, and what to try."""

    outcome: str
    count: int
    url: str
    reason: str
    remedy: str


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """A region's last crawl. ``ended`` is None while it has not ended, or in old archives."""

    region: str
    run: Run
    sources: tuple[SourceHealth, ...]
    hosts: tuple[HostMet, ...]
    troubles: tuple[Trouble, ...]
    ended: RegionEnded | None = None
    unasked: tuple[str, ...] = ()
    left_alone: tuple[Note, ...] = ()
    changes: tuple[Note, ...] = ()


def diagnose(archive: Archive, region: Region, run: Run) -> Diagnosis:
    """Gather what a run met in a region; reads the archive, asks nobody."""
    captures = archive.captures(region=region.id)
    mine = [c for c in captures if c.run == run.id]
    notes = archive.notes(run=run.id, region=region.id)
    ended = [n.facts for n in notes if isinstance(n.facts, RegionEnded)]
    unasked = [c.url for c in mine if c.outcome is Outcome.BUDGET_SPENT]
    return Diagnosis(
        region=region.id,
        run=run,
        sources=health(captures, [region], run, notes),
        hosts=_hosts(archive, mine, notes, run),
        troubles=tuple(_troubles(mine, region.id)),
        ended=ended[-1] if ended else None,
        unasked=tuple(unasked),
        left_alone=tuple(n for n in notes if n.kind is NoteKind.LEFT_ALONE),
        changes=tuple(n for n in notes if n.kind in (NoteKind.VANISHED, NoteKind.REPLACED)),
    )


def _hosts(
    archive: Archive, mine: Sequence[Capture], notes: Sequence[Note], run: Run
) -> tuple[HostMet, ...]:
    by_host: dict[str, list[Capture]] = defaultdict(list)
    for capture in mine:
        by_host[_host(capture.url)].append(capture)
    ledger = {one.host: one for one in ledgers(notes, [run])}
    met = []
    for host in sorted(by_host.keys() | ledger.keys()):
        here = by_host[host]
        kept = ledger.get(host)
        facts = kept.facts if kept else None
        met.append(
            HostMet(
                host,
                _counted(str(c.outcome) for c in here),
                facts.requests if facts else 0,
                facts.bytes if facts else sum(c.bytes for c in here),
                facts.gap_min if facts else None,
                kept.gap_median if kept else None,
                facts.tls if facts else "",
                facts.tls_problem if facts else "",
                facts.blocked_by if facts else (),
                sum(c.outcome is Outcome.ROBOTS_DENIED for c in here),
                _rules(archive, here, mine),
                _counted(_host(c.final_url) for c in here if c.outcome is Outcome.REDIRECTED_AWAY),
            )
        )
    return tuple(met)


def _rules(archive: Archive, here: Sequence[Capture], mine: Sequence[Capture]) -> tuple[str, ...]:
    """The lines of robots.txt that kept us out; the reason when no line does."""
    denied = [c for c in here if c.outcome is Outcome.ROBOTS_DENIED]
    robots = {c.url: c for c in mine if c.url.endswith("/robots.txt") and c.sha256}
    found: Counter[str] = Counter()
    for capture in denied:
        parts = urlsplit(capture.final_url)
        own = robots.get(f"{parts.scheme}://{parts.netloc}/robots.txt")
        try:
            text = archive.read(own).decode("utf-8", "replace") if own else ""
        except LookupError:
            text = ""
        found[forbidding(text, capture.final_url, AGENT) or capture.reason] += 1
    return tuple(rule for rule, _ in found.most_common(SHOWN))


def _troubles(mine: Sequence[Capture], region: str) -> list[Trouble]:
    counts = Counter(c.outcome for c in mine if c.source)
    troubles = []
    for outcome, count in pressing(counts.items()):
        met = [c for c in mine if c.outcome is outcome]
        worst = max(met, key=lambda c: (c.promise, c.id))
        action = remedy(outcome, region)
        troubles.append(Trouble(str(outcome), count, worst.url, worst.reason, action))
    return troubles


def _counted(names: Iterable[str]) -> tuple[tuple[str, int], ...]:
    counts = Counter(names)
    return tuple(sorted(counts.items(), key=lambda c: (-c[1], c[0])))


def _host(url: str) -> str:
    return urlsplit(url).hostname or ""
