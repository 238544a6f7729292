"""After a crawl: did each source give what its registry entry expects?"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from crawler.given import Given, worse
from crawler.model import Capture, Expects, Outcome, Region, Run, SourceHealth
from crawler.notes import HostFacts, Note, middle
from crawler.politeness import of_sources
from crawler.walk.canonical import canonical

# Nothing was sent for these: they cost the site no request.
_UNSENT = frozenset(
    {
        *(Outcome.BUDGET_SPENT, Outcome.ROBOTS_DENIED, Outcome.REFUSED_ADDRESS),
        Outcome.EMPTY_SHELL,
    }
)
# The home page has no entry of its own: it is expected to answer with itself.
_HOME = Expects(pages=1)


def health(
    captures: Iterable[Capture], regions: Sequence[Region], run: Run, notes: Iterable[Note] = ()
) -> tuple[SourceHealth, ...]:
    """Return the health of every source of the run's regions, home pages included.

    ``captures`` are the archive's, of this run and, to compare with, of earlier ones; ``notes``
    are the archive's of this run, for its politeness ledger.
    """
    by_source: dict[tuple[str, str], list[Capture]] = defaultdict(list)
    for capture in captures:
        by_source[capture.region, capture.source].append(capture)
    ledger = of_sources(notes, run.id)
    return tuple(
        _of_source(run, region.id, (source, expects), by_source[key], ledger.get(key))
        for region in sorted(regions, key=lambda r: r.id)
        if region.id in run.regions
        for source, expects in _expected(region)
        for key in [(region.id, source)]
    )


def _expected(region: Region) -> Iterable[tuple[str, Expects]]:
    """The home page and the sources as captures name them, each once, with their floors."""
    home = _named(str(region.home))
    found = {home: _HOME}
    for source in region.sources:
        found[_named(str(source.url))] = source.expects
    floor = found[home]
    found[home] = Expects(pages=max(floor.pages, _HOME.pages), documents=floor.documents)
    return found.items()


def _named(url: str) -> str:
    return canonical(url) or url


def _of_source(
    run: Run,
    region: str,
    entry: tuple[str, Expects],
    captures: Sequence[Capture],
    ledger: HostFacts | None,
) -> SourceHealth:
    source, expects = entry
    mine = [c for c in captures if c.run == run.id]
    given = Given.of(mine)
    before = _last_good(captures, run.id, expects)
    times = [c.fetched_at for c in captures if c.outcome.readable and c.run <= run.id]
    sent, received = _cost(mine)
    polite = ledger or HostFacts(requests=sent, bytes=received)
    return SourceHealth(
        run=run.id,
        region=region,
        source=source,
        expected_pages=expects.pages,
        expected_documents=expects.documents,
        found_pages=given.pages,
        found_documents=given.documents,
        last_good=max(times, default=""),
        outcomes=tuple(sorted(Counter(str(c.outcome) for c in mine).items())),
        requests=polite.requests,
        bytes=polite.bytes,
        broken="; ".join(_broken(expects, given, before)),
        compared_run=before.run if before else "",
        was_pages=before.pages if before else None,
        was_documents=before.documents if before else None,
        gap_min=polite.gap_min,
        gap_median=middle(polite.gaps),
        robots_denied=polite.robots_denied,
        not_modified=polite.not_modified,
        tls=polite.tls,
        blocked_by=", ".join(polite.blocked_by),
    )


def _cost(mine: Iterable[Capture]) -> tuple[int, int]:
    """Requests and bytes as far as captures tell: for runs from before there was a ledger."""
    sent = [c for c in mine if c.outcome not in _UNSENT]
    return len(sent), sum(c.bytes for c in sent if c.outcome is not Outcome.UNCHANGED)


def _last_good(captures: Iterable[Capture], run: str, expects: Expects) -> Given | None:
    """What the last earlier run gave in which this source was not broken."""
    by_run: dict[str, list[Capture]] = defaultdict(list)
    for capture in captures:
        if capture.run < run:
            by_run[capture.run].append(capture)
    good: Given | None = None
    for name in sorted(by_run):
        given = Given.of(by_run[name])
        if given.pages + given.documents and not _broken(expects, given, good):
            good = given
    return good


def _broken(expects: Expects, given: Given, before: Given | None) -> list[str]:
    """Which floor was missed and what has become worse, in words; nothing when all is well."""
    if not given.addresses:
        return ["never asked"]
    floors = (
        ("pages", given.pages, expects.pages),
        ("documents", given.documents, expects.documents),
    )
    missed = [
        f"{found} {what} of at least {floor}" for what, found, floor in floors if found < floor
    ]
    # No floor is set for most addresses; a silent host is no healthy one for that.
    if not missed and not given.pages + given.documents:
        missed = ["nothing of it could be read"]
    return missed + (worse(before, given) if before else [])
