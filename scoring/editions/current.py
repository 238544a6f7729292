"""What stands at each address now, among captures of many runs."""

from collections.abc import Iterable

from crawler.model import Capture, Outcome


def current(captures: Iterable[Capture]) -> tuple[Capture, ...]:
    """What stands at each address now: its newest answer, or the last readable before trouble.

    A page that answers "not found" is gone; one that timed out is still taken as last seen.
    """
    newest: dict[str, Capture] = {}
    for capture in sorted(captures, key=lambda c: (c.fetched_at, c.id)):
        if capture.outcome.readable or capture.outcome is Outcome.NOT_FOUND:
            newest[capture.url] = capture
    kept = (c for c in newest.values() if c.outcome.readable)
    return tuple(sorted(kept, key=lambda c: (c.url, c.fetched_at, c.id)))
