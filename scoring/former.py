"""Editions as they last stood before their files changed or went: what the site shows no more."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from urllib.parse import urlsplit

from crawler.model import Capture, Outcome, Region
from scoring.classify import classify
from scoring.editions.linked import address
from scoring.editions.naming import named_file
from scoring.model import Document, Edition

_MOST_VIEWS = 3
"""How many earlier states of a site are looked at, the newest first."""
PROMISING = 0.5


def former(
    region: Region,
    captures: Sequence[Capture],
    documents: Mapping[str, Document],
    editions: Iterable[Edition],
) -> tuple[Edition, ...]:
    """Return editions of earlier runs with a file that changed since or is gone, newest first.

    ``editions`` are those that stand now; ``captures`` of all runs. Their dates are as of then.
    Nothing changed: nothing is read again.
    """
    standing = {address(f.capture.url) for e in editions for f in e.files}
    past = [*_past(captures, documents, standing)]
    runs = sorted({capture.run for capture in past}, reverse=True)[:_MOST_VIEWS]
    seen: set[str] = set()
    found: list[Edition] = []
    for run in runs:
        until = max(c.fetched_at for c in captures if c.run == run)
        then = [c for c in captures if c.fetched_at <= until]
        old = {c.id for c in past if c.run == run}
        for edition in classify(region, then, documents)[0]:
            if edition.id not in seen and any(f.capture.id in old for f in edition.files):
                seen.add(edition.id)
                found.append(edition)
    return tuple(found)


def gone(capture: Capture) -> bool:
    """The site itself says that nothing is there, or sends everybody to its front page."""
    if capture.outcome is Outcome.NOT_FOUND:
        return True
    return capture.outcome.readable and _front(capture.final_url) and not _front(capture.url)


def answers(captures: Iterable[Capture]) -> dict[str, list[Capture]]:
    """The answers of every address, oldest first."""
    told: dict[str, list[Capture]] = {}
    for capture in sorted(captures, key=lambda c: (c.fetched_at, c.id)):
        told.setdefault(address(capture.url), []).append(capture)
    return told


def _past(
    captures: Iterable[Capture], documents: Mapping[str, Document], standing: set[str]
) -> Iterator[Capture]:
    """The last capture of what an address gave before it changed or went."""
    for place, told in answers(captures).items():
        known = [c for c in told if gone(c) or (c.outcome.readable and c.sha256)]
        if not known:
            continue
        now = known[-1]
        before = [c for c in known if not gone(c) and c.sha256 != now.sha256]
        if not before or before[-1].run == now.run or before[-1].sha256 not in documents:
            continue
        if place in standing or (gone(now) and _may_be_edition(before[-1])):
            yield before[-1]


def _may_be_edition(capture: Capture) -> bool:
    return (
        "html" not in capture.media_type or capture.promise >= PROMISING or named_file(capture.url)
    )


def _front(url: str) -> bool:
    parts = urlsplit(url)
    return parts.path in ("", "/") and not parts.query
