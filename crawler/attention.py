"""Which regions of a crawl need a person's attention, and what the person can do."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum

from crawler.model import Outcome, SourceHealth
from crawler.remedies import COLLAPSED, FLOOR, NEVER_ASKED, pressing, registry_file, remedy

# They stand in the way of reading, not only beside it.
_BESIDE = frozenset({Outcome.BUDGET_SPENT, Outcome.NOT_FOUND, Outcome.ROBOTS_DENIED})


class Urgency(IntEnum):
    """How pressing a region's state is, the worst first."""

    UNREAD = 0
    WORSE = 1
    BELOW = 2
    HEALTHY = 3


@dataclass(frozen=True, slots=True)
class Attention:
    """One region after a crawl. ``broken`` are sentences, ``remedy`` is what to try first."""

    region: str
    urgency: Urgency
    outcomes: tuple[tuple[str, int], ...]
    pages: int
    documents: int
    broken: tuple[str, ...] = ()
    remedy: str = ""


def attention(health: Iterable[SourceHealth]) -> tuple[Attention, ...]:
    """The regions of one run, the most urgent first."""
    by_region: dict[str, list[SourceHealth]] = {}
    for row in health:
        by_region.setdefault(row.region, []).append(row)
    found = [_of(region, rows) for region, rows in by_region.items()]
    return tuple(sorted(found, key=lambda a: (a.urgency, -len(a.broken), a.region)))


def _of(region: str, rows: Sequence[SourceHealth]) -> Attention:
    counts: Counter[str] = Counter()
    for row in rows:
        counts.update(dict(row.outcomes))
    pages, documents = (sum(r.found_pages for r in rows), sum(r.found_documents for r in rows))
    broken = tuple(_said(row) for row in rows if row.broken)
    urgency = _urgency(rows, found=pages + documents)
    advice = "" if urgency is Urgency.HEALTHY else what_to_do(region, rows)
    outcomes = tuple(sorted(counts.items(), key=lambda c: (-c[1], c[0])))
    return Attention(region, urgency, outcomes, pages, documents, broken, advice)


def _said(row: SourceHealth) -> str:
    return f"{row.source.partition('://')[2].rstrip('/')}: {row.broken}"


def _urgency(rows: Sequence[SourceHealth], found: int) -> Urgency:
    if not found:
        return Urgency.UNREAD
    if any(row.broken and row.compared_run for row in rows):
        return Urgency.WORSE
    return Urgency.BELOW if any(row.broken for row in rows) else Urgency.HEALTHY


def what_to_do(region: str, rows: Iterable[SourceHealth]) -> str:
    """What to try first, from the troubles of the broken sources."""
    broken = [row for row in rows if row.broken]
    counts: Counter[Outcome] = Counter()
    for row in broken:
        counts.update({Outcome(name): count for name, count in row.outcomes})
    troubles = pressing(counts.items())
    hard = [found for found in troubles if found[0] not in _BESIDE]
    if not counts:
        return NEVER_ASKED.format(file=registry_file(region))
    if hard or (troubles and not any(outcome.readable for outcome in counts)):
        return remedy((hard or troubles)[0][0], region)
    if any(row.compared_run for row in broken):
        return COLLAPSED.format(file=registry_file(region))
    if troubles and 2 * troubles[0][1] >= counts.total():
        return remedy(troubles[0][0], region)
    return FLOOR.format(file=registry_file(region))
