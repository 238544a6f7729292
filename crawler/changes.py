"""What has gone or changed under its address since an earlier run, from captures alone."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from crawler.model import Capture, Outcome, Region
from crawler.notes import Changed, Note, NoteKind
from crawler.walk.canonical import address
from crawler.walk.promise import PROMISING

# Whatever else is readable is a document.
PAGES = ("text/html", "application/xhtml+xml", "text/xml", "application/xml")
# The site itself says that nothing is there. A wall or a silence says nothing.
_GONE = (Outcome.NOT_FOUND, Outcome.SOFT_404)


@dataclass(slots=True)
class _Place:
    """One address through the runs: what it gave last, and whether it was gone after that."""

    good: Capture | None = None
    gone: bool = False
    now: list[Capture] = field(default_factory=list)


def changes(captures: Iterable[Capture], region: Region, run: str) -> tuple[Note, ...]:
    """What ``run`` found vanished or replaced, in the order of addresses.

    ``captures`` are the region's, of this run and of earlier ones. Vanished is a document, or a
    page that promised an edition, which could be read and is now not found, a page pretending so,
    or a redirect to a front page; it is told once, by the run that finds it. Replaced is a
    document whose address gives other bytes.
    """
    home = address(str(region.home))
    places: dict[str, _Place] = {}
    for capture in sorted(captures, key=lambda c: (c.fetched_at, c.id)):
        if capture.source and capture.run <= run:  # robots.txt serves no source
            _take_in(places.setdefault(address(capture.url), _Place()), capture, run, home)
    return tuple(note for key in sorted(places) for note in _told(places[key], home))


def _take_in(place: _Place, capture: Capture, run: str, home: str) -> None:
    if capture.run == run:
        place.now.append(capture)
    elif _is_gone(capture, home):
        place.gone = True
    elif capture.outcome.readable and capture.sha256:
        place.good, place.gone = capture, False


def _told(place: _Place, home: str) -> Iterator[Note]:
    before, now = place.good, place.now[-1] if place.now else None
    if before is None or now is None:
        return
    document = before.media_type not in PAGES
    if _is_gone(now, home):
        if not place.gone and (document or before.promise >= PROMISING):
            yield _note(NoteKind.VANISHED, before, now)
    elif document and now.outcome.readable and now.sha256 not in ("", before.sha256):
        yield _note(NoteKind.REPLACED, before, now)


def _is_gone(capture: Capture, home: str) -> bool:
    if capture.outcome in _GONE:
        return True
    return capture.outcome.readable and _is_front(capture.final_url, home) and not _is_front(
        capture.url, home
    )  # fmt: skip


def _is_front(url: str, home: str) -> bool:
    return address(url) == home or (urlsplit(url).path in ("", "/") and not urlsplit(url).query)


def _note(kind: NoteKind, before: Capture, now: Capture) -> Note:
    home = now.outcome.readable and kind is NoteKind.VANISHED
    facts = Changed(
        before=before.id,
        now=now.id,
        sha256_before=before.sha256,
        sha256_now=now.sha256,
        before_at=before.fetched_at,
        now_at=now.fetched_at,
        outcome=str(now.outcome),
        media_type_before=before.media_type,
        media_type_now=now.media_type,
        reason=f"redirected to the front page {now.final_url}" if home else now.reason,
    )
    return Note(kind, now.region, now.url, facts, now.fetched_at)
