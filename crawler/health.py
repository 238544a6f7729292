"""After a crawl: did each source give what its registry entry expects?"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from crawler.model import Capture, Expects, Outcome, Region, Run, SourceHealth
from crawler.walk.canonical import canonical

# Nothing was sent for these: they cost the site no request.
_UNSENT = frozenset(
    {
        *(Outcome.BUDGET_SPENT, Outcome.ROBOTS_DENIED, Outcome.REFUSED_ADDRESS),
        Outcome.EMPTY_SHELL,
    }
)
_PAGES = ("text/html", "application/xhtml+xml", "text/xml", "application/xml")
_SCRIPTS = ("text/javascript", "application/javascript", "application/x-javascript")
# The home page has no entry of its own: it is expected to answer with itself.
_HOME = Expects(pages=1)


def health(
    captures: Iterable[Capture], regions: Sequence[Region], run: Run
) -> tuple[SourceHealth, ...]:
    """Return the health of every source of the run's regions, home pages included.

    ``captures`` are the archive's, of this run and, for "last good", of earlier ones.
    """
    by_source: dict[tuple[str, str], list[Capture]] = defaultdict(list)
    for capture in captures:
        by_source[capture.region, capture.source].append(capture)
    return tuple(
        _of_source(run, region.id, source, expects, by_source[region.id, source])
        for region in sorted(regions, key=lambda r: r.id)
        if region.id in run.regions
        for source, expects in _expected(region)
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
    run: Run, region: str, source: str, expects: Expects, captures: Sequence[Capture]
) -> SourceHealth:
    mine = [c for c in captures if c.run == run.id]
    # The server answered, but nobody saw what the page shows.
    shells = {c.url for c in mine if c.outcome is Outcome.EMPTY_SHELL}
    good = [c for c in mine if c.outcome.readable and c.url not in shells]
    pages = len({c.url for c in good if c.media_type in _PAGES})
    documents = len({c.sha256 for c in good if c.media_type not in (*_PAGES, *_SCRIPTS)})
    times = [c.fetched_at for c in captures if c.outcome.readable and c.run <= run.id]
    return SourceHealth(
        run=run.id,
        region=region,
        source=source,
        expected_pages=expects.pages,
        expected_documents=expects.documents,
        found_pages=pages,
        found_documents=documents,
        last_good=max(times, default=""),
        outcomes=tuple(sorted(Counter(str(c.outcome) for c in mine).items())),
        requests=sum(c.outcome not in _UNSENT and not c.drawn for c in mine),
        bytes=sum(c.bytes for c in mine if c.outcome is not Outcome.UNCHANGED),
        broken=_broken(expects, pages, documents, mine),
    )


def _broken(expects: Expects, pages: int, documents: int, mine: Sequence[Capture]) -> str:
    """Which floor was missed, in words; "" when none was."""
    missed = [
        f"{found} {what} of at least {floor}"
        for what, found, floor in (
            ("pages", pages, expects.pages),
            ("documents", documents, expects.documents),
        )
        if found < floor
    ]
    if not mine:
        return "never asked"
    return "; ".join(missed)
