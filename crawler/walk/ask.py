"""One address worth asking, and how the walk came to know it."""

from dataclasses import dataclass, replace

from crawler.model import Capture


@dataclass(frozen=True, slots=True)
class Ask:
    """One address worth asking and how the walk came to know it.

    ``clicks`` and ``link_texts`` are the best known path from the home page (None and the path
    from a source when there is none). ``depth`` counts links from where the walk began.
    ``away`` marks a place of another owner, ``again`` one that only earlier runs knew.
    """

    url: str
    source: str
    via: str = ""
    clicks: int | None = None
    link_texts: tuple[str, ...] = ()
    promise: float = 0.0
    depth: int = 0
    away: bool = False
    sitemap: bool = False
    again: bool = False


def of_capture(capture: Capture, *, away: bool, sitemap: bool = False, again: bool = False) -> Ask:
    """The ask a capture came of; one ``again`` from an earlier run has no path in this one."""
    return Ask(
        capture.url,
        capture.source,
        capture.via,
        None if again else capture.clicks,
        capture.link_texts,
        capture.promise,
        len(capture.link_texts),
        away,
        sitemap,
        again,
    )


def is_shorter(new: int | None, known: int | None) -> bool:
    """True for fewer clicks from the home page; no path from there is the longest."""
    return new is not None and (known is None or new < known)


def better(known: Ask, new: Ask) -> Ask:
    """The shorter path from home, the higher promise; the known one itself when nothing is new."""
    path = new if is_shorter(new.clicks, known.clicks) or (known.again and not new.again) else known
    promise, away = max(known.promise, new.promise), known.away and new.away
    if path is known and promise == known.promise and away == known.away:
        return known
    return replace(path, url=known.url, promise=promise, away=away)
